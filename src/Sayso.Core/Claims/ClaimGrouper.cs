using Sayso.Core.Corrections;
using Sayso.Core.Text;

namespace Sayso.Core.Claims;

/// <summary>
/// Brings statements of one proposition together. The groups are a function of the set of statements, never of the order in
/// which they came: statements that links hold together are grouped from the strongest link to the weakest, links of equal strength
/// in the order of their publication; when more come, as far as these reach (<see cref="Region"/>). What a person put together is together whatever
/// the links are, and what was put apart never comes together; beside that, statements are grouped as if nobody had. Not safe for
/// use by several threads at once.
/// </summary>
/// <param name="bonds">What a person put together and apart, by the statements' ids.</param>
public sealed class ClaimGrouper(Bonds bonds)
{
    private readonly CandidateIndex _index = new();
    private readonly Dictionary<string, List<Link>> _links = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Part> _partOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Cluster> _clusterOf = new(StringComparer.Ordinal);

    /// <summary>Makes one that nobody has told anything.</summary>
    public ClaimGrouper()
        : this(Bonds.None)
    {
    }

    /// <summary>
    /// The groups: statements in ordinal order of their ids, groups in that of their first one's. A statement that is like no
    /// other is a group of its own. One that has the same statements as at the last time is the same list.
    /// </summary>
    public IReadOnlyList<ValueList<StatementTraits>> Groups =>
    [
        .. _partOf.Values.Distinct().SelectMany(ClustersOf).Select(cluster => cluster.Members)
            .OrderBy(group => group[0].Id, StringComparer.Ordinal),
    ];

    /// <summary>Adds statements; those that are there already change nothing.</summary>
    /// <param name="statements">Any, in any order.</param>
    /// <param name="cancellationToken">Ends it between two statements with an <see cref="OperationCanceledException"/>.</param>
    public void Add(IEnumerable<StatementTraits> statements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statements);
        foreach (var statement in statements)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_partOf.ContainsKey(statement.Id))
            {
                continue;
            }

            var part = new Part(statement);
            _partOf.Add(statement.Id, part);
            _links.Add(statement.Id, []);
            var outline = Outline.Of(statement);
            foreach (var candidate in statement.IsComparable ? _index.Of(statement) : [])
            {
                if (Score(statement, outline, candidate) is { } score)
                {
                    var link = new Link(score, statement, candidate.Statement);
                    _links[statement.Id].Add(link);
                    _links[candidate.Statement.Id].Add(link);
                    part = Unite(part, _partOf[candidate.Statement.Id]);
                }
            }

            foreach (var bound in bonds.With(statement.Id).Where(_partOf.ContainsKey))
            {
                part = Unite(part, _partOf[bound]);
            }

            if (statement.IsComparable)
            {
                _index.Add(statement);
            }
        }
    }

    /// <summary>The strength of a link; <c>null</c> where there is none. What is told quickly is asked first.</summary>
    private static double? Score(StatementTraits a, Outline outline, Candidate candidate)
    {
        var b = candidate.Statement;
        if (!MayReach(a, b, PairScorer.LeastCosineOf(outline, candidate)))
        {
            return null;
        }

        var pair = StatementPair.WithoutCosine(a, b);
        if (PairScorer.MustNotLink(pair) || !MayReach(a, b, PairScorer.LeastCosineOf(pair)))
        {
            return null;
        }

        return StatementPair.CosineOf(a, b) is var cosine && cosine >= PairScorer.LeastCosine
            && PairScorer.Score(pair.With(cosine)) is var score && score >= PairScorer.Link ? score : null;
    }

    private static bool MayReach(StatementTraits a, StatementTraits b, double cosine) =>
        cosine <= 1 && StatementPair.MostCosineOf(a, b) >= cosine;

    private Part Unite(Part a, Part b)
    {
        if (a == b)
        {
            return a;
        }

        var (small, large) = a.Members.Count < b.Members.Count ? (a, b) : (b, a);
        large.Members.AddRange(small.Members);
        large.Clusters.UnionWith(small.Clusters);
        large.Fresh.AddRange(small.Fresh);
        foreach (var member in small.Members)
        {
            _partOf[member.Id] = large;
        }

        return large;
    }

    /// <summary>
    /// The clusters of a part. Where it has grown, what is new is grouped with the clusters that it has links to, and with those that
    /// this reaches in turn; all others stay. What a person bound is grouped with all the part.
    /// </summary>
    private HashSet<Cluster> ClustersOf(Part part)
    {
        if (part.Fresh.Count == 0)
        {
            return part.Clusters;
        }

        HashSet<Cluster> opened = new(bonds.IsEmpty && part.Fresh.Count < part.Members.Count / 2
            ? Linked(part.Fresh)
            : part.Clusters, ReferenceEqualityComparer.Instance);
        for (var before = -1; before != opened.Count;)
        {
            before = opened.Count;
            StatementTraits[] inside = [.. part.Fresh, .. opened.SelectMany(c => c.Members)];
            HashSet<Cluster> around = new(Linked(inside), ReferenceEqualityComparer.Instance);
            around.ExceptWith(opened);
            var region = new Region(inside, around, id => _links[id], bonds);
            opened.UnionWith(region.Reached);
            if (region.Reached.Count == 0)
            {
                Settle(part, opened, region);
            }
        }

        return part.Clusters;
    }

    /// <summary>The clusters that statements have links to, and their own.</summary>
    private IEnumerable<Cluster> Linked(IEnumerable<StatementTraits> statements) =>
        statements.SelectMany(s => _links[s.Id]).SelectMany(l => new[] { l.First, l.Second }).Select(_clusterOf.GetValueOrDefault).OfType<Cluster>();

    /// <summary>Puts clusters in the place of others; one with the same statements as before keeps their list.</summary>
    private void Settle(Part part, HashSet<Cluster> opened, Region region)
    {
        part.Clusters.ExceptWith(opened);
        part.Fresh.Clear();
        foreach (var found in region.Clusters())
        {
            var cluster = _clusterOf.GetValueOrDefault(found.Members[0].Id) is { } former && former.Members.SequenceEqual(found.Members, ReferenceEqualityComparer.Instance)
                ? found with { Members = former.Members } : found;
            part.Clusters.Add(cluster);
            foreach (var member in cluster.Members)
            {
                _clusterOf[member.Id] = cluster;
            }
        }
    }

    /// <summary>Statements that links hold together.</summary>
    private sealed class Part(StatementTraits first)
    {
        public List<StatementTraits> Members { get; } = [first];

        /// <summary>Those that are in no cluster yet.</summary>
        public List<StatementTraits> Fresh { get; } = [first];

        public HashSet<Cluster> Clusters { get; } = new(ReferenceEqualityComparer.Instance);
    }
}
