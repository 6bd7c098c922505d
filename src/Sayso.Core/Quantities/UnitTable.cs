namespace Sayso.Core.Quantities;

/// <summary>
/// Names of units and what they are called in a reading: full names stay as the text has them, in the singular; abbreviations are
/// written out. Conversion is not done here.
/// </summary>
internal static class UnitTable
{
    private const string Names =
        "mile kilometer kilometre meter metre centimeter centimetre millimeter millimetre micrometer micrometre nanometer nanometre yard acre hectare ton tonne pound ounce "
        + "kilogram gram milligram liter litre milliliter millilitre gallon pint quart barrel degree watt kilowatt megawatt gigawatt "
            + "terawatt volt kilovolt amp ampere knot caliber calibre gauge page "
        + "magnitude byte kilobyte megabyte gigabyte terabyte petabyte exabyte megapixel pixel hertz kilohertz megahertz gigahertz "
            + "calorie joule kilojoule megajoule carat bushel "
        + "decibel horsepower lumen newton pascal kilopascal megapascal hectopascal millibar becquerel sievert millisievert kelvin "
            + "tablespoon teaspoon "
        + "kilowatt-hour megawatt-hour gigawatt-hour terawatt-hour watt-hour hp rpm mpg ppg rpg apg";

    private const string Abbreviations =
        "km kilometer;cm centimeter;mm mm;μm micrometer;µm micrometer;nm nanometer;mi mile;yd yard;ft foot;feet foot;inches inch;inch inch;foot foot;m2 square meter;m² square meter;km2 square kilometer;"
        + "km² square kilometer;m3 cubic meter;m³ cubic meter;sqm square meter;sqft square foot;ha hectare;kg kilogram;kilo "
            + "kilogram;kilos kilogram;kgs kilogram;g gram;mg milligram;lb pound;lbs pound;oz ounce;"
        + "ml milliliter;cl centiliter;mw megawatt;gw gigawatt;kw kilowatt;tw terawatt;kwh kilowatt-hour;mwh megawatt-hour;gwh "
            + "gigawatt-hour;twh terawatt-hour;wh watt-hour;gb gigabyte;mb megabyte;tb terabyte;"
        + "kb kilobyte;hz hertz;khz kilohertz;mhz megahertz;ghz gigahertz;db decibel;psi psi;ksi ksi;kpa kilopascal;mpa megapascal;mph "
            + "mph;kph kilometer per hour;kmh kilometer per hour;bhp horsepower;ps horsepower;"
        + "lbft pound-foot;mbps megabit per second;gbps gigabit per second;kcal kilocalorie;msv millisievert;hectares hectare;knots "
            + "knot;hertz hertz;bbl barrel;bpm beat per minute";

    private static readonly Dictionary<string, string> _units = Table();

    /// <summary>Abbreviations that are units only where they are stuck to their number: "17in", "45s" is none.</summary>
    private static readonly Dictionary<string, string> _stuck = new(StringComparer.Ordinal)
    {
        ["in"] = "inch",
        ["l"] = "liter",
        ["min"] = "minute",
        ["mins"] = "minute",
        ["hr"] = "hour",
        ["hrs"] = "hour",
        ["p"] = "penny",
        ["w"] = "watt",
        ["t"] = "tonne",
    };

    /// <summary>Whether what is stuck behind a number's digits is a unit.</summary>
    public static bool IsStuck(string form) => _stuck.ContainsKey(form) || Find(form) is not null;

    /// <summary>The name of a unit by a word for it, in lower case; <c>null</c> where it is none.</summary>
    public static string? Find(string form) => _units.TryGetValue(form, out var name) ? name
        : form.Length > 3 && form[^1] == 's' && _units.TryGetValue(form[..^1], out name) ? name
        : null;

    /// <summary>The name of one that is stuck to its number.</summary>
    public static string? FindStuck(string form) => _stuck.GetValueOrDefault(form);

    private static Dictionary<string, string> Table()
    {
        var table = Names.Split(' ').ToDictionary(n => n, n => n, StringComparer.Ordinal);
        foreach (var row in Abbreviations.Split(';'))
        {
            var at = row.IndexOf(' ', StringComparison.Ordinal);
            table[row[..at]] = row[(at + 1)..];
        }

        return table;
    }
}
