using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Inconsistencies;

/// <summary>
/// Finds what does not add up within one document, by arithmetic and by the calendar over the values that were read from
/// it. One file a rule; each looks at one sentence and the next, so the cost is linear in the text. Precision goes first:
/// a rule is silent about what is approximate, bounded, or might be counted in another way.
/// </summary>
public static class InconsistencyReader
{
    private static readonly Func<InconsistencyScene, int, IEnumerable<Inconsistency>>[] _rules =
        [Remainders.In, Parts.In, ChangeEnds.In, Shares.In, Conversions.In, DatedWeekdays.In, Recurrences.In];

    /// <summary>The inconsistencies in the order of the text; none is given twice.</summary>
    /// <param name="document">The document, with its publication time.</param>
    /// <param name="times">Its time expressions, in order.</param>
    /// <param name="quantities">Its quantities, in order.</param>
    /// <param name="contents">What its sources say; the rest is the outlet's own voice. In any order.</param>
    public static IReadOnlyList<Inconsistency> Read(
        Document document, IReadOnlyList<TimeExpression> times, IReadOnlyList<Quantity> quantities, IEnumerable<TextSpan> contents)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(quantities);
        ArgumentNullException.ThrowIfNull(contents);
        return Read(document, new DocumentValues(times, quantities), contents, out _);
    }

    /// <summary>The same, and how many words and values rules have looked at.</summary>
    internal static IReadOnlyList<Inconsistency> Read(Document document, DocumentValues values, IEnumerable<TextSpan> contents,
        out long looks)
    {
        var scene = new InconsistencyScene(document.Text, document.Published?.Date, values.Times, values.Quantities);
        var said = Said([.. contents.Order()]);
        List<Inconsistency> found =
        [
            .. Enumerable.Range(0, scene.Sentences.Count).SelectMany(i => _rules.SelectMany(rule => rule(scene, i)))
                .Concat(RivalCounts.In(scene, said)).Concat(ClockIntervals.In(scene, said))
                .Distinct()
                .OrderBy(found => found.Spans[0])
                .ThenBy(found => found.Reason, StringComparer.Ordinal),
        ];
        looks = scene.Looks;
        return found;
    }

    /// <summary>Whether a place begins in one of some contents, which are in order.</summary>
    private static Func<TextSpan, bool> Said(IReadOnlyList<TextSpan> contents)
    {
        // How far the contents up to each one reach.
        var reach = new int[contents.Count];
        for (var i = 0; i < reach.Length; i++)
        {
            reach[i] = Math.Max(contents[i].End, i == 0 ? 0 : reach[i - 1]);
        }

        return span => Sorted.CountWhere(contents.Count, i => contents[i].Start <= span.Start) is var before && before > 0
            && reach[before - 1] > span.Start;
    }
}
