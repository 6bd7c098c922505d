using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Conflicts;
using Sayso.Core.Entities;
using Sayso.Core.Errors;
using Sayso.Core.Figures;
using Sayso.Core.Positions;
using Sayso.Core.Search;
using Sayso.Core.Stories;
using Sayso.Core.Text;
using Sayso.Core.Timeline;

namespace Sayso.Core.Analysis;

/// <summary>
/// What is to be seen in the claims of a ledger, each view made when it is first asked for: a function of the documents,
/// statements and claims, never of their order. For what was known on a day, make it of the claims of that day
/// (<see cref="ClaimQuery.AsOf"/>). Safe for use by several threads.
/// </summary>
public sealed class LedgerViews
{
    private readonly Lazy<LedgerScene> _scene;
    private readonly Lazy<IReadOnlyList<Story>> _stories;
    private readonly Lazy<IReadOnlyList<Figure>> _figures;
    private readonly Lazy<IReadOnlyList<Position>> _positions;
    private readonly Lazy<IReadOnlyList<TimelineEvent>> _timeline;
    private readonly Lazy<IReadOnlyList<Conflict>> _conflicts;
    private readonly Lazy<IReadOnlyList<LedgerEntity>> _entities;
    private readonly Lazy<IReadOnlyDictionary<string, StatementTraits>> _statements;
    private readonly Lazy<IReadOnlyList<LedgerActor>> _actors;
    private readonly Lazy<ActorIndex> _actorIndex;

    /// <summary>Makes the views of claims; nothing is read yet.</summary>
    public LedgerViews(ClaimedLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        Ledger = ledger;
        _scene = new(() => new LedgerScene(ledger));
        _stories = new(() => StoryBuilder.Of(_scene.Value));
        _figures = new(() => FigureBuilder.Of(_scene.Value, Stories));
        _positions = new(() => PositionBuilder.Of(_scene.Value));
        _timeline = new(() => TimelineBuilder.Of(_scene.Value));
        _conflicts = new(() =>
        [
            .. ConflictFinder.Of(_scene.Value, Figures, Stories).Select(c => c with { Judgement = ledger.Corrections.JudgementOf(c) })
                .OrderBy(c => c.IsJudged),
        ]);
        _entities = new(() => EntityBuilder.Of(_scene.Value));
        _actors = new(ActorsOf);
        _actorIndex = new(() => new ActorIndex(Actors));
        _statements = new(() => ledger.Claims.SelectMany(c => c.Claim.Statements)
            .ToDictionary(s => s.Traits.Id, s => s.Traits, StringComparer.Ordinal));
    }

    /// <summary>The claims.</summary>
    public ClaimedLedger Ledger { get; }

    /// <summary>The stories: those of most documents first, then the latest, then by id.</summary>
    public IReadOnlyList<Story> Stories => _stories.Value;

    /// <summary>The counted things: those of most documents first, then of most readings, then by id.</summary>
    public IReadOnlyList<Figure> Figures => _figures.Value;

    /// <summary>What actors did with claims: those with most moves first, then of most documents, then by actor and claim.</summary>
    public IReadOnlyList<Position> Positions => _positions.Value;

    /// <summary>What happened when: by the earliest day, then by the latest, then by time, document and place.</summary>
    public IReadOnlyList<TimelineEvent> Timeline => _timeline.Value;

    /// <summary>What cannot hold together: what nobody judged first, then across documents, then by the day it came up, then by id.</summary>
    public IReadOnlyList<Conflict> Conflicts => _conflicts.Value;

    /// <summary>Whom a name of the chains of sources means; <c>null</c> for one that none has.</summary>
    public string? ActorNamed(string name) => _scene.Value.Actors.Find(name);

    /// <summary>On whose word statements are: those of most statements first, then by name.</summary>
    public IReadOnlyList<LedgerActor> Actors => _actors.Value;

    /// <summary>The same by the words of their names.</summary>
    public ActorIndex ActorIndex => _actorIndex.Value;

    /// <summary>Who and what the documents name: those of most documents first, then of most statements and mentions, then by id.</summary>
    public IReadOnlyList<LedgerEntity> Entities => _entities.Value;

    /// <summary>A statement of the claims; <c>null</c> for one without content, or of another ledger.</summary>
    public StatementTraits? Statement(string id) => _statements.Value.GetValueOrDefault(id);

    /// <summary>The story whose id begins so.</summary>
    /// <exception cref="SaysoException">None or several begin so, or it is empty, which could mean any.</exception>
    public Story FindStory(string idOrPrefix) => Find(Stories, s => s.Id, idOrPrefix, ("story", "stories"));

    /// <summary>The figure whose id begins so.</summary>
    /// <exception cref="SaysoException">None or several begin so, or it is empty, which could mean any.</exception>
    public Figure FindFigure(string idOrPrefix) => Find(Figures, f => f.Id, idOrPrefix, ("figure", "figures"));

    /// <summary>The conflict whose id begins so.</summary>
    /// <exception cref="SaysoException">None or several begin so, or it is empty, which could mean any.</exception>
    public Conflict FindConflict(string idOrPrefix) => Find(Conflicts, c => c.Id, idOrPrefix, ("conflict", "conflicts"));

    /// <summary>The entity whose id begins so.</summary>
    /// <exception cref="SaysoException">None or several begin so, or it is empty, which could mean any.</exception>
    public LedgerEntity FindEntity(string idOrPrefix) => Find(Entities, e => e.Id, idOrPrefix, ("entity", "entities"));

    private IReadOnlyList<LedgerActor> ActorsOf() =>
    [
        .. Ledger.Claims.SelectMany(c => c.Claim.Statements).Select(s => s.Traits.Statement)
            .Where(s => s.SourceHop is { Kind: SourceKind.Named or SourceKind.Document or SourceKind.Outlet or SourceKind.Collective } hop && hop.Name != Hop.Unspecified)
            .GroupBy(s => _scene.Value.Actors.ActorOf(s) is { } actor ? actor.Speaker ?? actor.Name : s.SourceHop!.Name, StringComparer.Ordinal)
            .Select(g => new LedgerActor(
                g.Key,
                g.GroupBy(s => s.SourceHop!.Name, StringComparer.Ordinal).OrderByDescending(n => n.Count()).ThenBy(n => n.Key, StringComparer.Ordinal).Select(n => n.Key).ToValueList(),
                g.Count(),
                g.Select(s => s.DocumentId).Distinct(StringComparer.Ordinal).Count()))
            .OrderByDescending(a => a.Statements).ThenBy(a => a.Name, StringComparer.Ordinal),
    ];

    private static T Find<T>(IReadOnlyList<T> all, Func<T, string> idOf, string idOrPrefix, (string One, string Many) names)
    {
        ArgumentNullException.ThrowIfNull(idOrPrefix);
        var found = all.Where(x => idOf(x).StartsWith(idOrPrefix, StringComparison.Ordinal)).Take(2).ToList();
        return found.Count switch
        {
            0 => throw new SaysoException(ProblemCodes.NotFound,
                $"There is no {names.One} “{idOrPrefix}” in the ledger. `sayso {names.Many}` lists them."),
            1 => found[0],
            _ => throw new SaysoException(ProblemCodes.AmbiguousId,
                $"Several {names.Many} begin with “{idOrPrefix}”: give more of the id."),
        };
    }
}
