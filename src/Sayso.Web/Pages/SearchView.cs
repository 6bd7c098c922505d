using NodaTime;
using Sayso.Core.Ledger;
using Sayso.Core.Search;
using Sayso.Core.Text;
using Sayso.Web.Hosting;
using Sayso.Web.Parts;
using Sayso.Web.Reading;

namespace Sayso.Web.Pages;

/// <summary>What answers a search.</summary>
/// <param name="Filter">What was asked.</param>
public sealed record SearchView(SearchFilter Filter)
{
    /// <summary>Statements that are looked at, the last read first: facets count no others.</summary>
    private const int MostCounted = 500;
    private const int MostShown = 60;
    private const int MostDocuments = 5;
    private const int MostFacets = 8;

    /// <summary>Those whose name has the words, the most heard first.</summary>
    public IReadOnlyList<LedgerActor> Actors { get; private init; } = [];

    /// <summary>Why people and other words were not looked for, for people; <c>null</c> where they were.</summary>
    public string? WhyOnlyWords { get; private init; }

    /// <summary>How many of the answers say it in other words.</summary>
    public int InOtherWords { get; private init; }

    /// <summary>Statements that answer: those with the words, the newest first, then those that mean the like, the nearest first.</summary>
    public IReadOnlyList<SayRow> Rows { get; private init; } = [];

    /// <summary>How many answer.</summary>
    public int Count { get; private init; }

    /// <summary>Whether there are more than were counted.</summary>
    public bool IsCut { get; private init; }

    /// <summary>Documents that have the words, the last added first.</summary>
    public IReadOnlyList<DocumentLine> Documents { get; private init; } = [];

    /// <summary>Outlets, stances and speakers of what answers.</summary>
    public IReadOnlyList<Facet> Facets { get; private init; } = [];

    /// <summary>Reads it.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="filter">What is looked for.</param>
    /// <param name="reach">Where else than in words it is looked for.</param>
    /// <param name="whyOnlyWords">Why it is nowhere else, for people; <c>null</c> where it is.</param>
    public static SearchView Of(ILedger ledger, SearchFilter filter, SearchReach? reach = null, string? whyOnlyWords = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(filter);
        if (string.IsNullOrWhiteSpace(filter.Text))
        {
            return new SearchView(filter);
        }

        // Where whole words answer with more than is counted, nothing is gained by those that only begin so.
        var (words, whole) = (AsTyped(filter.Text), Statements(ledger, filter.Text));
        var found = whole.Count > MostCounted || words == filter.Text ? whole : Statements(ledger, words);
        var counted = found.Take(MostCounted).ToList();
        var answers = counted.Where(filter.Holds).OrderByDescending(s => s.Published is { } time ? time.ToInstant() : Instant.MinValue)
            .ToList();
        var query = new SearchQuery { Text = filter.Text };
        var alike = LedgerSearch.Alike(ledger, query, reach ?? SearchReach.WordsOnly).Where(s => !counted.Exists(c => c.Statement.Id == s.Statement.Id)).ToList();
        counted.AddRange(alike);
        var inOtherWords = alike.Where(filter.Holds).ToList();
        return new SearchView(filter)
        {
            Actors = LedgerSearch.Actors(query, reach ?? SearchReach.WordsOnly),
            WhyOnlyWords = whyOnlyWords,
            InOtherWords = inOtherWords.Count,
            Rows =
            [
                .. answers.Take(MostShown).Select(s => SayRow.Of(s, filter.Text)),
                .. inOtherWords.Select(s => SayRow.Of(s) with { IsInOtherWords = true }),
            ],
            Count = answers.Count + inOtherWords.Count,
            IsCut = found.Count > MostCounted,
            Documents = [.. ledger.Documents(new DocumentQuery { Text = words, Outlet = filter.Outlet, IsLastAddedFirst = true, Limit = MostDocuments })
                .Select(DocumentLine.Of)],
            Facets =
            [
                Facet.Of("Outlet", counted.Where((filter with { Outlet = null }).Holds), OutletOf,
                    new Choice(filter.Outlet, value => filter with { Outlet = value })),
                Facet.Of("Stance", counted.Where((filter with { Stance = null }).Holds), StanceOf,
                    new Choice(filter.Stance, value => filter with { Stance = value })),
                Facet.Of("Who", counted.Where((filter with { Who = null }).Holds), s => Wording.Who(s.Statement, s.Outlet),
                    new Choice(filter.Who, value => filter with { Who = value })),
            ],
        };
    }

    private static List<LedgerStatement> Statements(ILedger ledger, string words) =>
        [.. ledger.Statements(new StatementQuery { Text = words, IsLastReadFirst = true, Limit = MostCounted + 1 })];

    /// <summary>The words as a search has them while they are typed: the last one may be only begun.</summary>
    private static string AsTyped(string text) => char.IsLetterOrDigit(text[^1]) && text.Count(c => c == '"') % 2 == 0 ? text + "*" : text;

    private static string? OutletOf(LedgerStatement s) => s.Outlet;

    private static string? StanceOf(LedgerStatement s) => s.Statement.Attitude is { } a ? ClosedSet.NameOf(a.Stance) : null;

    /// <summary>What of a facet is chosen, and how another is.</summary>
    internal sealed record Choice(string? Chosen, Func<string?, SearchFilter> Choose);

    /// <summary>One thing to narrow a search by.</summary>
    /// <param name="Name">What it is.</param>
    /// <param name="Values">Its values with how many have them, the most frequent first.</param>
    public sealed record Facet(string Name, IReadOnlyList<FacetValue> Values)
    {
        internal static Facet Of(string name, IEnumerable<LedgerStatement> statements, Func<LedgerStatement, string?> valueOf,
            Choice choice) => new(
            name,
            [
                .. statements.Select(valueOf).OfType<string>().GroupBy(v => v, StringComparer.Ordinal)
                    .OrderByDescending(g => g.Key == choice.Chosen).ThenByDescending(g => g.Count())
                        .ThenBy(g => g.Key, StringComparer.Ordinal)
                    .Take(MostFacets).Select(g => new FacetValue(g.Key, g.Count(), g.Key == choice.Chosen,
                        choice.Choose(g.Key == choice.Chosen ? null : g.Key).Link)),
            ]);
    }
}

/// <summary>A value of a facet.</summary>
/// <param name="Name">The value.</param>
/// <param name="Count">How many have it.</param>
/// <param name="IsChosen">Whether the search is narrowed by it.</param>
/// <param name="Link">Leads to the search with it, or without it where it is chosen.</param>
public sealed record FacetValue(string Name, int Count, bool IsChosen, string Link);

/// <summary>What is searched for, as the address says it.</summary>
public sealed record SearchFilter
{
    /// <summary>Words; a phrase in double quotes.</summary>
    public string? Text { get; init; }

    /// <summary>The outlet.</summary>
    public string? Outlet { get; init; }

    /// <summary>The stance's name.</summary>
    public string? Stance { get; init; }

    /// <summary>The speaker.</summary>
    public string? Who { get; init; }

    /// <summary>Where it is.</summary>
    public string Link => Links.With("/search", ("q", Text), ("outlet", Outlet), ("stance", Stance), ("who", Who));

    /// <summary>Whether a statement is not left out.</summary>
    public bool Holds(LedgerStatement entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return (Outlet is null || entry.Outlet == Outlet)
            && (Stance is null || (entry.Statement.Attitude is { } a && ClosedSet.NameOf(a.Stance) == Stance))
            && (Who is null || Wording.Who(entry.Statement, entry.Outlet) == Who);
    }
}
