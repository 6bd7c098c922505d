using Sayso.Core.Ledger;
using Sayso.Core.Text;

namespace Sayso.Core.Search;

/// <summary>Searches a ledger's words: statements first, then documents.</summary>
public static class LedgerSearch
{
    /// <summary>What answers: statements in the order of lists, then documents, the newest first. Read as they are enumerated.</summary>
    public static IEnumerable<SearchHit> Find(ILedger ledger, SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(query);
        return (query.Kind is null or HitKind.Statement ? Statements(ledger, query) : [])
            .Concat(query.Kind is null or HitKind.Document ? Documents(ledger, query) : []);
    }

    private static IEnumerable<SearchHit> Statements(ILedger ledger, SearchQuery query)
    {
        var found = ledger.Statements(new StatementQuery
        {
            Text = query.Text,
            Since = query.Since,
            Until = query.Until,
            Outlet = query.Outlet,
            AsOf = query.AsOf
        });
        var (document, text, map) = (string.Empty, string.Empty, new CodePointMap(string.Empty));
        foreach (var entry in found)
        {
            var statement = entry.Statement;
            if (statement.DocumentId != document)
            {
                // Statements come document by document, so each text is fetched once.
                document = statement.DocumentId;
                text = ledger.GetDocument(document).Document.Text;
                map = new CodePointMap(text);
            }

            var span = Whole([.. statement.Source, .. statement.Cue, .. statement.Content]);
            yield return new SearchHit(HitKind.Statement, statement.Id, document, span.Slice(text).ToString())
            {
                Span = span,
                CodePoints = (map.ToCodePoint(span.Start), map.ToCodePoint(span.End)),
                Title = entry.Title,
                Outlet = entry.Outlet,
                Published = entry.Published,
            };
        }
    }

    private static IEnumerable<SearchHit> Documents(ILedger ledger, SearchQuery query)
    {
        var words = Words(query.Text);
        var found = ledger.Documents(new DocumentQuery
        {
            Text = query.Text,
            Since = query.Since,
            Until = query.Until,
            Outlet = query.Outlet,
            AsOf = query.AsOf,
            IncludeContent = true
        });
        foreach (var document in found.Select(entry => entry.Document))
        {
            var span = LineWith(document.Text, words);
            var map = new CodePointMap(document.Text);
            yield return new SearchHit(HitKind.Document, document.Id, document.Id, span.Slice(document.Text).ToString())
            {
                Span = span,
                CodePoints = (map.ToCodePoint(span.Start), map.ToCodePoint(span.End)),
                Title = document.Title,
                Outlet = document.Outlet,
                Published = document.Published,
            };
        }
    }

    private static TextSpan Whole(List<TextSpan> spans) => new(spans.Min(s => s.Start), spans.Max(s => s.End));

    private static List<string> Words(string text) =>
        [.. text.Split([' ', '"', '*'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>The first line that holds one of the words; the first line at all where only their stems or accents are others.</summary>
    private static TextSpan LineWith(string text, List<string> words)
    {
        var at = words.Select(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase)).Where(i => i >= 0).DefaultIfEmpty(0).Min();
        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var end = text.IndexOf('\n', at);
        return new TextSpan(start, end < 0 ? text.Length : Math.Max(end, start));
    }
}
