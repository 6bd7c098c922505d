using System.Numerics;
using Sayso.Core.Text;
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
    public static TimeTally Count(IReadOnlyList<TimeExpression> predicted, IReadOnlyList<GoldStatement> gold)
    {
        var pairs = Pair(predicted, gold);
        long found = 0, right = 0, mine = 0, theirs = 0;
        foreach (var (time, expected) in pairs)
        {
            found += time is not null && expected is not null ? 1 : 0;
            right += time is not null && expected is not null && IsSame(time.Value, expected.Value) ? 1 : 0;
            mine += time is not null ? 1 : 0;
            theirs += expected is not null ? 1 : 0;
        }

        return new TimeTally(new Counts(found, mine, theirs), new Counts(right, mine, theirs));
    }

    /// <summary>The expressions of both sides that belong together; the other is <c>null</c> where it is missing.</summary>
    public static IReadOnlyList<(TimeExpression? Predicted, GoldTime? Gold)> Pair(IReadOnlyList<TimeExpression> predicted, IReadOnlyList<GoldStatement> gold)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(gold);
        TextSpan[] contents = [.. gold.SelectMany(s => s.Spans.Content)];
        List<GoldTime> left = [.. gold.SelectMany(s => s.Times).Where(t => !t.IsSaid).DistinctBy(t => t.Span).OrderBy(t => t.Span)];
        List<TimeExpression> mine = [.. predicted.Where(t => Array.Exists(contents, c => c.Contains(t.Span)))];
        List<(TimeExpression? Predicted, GoldTime? Gold)> pairs = [];

        // Equal values first, so that a neighbour does not take what is another's.
        foreach (var sameValue in new[] { true, false })
        {
            foreach (var time in mine.ToList())
            {
                if (left.Find(g => g.Span.Overlaps(time.Span) && (!sameValue || IsSame(time.Value, g.Value))) is { } match)
                {
                    pairs.Add((time, match));
                    mine.Remove(time);
                    left.Remove(match);
                }
            }
        }

        pairs.AddRange(mine.Select(t => ((TimeExpression?)t, (GoldTime?)null)));
        return [.. pairs, .. left.Select(g => ((TimeExpression?)null, (GoldTime?)g))];
    }

    /// <summary>Whether two TIMEX3 values mean the same.</summary>
    public static bool IsSame(string one, string other) => one == other || InYears(one) == InYears(other);

    private static string InYears(string value) =>
        value.StartsWith('P') && value.EndsWith("DE", StringComparison.Ordinal) && int.TryParse(value[1..^2], out var decades) ? $"P{10 * decades}Y" : value;
}

/// <summary>Counts of time expressions.</summary>
/// <param name="Found">Those that overlap.</param>
/// <param name="Right">Those that have the right value too.</param>
public sealed record TimeTally(Counts Found, Counts Right) : IAdditionOperators<TimeTally, TimeTally, TimeTally>, IAdditiveIdentity<TimeTally, TimeTally>
{
    /// <inheritdoc/>
    public static TimeTally AdditiveIdentity { get; } = new(default, default);

    /// <inheritdoc/>
    public static TimeTally operator +(TimeTally left, TimeTally right) => new(left.Found + right.Found, left.Right + right.Right);
}
