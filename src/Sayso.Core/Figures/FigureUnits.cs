using Sayso.Core.Quantities;

namespace Sayso.Core.Figures;

/// <summary>
/// Units of figures: readings in several units of one dimension are compared in one, that which most of them have. A ton is a ton:
/// newspapers differ in spelling, and in the tenth that a long or short one is off.
/// </summary>
internal static class FigureUnits
{
    /// <summary>The base unit of a unit's dimension; <c>null</c> for what has none: money, shares, what is counted.</summary>
    public static string? BaseOf(string unit) => Based(Plain(unit), 1)?.Unit;

    /// <summary>Readings in one unit, and which that is; those without one stay as they are.</summary>
    /// <param name="readings">Readings of one figure: of one dimension, or of one unit.</param>
    public static (IReadOnlyList<FigureReading> Readings, string? Unit) InOne(IReadOnlyList<FigureReading> readings)
    {
        var units = readings.Select(r => r.Quantity.Unit is { } unit ? Plain(unit) : null).OfType<string>().GroupBy(u => u, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        return units.Count == 0 ? (readings, null)
            : ([.. readings.Select(r => r.Quantity.Unit is { } unit && Plain(unit) != units[0].Key ? Converted(r, Plain(unit), units[0].Key) : r)], units[0].Key);
    }

    private static FigureReading Converted(FigureReading reading, string from, string to)
    {
        if (Based(to, 0)?.Value is not { } zero || Based(to, 1)?.Value is not { } one)
        {
            return reading;
        }

        double? Number(double? value) => value is { } number && Based(from, number)?.Value is { } based ? (based - zero) / (one - zero) : null;
        return reading with
        {
            Quantity = reading.Quantity with { Value = Number(reading.Quantity.Value), Low = Number(reading.Quantity.Low), High = Number(reading.Quantity.High), Unit = to },
            IsConverted = true,
        };
    }

    private static string Plain(string unit) => unit is "tonne" or "metric ton" ? "ton"
        : unit.Replace("metre", "meter", StringComparison.Ordinal).Replace("litre", "liter", StringComparison.Ordinal);

    private static Measure? Based(string unit, double value) => Measures.Of(new Quantity(default) { Value = value, Unit = unit });
}
