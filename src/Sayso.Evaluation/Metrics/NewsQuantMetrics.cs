using System.Text.RegularExpressions;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Metrics;

/// <summary>
/// NewsQuant's four figures (Almasian et al. 2023), by a matching of our own that is one to one. Two quantities of a sentence
/// may belong together when their values are the same: both numbers, or both ranges with the same ends in either order, to a
/// relative 1e-5 as in the published scorer. Of those, the pairs that agree in most else are taken first. A pair counts for
/// the unit when <see cref="IsSameUnit"/>, for the change when both say one of <c>= ~ &lt; &gt; up down</c>, and for what is
/// counted when <see cref="IsSameOf"/>.
/// </summary>
public static partial class NewsQuantMetrics
{
    private const double Tolerance = 1e-5;

    private static readonly HashSet<string> _small = new(("the a an of in on at for to and or by with from its his her their our my your "
        + "this that these those -").Split(' '), StringComparer.Ordinal);

    /// <summary>Counts one sentence.</summary>
    /// <param name="predicted">What was read in it.</param>
    /// <param name="gold">What is annotated.</param>
    public static MeasuredTally Count(IReadOnlyList<Measured> predicted, IReadOnlyList<NewsQuantity> gold)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(gold);
        var pairs = Pair(predicted, gold).Where(p => p.Predicted is not null && p.Gold is not null).ToList();
        Counts Of(Func<Measured, NewsQuantity, bool> isRight) =>
            new(pairs.Count(p => isRight(p.Predicted!, p.Gold!)), predicted.Count, gold.Count);

        return new(Of((_, _) => true), Of(IsSameUnit), Of((p, g) => p.Change == g.Change), Of(IsSameOf));
    }

    /// <summary>The quantities of both sides that belong together; then those that are alone, the other <c>null</c>.</summary>
    public static IReadOnlyList<(Measured? Predicted, NewsQuantity? Gold)> Pair(IReadOnlyList<Measured> predicted,
        IReadOnlyList<NewsQuantity> gold)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(gold);
        List<Candidate> candidates = [];
        for (var i = 0; i < predicted.Count; i++)
        {
            for (var j = 0; j < gold.Count; j++)
            {
                var (p, g) = (predicted[i], gold[j]);
                if (IsSameValue(p, g))
                {
                    candidates.Add(new(((IsSameUnit(p, g) ? 4 : 0) + (IsSameOf(p, g) ? 2 : 0) + (p.Change == g.Change ? 1 : 0)), i, j,
                        SameSource: false));
                }
            }
        }

        var matched = Matching.Greedy(candidates);
        return
        [
            .. matched.Select(m => ((Measured?)predicted[m.Predicted], (NewsQuantity?)gold[m.Gold])),
            .. predicted.Where((_, i) => matched.All(m => m.Predicted != i)).Select(p => ((Measured?)p, (NewsQuantity?)null)),
            .. gold.Where((_, j) => matched.All(m => m.Gold != j)).Select(g => ((Measured?)null, (NewsQuantity?)g)),
        ];
    }

    /// <summary>Whether the values are the same.</summary>
    public static bool IsSameValue(Measured predicted, NewsQuantity gold)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(gold);
        var second = gold.Second ?? gold.First;
        return Near(predicted.Low, Math.Min(gold.First, second)) && Near(predicted.High, Math.Max(gold.First, second));
    }

    /// <summary>
    /// Whether the units are the same: names of one unit (of gold, as written or as normalized), or, for a count, the noun that
    /// ends either phrase stands in the other. Where gold has no unit in the text there must be none, or the normalized one.
    /// </summary>
    public static bool IsSameUnit(Measured predicted, NewsQuantity gold)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(gold);
        if (predicted.Unit.Length > 0)
        {
            var cut = Before(gold.Unit, " of ");
            return gold.NormalizedUnit.Length + gold.Unit.Length > 0
                && (UnitNames.IsSame(predicted.Unit, gold.NormalizedUnit) || UnitNames.IsSame(predicted.Unit, gold.Unit)
                    || (cut.Length > 0 && UnitNames.IsSame(predicted.Unit, cut)));
        }

        if (gold.Unit.Length == 0)
        {
            return predicted.Noun.Length == 0;
        }

        var (mine, theirs) = (Words(Before(predicted.Noun, " of ")), Words(gold.Unit + " " + gold.NormalizedUnit));
        return mine.Count > 0 && theirs.Count > 0
            && (theirs.Contains(mine[^1]) || Words(predicted.Noun).Contains(Words(gold.Unit) is [.., var last] ? last : string.Empty));
    }

    /// <summary>
    /// Whether what is counted is the same: a word in common, in the singular, articles and prepositions left out. For a count,
    /// gold has the noun counted in its unit and the sentence's subject in its concepts; either will do. Where gold names
    /// nothing, nothing may have been found.
    /// </summary>
    public static bool IsSameOf(Measured predicted, NewsQuantity gold)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(gold);
        var theirs = Words(gold.Concepts + (predicted.Unit.Length == 0 ? " " + gold.Unit : string.Empty));
        var mine = Words(predicted.Of);
        return theirs.Count == 0 ? mine.Count == 0 : mine.Exists(theirs.Contains);
    }

    private static bool Near(double one, double other) => Math.Abs(one - other) <= Tolerance * Math.Max(Math.Abs(one), Math.Abs(other));

    private static string Before(string text, string mark) => text.IndexOf(mark, StringComparison.Ordinal) is > 0 and var at
        ? text[..at] : text;

    private static List<string> Words(string text) =>
        [.. WordPattern().Matches(text.ToLowerInvariant()).Select(m => UnitNames.Singular(m.Value)).Where(w => !_small.Contains(w))];

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex WordPattern();
}
