using System.Numerics;

namespace Sayso.Evaluation.Metrics;

/// <summary>Everything that is counted of predictions against our own annotation, where statements nest.</summary>
public sealed record SaysoTally : IAdditionOperators<SaysoTally, SaysoTally, SaysoTally>,
    IAdditiveIdentity<SaysoTally, SaysoTally>
{
    /// <summary>The tally of no article.</summary>
    public static SaysoTally AdditiveIdentity { get; } = new() { Outer = AttributionTally.AdditiveIdentity };

    /// <summary>Predictions against the statements that no other statement holds.</summary>
    public required AttributionTally Outer { get; init; }

    /// <summary>Found by cue and content, against all statements, nested ones too: precision is the share that is marked at all.</summary>
    public Counts All { get; init; }

    /// <summary>The nested statements, and how many of them were found in the matching of <see cref="All"/>.</summary>
    public Share Nested { get; init; }

    /// <summary>The un-nested statements found, and how many of them with the right source.</summary>
    public Share Source { get; init; }

    /// <summary>The tally of both.</summary>
    public static SaysoTally operator +(SaysoTally left, SaysoTally right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new()
        {
            Outer = left.Outer + right.Outer,
            All = left.All + right.All,
            Nested = left.Nested + right.Nested,
            Source = left.Source + right.Source,
        };
    }
}

/// <summary>A part of a whole. Shares of articles add up.</summary>
/// <param name="Right">The part.</param>
/// <param name="Of">The whole.</param>
public readonly record struct Share(long Right, long Of) : IAdditionOperators<Share, Share, Share>
{
    /// <summary>The part by the whole, 0 to 1; <c>null</c> of nothing.</summary>
    public double? Value => Of == 0 ? null : (double)Right / Of;

    /// <summary>The share of both.</summary>
    public static Share operator +(Share left, Share right) => new(left.Right + right.Right, left.Of + right.Of);
}
