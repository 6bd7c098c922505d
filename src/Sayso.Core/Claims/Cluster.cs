using Sayso.Core.Text;

namespace Sayso.Core.Claims;

/// <summary>Statements of one group, with the links that joined them.</summary>
/// <param name="Members">The statements in ordinal order of their ids.</param>
/// <param name="Joins">The links in the order of joining, one fewer than there are statements; more by hand.</param>
internal sealed record Cluster(ValueList<StatementTraits> Members, IReadOnlyList<Link> Joins)
{
    /// <summary>The statements that one was in a group with before a link was looked at, itself included.</summary>
    public IReadOnlyCollection<string> Before(Link link, string id)
    {
        HashSet<string> together = new([id], StringComparer.Ordinal);
        List<Link> earlier = [.. Joins.TakeWhile(join => Link.ByStrength.Compare(join, link) < 0)];
        while (earlier.RemoveAll(join =>
        {
            var reaches = together.Contains(join.First) || together.Contains(join.Second);
            if (reaches)
            {
                together.Add(join.First);
                together.Add(join.Second);
            }

            return reaches;
        }) > 0)
        {
        }

        return together;
    }
}

/// <summary>
/// A link between two statements, the one with the smaller id first. Of links of equal strength those of earlier statements go
/// first, then by words: the same articles under other ids come to the same claims.
/// </summary>
internal readonly record struct Link
{
    /// <summary>Links a statement to another.</summary>
    public Link(double score, StatementTraits a, StatementTraits b)
    {
        Score = score;
        (First, Second) = string.CompareOrdinal(a.Id, b.Id) < 0 ? (a.Id, b.Id) : (b.Id, a.Id);
        (_earlier, _later) = StatementTraits.InTime.Compare(a, b) < 0 ? (a, b) : (b, a);
    }

    private readonly StatementTraits _earlier;
    private readonly StatementTraits _later;

    /// <summary>The strongest first, of equal strength in the order in which their statements were published.</summary>
    public static Comparer<Link> ByStrength { get; } = Comparer<Link>.Create((x, y) =>
        y.Score.CompareTo(x.Score) is var strength && strength != 0 ? strength
        : StatementTraits.InTime.Compare(x._earlier, y._earlier) is var first && first != 0 ? first
        : StatementTraits.InTime.Compare(x._later, y._later));

    /// <summary>How strong it is.</summary>
    public double Score { get; }

    /// <summary>The id of a statement.</summary>
    public string First { get; }

    /// <summary>The other's.</summary>
    public string Second { get; }
}
