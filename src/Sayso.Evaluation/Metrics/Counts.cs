using System.Numerics;
using Sayso.Core.Linguistics;

namespace Sayso.Evaluation.Metrics;

/// <summary>What precision, recall and F1 are made of (van Rijsbergen 1979). Counts of articles add up.</summary>
/// <param name="Right">How many of the predicted ones are in gold.</param>
/// <param name="Predicted">How many were predicted.</param>
/// <param name="Gold">How many there are in gold.</param>
public readonly record struct Counts(long Right, long Predicted, long Gold) : IAdditionOperators<Counts, Counts, Counts>
{
    /// <summary>Right by predicted, 0 to 1; <c>null</c> where nothing was predicted.</summary>
    public double? Precision => Predicted == 0 ? null : (double)Right / Predicted;

    /// <summary>Right by gold, 0 to 1; <c>null</c> where gold has none.</summary>
    public double? Recall => Gold == 0 ? null : (double)Right / Gold;

    /// <summary>The harmonic mean of the two, 0 to 1; <c>null</c> where there is none on either side.</summary>
    public double? F1 => Predicted + Gold == 0 ? null : 2.0 * Right / (Predicted + Gold);

    /// <summary>The counts of both.</summary>
    public static Counts operator +(Counts left, Counts right) =>
        new(left.Right + right.Right, left.Predicted + right.Predicted, left.Gold + right.Gold);
}

/// <summary>Counts by role.</summary>
/// <param name="Source">Of sources.</param>
/// <param name="Cue">Of cues.</param>
/// <param name="Content">Of contents.</param>
public readonly record struct RoleCounts(Counts Source, Counts Cue, Counts Content)
    : IAdditionOperators<RoleCounts, RoleCounts, RoleCounts>
{
    /// <summary>The counts of one role.</summary>
    public Counts this[Role role] => role switch
    {
        Role.Source => Source,
        Role.Cue => Cue,
        Role.Content => Content,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>Makes the counts of each role.</summary>
    public static RoleCounts Of(Func<Role, Counts> count)
    {
        ArgumentNullException.ThrowIfNull(count);
        return new(count(Role.Source), count(Role.Cue), count(Role.Content));
    }

    /// <summary>The counts of both.</summary>
    public static RoleCounts operator +(RoleCounts left, RoleCounts right) =>
        new(left.Source + right.Source, left.Cue + right.Cue, left.Content + right.Content);
}
