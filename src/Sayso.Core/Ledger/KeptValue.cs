namespace Sayso.Core.Ledger;

/// <summary>Something computed from a ledger, kept in it so that it need not be computed anew. It can be lost without loss.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Which one of its kind.</param>
/// <param name="Value">Its bytes.</param>
public sealed record KeptValue(string Kind, string Key, ReadOnlyMemory<byte> Value);

/// <summary>Values that are kept together or not at all.</summary>
/// <param name="Entry">The number of the ledger's last entry before anything was read that they are computed from.</param>
/// <param name="Values">The values; one without bytes takes the one that is kept away.</param>
public sealed record KeptBatch(long Entry, IReadOnlyCollection<KeptValue> Values)
{
    /// <summary>Kinds of which nothing else stays.</summary>
    public IReadOnlyCollection<string> ClearedKinds { get; init; } = [];

    /// <summary>
    /// What they go on from: where another value is kept by then, somebody else was quicker and they are of no use. Without bytes: none
    /// must be kept. <c>null</c> for values that hold beside whatever is kept.
    /// </summary>
    public KeptValue? Behind { get; init; }
}
