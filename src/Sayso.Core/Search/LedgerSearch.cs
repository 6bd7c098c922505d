using Sayso.Core.Analysis;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;

namespace Sayso.Core.Search;

/// <summary>Searches a ledger: by whom, in the same words, in other words.</summary>
public static class LedgerSearch
{
    private const int MostActors = 6;

    /// <summary>Statements that only mean what is looked for, at most.</summary>
    private const int MostAlike = 20;

    /// <summary>The least cosine of a statement that means what is looked for.</summary>
    private const double LeastAlike = 0.45;

    /// <summary>Fewer words than these say too little to have a meaning to go by.</summary>
    private const int FewestWords = 2;

    /// <summary>
    /// What answers: whose name has the words; statements that have them, in the order of lists; statements that say the like, the
    /// nearest first; documents that have the words, the newest first. Read as it is enumerated.
    /// </summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="reach">Where else than in words.</param>
    /// <exception cref="Errors.SaysoException">What it is to go on behind is not in the ledger any more.</exception>
    public static IEnumerable<SearchHit> Find(ILedger ledger, SearchQuery query, SearchReach reach)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(reach);
        var isStatement = query.After is null or { Kind: HitKind.Actor or HitKind.Statement } && query.Kind is null or HitKind.Statement;
        var actors = query.After is null or { Kind: HitKind.Actor } && query.Kind is null or HitKind.Actor ? Actors(query, reach) : [];
        var alike = isStatement ? Alike(ledger, query, reach) : [];
        var behind = query.After is { Kind: HitKind.Statement } after ? after.Id : null;
        var isBehindAlike = behind is not null && alike.Any(s => s.Statement.Id == behind);
        return Behind(actors.Select(Hit), query.After is { Kind: HitKind.Actor } last ? last.Id : null)
            .Concat(isStatement && !isBehindAlike ? Statements(ledger, WithWords(ledger, query, behind), FoundBy.Words) : [])
            .Concat(Behind(Statements(ledger, alike, FoundBy.Meaning), isBehindAlike ? behind : null))
            .Concat(query.Kind is null or HitKind.Document ? Documents(ledger, query) : []);
    }

    /// <summary>Those whose name has the words, the most heard first; none where days or outlets are asked for, which names have not.</summary>
    public static IReadOnlyList<LedgerActor> Actors(SearchQuery query, SearchReach reach)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(reach);
        return query.IsNarrow ? [] : reach.Actors.Find(query.Text, MostActors);
    }

    /// <summary>Statements that say the like and have not the words, the nearest first; none for a phrase, which is looked for as it stands.</summary>
    public static IReadOnlyList<LedgerStatement> Alike(ILedger ledger, SearchQuery query, SearchReach reach)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(reach);
        var text = query.Text.Replace('*', ' ').Trim();
        if (reach is not { Encode: { } encode, Meanings.Count: > 0 } || text.Contains('"', StringComparison.Ordinal)
            || text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < FewestWords)
        {
            return [];
        }

        return
        [
            .. reach.Meanings.Nearest(encode(text), LeastAlike, MostAlike, key => KeptVectors.Find(ledger, key)).Select(id => Kept(ledger, id)).OfType<LedgerStatement>()
                .Where(s => !s.IsRetracted && !s.IsSuperseded && Has(ledger, Of(query) with { Text = null }, s) && !Has(ledger, Of(query), s)),
        ];
    }

    /// <summary>A statement; <c>null</c> for one that was purged since its meaning was read.</summary>
    private static LedgerStatement? Kept(ILedger ledger, string id)
    {
        try
        {
            return ledger.GetStatement(id);
        }
        catch (SaysoException e) when (e.Problem.Code == ProblemCodes.NotFound)
        {
            return null;
        }
    }

    private static bool Has(ILedger ledger, StatementQuery query, LedgerStatement statement) =>
        ledger.Statements(query with { DocumentId = statement.Statement.DocumentId }).Any(s => s.Statement.Id == statement.Statement.Id);

    private static StatementQuery Of(SearchQuery query) => new()
    {
        Text = query.Text,
        Since = query.Since,
        Until = query.Until,
        Outlet = query.Outlet,
        AsOf = query.AsOf,
    };

    private static IEnumerable<LedgerStatement> WithWords(ILedger ledger, SearchQuery query, string? behind) => ledger.Statements(Of(query) with { After = behind });

    private static IEnumerable<SearchHit> Behind(IEnumerable<SearchHit> hits, string? id) => id is null ? hits : hits.SkipWhile(h => h.Id != id).Skip(1);

    private static SearchHit Hit(LedgerActor actor) => new(HitKind.Actor, actor.Names[0], null, actor.Name) { Found = FoundBy.Name, Actor = actor };

    private static IEnumerable<SearchHit> Statements(ILedger ledger, IEnumerable<LedgerStatement> found, FoundBy by)
    {
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
                Found = by,
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
            After = query.After is { Kind: HitKind.Document } after ? after.Id : null,
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
