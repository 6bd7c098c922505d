using Sayso.Storage.Files;
using Sayso.Storage.Rows;
using SQLitePCL;

namespace Sayso.Storage.Chain;

/// <summary>
/// Compares the search's words with those of what is stored: of every row of the three indexes, which words it has at which places.
/// That an index can be searched at all, the database's own check of the file sees to.
/// </summary>
internal sealed class SearchCheck(Database database, Action<string> fault, CancellationToken cancellationToken)
{
    private readonly SearchTokenizer _tokenizer = new(database, SearchTokenizer.OfTexts);
    private readonly SearchTokenizer _nameTokenizer = new(database, SearchTokenizer.OfNames);

    /// <summary>Reports the first row of each index that differs.</summary>
    public void Run()
    {
        Compare("document_search", AddDocuments);
        Compare("statement_search", AddStatements);
        Compare("name_search", AddNames);
    }

    private void Compare(string table, Action<SearchWords> add)
    {
        SearchWords words = new();
        add(words);
        try
        {
            new SearchPages(database, table).TakeFrom(words);
        }
        catch (InvalidDataException e)
        {
            fault($"The index {table} is damaged: {e.Message}.");
            return;
        }

        if (words.FirstLeft() is { } row)
        {
            fault($"The index {table} does not hold the words that are stored, those of row {row} for one.");
        }
    }

    private void AddDocuments(SearchWords words)
    {
        foreach (var (entry, title, text) in database.Stream(
            "SELECT entry, title, text FROM document", r => (r.GetInt64(0), r.TextOrNull(1), r.GetString(2))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (inTitle, inText) = (0, 0);
            words.Of(entry) += _tokenizer.Sum(title, 0, ref inTitle) + _tokenizer.Sum(text, 1, ref inText);
        }
    }

    private void AddStatements(SearchWords words)
    {
        foreach (var (first, count, text) in database.Stream(
            "SELECT a.first, a.count, d.text FROM present p JOIN analysis a ON a.entry = p.analysis JOIN document d ON d.entry = p.document",
            r => (r.GetInt64(0), r.GetInt64(1), r.GetString(2))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            database.Each(
                "SELECT number, spans FROM statement WHERE number >= ?1 AND number < ?2",
                row => words.Of(raw.sqlite3_column_int64(row, 0)) += OfStatement(text, raw.sqlite3_column_blob(row, 1)),
                first,
                first + count);
        }
    }

    private void AddNames(SearchWords words)
    {
        foreach (var (number, names) in database.Stream(
            $"""
            SELECT s.number, {NameIndex.Column} AS names
            FROM present p
            JOIN analysis a ON a.entry = p.analysis
            JOIN document d ON d.entry = p.document
            CROSS JOIN statement s ON s.number >= a.first AND s.number < a.first + a.count
            WHERE names IS NOT NULL
            """,
            r => (r.GetInt64(0), r.GetString(1))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var place = 0;
            words.Of(number) += _nameTokenizer.Sum(names, 0, ref place);
        }
    }

    private ulong OfStatement(string text, ReadOnlySpan<byte> spans)
    {
        var sum = 0UL;
        for (var role = 0; role < SpanCodec.Roles; role++)
        {
            var place = 0;
            var end = 0;
            for (var count = SpanCodec.ReadCount(ref spans); count > 0; count--)
            {
                var span = SpanCodec.ReadSpan(ref spans, end);
                end = span.End;
                sum += end <= text.Length ? _tokenizer.Sum(span.Slice(text), role, ref place) : 0;
            }
        }

        return sum;
    }
}
