using Sayso.Core.Corrections;
using Sayso.Core.Text;

namespace Sayso.Core.Claims;

/// <summary>
/// Brings statements of one proposition together. The groups are a function of the set of statements, never of the order in
/// which they came: each part of the statements that links hold together is grouped anew when it grows, from the strongest
/// link to the weakest, links of equal strength in the order of their ids. What a person put together is together whatever
/// the links are, and what was put apart never comes together; beside that, statements are grouped as if nobody had. Not safe for
/// use by several threads at once.
/// </summary>
/// <param name="bonds">What a person put together and apart, by the statements' ids.</param>
public sealed class ClaimGrouper(Bonds bonds)
{
    private readonly CandidateIndex _index = new();
    private readonly Dictionary<string, List<Link>> _links = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Part> _partOf = new(StringComparer.Ordinal);

    /// <summary>Makes one that nobody has told anything.</summary>
    public ClaimGrouper()
        : this(Bonds.None)
    {
    }

    /// <summary>
    /// The groups: statements in ordinal order of their ids, groups in that of their first one's. A statement that is like no
    /// other is a group of its own.
    /// </summary>
    public IReadOnlyList<ValueList<StatementTraits>> Groups =>
    [
        .. _partOf.Values.Distinct().SelectMany(part => part.Groups ??= GroupsOf(part))
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

            var part = new Part([statement]);
            _partOf.Add(statement.Id, part);
            _links.Add(statement.Id, []);
            foreach (var other in statement.IsComparable ? _index.Of(statement) : [])
            {
                if (Score(statement, other) is { } score)
                {
                    _links[statement.Id].Add(new Link(score, statement, other));
                    part = Unite(part, _partOf[other.Id]);
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

    /// <summary>The strength of a link; <c>null</c> where there is none.</summary>
    private static double? Score(StatementTraits a, StatementTraits b)
    {
        if (StatementPair.CosineOf(a, b) < PairScorer.LeastCosine)
        {
            return null;
        }

        var pair = StatementPair.Of(a, b);
        return PairScorer.Score(pair) is var score && score >= PairScorer.Link && !PairScorer.MustNotLink(pair) ? score : null;
    }

    private Part Unite(Part a, Part b)
    {
        if (a == b)
        {
            return a;
        }

        var (small, large) = a.Members.Count < b.Members.Count ? (a, b) : (b, a);
        large.Members.AddRange(small.Members);
        large.Groups = null;
        foreach (var member in small.Members)
        {
            _partOf[member.Id] = large;
        }

        return large;
    }

    /// <summary>
    /// Groups a part. Whether two groups may join is judged by the statements that links brought together, not by those that a
    /// person did: a bond takes nothing away from what else belongs to either.
    /// </summary>
    private List<ValueList<StatementTraits>> GroupsOf(Part part)
    {
        Dictionary<string, List<StatementTraits>> groupOf =
            part.Members.ToDictionary(m => m.Id, m => new List<StatementTraits> { m }, StringComparer.Ordinal);
        var claims = new BoundParts(groupOf.Keys, bonds);
        Dictionary<(string, string), StatementPair> compared = [];
        var links = part.Members.SelectMany(m => _links[m.Id]).OrderByDescending(l => l.Score)
            .ThenBy(l => l.First, StringComparer.Ordinal).ThenBy(l => l.Second, StringComparer.Ordinal);
        foreach (var link in links)
        {
            var (a, b) = (groupOf[link.First], groupOf[link.Second]);
            if (a == b || !claims.MayJoin(link.First, link.Second) || !MayJoin(a, b, compared))
            {
                continue;
            }

            _ = claims.Join(link.First, link.Second);
            a.AddRange(b);
            foreach (var member in b)
            {
                groupOf[member.Id] = a;
            }
        }

        var byId = part.Members.ToDictionary(m => m.Id, StringComparer.Ordinal);
        return [.. claims.All.Select(claim => claim.Order(StringComparer.Ordinal).Select(id => byId[id]).ToValueList())];
    }

    private static bool MayJoin(List<StatementTraits> a, List<StatementTraits> b, Dictionary<(string, string), StatementPair> compared)
    {
        List<double> scores = [];
        foreach (var x in a)
        {
            foreach (var y in b)
            {
                var key = string.CompareOrdinal(x.Id, y.Id) < 0 ? (x.Id, y.Id) : (y.Id, x.Id);
                if (!compared.TryGetValue(key, out var pair))
                {
                    pair = StatementPair.Of(x, y);
                    compared.Add(key, pair);
                }

                if (PairScorer.MustNotLink(pair))
                {
                    return false;
                }

                scores.Add(PairScorer.Score(pair));
            }
        }

        // In one order, whatever that of the members: sums of floating-point numbers depend on it.
        scores.Sort();
        return scores.Average() >= PairScorer.Join;
    }

    /// <summary>Statements that links hold together, and their groups since it last grew.</summary>
    private sealed class Part(List<StatementTraits> members)
    {
        public List<StatementTraits> Members { get; } = members;

        public List<ValueList<StatementTraits>>? Groups { get; set; }
    }

    /// <summary>A link between two statements, the one with the smaller id first.</summary>
    private readonly record struct Link
    {
        public Link(double score, StatementTraits a, StatementTraits b)
        {
            Score = score;
            (First, Second) = string.CompareOrdinal(a.Id, b.Id) < 0 ? (a.Id, b.Id) : (b.Id, a.Id);
        }

        public double Score { get; }

        public string First { get; }

        public string Second { get; }
    }
}
