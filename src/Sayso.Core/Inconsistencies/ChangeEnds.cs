using Sayso.Core.Quantities;
using Sayso.Core.Text;

namespace Sayso.Core.Inconsistencies;

/// <summary>"Rose 4% to 1.2 million from 1.1 million": a change that does not lead from its start to its end.</summary>
internal static class ChangeEnds
{
    private const int MostApart = 40;

    /// <summary>Those of one sentence.</summary>
    public static IEnumerable<Inconsistency> In(InconsistencyScene scene, int sentence)
    {
        var here = scene.QuantitiesIn(sentence);
        for (var i = 0; i < here.Count; i++)
        {
            List<Quantity> group = [];
            for (var j = i; j < here.Count && here[j].Change?.Direction == here[i].Change?.Direction && here[j].Change is not null
                && (j == i || IsNear(scene, here[j - 1].Span, here[j].Span)); j++)
            {
                group.Add(here[j]);
            }

            if (group.Count > 0)
            {
                i += group.Count - 1;
                if (Mismatch(group) is { } found)
                {
                    yield return found;
                }
            }
        }
    }

    private static bool IsNear(InconsistencyScene scene, TextSpan left, TextSpan right) =>
        right.Start - left.End <= MostApart && !scene.Words(left.End, right.Start).Exists(w => w.Form is "and" or "but" or "while" or ";" or "then" or "after");

    private static Inconsistency? Mismatch(List<Quantity> group)
    {
        if (group.Exists(q => q.IsApproximate || q.Comparator != Comparator.Equal || q.Value is null))
        {
            return null;
        }

        if (One(group, c => c.From) is not { } from || One(group, c => c.To) is not { } to || from.Unit != to.Unit)
        {
            return null;
        }

        var (start, end) = (from.Change!.From!.Value, to.Change!.To!.Value);
        var direction = group[0].Change!.Direction;
        if (direction == ChangeDirection.Up ? end < start : direction == ChangeDirection.Down && end > start)
        {
            return InconsistencyScene.Found(
                $"From {InconsistencyScene.Show(from)} to {InconsistencyScene.Show(to)} is {(direction == ChangeDirection.Up ? "no rise" : "no fall")}.", from.Span, to.Span);
        }

        if (One(group, c => c.By) is not { } by || by == from || by == to)
        {
            return null;
        }

        var isPercent = by.Unit == "percent" && from.Unit != "percent";
        if (!isPercent && by.Unit != from.Unit && !(by.Unit == "percentage point" && from.Unit == "percent"))
        {
            return null;
        }

        var written = by.Change!.By!.Value;
        var (low, high) = isPercent
            ? Ends(start, end, (s, e) => s == 0 ? double.NaN : Math.Abs(e - s) / Math.Abs(s) * 100)
            : Ends(start, end, (s, e) => Math.Abs(e - s));
        var slack = InconsistencyScene.Rounding(written);
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

    private static Quantity? One(List<Quantity> group, Func<Change, double?> end)
    {
        var found = group.FindAll(q => end(q.Change!) is not null);
        return found.Count == 1 ? found[0] : null;
    }
}
