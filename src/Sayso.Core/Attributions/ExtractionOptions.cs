namespace Sayso.Core.Attributions;

/// <summary>From which share of pointing on two spans belong together; the model's training chooses them.</summary>
/// <param name="ContinuedCue">A cue piece that points to an earlier cue with more than this share continues it.</param>
/// <param name="SharedSource">A source belongs to each cue that gets more than this share of its pointing.</param>
/// <param name="SharedContent">A content belongs to each cue that gets more than this share of its pointing.</param>
public sealed record ExtractionOptions(double ContinuedCue = 0.5, double SharedSource = 0.25, double SharedContent = 0.35)
{
    /// <summary>A cue continues one that ends fewer words before it.</summary>
    public const int CueReach = 40;
}
