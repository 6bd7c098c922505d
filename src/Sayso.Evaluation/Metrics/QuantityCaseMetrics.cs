using System.Numerics;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Metrics;

/// <summary>Counts of cases and of their quantities.</summary>
/// <param name="Passed">Cases of which all is right, and nothing is too many.</param>
/// <param name="Value">Quantities whose number or range is right.</param>
/// <param name="Unit">The unit too, where it is a part of the test.</param>
public sealed record QuantityCaseTally(Share Passed, Counts Value, Counts Unit)
    : IAdditionOperators<QuantityCaseTally, QuantityCaseTally, QuantityCaseTally>, IAdditiveIdentity<QuantityCaseTally, QuantityCaseTally>
{
    /// <inheritdoc/>
    public static QuantityCaseTally AdditiveIdentity { get; } = new(default, default, default);

    /// <inheritdoc/>
    public static QuantityCaseTally operator +(QuantityCaseTally left, QuantityCaseTally right) =>
        new(left.Passed + right.Passed, left.Value + right.Value, left.Unit + right.Unit);
}

/// <summary>
/// Other programs' case tests, read in CQE's convention (<see cref="NewsQuantProfile"/>). A quantity is right when its value is,
/// and its unit is a name of the same one; a count has no unit, an age that of its time. A case passes when every quantity is
/// right and there is no other.
/// </summary>
public static class QuantityCaseMetrics
{
    /// <summary>Counts one case.</summary>
    public static QuantityCaseTally Count(QuantityCase quantityCase)
    {
        ArgumentNullException.ThrowIfNull(quantityCase);
        var found = NewsQuantProfile.Read(quantityCase.Text);
        var open = quantityCase.Quantities.ToList();
        var (values, units) = (0, 0);
        foreach (var measured in found)
        {
            var best = open.FindIndex(g => NewsQuantMetrics.IsSameValue(measured, g) && IsSameUnit(quantityCase, measured, g));
            var any = best >= 0 ? best : open.FindIndex(g => NewsQuantMetrics.IsSameValue(measured, g));
            if (any >= 0)
            {
                values++;
                units += best >= 0 ? 1 : 0;
                open.RemoveAt(any);
            }
        }

        var gold = quantityCase.Quantities.Count;
        return new(new Share(units == gold && units == found.Count ? 1 : 0, 1), new Counts(values, found.Count, gold),
            new Counts(units, found.Count, gold));
    }

    private static bool IsSameUnit(QuantityCase quantityCase, Measured measured, NewsQuantity gold) => !quantityCase.HasUnits
        || UnitNames.IsSame(measured.Unit.Replace(" of age", string.Empty, StringComparison.Ordinal), gold.Unit);
}
