using Sayso.Core.Quantities;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Metrics;

/// <summary>
/// Quantities inside contents. Only what annotated contents hold is looked at; a quantity that several statements hold
/// counts once. A predicted one is found when it overlaps an annotated one, one to one, and right when its number or range
/// and its unit are the same too. Units are the same when they are one word but for number and abbreviation
/// ("miles", "mile"), or names of one currency; an annotated unit that is the noun counted ("votes") is none.
/// </summary>
public static class QuantityMetrics
{
    private static readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["us dollar"] = "usd",
        ["dollar"] = "usd",
        ["us$"] = "usd",
        ["$"] = "usd",
        ["%"] = "percent",
        ["millimetre"] = "mm",
        ["millimeter"] = "mm",
        ["feet"] = "foot",
        ["kilometre"] = "kilometer",
        ["metre"] = "meter",
        ["calibre"] = "caliber",
        ["inches"] = "inch",
    };

    /// <summary>Units without a dimension, and of time.</summary>
    private static readonly HashSet<string> _units = new(
        "percent|percentage point|basis point|cent|penny|peso|franc|krone|crown|lira|euro|yen|yuan|ruble|pound|second|minute|hour|day|week|month|year|decade|degree|magnitude|caliber|gauge|page|carat".Split('|'), StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> _counted =
        new(StringComparer.OrdinalIgnoreCase) { "votes", "family units", "people", "person", "times" };

    /// <summary>Counts one article.</summary>
    /// <param name="predicted">The quantities read in its text, in order.</param>
    /// <param name="gold">Its statements.</param>
    public static ValueTally Count(IReadOnlyList<Quantity> predicted, IReadOnlyList<GoldStatement> gold) =>
        ValuePairs.Count(Pair(predicted, gold), IsSame);

    /// <summary>The quantities of both sides that belong together; the other is <c>null</c> where it is missing.</summary>
    public static IReadOnlyList<(Quantity? Predicted, GoldQuantity? Gold)> Pair(IReadOnlyList<Quantity> predicted,
        IReadOnlyList<GoldStatement> gold)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(gold);
        return ValuePairs.Of(predicted.Select(q => (q.Span, q)), gold.SelectMany(s => s.Quantities).Select(q => (q.Span, q)), gold, IsSame);
    }

    /// <summary>Whether a quantity has the annotated number or range, and unit.</summary>
    public static bool IsSame(Quantity predicted, GoldQuantity gold)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(gold);
        return Equal(predicted.Value ?? predicted.Low, gold.Value ?? gold.Low)
            && (gold.High is null || gold.Value is not null || Equal(predicted.High, gold.High) || predicted.High is null)
            && (Unit(predicted.Unit) == Unit(gold.Unit) || (predicted is { Unit: null, Of: not null } && IsNoun(gold.Unit)));
    }

    /// <summary>Whether an annotated unit is none that measures: then it is the noun counted.</summary>
    private static bool IsNoun(string? unit) =>
        unit is not null && !Measures.IsUnit(Unit(unit)) && !_names.ContainsKey(unit) && !_units.Contains(Unit(unit)) && !Currencies(unit);

    private static bool Currencies(string unit) => unit.Length == 3 && unit.All(char.IsAsciiLetterUpper);

    private static bool Equal(double? one, double? other) => one is { } a && other is { } b
        && Math.Abs(a - b) <= 1e-9 * Math.Max(Math.Abs(a), Math.Abs(b));

    private static string Unit(string? unit)
    {
        if (unit is null || _counted.Contains(unit))
        {
            return string.Empty;
        }

        var lower = unit.ToLowerInvariant();
        lower = _names.GetValueOrDefault(lower, lower);
        return lower.Length > 3 && lower[^1] == 's' ? lower[..^1] : lower;
    }
}
