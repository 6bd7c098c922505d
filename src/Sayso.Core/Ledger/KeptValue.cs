namespace Sayso.Core.Ledger;

/// <summary>Something computed from a ledger, kept in it so that it need not be computed anew. It can be lost without loss.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Which one of its kind.</param>
/// <param name="Value">Its bytes.</param>
public sealed record KeptValue(string Kind, string Key, ReadOnlyMemory<byte> Value);
