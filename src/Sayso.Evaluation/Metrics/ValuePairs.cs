using Sayso.Core.Text;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Metrics;

/// <summary>What was read inside contents beside what is annotated there.</summary>
internal static class ValuePairs
{
    /// <summary>
    /// Pairs of values whose spans overlap, one to one, those that mean the same first; then those that are alone, the other
    /// <c>null</c>.
    /// </summary>
    /// <param name="predicted">What was read, with its spans; what lies in no annotated content is left out.</param>
    /// <param name="gold">What is annotated, with its spans; one span counts once.</param>
    /// <param name="statements">The annotated statements.</param>
    /// <param name="isSame">Whether two mean the same.</param>
    public static IReadOnlyList<(TFound? Predicted, TGold? Gold)> Of<TFound, TGold>(
        IEnumerable<(TextSpan Span, TFound Value)> predicted,
        IEnumerable<(TextSpan Span, TGold Value)> gold,
        IEnumerable<GoldStatement> statements,
        Func<TFound, TGold, bool> isSame)
        where TFound : class
        where TGold : class
    {
        TextSpan[] contents = [.. statements.SelectMany(s => s.Spans.Content)];
        var theirs = gold.DistinctBy(g => g.Span).OrderBy(g => g.Span).ToList();
        var mine = predicted.Where(p => Array.Exists(contents, c => c.Contains(p.Span))).ToList();
        List<(TFound? Predicted, TGold? Gold)> pairs = [];

        // Equal values first, so that a neighbour does not take what is another's.
        foreach (var mustBeSame in new[] { true, false })
        {
            foreach (var found in mine.ToList())
            {
                var match = theirs.FindIndex(g => g.Span.Overlaps(found.Span) && (!mustBeSame || isSame(found.Value, g.Value)));
                if (match >= 0)
                {
                    pairs.Add((found.Value, theirs[match].Value));
                    theirs.RemoveAt(match);
                    mine.Remove(found);
                }
            }
        }

        return [.. pairs, .. mine.Select(m => ((TFound?)m.Value, (TGold?)null)), .. theirs.Select(g => ((TFound?)null, (TGold?)g.Value))];
    }

    /// <summary>Counts of pairs: those that overlap, and those that mean the same too.</summary>
    public static ValueTally Count<TFound, TGold>(IReadOnlyList<(TFound? Predicted, TGold? Gold)> pairs, Func<TFound, TGold, bool> isSame)
        where TFound : class
        where TGold : class
    {
        long found = 0, right = 0, mine = 0, theirs = 0;
        foreach (var (predicted, gold) in pairs)
        {
            mine += predicted is null ? 0 : 1;
            theirs += gold is null ? 0 : 1;
            if (predicted is not null && gold is not null)
            {
                found++;
                right += isSame(predicted, gold) ? 1 : 0;
            }
        }

        return new ValueTally(new Counts(found, mine, theirs), new Counts(right, mine, theirs));
    }
}
