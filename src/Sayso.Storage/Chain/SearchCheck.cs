using Microsoft.Data.Sqlite;
using Sayso.Storage.Files;
using Sayso.Storage.Rows;

namespace Sayso.Storage.Chain;

/// <summary>
/// Compares the search's words with those of what is stored: all is indexed anew in temporary tables, and of every word
/// the number of its places, and sums over where they are, have to agree.
/// </summary>
internal static class SearchCheck
{
    /// <summary>Reports the first word of each index that differs.</summary>
    public static void Run(Database database, Action<string> fault, CancellationToken cancellationToken)
    {
        Compare("document_search", "title, text", () => database.Execute(
            "INSERT INTO temp.document_search_new (rowid, title, text) SELECT entry, title, text FROM document"));
        Compare("statement_search", "source, cue, content", () => Index(database, cancellationToken));

        void Compare(string table, string columns, Action fill)
        {
            database.Execute($"CREATE VIRTUAL TABLE temp.{table}_new USING fts5 ({columns}, content = '', tokenize = 'unicode61 remove_diacritics 2')");
            database.Execute($"CREATE VIRTUAL TABLE temp.{table}_new_words USING fts5vocab (temp, {table}_new, instance)");
            database.Execute($"CREATE VIRTUAL TABLE temp.{table}_words USING fts5vocab (main, {table}, instance)");
            fill();
            cancellationToken.ThrowIfCancellationRequested();
            using var found = Words(database, $"{table}_words").GetEnumerator();
            foreach (var expected in Words(database, $"{table}_new_words"))
            {
                if (!found.MoveNext() || found.Current != expected)
                {
                    fault($"The index {table} does not hold the words that are stored, “{expected.Term}” for one.");
                    return;
                }
            }

            if (found.MoveNext())
            {
                fault($"The index {table} holds words that are not stored, “{found.Current.Term}” for one.");
            }
        }
    }

    private static void Index(Database database, CancellationToken cancellationToken)
    {
        foreach (var (entry, text) in database.Stream(
            "SELECT p.analysis, d.text FROM present p JOIN document d ON d.entry = p.document", r => (r.GetInt64(0), r.GetString(1))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (number, spans) in database.All(
                "SELECT s.number, s.spans FROM analysis a JOIN statement s ON s.number >= a.first AND s.number < a.first + a.count WHERE a.entry = $entry",
                r => (r.GetInt64(0), SpanCodec.Decode(r.GetFieldValue<byte[]>(1))),
                ("$entry", entry)))
            {
                if (Math.Max(Math.Max(spans.Source.Extent.End, spans.Cue.Extent.End), spans.Content.Extent.End) <= text.Length)
                {
                    database.Execute(
                        "INSERT INTO temp.statement_search_new (rowid, source, cue, content) VALUES ($number, $source, $cue, $content)",
                        ("$number", number),
                        ("$source", spans.Source.TextOf(text)),
                        ("$cue", spans.Cue.TextOf(text)),
                        ("$content", spans.Content.TextOf(text)));
                }
            }
        }
    }

    // Weights that are unlikely to cancel out; floating point, where a sum of many large numbers cannot overflow.
    private static IEnumerable<(string Term, long Count, double Sum)> Words(Database database, string table) => database.Stream(
        $"SELECT term, count(*), total(doc * (\"offset\" % 8191 + 1) % 1000003 + unicode(col)) FROM temp.{table} GROUP BY term ORDER BY term",
        r => (r.GetString(0), r.GetInt64(1), r.GetDouble(2)));
}
