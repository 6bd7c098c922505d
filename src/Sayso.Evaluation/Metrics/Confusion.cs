using System.Numerics;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Metrics;

/// <summary>A confusion matrix over a closed set. Matrices of articles add up.</summary>
/// <param name="Cells">How often each pair of a gold and a predicted value occurred; pairs that did not are left out.</param>
public sealed record Confusion(ValueList<ConfusionCell> Cells) : IAdditionOperators<Confusion, Confusion, Confusion>
{
    /// <summary>No pair.</summary>
    public static Confusion Empty { get; } = new(ValueList<ConfusionCell>.Empty);

    /// <summary>All pairs, and those of one value.</summary>
    public Share Accuracy => new(Cells.Where(c => c.Gold == c.Predicted).Sum(c => c.Count), Cells.Sum(c => c.Count));

    /// <summary>The mean F1 of the values that gold has so often at least; <c>null</c> where it has none.</summary>
    public double? MacroF1(long atLeast)
    {
        double[] values = [.. Cells.GroupBy(c => c.Gold, StringComparer.Ordinal)
            .Where(g => g.Sum(c => c.Count) >= atLeast)
            .Select(g => Of(g.Key).F1 ?? 0)];
        return values.Length == 0 ? null : values.Average();
    }

    /// <summary>The counts of one value.</summary>
    public Counts Of(string value) => new(
        Cells.Where(c => c.Gold == value && c.Predicted == value).Sum(c => c.Count),
        Cells.Where(c => c.Predicted == value).Sum(c => c.Count),
        Cells.Where(c => c.Gold == value).Sum(c => c.Count));

    /// <summary>The matrix of pairs.</summary>
    public static Confusion Of(IEnumerable<(string Gold, string Predicted)> pairs) =>
        Sum(pairs.Select(p => new ConfusionCell(p.Gold, p.Predicted, 1)));

    /// <summary>The matrix of both.</summary>
    public static Confusion operator +(Confusion left, Confusion right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return Sum(left.Cells.Concat(right.Cells));
    }

    private static Confusion Sum(IEnumerable<ConfusionCell> cells) => new(cells
        .GroupBy(c => (c.Gold, c.Predicted), c => c.Count)
        .Select(g => new ConfusionCell(g.Key.Gold, g.Key.Predicted, g.Sum()))
        .OrderBy(c => c.Gold, StringComparer.Ordinal)
        .ThenBy(c => c.Predicted, StringComparer.Ordinal)
        .ToValueList());
}

/// <summary>A cell of a confusion matrix.</summary>
/// <param name="Gold">The annotated value.</param>
/// <param name="Predicted">The predicted one.</param>
/// <param name="Count">How often.</param>
public readonly record struct ConfusionCell(string Gold, string Predicted, long Count);
