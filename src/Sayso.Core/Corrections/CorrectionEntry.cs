using NodaTime;
using Sayso.Core.Text;

namespace Sayso.Core.Corrections;

/// <summary>How a correction stands: a closed set.</summary>
public enum CorrectionState
{
    /// <summary>All of it holds.</summary>
    InForce,

    /// <summary>Later ones contradict it, and hold where they do.</summary>
    Overruled,

    /// <summary>It was taken back.</summary>
    Undone,

    /// <summary>
    /// Nothing that it is about is shown: the documents were retracted or purged, or are no longer read so. It holds again when
    /// they are.
    /// </summary>
    Dormant,
}

/// <summary>A correction with who made it, when and why, and how it stands.</summary>
/// <param name="Sequence">The number of its entry in the ledger.</param>
/// <param name="At">When.</param>
/// <param name="Author">Who.</param>
/// <param name="Reason">Why, in the person's words; <c>null</c> where none was given.</param>
/// <param name="Correction">What; statements that were read anew since are the present ones.</param>
public sealed record CorrectionEntry(long Sequence, Instant At, string Author, string? Reason, Correction Correction)
{
    /// <summary>How it stands.</summary>
    public CorrectionState State { get; init; }

    /// <summary>The entry that took it back; <c>null</c> unless it is undone.</summary>
    public long? UndoneBy { get; init; }

    /// <summary>The later entries that contradict it; empty unless it is overruled.</summary>
    public ValueList<long> OverruledBy { get; init; } = ValueList<long>.Empty;

    /// <summary>Whether it changes what is reckoned, in whole or where no later one contradicts it.</summary>
    public bool Counts => State is CorrectionState.InForce or CorrectionState.Overruled;

    /// <summary>Whether one of its sets has this: a statement's or document's id, or a name.</summary>
    public bool Names(string id) => Correction.Sets.Any(set => set.Contains(id, StringComparer.Ordinal));
}
