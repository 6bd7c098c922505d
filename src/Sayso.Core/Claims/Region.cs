using Sayso.Core.Corrections;
using Sayso.Core.Text;

namespace Sayso.Core.Claims;

/// <summary>
/// Some of the statements that links hold together, grouped by themselves, from the strongest link to the weakest. Clusters around
/// them, made before, stay as they are, unless a link would have joined to one, as it was then, what is inside: if none is reached,
/// inside and around are as if all had been grouped at once, since every link led to what it led to.
/// </summary>
internal sealed class Region
{
    private readonly List<StatementTraits> _statements;
    private readonly Dictionary<string, int> _placeOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Cluster> _around = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<int>> _members = [];
    private readonly List<Link> _joins = [];
    private readonly ScoredGroups _groups;
    private readonly BoundParts? _bound;
    private readonly int _inside;

    /// <summary>Groups statements.</summary>
    /// <param name="inside">The statements to be grouped.</param>
    /// <param name="around">The clusters that they have links to.</param>
    /// <param name="linksOf">The links of a statement, to what is inside or around.</param>
    /// <param name="bonds">What a person put together and apart; then nothing may be around.</param>
    public Region(IReadOnlyCollection<StatementTraits> inside, IReadOnlyCollection<Cluster> around, Func<string, IEnumerable<Link>> linksOf, Bonds bonds)
    {
        _inside = inside.Count;
        _statements = [.. inside, .. around.SelectMany(c => c.Members)];
        for (var place = 0; place < _statements.Count; place++)
        {
            _placeOf.Add(_statements[place].Id, place);
        }

        foreach (var (cluster, member) in around.SelectMany(c => c.Members.Select(m => (c, m))))
        {
            _around.Add(member.Id, cluster);
        }

        _groups = new ScoredGroups(_statements.Count, (a, b) => Compared(_statements[a], _statements[b]));
        _bound = bonds.IsEmpty ? null : new BoundParts(inside.Select(s => s.Id), bonds);
        foreach (var link in inside.SelectMany(s => linksOf(s.Id).Where(link => link.First == s.Id || _around.ContainsKey(link.First))).Order(Link.ByStrength))
        {
            Look(link);
        }
    }

    /// <summary>The clusters that would have been joined to.</summary>
    public HashSet<Cluster> Reached { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The clusters of what is inside.</summary>
    public IEnumerable<Cluster> Clusters()
    {
        var joins = _joins.ToLookup(link => _groups.Of(_placeOf[link.First]));
        return _bound is null
            ? Enumerable.Range(0, _inside).GroupBy(_groups.Of).Select(group => new Cluster(Ordered(group.Select(place => _statements[place])), [.. joins[group.Key]]))
            : _bound.All.Select(part => new Cluster(Ordered(part.Select(id => _statements[_placeOf[id]])), []));
    }

    private static ValueList<StatementTraits> Ordered(IEnumerable<StatementTraits> statements) =>
        statements.OrderBy(s => s.Id, StringComparer.Ordinal).ToValueList();

    /// <summary>The score of two statements; <c>null</c> where they must stay apart.</summary>
    private static double? Compared(StatementTraits a, StatementTraits b) =>
        StatementPair.WithoutCosine(a, b) is var pair && PairScorer.MustNotLink(pair) ? null : PairScorer.Score(pair.With(StatementPair.CosineOf(a, b)));

    private void Look(Link link)
    {
        if (_around.TryGetValue(link.First, out var cluster) || _around.TryGetValue(link.Second, out cluster))
        {
            var (here, there) = _around.ContainsKey(link.First) ? (link.Second, link.First) : (link.First, link.Second);
            if (!Reached.Contains(cluster)
                && _groups.IsMeanAtLeast(PairScorer.Join, MembersOf(_groups.Of(_placeOf[here])), [.. cluster.Before(link, there).Select(id => _placeOf[id])]))
            {
                Reached.Add(cluster);
            }

            return;
        }

        // Whether two groups may join is judged by the statements that links brought together, not by those that a person did: a bond
        // takes nothing away from what else belongs to either.
        var (a, b) = (_groups.Of(_placeOf[link.First]), _groups.Of(_placeOf[link.Second]));
        if (a != b && _bound?.MayJoin(link.First, link.Second) != false && _groups.IsMeanAtLeast(PairScorer.Join, a, b))
        {
            _ = _bound?.Join(link.First, link.Second);
            _members[_groups.Join(a, b)] = [.. MembersOf(a), .. MembersOf(b)];
            _members.Remove(a);
            _members.Remove(b);
            _joins.Add(link);
        }
    }

    private List<int> MembersOf(int group) => _members.TryGetValue(group, out var members) ? members : [group];
}
