namespace Sayso.Evaluation.Metrics;

/// <summary>
/// Whether two names mean one unit: in the singular, in lower case, abbreviations and symbols written out, British and
/// American spellings taken for the same, and a rate ("dollar per month", "$ a month") by its two parts.
/// </summary>
internal static class UnitNames
{
    /// <summary>A line a unit: the name that stands for it, then its others.</summary>
    private const string Table = """
        percent|%|percentage|per cent|pct
        percentage point|point of percentage|pp
        basis point|bp|bps
        usd|$|dollar|us dollar|us$|united states dollar|buck
        gbp|£|pound sterling|pound of money|british pound|sterling
        eur|€|euro
        jpy|¥|yen|japanese yen
        cny|yuan|chinese yuan|renminbi|rmb
        inr|₹|rupee|indian rupee
        krw|won|south korean won
        ils|shekel|israeli shekel|israeli new shekel|nis
        rub|ruble|rouble|russian ruble
        cad|c$|c $|canadian dollar
        aud|a$|australian dollar
        nzd|nz$|new zealand dollar
        sgd|s$|s $|singaporean dollar|singapore dollar
        hkd|hk$|hong kong dollar
        myr|rm|malaysian ringgit|ringgit
        zar|r|rand|south african rand
        hrk|kn|croatian kuna|kuna
        chf|swiss franc
        brl|r$|real|brazilian real
        penny|p|pence|pennies|point of price
        cent|us cent
        inch|in|″|"
        foot|ft|′|'|feet
        yard|yd
        mile|mi
        kilometer|km|kilometre
        meter|m|metre
        centimeter|cm|centimetre
        millimeter|mm|millimetre
        micrometer|μm|µm|um|micrometre|micron
        nanometer|nm|nanometre
        square meter|m2|m²|sqm|sq m|square metre|m^2
        square kilometer|km2|km²|sq km|square kilometre|km^2
        square foot|sq ft|sqft|ft2|square feet
        square mile|sq mi
        cubic meter|m3|m³|cubic metre
        cubic kilometer|km3|km³|cubic kilometre|km^3
        cubic centimeter|ml|cc|cm3|cubic centimetre|milliliter|millilitre
        liter|l|litre
        centiliter|cl|centilitre
        gallon|gal
        barrel|bbl
        gram|g|gramme
        kilogram|kg|kilo
        milligram|mg
        pound|lb|lbs|pound-mass
        ounce|oz|ounce-mass
        ton|short ton
        tonne|t|metric ton
        horsepower|hp|ps|bhp|metric horsepower
        watt|w
        kilowatt|kw
        megawatt|mw
        gigawatt|gw
        watt hour|wh|watt-hour
        kilowatt hour|kwh|kilowatt-hour
        megawatt hour|mwh|megawatt-hour
        newton meter|nm of torque|newton metre|newton-meter
        pound-foot|lb-ft|lbft|pound-feet|foot pound-force|foot-pound
        mile per hour|mph
        kilometer per hour|km/h|kph|kmh|kilometre per hour
        mile per gallon|mpg
        revolution per minute|rpm|revolutions per minute
        point per game|ppg
        rebound per game|rpg
        assist per game|apg
        hertz|hz
        megahertz|mhz
        gigahertz|ghz
        byte|b
        kilobyte|kb
        megabyte|mb
        gigabyte|gb
        terabyte|tb
        degree celsius|celsius|°c|c|degrees celsius|centigrade
        degree fahrenheit|fahrenheit|°f|f|degrees fahrenheit
        degree|°
        decibel|db
        kilopound per square inch|ksi
        pound per square inch|psi
        megapascal|mpa
        year of age|year-old|years old|year old
        month of age|month-old|months old|month old
        week of age|week-old
        day of age|day-old
        second|s|sec
        minute|min
        hour|h|hr|hrs
        year|yr
        times|time|x
        """;

    private static readonly Dictionary<string, string> _names = Table.Split('\n')
        .Select(line => line.TrimEnd('\r').Split('|'))
        .SelectMany(names => names.Select(name => (name, names[0])))
        .DistinctBy(n => n.name, StringComparer.Ordinal)
        .ToDictionary(n => n.name, n => n.Item2, StringComparer.Ordinal);

    /// <summary>Whether two names mean one unit; two empty ones do.</summary>
    public static bool IsSame(string one, string other) => Name(one) == Name(other);

    /// <summary>The name that stands for a unit; that of an unknown one is itself in the singular.</summary>
    public static string Name(string unit)
    {
        var lower = unit.Trim().ToLowerInvariant();
        if (Known(lower) is { } known)
        {
            return known;
        }

        foreach (var link in (string[])[" per ", " an ", " a ", "/"])
        {
            var at = lower.IndexOf(link, StringComparison.Ordinal);
            if (at > 0)
            {
                return $"{Name(lower[..at])} per {Name(lower[(at + link.Length)..])}";
            }
        }

        return Singular(lower);
    }

    /// <summary>A word in the singular, near enough to compare it: "cities" and "city" agree, and so do "buses" and "bus".</summary>
    public static string Singular(string word) =>
        word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.Length > 4 && (word.EndsWith("ses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal)
            || word.EndsWith("ches", StringComparison.Ordinal)) ? word[..^2]
        : word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1]
        : word;

    private static string? Known(string unit) => _names.TryGetValue(unit, out var name) || _names.TryGetValue(Singular(unit), out name)
        ? name : null;
}
