using Microsoft.Data.Sqlite;
using NodaTime;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Entities;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Storage.Chain;
using Sayso.Storage.Files;
using Sayso.Storage.Rows;

namespace Sayso.Storage.Queries;

/// <summary>Answers questions for statements.</summary>
internal sealed class StatementSearch(Database database)
{
    private const string Columns = "SELECT s.id, s.spans, s.understanding, d.id, d.entry, s.analysis";

    // CROSS JOIN keeps these orders. Without words, documents come in the order of the answer, and it streams; with
    // words, what holds them comes first, and is sorted.
    private const string ByDocument =
        """
         FROM document d
        CROSS JOIN present p ON p.document = d.entry
        CROSS JOIN analysis a ON a.entry = p.analysis
        CROSS JOIN statement s ON s.number >= a.first AND s.number < a.first + a.count
        """;

    private const string ByWords =
        """
         FROM statement_search
        CROSS JOIN statement s ON s.number = statement_search.rowid
        CROSS JOIN present p ON p.analysis = s.analysis
        CROSS JOIN document d ON d.entry = p.document
        """;

    // Words that very many statements hold are looked for document by document, in the order of the answer: whoever wants the
    // first of them does not wait until all are sorted.
    private const string ByDocumentAndWords =
        """
         FROM document d
        CROSS JOIN present p ON p.document = d.entry
        CROSS JOIN analysis a ON a.entry = p.analysis
        CROSS JOIN statement_search ON statement_search.rowid >= a.first AND statement_search.rowid < a.first + a.count
        CROSS JOIN statement s ON s.number = statement_search.rowid
        """;

    // The same for names. Words that are asked for beside a rare name are looked for in what it found.
    private const string ByName =
        """
         FROM name_search
        CROSS JOIN statement s ON s.number = name_search.rowid
        CROSS JOIN present p ON p.analysis = s.analysis
        CROSS JOIN document d ON d.entry = p.document
        """;

    private const string ByNameAndWords =
        """
         FROM name_search
        CROSS JOIN statement_search ON statement_search.rowid = name_search.rowid
        CROSS JOIN statement s ON s.number = name_search.rowid
        CROSS JOIN present p ON p.analysis = s.analysis
        CROSS JOIN document d ON d.entry = p.document
        """;

    private const string ByDocumentAndName =
        """
         FROM document d
        CROSS JOIN present p ON p.document = d.entry
        CROSS JOIN analysis a ON a.entry = p.analysis
        CROSS JOIN name_search ON name_search.rowid >= a.first AND name_search.rowid < a.first + a.count
        CROSS JOIN statement s ON s.number = name_search.rowid
        """;

    /// <summary>Statements that hold words at most for them to come first.</summary>
    private const int MostToSort = 5000;

    private const string Order = " ORDER BY d.published_at NULLS LAST, d.id, s.number LIMIT $limit";
    private const string LastReadFirst = " ORDER BY s.number DESC LIMIT $limit";
    private const string LastReadNamesFirst = " ORDER BY name_search.rowid DESC LIMIT $limit";
    private const string LastReadWordsFirst = " ORDER BY statement_search.rowid DESC LIMIT $limit";

    /// <summary>Statements that answer the query, in its order.</summary>
    public IEnumerable<LedgerStatement> Find(StatementQuery query) =>
        query.After is { } after ? PlaceOf(after).Behind(part => Part(query, part), query.Limit) : Part(query, null);

    /// <summary>A part of the list, or all of it.</summary>
    private IEnumerable<LedgerStatement> Part(StatementQuery query, ListPart? part)
    {
        var conditions = new Conditions().And("p.retracted = 0").AndPublished(query.Since, query.Until, query.Outlet).AndKnown(query.AsOf);
        part?.AddTo(conditions, newestFirst: false);
        if (query.DocumentId is { } id)
        {
            conditions.And("d.id = $document", "$document", id);
        }

        if (query.Stance is { } stance)
        {
            conditions.And("json_extract(s.understanding, '$.stance.value') = $stance", "$stance", ClosedSet.NameOf(stance));
        }

        if (query.Confidence is { } confidence)
        {
            conditions.And("coalesce(json_extract(s.understanding, '$.confidence'), 1) >= $confidence", "$confidence", confidence);
        }

        var words = Words(query);
        if (words is not null)
        {
            conditions.And("statement_search MATCH $words", "$words", words);
        }

        var who = query.Who is { } asked ? new WhoQuery(asked) : null;
        var from = Source(query, words, Names(query, who), conditions);

        // Whether all the words of a name are one hop's is seen once that is read, and what its times mean too, so that the
        // limit has to wait for it.
        var isSifted = query.Who is not null || query.SaidIn is not null || query.EventIn is not null;
        conditions.Add("$limit", isSifted ? -1 : query.Limit ?? -1);
        var order = !query.IsLastReadFirst ? Order : from == ByWords ? LastReadWordsFirst : from == ByName ? LastReadNamesFirst : LastReadFirst;
        var sql = Columns + from + conditions.Where + order;
        var found = Cut(database.Stream(sql, Read, conditions.Parameters)
            .Where(f => query.HoldsTimesOf(f.Statement)), who);
        return isSifted && query.Limit is { } limit ? found.Take(limit) : found;
    }

    /// <summary>The newest statement of this id, which is there.</summary>
    public LedgerStatement Get(string id) =>
        Cut([
            database.First(
                $"{Columns} FROM statement s JOIN analysis a ON a.entry = s.analysis JOIN document d ON d.entry = a.document WHERE s.id = $id ORDER BY s.analysis DESC LIMIT 1",
                Read,
                ("$id", id)) ?? throw Failures.Damaged(database.Path, $"statement {id} has no document")
        ], who: null).First();

    /// <summary>From where statements are read: first what is found by the rarer of name and words, or document by document where both are common.</summary>
    /// <param name="query">The question.</param>
    /// <param name="words">What it asks of the words; <c>null</c> for nothing.</param>
    /// <param name="names">What it asks of the names; <c>null</c> for nothing that the index knows.</param>
    /// <param name="conditions">Gets the condition on names where they are asked.</param>
    private string Source(StatementQuery query, string? words, string? names, Conditions conditions)
    {
        var isOfOne = query.DocumentId is not null;
        if (names is null || (words is not null && (isOfOne || IsCommon("name_search", names))))
        {
            return words is null ? ByDocument : !query.IsLastReadFirst && (isOfOne || IsCommon("statement_search", words)) ? ByDocumentAndWords : ByWords;
        }

        conditions.And("name_search MATCH $names", "$names", names);
        return words is not null ? ByNameAndWords : isOfOne || (!query.IsLastReadFirst && IsCommon("name_search", names)) ? ByDocumentAndName : ByName;
    }

    private ListPlace PlaceOf(string id) => database.First(
        """
        SELECT d.published_at, d.version, d.id, s.number FROM statement s JOIN present p ON p.analysis = s.analysis
        JOIN document d ON d.entry = p.document WHERE s.id = $id
        """,
        r => new ListPlace(r.IsDBNull(0) ? null : r.GetInt64(0), r.GetInt32(1), r.GetString(2), r.GetInt64(3)),
        ("$id", id)) ?? throw new SaysoException(ProblemCodes.NotFound, $"There is no statement “{id}” in the list any more.");

    /// <summary>Whether very many statements hold words. Of words that are only begun FTS5 gathers all matches anew each time, so that they are sorted all the same.</summary>
    private bool IsCommon(string index, string words) => !words.Contains("\"*", StringComparison.Ordinal) && database.Number(
        $"SELECT count(*) FROM (SELECT 1 FROM {index} WHERE {index} MATCH $words LIMIT $most)",
        ("$words", words),
        ("$most", MostToSort + 1)) > MostToSort;

    private static string? Names(StatementQuery query, WhoQuery? who)
    {
        var words = query.NameWords is { } held ? NameIndex.ToMatch([.. WhoQuery.Words([held], source: null)]) : null;
        var wordings = who is { Wordings: { Count: > 0 } some } ? NameIndex.ToMatch(some) : null;
        return words is null || wordings is null ? words ?? wordings : $"({words}) AND ({wordings})";
    }

    private static string? Words(StatementQuery query)
    {
        var about = query.About is null ? null : $"content : ({SearchText.ToMatch(query.About)})";
        return query.Text is null ? about
            : about is null ? SearchText.ToMatch(query.Text)
            : $"({about}) AND ({SearchText.ToMatch(query.Text)})";
    }

    private static Found Read(SqliteDataReader r) => new(AnalysisTable.Read(r, r.GetString(3)), r.GetInt64(4), r.GetInt64(5));

    /// <summary>
    /// Cuts the words out of the texts, of statements in whose chain is <paramref name="who"/>. Statements of one
    /// document, which follow each other, share its reading.
    /// </summary>
    private IEnumerable<LedgerStatement> Cut(IEnumerable<Found> statements, WhoQuery? who)
    {
        Page? page = null;
        foreach (var (statement, document, analysis) in statements)
        {
            if (page?.Document != document || page.Analysis != analysis)
            {
                page = database.First(
                    """
                    SELECT d.text, d.outlet, d.title, d.published, p.analysis, p.retracted, m.program_version, m.model_version, m.author
                    FROM document d JOIN present p ON p.document = d.entry JOIN entry m ON m.sequence = $analysis WHERE d.entry = $document
                    """,
                    r => new Page(document, analysis, r),
                    ("$document", document),
                    ("$analysis", analysis)) ?? throw Failures.Damaged(database.Path, $"the state of document {document} is missing");
            }

            // Most sources are somebody else: the other roles are cut for those that are not.
            var source = statement.Source.Count == 0 ? null : Slice(statement, statement.Source, page.Text);
            if (who is null || who.Finds(statement, source))
            {
                yield return Cut(statement, source, page);
            }
        }
    }

    private string Slice(Statement statement, SpanList spans, string text) => spans.Extent.End <= text.Length
        ? spans.TextOf(text)
        : throw Failures.Damaged(database.Path, $"statement {statement.Id} reaches beyond its text");

    private LedgerStatement Cut(Statement statement, string? source, Page page)
    {
        return new LedgerStatement(
            statement,
            source,
            Slice(statement, statement.Cue, page.Text),
            Slice(statement, statement.Content, page.Text),
            page.Outlet,
            page.Title,
            page.Published,
            IsSuperseded: page.IsSuperseded,
            page.Provenance)
        {
            IsRetracted = page.IsRetracted,
        };
    }

    private sealed record Found(Statement Statement, long Document, long Analysis);

    private sealed class Page(long document, long analysis, SqliteDataReader r)
    {
        public long Document { get; } = document;

        public long Analysis { get; } = analysis;

        public string Text { get; } = r.GetString(0);

        public string? Outlet { get; } = r.TextOrNull(1);

        public string? Title { get; } = r.TextOrNull(2);

        public OffsetDateTime? Published { get; } = StoredTime.Read(r.TextOrNull(3));

        public bool IsSuperseded { get; } = r.GetInt64(4) != analysis;

        public bool IsRetracted { get; } = r.GetInt64(5) != 0;

        public Provenance Provenance { get; } = EntryTable.ReadProvenance(r, 6);
    }
}
