using Sayso.Core.Quantities;

namespace Sayso.Core.Inconsistencies;

/// <summary>"Rose 4% to 1.2 million from 1.1 million": a change that does not lead from its start to its end.</summary>
internal static class ChangeEnds
{
    /// <summary>"A third" is seldom meant to the percent.</summary>
    private const double MostOfAPart = 4;

    /// <summary>Those of one sentence.</summary>
    public static IEnumerable<Inconsistency> In(InconsistencyScene scene, int sentence)
    {
        var here = scene.QuantitiesIn(sentence);
        for (var i = 0; i < here.Count; i++)
        {
            // The quantities of one change stand side by side, and each has all of it.
            List<Quantity> group = [.. here.Skip(i).TakeWhile(q => q.Change is not null && q.Change == here[i].Change)];
            if (group.Count > 1)
            {
                i += group.Count - 1;
                if (Mismatch(group, group[0].Change!) is { } found)
                {
                    yield return found;
                }
            }
        }
    }

    private static Inconsistency? Mismatch(List<Quantity> group, Change change)
    {
        if (group.Exists(q => q.IsApproximate || q.Comparator != Comparator.Equal || q.Value is null)
            || Of(group, change.From) is not { } from || Of(group, change.To) is not { } to || from == to || from.Unit != to.Unit)
        {
            return null;
        }

        var (start, end) = (from.Value!.Value, to.Value!.Value);
        if (change.Direction == ChangeDirection.Up ? end < start : change.Direction == ChangeDirection.Down && end > start)
        {
            return InconsistencyScene.Found(
                $"From {InconsistencyScene.Show(from)} to {InconsistencyScene.Show(to)} is {(change.Direction == ChangeDirection.Up ? "no rise" : "no fall")}.", from.Span, to.Span);
        }

        if (Of(group, change.By) is not { } by || by == from || by == to)
        {
            return null;
        }

        // "By half" is a share too.
        var isPart = by is { Unit: null, Value: > 0 and < 1 };
        if (isPart)
        {
            by = by with { Value = by.Value * 100, Unit = "percent" };
        }

        var isPercent = by.Unit == "percent" && (isPart || from.Unit != "percent");
        if (!isPercent && by.Unit != from.Unit && !(by.Unit == "percentage point" && from.Unit == "percent"))
        {
            return null;
        }

        var written = by.Value!.Value;
        var (low, high) = isPercent
            ? Ends(start, end, (s, e) => s == 0 ? double.NaN : Math.Abs(e - s) / Math.Abs(s) * 100)
            : Ends(start, end, (s, e) => Math.Abs(e - s));
        var slack = isPart ? MostOfAPart : InconsistencyScene.Rounding(written);
        return double.IsNaN(low) || (written >= low - slack && written <= high + slack) ? null : InconsistencyScene.Found(
            $"From {InconsistencyScene.Show(from)} to {InconsistencyScene.Show(to)} is a change of {InconsistencyScene.Show(Math.Round(isPercent ? Math.Abs(end - start) / Math.Abs(start) * 100 : Math.Abs(end - start), 1))}{(isPercent ? "%" : string.Empty)}, not {InconsistencyScene.Show(by)}.",
            [from.Span, to.Span, by.Span]);
    }

    /// <summary>The least and the most that the change may be, as both ends are rounded.</summary>
    private static (double Low, double High) Ends(double start, double end, Func<double, double, double> change)
    {
        var (s, e) = (InconsistencyScene.Rounding(start), InconsistencyScene.Rounding(end));
        double[] all = [change(start - s, end - e), change(start - s, end + e), change(start + s, end - e), change(start + s, end + e)];
        return (all.Min(), all.Max());
    }

    /// <summary>The one quantity of a number.</summary>
    private static Quantity? Of(List<Quantity> group, double? number)
    {
        var found = group.FindAll(q => number is not null && q.Value == number);
        return found.Count == 1 ? found[0] : null;
    }
}
