using Sayso.Core.Quantities;

namespace Sayso.Core.Inconsistencies;

/// <summary>"60 miles (200 km)": one measure in two units of its dimension, of which the second does not follow from the first.</summary>
internal static class Conversions
{
    /// <summary>Further apart than that, two measures are no conversion gone wrong, but two things.</summary>
    private const double Widest = 15;

    /// <summary>Conversions are rounded, and tons are of several kinds.</summary>
    private const double Slack = 0.15;

    /// <summary>Those of one sentence.</summary>
    public static IEnumerable<Inconsistency> In(InconsistencyScene scene, int sentence)
    {
        var here = scene.QuantitiesIn(sentence);
        for (var i = 0; i + 1 < here.Count; i++)
        {
            var (first, second) = (here[i], here[i + 1]);
            if (first.Unit == second.Unit || Measures.Of(first) is not { Value: { } one } measure
                || Measures.Of(second) is not { Value: { } other } again || measure.Dimension != again.Dimension
                || measure.Dimension == Dimension.Temperature || one <= 0 || other <= 0 || !IsAgain(scene, first, second))
            {
                continue;
            }

            var slack = Slack + Share(first) + Share(second);
            var ratio = other / one;
            if ((ratio > 1 + slack || ratio < 1 / (1 + slack)) && ratio is < Widest and > 1 / Widest)
            {
                yield return InconsistencyScene.Found(
                    $"{InconsistencyScene.Show(first)} is not {InconsistencyScene.Show(second)}: it is {InconsistencyScene.Show(Math.Round(one, 1))} {measure.Unit}, and that {InconsistencyScene.Show(Math.Round(other, 1))}.",
                    first.Span, second.Span);
            }
        }
    }

    /// <summary>The second one stands alone between brackets right behind the first.</summary>
    private static bool IsAgain(InconsistencyScene scene, Quantity first, Quantity second)
    {
        var between = scene.Words(first.Span.End, second.Span.Start, 4);
        return between is [{ Form: "(" }]
            && scene.Words(second.Span.End, Math.Min(scene.Text.Length, second.Span.End + 3), 1) is [{ Form: ")" }];
    }

    /// <summary>How far a number may be from the one meant, as a share of it.</summary>
    private static double Share(Quantity quantity) => InconsistencyScene.Rounding(quantity.Value!.Value) / Math.Abs(quantity.Value.Value);
}
