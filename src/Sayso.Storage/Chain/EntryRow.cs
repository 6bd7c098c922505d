using Sayso.Core.Ledger;

namespace Sayso.Storage.Chain;

/// <summary>
/// One row of <c>entry</c>, with the id of the document that it names. <c>Document</c> is the entry that added that
/// document, <see cref="NoDocument"/> for a correction; <c>At</c> counts 100 ns since 1970-01-01T00:00Z; hashes are 64 hexadecimal digits.
/// </summary>
internal sealed record EntryRow(
    long Sequence,
    EntryKind Kind,
    long Document,
    string DocumentId,
    long At,
    Provenance Provenance,
    string? Reason,
    string Payload,
    string Previous,
    string Hash)
{
    /// <summary>Stands for the document of an entry that is of none. No row has it.</summary>
    public const long NoDocument = long.MinValue;
}
