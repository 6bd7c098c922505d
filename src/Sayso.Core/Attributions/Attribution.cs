using Sayso.Core.Text;

namespace Sayso.Core.Attributions;

/// <summary>One cue with its source and content, in one document (PARC3, PolNeAR).</summary>
/// <param name="Source">Who is credited; empty where the text names nobody.</param>
/// <param name="Cue">The words that credit; never empty.</param>
/// <param name="Content">What is credited; empty for a refusal without a topic.</param>
public sealed record Attribution(SpanList Source, SpanList Cue, SpanList Content)
{
    /// <summary>The attribution that holds this one in its content or source; <c>null</c> where none does.</summary>
    public Attribution? Parent { get; init; }

    /// <summary>
    /// How probable it is that cue, content and source are right, from 0 to 1; <c>null</c> where a rule found it or nobody
    /// measured.
    /// </summary>
    public double? Confidence { get; init; }

    /// <summary>Whether another one has the same source, cue and content.</summary>
    public bool HasSpansOf(Attribution other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Source.Equals(other.Source) && Cue.Equals(other.Cue) && Content.Equals(other.Content);
    }
}
