using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Storage.Files;

namespace Sayso.Storage.Rows;

/// <summary>
/// Takes out what was added with a document: bytes, texts, problems, statements, and the search's words. Its id, the hash
/// and length of its bytes, and the numbers of its statements stay, so that the chain can be followed.
/// </summary>
internal sealed class Purge(Database database)
{
    /// <summary>Whether a document was purged.</summary>
    public bool Is(long document) =>
        database.Number("SELECT 1 FROM entry WHERE document = $document AND kind = 'purge'", ("$document", document)) is not null;

    /// <summary>Whether any document was purged by an entry behind one.</summary>
    public bool AnyAfter(long entry) =>
        database.Number("SELECT 1 FROM entry WHERE sequence > $entry AND kind = 'purge' LIMIT 1", ("$entry", entry)) is not null;

    /// <summary>The keys of all that were.</summary>
    public HashSet<long> All() => [.. database.All("SELECT document FROM entry WHERE kind = 'purge'", r => r.GetInt64(0))];

    /// <summary>Empties a document whose purging entry was appended in the same transaction.</summary>
    public void Empty(DocumentRow row)
    {
        var (title, text) = (row.Document.Title, row.Document.Text);

        // The index keeps no text of its own: it has to be told what goes.
        database.Execute(
            "INSERT INTO document_search (document_search, rowid, title, text) VALUES ('delete', $entry, $title, $text)",
            ("$entry", row.Entry),
            ("$title", title),
            ("$text", text));
        new AnalysisTable(database).Hide(database.Number("SELECT analysis FROM present WHERE document = $document", ("$document", row.Entry))
            ?? throw Failures.Damaged(database.Path, $"the state of document {row.Document.Id} is missing"));
        database.Execute(
            """
            DELETE FROM statement WHERE number IN (
                SELECT s.number FROM entry e JOIN analysis a ON a.entry = e.sequence
                JOIN statement s ON s.number >= a.first AND s.number < a.first + a.count WHERE e.document = $document)
            """,
            ("$document", row.Entry));
        database.Execute("DELETE FROM problem WHERE document = $document", ("$document", row.Entry));
        database.Execute(
            """
            UPDATE document SET raw = x'', text = '', path = NULL, url = NULL, title = NULL, outlet = NULL, byline = NULL,
                published = NULL, published_at = NULL, modified = NULL, language = NULL
            WHERE entry = $document
            """,
            ("$document", row.Entry));
        // Values that were computed from it and others are computed anew.
        database.Execute("DELETE FROM kept");
        database.Execute("UPDATE present SET retracted = 1 WHERE document = $document", ("$document", row.Entry));
    }

    /// <summary>
    /// Writes the file anew without the remains that deleting leaves in free pages, in the index and in the log.
    /// </summary>
    /// <exception cref="SaysoException">Another process reads the ledger (<c>SAY2004</c>): the remains are still there.</exception>
    public void Sweep()
    {
        database.Execute("INSERT INTO document_search (document_search) VALUES ('optimize')");
        database.Execute("INSERT INTO statement_search (statement_search) VALUES ('optimize')");
        database.Execute("INSERT INTO name_search (name_search) VALUES ('optimize')");
        database.Execute("VACUUM");
        if (database.First("PRAGMA wal_checkpoint(TRUNCATE)", r => r.GetInt64(0)) != 0)
        {
            throw new SaysoException(
                ProblemCodes.LedgerLocked,
                $"The document is purged, but another process reads the ledger {database.Path}, so that traces of it are still in the file. End that process, then purge again.");
        }
    }

    /// <summary>The failure of asking a purged document for what it no longer has.</summary>
    public static SaysoException Gone(string documentId) =>
        new(ProblemCodes.Purged, $"The document {documentId} was purged: nothing of it is left but the hash of its bytes.");

    /// <summary>Whether a row is as empty as purging leaves it.</summary>
    public static bool IsEmpty(DocumentRow row) => row.Document is
    {
        Text: "", Path: null, Url: null, Title: null, Outlet: null, Byline: null, Published: null, Modified: null, Language: null,
        Problems.Count: 0,
    };
}
