using System.Runtime.CompilerServices;
using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Changes;
using Sayso.Core.Conflicts;
using Sayso.Core.Positions;
using Sayso.Core.Stories;

namespace Sayso.Web.Pages;

/// <summary>What stories are told by, looked up by document: made once for the same views, changes and day. Safe for use by several threads.</summary>
internal sealed class StoryScene
{
    private static readonly ConditionalWeakTable<LedgerViews, StoryScene> _scenes = [];

    private readonly IReadOnlyList<PageChange> _changes;
    private readonly Dictionary<string, int> _claims;
    private readonly ILookup<string, Conflict> _conflicts;
    private readonly ILookup<string, Position> _positions;
    private readonly Lock _lock = new();
    private IReadOnlyList<StoryCard>? _cards;

    private StoryScene(LedgerViews views, IReadOnlyList<PageChange> changes, LocalDate today)
    {
        (Views, _changes, Today) = (views, changes, today);
        _claims = views.Ledger.Claims.Select((c, i) => (c.Claim.Id, i)).ToDictionary(c => c.Id, c => c.i, StringComparer.Ordinal);
        _conflicts = views.Conflicts.SelectMany(c => c.Documents.Select(d => (d, c))).ToLookup(p => p.d, p => p.c, StringComparer.Ordinal);
        _positions = views.Positions.SelectMany(p => p.Documents.Select(d => (d, p))).ToLookup(p => p.d, p => p.p, StringComparer.Ordinal);
    }

    /// <summary>The claims and views.</summary>
    public LedgerViews Views { get; }

    /// <summary>The day.</summary>
    public LocalDate Today { get; }

    /// <summary>Makes it, or gives the one that was made.</summary>
    public static StoryScene Of(LedgerViews views, IReadOnlyList<PageChange> changes, LocalDate today)
    {
        if (_scenes.TryGetValue(views, out var known) && known._changes == changes && known.Today == today)
        {
            return known;
        }

        var made = new StoryScene(views, changes, today);
        _scenes.AddOrUpdate(views, made);
        return made;
    }

    /// <summary>The cards of the front page; made when they are first asked for.</summary>
    public IReadOnlyList<StoryCard> Cards(Func<StoryScene, IReadOnlyList<StoryCard>> make)
    {
        lock (_lock)
        {
            return _cards ??= make(this);
        }
    }

    /// <summary>A story's claims in the order of lists.</summary>
    public IReadOnlyList<LedgerClaim> ClaimsOf(Story story) => [.. story.Claims.Where(_claims.ContainsKey).Select(c => _claims[c]).Order().Select(i => Views.Ledger.Claims[i])];

    /// <summary>The conflicts of documents, each once.</summary>
    public IEnumerable<Conflict> ConflictsOf(IEnumerable<string> documents) => documents.SelectMany(d => _conflicts[d]).DistinctBy(c => c.Id, StringComparer.Ordinal);

    /// <summary>The positions of documents, each once.</summary>
    public IEnumerable<Position> PositionsOf(IEnumerable<string> documents) => documents.SelectMany(d => _positions[d]).DistinctBy(p => (p.Actor, p.ClaimId));

    /// <summary>Pages of a story whose attributions were edited without a word of it.</summary>
    public IEnumerable<PageChange> SilentEditsOf(Story story) => _changes.Where(c => c.IsSilent && c.Edits.Count > 0 && story.Documents.Contains(c.To));
}
