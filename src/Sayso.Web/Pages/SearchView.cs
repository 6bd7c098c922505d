using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Claims;
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
    /// <summary>Statements that facets count at most.</summary>
    private const int MostCounted = 2000;
    private const int MostShown = 60;
    private const int MostDocuments = 5;
    private const int MostFacets = 8;

    /// <summary>Statements that only mean what is looked for, at most.</summary>
    private const int MostAlike = 20;
    private const int MostActors = 6;

    /// <summary>The least cosine of a statement that means what is looked for.</summary>
    private const double Alike = 0.45;

    /// <summary>Fewer words than these say too little to have a meaning to go by.</summary>
    private const int FewestWords = 2;

    /// <summary>Those whose name has the words, the most heard first.</summary>
    public IReadOnlyList<LedgerActor> Actors { get; private init; } = [];

    /// <summary>How many of the answers say it in other words.</summary>
    public int InOtherWords { get; private init; }

    /// <summary>Statements that answer: those with the words, the newest first, then those that mean the like, the nearest first.</summary>
    public IReadOnlyList<SayRow> Rows { get; private init; } = [];

    /// <summary>How many answer.</summary>
    public int Count { get; private init; }

    /// <summary>Whether there are more than were counted.</summary>
    public bool IsCut { get; private init; }

    /// <summary>Documents that have the words, the newest first.</summary>
    public IReadOnlyList<DocumentLine> Documents { get; private init; } = [];

    /// <summary>Outlets, stances and speakers of what answers.</summary>
    public IReadOnlyList<Facet> Facets { get; private init; } = [];

    /// <summary>Reads it.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="filter">What is looked for.</param>
    /// <param name="reach">Where else than in words it is looked for.</param>
    public static SearchView Of(ILedger ledger, SearchFilter filter, SearchReach? reach = null)
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
        var alike = AlikeTo(ledger, filter.Text, reach).Where(s => !counted.Exists(c => c.Statement.Id == s.Statement.Id)).ToList();
        counted.AddRange(alike);
        var inOtherWords = alike.Where(filter.Holds).ToList();
        return new SearchView(filter)
        {
            Actors = [.. (reach?.Views?.Actors ?? []).Where(a => a.Answers(filter.Text)).Take(MostActors)],
            InOtherWords = inOtherWords.Count,
            Rows =
            [
                .. answers.Take(MostShown).Select(s => SayRow.Of(s, filter.Text) with { Found = "has the words" }),
                .. inOtherWords.Select(s => SayRow.Of(s) with { Found = "in other words" }),
            ],
            Count = answers.Count + inOtherWords.Count,
            IsCut = found.Count > MostCounted,
            Documents = [.. ledger.Documents(new DocumentQuery { Text = words, Outlet = filter.Outlet, Limit = MostDocuments })
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
        [.. ledger.Statements(new StatementQuery { Text = words, Limit = MostCounted + 1 })];

    /// <summary>The statements that mean the like, the nearest first; none for a phrase, which is looked for as it stands.</summary>
    private static IEnumerable<LedgerStatement> AlikeTo(ILedger ledger, string text, SearchReach? reach) =>
        reach is not { Encode: { } encode, Meanings.Count: > 0 } || text.Contains('"', StringComparison.Ordinal)
            || text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < FewestWords
            ? []
            : reach.Meanings.Nearest(encode(text.Trim()), Alike, MostAlike).Select(ledger.GetStatement).Where(s => !s.IsRetracted && !s.IsSuperseded);

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

/// <summary>Where else than in words something is looked for.</summary>
/// <param name="Views">Who speaks; <c>null</c> while that is not known.</param>
/// <param name="Meanings">What the statements mean.</param>
/// <param name="Encode">Gives words their meaning; <c>null</c> where none are compared.</param>
public sealed record SearchReach(LedgerViews? Views, MeaningIndex Meanings, Func<string, SentenceVector>? Encode);

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
