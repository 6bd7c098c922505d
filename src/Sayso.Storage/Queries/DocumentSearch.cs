using Microsoft.Data.Sqlite;
using NodaTime;
using Sayso.Core.Ledger;
using Sayso.Storage.Chain;
using Sayso.Storage.Files;
using Sayso.Storage.Rows;

namespace Sayso.Storage.Queries;

/// <summary>Answers questions for documents.</summary>
internal sealed class DocumentSearch(Database database, DocumentTable documents)
{
    private const string State = "p.retracted, a.count, e.at, m.program_version, m.model_version, m.author, EXISTS (SELECT 1 FROM entry "
        + "x WHERE x.document = d.entry AND x.kind = 'purge')";

    private const string NewestFirst = " ORDER BY d.published_at DESC, d.version DESC, d.id LIMIT $limit";
    private const string LastAddedFirst = " ORDER BY d.entry DESC LIMIT $limit";
    private const string LastAddedWordsFirst = " ORDER BY document_search.rowid DESC LIMIT $limit";

    // CROSS JOIN keeps these orders, of which the first is that of the index that documents are sorted by.
    private const string ByDocument = " FROM document d";
    private const string ByWords = " FROM document_search CROSS JOIN document d ON d.entry = document_search.rowid";

    private const string Tables =
        """

        CROSS JOIN present p ON p.document = d.entry
        CROSS JOIN analysis a ON a.entry = p.analysis
        CROSS JOIN entry e ON e.sequence = d.entry
        CROSS JOIN entry m ON m.sequence = p.analysis
        """;

    /// <summary>Documents that answer the query, newest first.</summary>
    public IEnumerable<LedgerDocument> Find(DocumentQuery query) =>
        query.After is { } after ? documents.PlaceOf(after, query.IncludeRetracted).Behind(part => Part(query, part), query.Limit) : Part(query, null);

    /// <summary>A part of the list, or all of it.</summary>
    private IEnumerable<LedgerDocument> Part(DocumentQuery query, ListPart? part)
    {
        var conditions = new Conditions().AndPublished(query.Since, query.Until, query.Outlet).AndKnown(query.AsOf);
        part?.AddTo(conditions, newestFirst: true);
        if (!query.IncludeRetracted)
        {
            conditions.And("p.retracted = 0");
        }

        if (!query.IncludeEarlierVersions)
        {
            conditions.And(
                $"""
                (d.url IS NULL OR NOT EXISTS (
                    SELECT 1 FROM document l JOIN present lp ON lp.document = l.entry
                    WHERE l.url = d.url AND l.version > d.version{(query.IncludeRetracted ? "" : " AND lp.retracted = 0")}))
                """);
        }

        if (query.Url is { } url)
        {
            conditions.And("d.url = $url", "$url", url);
        }

        if (query.OfOutlet is { } outlet)
        {
            conditions.And(outlet.Length > 0 ? "d.outlet = $of" : "d.outlet IS NULL", "$of", outlet);
        }

        if (query.IsReadAgain)
        {
            conditions.And("d.url IN (SELECT url FROM document WHERE url IS NOT NULL GROUP BY url HAVING count(*) > 1)");
        }

        if (query.Text is { } text)
        {
            conditions.And(
                query.IsLastAddedFirst ? "document_search MATCH $text" : "d.entry IN (SELECT rowid FROM document_search WHERE document_search MATCH $text)",
                "$text", SearchText.ToMatch(text));
        }

        conditions.Add("$limit", query.Limit ?? -1);
        var columns = query.IncludeContent ? DocumentTable.Columns : DocumentTable.ColumnsWithoutText;
        var (from, order) = !query.IsLastAddedFirst ? (ByDocument, NewestFirst) : query.Text is null ? (ByDocument, LastAddedFirst) : (ByWords, LastAddedWordsFirst);
        return database
            .Stream($"SELECT {columns}, {State}{from}{Tables}{conditions.Where}{order}", Read, conditions.Parameters)
            .Select(found => Complete(found, query.IncludeContent));
    }

    /// <summary>The document with this key, which is there.</summary>
    public LedgerDocument Get(long entry) => Complete(
        database.First($"SELECT {DocumentTable.Columns}, {State}{ByDocument}{Tables} WHERE d.entry = $entry", Read, ("$entry", entry))
            ?? throw Failures.Damaged(database.Path, $"the state of document {entry} is missing"),
        withContent: true);

    private LedgerDocument Complete(Found found, bool withContent)
    {
        var document = documents.WithProblems(found.Row).Document;
        return new LedgerDocument(
            withContent ? document with { Raw = documents.Raw(found.Row.Entry) } : document,
            Instant.FromUnixTimeTicks(found.At),
            found.Row.Version,
            found.IsRetracted,
            found.IsPurged ? 0 : found.StatementCount,
            found.Provenance)
        {
            IsPurged = found.IsPurged,
        };
    }

    private static Found Read(SqliteDataReader r) => new(
        DocumentTable.Read(r),
        r.GetInt64(DocumentTable.ColumnCount) != 0,
        r.GetInt32(DocumentTable.ColumnCount + 1),
        r.GetInt64(DocumentTable.ColumnCount + 2),
        EntryTable.ReadProvenance(r, DocumentTable.ColumnCount + 3))
    {
        IsPurged = r.GetInt64(DocumentTable.ColumnCount + 6) != 0,
    };

    private sealed record Found(DocumentRow Row, bool IsRetracted, int StatementCount, long At, Provenance Provenance)
    {
        public bool IsPurged { get; init; }
    }
}
