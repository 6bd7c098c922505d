using NodaTime;
using Sayso.Core.Corrections;

namespace Sayso.Core.Ledger;

/// <summary>What an entry of the ledger did.</summary>
public enum EntryKind
{
    /// <summary>Added a document with its statements.</summary>
    Add,

    /// <summary>Hid a document.</summary>
    Retract,

    /// <summary>Showed a hidden document again.</summary>
    Restore,

    /// <summary>Put a new analysis in the place of a document's present one.</summary>
    Supersede,

    /// <summary>Took out all that a document was; the hash of its bytes is left.</summary>
    Purge,

    /// <summary>Kept what a person corrected or noted, or took such an entry back.</summary>
    Correct,
}

/// <summary>One link of the ledger's hash chain. Hashes are SHA-256, 64 hexadecimal digits, lower case.</summary>
/// <param name="Sequence">1 for the first, without gaps.</param>
/// <param name="Kind">What it did.</param>
/// <param name="DocumentId">To which document; empty for a correction, which is of no one document.</param>
/// <param name="At">When, to 100 nanoseconds.</param>
/// <param name="Provenance">What did it, and for whom.</param>
/// <param name="Reason">Why, in the person's words; <c>null</c> where none was given.</param>
/// <param name="Payload">Hash of all that it added.</param>
/// <param name="Previous">The hash of the entry before; 64 zeros for the first.</param>
/// <param name="Hash">Hash of all the above.</param>
public sealed record LedgerEntry(
    long Sequence,
    EntryKind Kind,
    string DocumentId,
    Instant At,
    Provenance Provenance,
    string? Reason,
    string Payload,
    string Previous,
    string Hash)
{
    /// <summary>What a person corrected; <c>null</c> for other kinds of entries.</summary>
    public Correction? Correction { get; init; }
}
