using Sayso.Core.Attributions;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Errors;

namespace Sayso.Core.Ledger;

/// <summary>
/// The append-only store of who said what. Every change is one transaction and one entry of a hash chain; nothing is
/// overwritten. What a method reports as done survives a crash. Failures of the store are <see cref="SaysoException"/>s
/// with a 2xxx code. Not safe for use by several threads at once; several processes may hold one ledger.
/// </summary>
public interface ILedger : IDisposable
{
    /// <summary>
    /// Adds a document with its statements, all or nothing. A document that is there already changes nothing; one that
    /// has the address of an earlier document and other bytes than its newest version is a new version. Lone surrogates, which are no
    /// characters, become U+FFFD in what is kept, so that spans hold.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The raw hash is not that of the bytes; or a statement is another document's, is there twice, has no cue but a source, has
    /// neither cue nor content, reaches beyond the text, or is held by one that is not there.
    /// </exception>
    AddOutcome Add(Document document, IReadOnlyList<Statement> statements, Provenance provenance);

    /// <summary>Whether a document was added (retracted ones included).</summary>
    bool Contains(string documentId);

    /// <summary>Hides a document and its statements from every view. Hiding a hidden one changes nothing: false.</summary>
    /// <exception cref="SaysoException">There is no such document.</exception>
    bool Retract(string documentId, string? reason, Provenance provenance);

    /// <summary>Shows a retracted document again; false where it was not retracted.</summary>
    /// <exception cref="SaysoException">There is no such document.</exception>
    bool Restore(string documentId, string? reason, Provenance provenance);

    /// <summary>
    /// Takes a document's bytes, texts and statements out of the store for good, traces in the file included, and all that was computed
    /// and kept, whatever of. Its id and the hash of its bytes stay, with the entry that says so; adding it again changes nothing. Purging a purged one
    /// changes nothing but sweeps again: false.
    /// </summary>
    /// <exception cref="SaysoException">There is no such document; or others read the ledger, so that traces are left.</exception>
    bool Purge(string documentId, string? reason, Provenance provenance);

    /// <summary>The id of the first document shown that has exactly this text; <c>null</c> where there is none, or no text.</summary>
    string? FindText(string text);

    /// <summary>The id of the newest version of a page that is shown, of several of one version the last added; <c>null</c> where there is none.</summary>
    /// <param name="url">The page's address.</param>
    string? NewestAt(string url);

    /// <summary>
    /// Puts statements in the place of a document's present ones, as a new analysis; the old ones stay in the ledger.
    /// False, and nothing changes, where the present analysis came from the same model version with the same statements.
    /// </summary>
    /// <exception cref="SaysoException">There is no such document.</exception>
    /// <exception cref="ArgumentException">A statement is not well formed, as for adding.</exception>
    bool Supersede(string documentId, IReadOnlyList<Statement> statements, Provenance provenance);

    /// <summary>
    /// The document whose id begins with <paramref name="idOrPrefix"/>, raw bytes and text included; retracted ones are
    /// found too, and say so.
    /// </summary>
    /// <exception cref="SaysoException">None or several begin so, or it is empty, which could mean any.</exception>
    LedgerDocument GetDocument(string idOrPrefix);

    /// <summary>
    /// The statement whose id begins with <paramref name="idOrPrefix"/>. Superseded ones and those of retracted
    /// documents are found too, and say so; of several analyses that hold it, the newest answers.
    /// </summary>
    /// <exception cref="SaysoException">None or several begin so, or it is empty, which could mean any.</exception>
    LedgerStatement GetStatement(string idOrPrefix);

    /// <summary>
    /// Documents that answer the query, newest publication first (those without one last), of one time the latest version, then by
    /// id. Read as they are
    /// enumerated, from the ledger as it was when that began; no change can be made before it ends.
    /// </summary>
    IEnumerable<LedgerDocument> Documents(DocumentQuery query);

    /// <summary>
    /// Statements of present analyses that answer the query, by their document's publication time (those without one
    /// last), document, then place in the text: cue, content, source. Read as they are enumerated, from the ledger as
    /// it was when that began; no change can be made before it ends.
    /// </summary>
    IEnumerable<LedgerStatement> Statements(StatementQuery query);

    /// <summary>
    /// What was done, in order: to the document of this id, or to all for <c>null</c>. Read as they are enumerated; no
    /// change can be made before that ends.
    /// </summary>
    IEnumerable<LedgerEntry> Entries(string? documentId);

    /// <summary>
    /// Keeps what a person corrected, as an entry of the chain. Nothing else changes: what follows from corrections is reckoned
    /// by <see cref="CorrectionBook"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The correction is not well formed, or nobody is its author.</exception>
    /// <exception cref="SaysoException">
    /// A statement or document that it is about is not in the ledger (<c>SAY2007</c>); what it takes back is no correction
    /// (<c>SAY2015</c>), or taken back already (<c>SAY2014</c>).
    /// </exception>
    LedgerEntry Correct(Correction correction, string? reason, Provenance provenance);

    /// <summary>The entries of corrections, in order. Read as they are enumerated; no change can be made before that ends.</summary>
    IEnumerable<LedgerEntry> Corrections();

    /// <summary>The ids of all documents, retracted ones included and purged ones not, in the order of adding.</summary>
    IReadOnlyList<string> DocumentIds();

    /// <summary>
    /// A value that was kept; <c>null</c> for none. Kept values stand outside the hash chain: they are computed from the rest.
    /// </summary>
    ReadOnlyMemory<byte>? Kept(string kind, string key);

    /// <summary>The kept values of a kind whose keys begin so, in ordinal order of their keys. Read as they are enumerated; no change can be made before that ends.</summary>
    IEnumerable<KeptValue> KeptFrom(string kind, string keyPrefix);

    /// <summary>
    /// Keeps values, all or none, in the place of those with the same kind and key. False, and nothing changes, where they do not hold
    /// any more: a document was purged since what they were computed from was read, or what they go on from was replaced; and where the
    /// ledger cannot be written.
    /// </summary>
    bool Keep(KeptBatch batch);

    /// <summary>
    /// Asks what belongs together, of the ledger as it is at one moment, whatever others write meanwhile. Nothing can be changed before
    /// it ends, and it asks no second time inside.
    /// </summary>
    T AtOneMoment<T>(Func<T> question);

    /// <summary>
    /// What was kept of watchlists, in order. It stands beside the hash chain: what a reader looks at says nothing of who said what.
    /// It is copied with the ledger and survives purging.
    /// </summary>
    IReadOnlyList<string> WatchlistLog();

    /// <summary>Keeps what a watchlist is now, behind all that was kept before; nothing of that is replaced.</summary>
    /// <param name="json">A JSON object, as <see cref="Watchlists.WatchlistBook"/> writes it.</param>
    /// <exception cref="SaysoException">The ledger cannot be written.</exception>
    void KeepWatchlist(string json);

    /// <summary>Walks the hash chain and recomputes every hash from what is stored.</summary>
    VerifyReport Verify(CancellationToken cancellationToken);

    /// <summary>Counts for a summary.</summary>
    LedgerCounts Count();

    /// <summary>The number of the last entry; 0 for an empty ledger. It costs the same however long the ledger is.</summary>
    long LastEntry();

    /// <summary>The entries behind a number, in order; 0 for all. Nothing before them is read.</summary>
    /// <param name="entry">The number of an entry.</param>
    IEnumerable<LedgerEntry> EntriesAfter(long entry);
}

/// <summary>Which program and weights an entry comes from, and who asked for it.</summary>
/// <param name="ProgramVersion">The program's version.</param>
/// <param name="ModelVersion">The weights' version; <c>null</c> for an entry that no model made.</param>
/// <param name="Author">The person, for a correction or a retraction; <c>null</c> for the program's own reading.</param>
public sealed record Provenance(string ProgramVersion, string? ModelVersion, string? Author = null);

/// <summary>What adding did.</summary>
public enum AddOutcome
{
    /// <summary>A document that was not there.</summary>
    Added,

    /// <summary>Other bytes at an address that the ledger has: a new version.</summary>
    NewVersion,

    /// <summary>The same document again: nothing changed.</summary>
    AlreadyThere,

    /// <summary>The same document again, which is retracted: nothing changed, it stays hidden.</summary>
    Retracted,

    /// <summary>The same document again, which was purged: nothing changed.</summary>
    Purged,
}

/// <summary>How many of each the ledger shows.</summary>
/// <param name="Documents">Documents not retracted.</param>
/// <param name="Statements">Statements of their present analyses.</param>
/// <param name="Retracted">Documents retracted.</param>
/// <param name="Entries">Entries of the hash chain.</param>
public sealed record LedgerCounts(int Documents, int Statements, int Retracted, long Entries);
