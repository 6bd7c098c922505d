using Sayso.Core.Times;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Metrics;

/// <summary>
/// Time expressions inside contents. Only what annotated contents hold is looked at; an expression that several statements
/// hold counts once. A predicted one is found when it overlaps an annotated one, one to one, and right when its TIMEX3
/// value is the same too: equal text, where decades and quarters of periods are written as years and months.
/// </summary>
public static class TimeMetrics
{
    /// <summary>Counts one article.</summary>
    /// <param name="predicted">The expressions read in its text, in order.</param>
    /// <param name="gold">Its statements.</param>
    public static ValueTally Count(IReadOnlyList<TimeExpression> predicted, IReadOnlyList<GoldStatement> gold) =>
        ValuePairs.Count(Pair(predicted, gold), (t, g) => IsSame(t.Value, g.Value));

    /// <summary>The expressions of both sides that belong together; the other is <c>null</c> where it is missing.</summary>
    public static IReadOnlyList<(TimeExpression? Predicted, GoldTime? Gold)> Pair(IReadOnlyList<TimeExpression> predicted,
        IReadOnlyList<GoldStatement> gold)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(gold);
        return ValuePairs.Of(
            predicted.Select(t => (t.Span, t)),
            gold.SelectMany(s => s.Times).Where(t => !t.IsSaid).Select(t => (t.Span, t)),
            gold,
            (t, g) => IsSame(t.Value, g.Value));
    }

    /// <summary>Whether two TIMEX3 values mean the same.</summary>
    public static bool IsSame(string one, string other) => one == other || InYears(one) == InYears(other);

    private static string InYears(string value) =>
        value.StartsWith('P') && value.EndsWith("DE", StringComparison.Ordinal) && int.TryParse(value[1..^2], out var decades)
            ? $"P{10 * decades}Y" : value;
}
