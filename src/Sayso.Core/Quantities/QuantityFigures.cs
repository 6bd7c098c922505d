using System.Globalization;

namespace Sayso.Core.Quantities;

/// <summary>Quantities in words, the same on a terminal and on the page.</summary>
public static class QuantityFigures
{
    /// <summary>A quantity's number with its bounds: <c>1,180</c>, <c>about 30</c>, <c>at least 200</c>, <c>50–70</c>.</summary>
    public static string Number(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return Bound(quantity) + quantity switch
        {
            { Value: { } value } => value.ToString("#,##0.####", CultureInfo.InvariantCulture),
            { Low: { } low, High: { } high } => string.Create(CultureInfo.InvariantCulture, $"{low:#,##0.####}–{high:#,##0.####}"),
            _ => "a number beyond reckoning",
        };
    }

    private static string Bound(Quantity quantity) => quantity.Comparator switch
    {
        Comparator.Less => "less than ",
        Comparator.AtMost => "at most ",
        Comparator.Greater => "more than ",
        Comparator.AtLeast => "at least ",
        _ => quantity.IsApproximate ? "about " : string.Empty,
    };
}
