namespace Sayso.Core.Attributions;

/// <summary>From which share of its words' pointing on a span belongs to a cue; the model's training chooses them.</summary>
/// <param name="ContinuedCue">A cue span that points to an earlier one with more than this share is a further fragment of that cue.</param>
/// <param name="Source">A cue takes the one source that points to it most, if that is this share at least.</param>
/// <param name="SharedContent">A content belongs to the cue that it points to most, and to each that gets this share at least.</param>
public sealed record ExtractionOptions(double ContinuedCue = 0.9, double Source = 0.1, double SharedContent = 0.5)
{
    /// <summary>A cue's further fragment begins fewer words behind the end of its first one.</summary>
    public const int CueReach = 40;

    /// <summary>Whether spans follow our own convention (<see cref="HouseConvention"/>) or stay as PolNeAR marks them.</summary>
    public bool IsHouseConvention { get; init; }

    /// <summary>From probabilities to confidence; without it attributions have none.</summary>
    public ConfidenceWeights? Confidence { get; init; }

    /// <summary>
    /// An attribution with less confidence is dropped; 0 drops none. What is less probable than half of the F1 that is
    /// reached lowers it (Lipton, Elkan and Naryanaswamy 2014); what is probable enough to help stays.
    /// </summary>
    public double LeastConfidence { get; init; }
}
