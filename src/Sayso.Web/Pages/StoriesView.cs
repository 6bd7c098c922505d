using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Changes;
using Sayso.Core.Conflicts;
using Sayso.Core.Documents;
using Sayso.Core.Stories;
using Sayso.Core.Text;
using Sayso.Web.Hosting;
using Sayso.Web.Reading;

namespace Sayso.Web.Pages;

/// <summary>A ledger at a glance: its stories, the newest first, what of them moved, and what to beware of.</summary>
/// <param name="State">How far reckoning is.</param>
public sealed record StoriesView(ClaimState State)
{
    private const int MostStories = 40;

    /// <summary>Stories of two documents or more.</summary>
    public IReadOnlyList<StoryCard> Stories { get; private init; } = [];

    /// <summary>Documents that share their events with none, the newest first.</summary>
    public IReadOnlyList<Document> Alone { get; private init; } = [];

    /// <summary>Whether the ledger is empty.</summary>
    public bool IsEmpty { get; private init; }

    /// <summary>Reads it.</summary>
    /// <param name="state">How far reckoning is.</param>
    /// <param name="changes">What changed on pages that were read again.</param>
    /// <param name="today">The day.</param>
    public static StoriesView Of(ClaimState state, IReadOnlyList<PageChange> changes, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Views is not { } views)
        {
            return new StoriesView(state);
        }

        return new StoriesView(state)
        {
            Stories = CardsOf(views, changes, today),
            Alone = [.. views.Stories.Where(s => s.Documents.Count == 1).OrderByDescending(s => s.Last ?? LocalDate.MinIsoValue).Take(MostStories)
                .Select(s => views.Ledger.Documents[s.Documents[0]])],
            IsEmpty = views.Ledger.Documents.Count == 0,
        };
    }

    /// <summary>The cards of the stories that are shown; made once for the same views, changes and day.</summary>
    internal static IReadOnlyList<StoryCard> CardsOf(LedgerViews views, IReadOnlyList<PageChange> changes, LocalDate today) => StoryScene.Of(views, changes, today).Cards(
        scene => [.. views.Stories.Where(s => s.Documents.Count > 1).OrderByDescending(s => s.Last ?? LocalDate.MinIsoValue).Take(MostStories).Select(s => StoryCard.Of(s, scene))]);
}

/// <summary>A story at a glance.</summary>
/// <param name="Story">The story.</param>
/// <param name="Sentence">Its counts in a sentence.</param>
public sealed record StoryCard(Story Story, string Sentence)
{
    private const int MostClaims = 5;
    private const int MostMoves = 2;

    /// <summary>The claims that most of its documents have.</summary>
    public IReadOnlyList<LedgerClaim> Claims { get; private init; } = [];

    /// <summary>How many claims several of its documents have.</summary>
    public int Repeated { get; private init; }

    /// <summary>Its newest document.</summary>
    public Document? Newest { get; private init; }

    /// <summary>What to beware of.</summary>
    public IReadOnlyList<StoryAlert> Alerts { get; private init; } = [];

    /// <summary>Since when <see cref="Moved"/> is, for people; <c>null</c> where its days are not known.</summary>
    public string? Since { get; private init; }

    /// <summary>What moved since yesterday, or where nothing came since then on its last day, each with where it is.</summary>
    public IReadOnlyList<(string Text, string Link)> Moved { get; private init; } = [];

    internal static StoryCard Of(Story story, StoryScene scene)
    {
        var documents = scene.Views.Ledger.Documents;
        var claims = scene.ClaimsOf(story);
        var outlets = story.Documents.Select(d => documents[d].Outlet).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var since = story.Last is { } last ? LocalDate.Min(last, scene.Today.PlusDays(-1)) : (LocalDate?)null;
        return new StoryCard(story, $"{Wording.Count(story.Documents.Count, "article")} of {Wording.Count(outlets, "outlet")}, {ClaimWords.Bounds(story.Origins)} independent origins. {When(story)}")
        {
            Claims = [.. claims.Where(c => c.Claim.Documents.Count > 1 && c.Origins.Groups.Count > 0).Take(MostClaims)],
            Repeated = claims.Count(c => c.Claim.Documents.Count > 1),
            Newest = story.Documents.Select(d => documents[d]).Where(d => d.Published is not null)
                .OrderByDescending(d => d.Published!.Value.ToInstant()).FirstOrDefault(),
            Alerts = [.. AlertsOf(story, scene, claims)],
            Since = since is not { } day ? null : day == scene.Today.PlusDays(-1) ? "Since yesterday" : $"On its last day, {Wording.Day(day)}",
            Moved = since is { } first ? [.. MovedOf(story, scene, first)] : [],
        };
    }

    private static IEnumerable<(string Text, string Link)> MovedOf(Story story, StoryScene scene, LocalDate since)
    {
        var documents = scene.Views.Ledger.Documents;
        var fresh = story.Documents.Where(d => documents[d].Published?.Date >= since).ToHashSet(StringComparer.Ordinal);
        yield return (Wording.Count(fresh.Count, "article"), $"{Links.Story(story.Id)}#articles");
        var claims = scene.ClaimsOf(story).Count(c => c.Claim.Documents.All(fresh.Contains));
        if (claims > 0)
        {
            yield return (Wording.Count(claims, "new claim"), $"{Links.Story(story.Id)}#claims");
        }

        var moves = scene.PositionsOf(fresh).SelectMany(p => p.Moves.Where(m => p.Entries.Any(e => e.StatementId == m.Second && fresh.Contains(e.DocumentId))).Select(m => (Position: p, Move: m))).ToList();
        foreach (var (position, move) in moves.Take(MostMoves))
        {
            yield return ($"{position.Actor}: {ClosedSet.NameOf(move.From)} → {ClosedSet.NameOf(move.To)}", Links.With("/positions", ("who", position.Actor), ("moved", "yes")));
        }

        if (moves.Count > MostMoves)
        {
            yield return (Wording.Count(moves.Count - MostMoves, "more move"), "/positions?moved=yes");
        }

        if (scene.ConflictsOf(fresh).Count(c => c.Alerts && !c.IsJudged) is > 0 and var conflicts)
        {
            yield return (Wording.Count(conflicts, "conflict"), new ConflictFilter().Link);
        }
    }

    private static IEnumerable<StoryAlert> AlertsOf(Story story, StoryScene scene, IReadOnlyList<LedgerClaim> claims)
    {
        foreach (var claim in claims.Where(c => c.Origins.Circular.Count > 0).Take(2))
        {
            yield return new("circular reporting", Wording.Clip(Wording.Line(claim.Circulating), 90), Links.Claim(claim.Claim.Id));
        }

        foreach (var claim in claims.Where(c => c.Origins.DeadEnds.Count > 0).Take(2))
        {
            yield return new("credits a report that does not have it", Wording.Clip(Wording.Line(claim.Claim.Proposition), 90), Links.Claim(claim.Claim.Id));
        }

        foreach (var change in scene.SilentEditsOf(story).Take(2))
        {
            yield return new("edited silently", Wording.Clip(Wording.Line(change.TitleAfter ?? change.TitleBefore ?? change.Url), 90), $"{Links.Document(change.To)}#edited");
        }

        var conflicts = scene.ConflictsOf(story.Documents).Where(c => c.Alerts).ToList();
        var open = conflicts.Count(c => !c.IsJudged);
        if (open > 0)
        {
            yield return new($"{Wording.Count(open, "conflict")} to judge", null, new ConflictFilter().Link);
        }

        if (conflicts.Count > open)
        {
            yield return new($"{Wording.Count(conflicts.Count - open, "conflict")} judged real", null, new ConflictFilter { State = ConflictState.Judged }.Link);
        }

        var moves = scene.PositionsOf(story.Documents).Sum(p => p.Moves.Count);
        if (moves > 0)
        {
            yield return new(Wording.Count(moves, "move") + " of position", null, "/positions?moved=yes");
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

/// <summary>Something to beware of in a story.</summary>
/// <param name="Kind">What it is; how many there are where no one of them is meant.</param>
/// <param name="Of">What it is of; <c>null</c> where no one is meant.</param>
/// <param name="Link">Where it is.</param>
public sealed record StoryAlert(string Kind, string? Of, string Link);

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
    public static StoryView Of(ClaimState state, string id, IReadOnlyList<PageChange> changes, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(state);
        var views = state.Views!;
        var story = Found.One(views.Stories, s => s.Id, id, "story");
        var ids = story.Claims.ToHashSet(StringComparer.Ordinal);
        var mine = story.Documents.ToHashSet(StringComparer.Ordinal);
        return new StoryView(StoryCard.Of(story, StoryScene.Of(views, changes, today)), state)
        {
            Claims = [.. views.Ledger.Claims.Where(c => ids.Contains(c.Claim.Id) && c.Claim.Statements.Count > 1).Take(MostClaims)],
            Figures = [.. views.Figures.Where(f => f.Readings.Count > 1 && f.Documents.Any(mine.Contains)).Take(8).Select(FigureLine.Of)],
            Documents = [.. story.Documents.Select(d => views.Ledger.Documents[d])],
        };
    }
}
