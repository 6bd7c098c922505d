using System.Runtime.CompilerServices;
using Sayso.Core.Analysis;
using Sayso.Core.Conflicts;
using Sayso.Core.Documents;
using Sayso.Core.Stories;
using Sayso.Web.Hosting;
using Sayso.Web.Reading;

namespace Sayso.Web.Pages;

/// <summary>A ledger at a glance: its stories, what of them is new, and what to beware of.</summary>
/// <param name="State">How far reckoning is.</param>
public sealed record StoriesView(ClaimState State)
{
    private const int MostStories = 40;

    // A card looks through all claims, conflicts and positions: of the same views it is made once.
    private static readonly ConditionalWeakTable<LedgerViews, IReadOnlyList<StoryCard>> _cards = [];

    /// <summary>Stories of two documents or more.</summary>
    public IReadOnlyList<StoryCard> Stories { get; private init; } = [];

    /// <summary>Documents that share their events with none.</summary>
    public IReadOnlyList<Document> Alone { get; private init; } = [];

    /// <summary>Whether the ledger is empty.</summary>
    public bool IsEmpty { get; private init; }

    /// <summary>Reads it.</summary>
    public static StoriesView Of(ClaimState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Views is not { } views)
        {
            return new StoriesView(state);
        }

        return new StoriesView(state)
        {
            Stories = CardsOf(views),
            Alone = [.. views.Stories.Where(s => s.Documents.Count == 1).Take(MostStories)
                .Select(s => views.Ledger.Documents[s.Documents[0]])],
            IsEmpty = views.Ledger.Documents.Count == 0,
        };
    }

    /// <summary>The cards of the stories that are shown.</summary>
    internal static IReadOnlyList<StoryCard> CardsOf(LedgerViews views) => _cards.GetValue(
        views, static v => [.. v.Stories.Where(s => s.Documents.Count > 1).Take(MostStories).Select(s => StoryCard.Of(s, v))]);
}

/// <summary>A story at a glance.</summary>
/// <param name="Story">The story.</param>
/// <param name="Sentence">Its counts in a sentence.</param>
public sealed record StoryCard(Story Story, string Sentence)
{
    private const int MostClaims = 5;

    /// <summary>The claims that most of its documents have.</summary>
    public IReadOnlyList<LedgerClaim> Claims { get; private init; } = [];

    /// <summary>How many claims several of its documents have.</summary>
    public int Repeated { get; private init; }

    /// <summary>Its newest document.</summary>
    public Document? Newest { get; private init; }

    /// <summary>What to beware of, each with where it is.</summary>
    public IReadOnlyList<(string Text, string Link)> Alerts { get; private init; } = [];

    internal static StoryCard Of(Story story, LedgerViews views)
    {
        var documents = views.Ledger.Documents;
        var mine = story.Documents.ToHashSet(StringComparer.Ordinal);
        var ids = story.Claims.ToHashSet(StringComparer.Ordinal);
        var claims = views.Ledger.Claims.Where(c => ids.Contains(c.Claim.Id)).ToList();
        var outlets = story.Documents.Select(d => documents[d].Outlet).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        return new StoryCard(story, $"{Wording.Count(story.Documents.Count, "article")} of {Wording.Count(outlets, "outlet")}, {ClaimWords.Bounds(story.Origins)} independent origins. {When(story)}")
        {
            Claims = [.. claims.Where(c => c.Claim.Documents.Count > 1 && c.Origins.Groups.Count > 0).Take(MostClaims)],
            Repeated = claims.Count(c => c.Claim.Documents.Count > 1),
            Newest = story.Documents.Select(d => documents[d]).Where(d => d.Published is not null)
                .OrderByDescending(d => d.Published!.Value.ToInstant()).FirstOrDefault(),
            Alerts = [.. AlertsOf(views, claims, mine)],
        };
    }

    private static IEnumerable<(string Text, string Link)> AlertsOf(LedgerViews views, List<LedgerClaim> claims, HashSet<string> documents)
    {
        foreach (var claim in claims.Where(c => c.Origins.Circular.Count > 0).Take(2))
        {
            yield return ($"circular reporting: {Wording.Clip(Wording.Line(claim.Claim.Proposition), 60)}", Links.Claim(claim.Claim.Id));
        }

        foreach (var claim in claims.Where(c => c.Origins.DeadEnds.Count > 0).Take(2))
        {
            yield return ($"credits a report that does not have it: {Wording.Clip(Wording.Line(claim.Claim.Proposition), 50)}",
                Links.Claim(claim.Claim.Id));
        }

        var conflicts = views.Conflicts.Where(c => c.Alerts && c.Passages.Any(p => documents.Contains(p.DocumentId))).ToList();
        var open = conflicts.Count(c => !c.IsJudged);
        if (open > 0)
        {
            yield return ($"{Wording.Count(open, "conflict")} to judge", new ConflictFilter().Link);
        }

        if (conflicts.Count > open)
        {
            yield return ($"{Wording.Count(conflicts.Count - open, "conflict")} judged real", new ConflictFilter { State = ConflictState.Judged }.Link);
        }

        var moves = views.Positions.Where(p => p.Documents.Any(documents.Contains)).Sum(p => p.Moves.Count);
        if (moves > 0)
        {
            yield return (Wording.Count(moves, "move") + " of position", "/positions?moved=yes");
        }
    }

    private static string When(Story story) => (story.First, story.Last) switch
    {
        ({ } first, { } last) when first == last => $"{Wording.Day(first)}.",
        ({ } first, { } last) when first.Month == last.Month && first.Year == last.Year => $"{first.Day} to {Wording.Day(last)}.",
        ({ } first, { } last) => $"{Wording.Day(first)} to {Wording.Day(last)}.",
        _ => "Dates unknown.",
    };
}

/// <summary>A story: its claims and articles.</summary>
/// <param name="Card">It at a glance.</param>
/// <param name="State">How far reckoning is.</param>
public sealed record StoryView(StoryCard Card, ClaimState State)
{
    private const int MostClaims = 30;

    /// <summary>Its claims that are said more than once.</summary>
    public IReadOnlyList<LedgerClaim> Claims { get; private init; } = [];

    /// <summary>Its figures.</summary>
    public IReadOnlyList<FigureLine> Figures { get; private init; } = [];

    /// <summary>Its articles, the first first.</summary>
    public IReadOnlyList<Document> Documents { get; private init; } = [];

    /// <summary>Reads it.</summary>
    public static StoryView Of(ClaimState state, string id)
    {
        ArgumentNullException.ThrowIfNull(state);
        var views = state.Views!;
        var story = Found.One(views.Stories, s => s.Id, id, "story");
        var ids = story.Claims.ToHashSet(StringComparer.Ordinal);
        var mine = story.Documents.ToHashSet(StringComparer.Ordinal);
        return new StoryView(StoryCard.Of(story, views), state)
        {
            Claims = [.. views.Ledger.Claims.Where(c => ids.Contains(c.Claim.Id) && c.Claim.Statements.Count > 1).Take(MostClaims)],
            Figures = [.. views.Figures.Where(f => f.Readings.Count > 1 && f.Documents.Any(mine.Contains)).Take(8).Select(FigureLine.Of)],
            Documents = [.. story.Documents.Select(d => views.Ledger.Documents[d])],
        };
    }
}
