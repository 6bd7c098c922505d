using Sayso.Core.Times;

namespace Sayso.Core.Quantities;

/// <summary>Units behind a number, and currencies before it. A unit is named in the singular as the text has it; a currency by ISO 4217.</summary>
internal static class Units
{
    private static readonly HashSet<string> _units = new(
        ("mile kilometer kilometre meter metre centimeter centimetre millimeter millimetre foot inch yard acre hectare ton tonne pound ounce kilogram gram milligram liter litre gallon barrel degree watt kilowatt "
        + "megawatt gigawatt volt knot caliber calibre gauge page magnitude byte kilobyte megabyte gigabyte terabyte hertz megahertz gigahertz calorie joule carat bushel mph rpm nautical-mile "
        + "km cm mm kg g mg lb lbs oz ft mw gw kw gb mb tb ghz mhz").Split(' '),
        StringComparer.Ordinal);

    private static readonly Dictionary<string, string> _abbreviations = new(StringComparer.Ordinal)
    {
        ["km"] = "kilometer",
        ["cm"] = "centimeter",
        ["mm"] = "mm",
        ["kg"] = "kilogram",
        ["g"] = "gram",
        ["mg"] = "milligram",
        ["lb"] = "pound",
        ["lbs"] = "pound",
        ["oz"] = "ounce",
        ["ft"] = "foot",
        ["feet"] = "foot",
        ["inches"] = "inch",
        ["mw"] = "megawatt",
        ["gw"] = "gigawatt",
        ["kw"] = "kilowatt",
        ["gb"] = "gigabyte",
        ["mb"] = "megabyte",
        ["tb"] = "terabyte",
    };

    private static readonly Dictionary<string, string> _currencies = new(StringComparer.Ordinal)
    {
        ["dollar"] = "USD",
        ["dollars"] = "USD",
        ["usd"] = "USD",
        ["buck"] = "USD",
        ["bucks"] = "USD",
        ["cent"] = "cent",
        ["cents"] = "cent",
        ["euro"] = "EUR",
        ["euros"] = "EUR",
        ["eur"] = "EUR",
        ["sterling"] = "GBP",
        ["gbp"] = "GBP",
        ["yen"] = "JPY",
        ["yuan"] = "CNY",
        ["renminbi"] = "CNY",
        ["rupee"] = "INR",
        ["rupees"] = "INR",
        ["ruble"] = "RUB",
        ["rubles"] = "RUB",
        ["rouble"] = "RUB",
        ["roubles"] = "RUB",
        ["peso"] = "peso",
        ["pesos"] = "peso",
        ["franc"] = "franc",
        ["francs"] = "franc",
        ["krona"] = "SEK",
        ["kroner"] = "krone",
        ["krone"] = "krone",
        ["crown"] = "crown",
        ["crowns"] = "crown",
        ["won"] = "KRW",
        ["shekel"] = "ILS",
        ["shekels"] = "ILS",
        ["lira"] = "lira",
    };

    private static readonly Dictionary<string, string> _symbols = new(StringComparer.Ordinal)
    {
        ["$"] = "USD",
        ["£"] = "GBP",
        ["€"] = "EUR",
        ["¥"] = "JPY",
        ["₹"] = "INR",
        ["₽"] = "RUB",
        ["₩"] = "KRW",
        ["₪"] = "ILS",
    };

    /// <summary>The currency whose sign stands right before a number, and where it begins: "$", "US$", "A$".</summary>
    public static (string Unit, int First)? Before(QuantityScene scene, int number)
    {
        if (!_symbols.TryGetValue(scene.Form(number - 1), out var currency) || !scene.Touch(number - 1, number))
        {
            return null;
        }

        if (currency == "USD" && scene.Touch(number - 2, number - 1))
        {
            var land = scene.Form(number - 2) switch { "us" => "USD", "a" or "au" => "AUD", "c" or "ca" => "CAD", "nz" => "NZD", "hk" => "HKD", "s" => "SGD", "r" => "BRL", _ => null };
            if (land is not null)
            {
                return (land, number - 2);
            }
        }

        return (currency, number - 1);
    }

    /// <summary>The unit behind a number, and the index behind it: "percent", "percentage points", "miles", "-page", "billion dollars" before.</summary>
    public static (string Unit, int End)? Behind(QuantityScene scene, int at)
    {
        var place = scene.Form(at) == "-" && scene.Touch(at - 1, at) ? at + 1 : at;
        var form = scene.Form(place);
        if (form is "%" or "percent" or "pct" || (form == "per" && scene.Form(place + 1) == "cent"))
        {
            var end = form == "per" ? place + 2 : place + 1;
            return ("percent", end);
        }

        if ((form == "percentage" && scene.Form(place + 1) is "point" or "points") || (form is "points" && scene.Form(place + 1) is "ahead" or "behind" or "lead"))
        {
            return ("percentage point", form == "percentage" ? place + 2 : place + 1);
        }

        if (form == "us" && scene.Form(place + 1) is "dollars")
        {
            return ("USD", place + 2);
        }

        if (form == "square" && Unit(scene.Form(place + 1)) is { } area)
        {
            return ($"square {area}", place + 2);
        }

        if (form == "nautical" && scene.Form(place + 1) is "mile" or "miles")
        {
            return ("nautical mile", place + 2);
        }

        if (place > at && form == "point")
        {
            return ("percentage point", place + 1);
        }

        // "A two-story house", but "two stories" are told.
        if (place > at && form is "story" or "storey")
        {
            return ("story", place + 1);
        }

        return _currencies.TryGetValue(form, out var currency) && !(form == "won" && scene.Form(place + 1) is "the" or "a" or "an" or "in" or "by") ? (currency, place + 1)
            : form == "times" ? ("times", place + 1)
            : scene.Convention.CountsDurations && TimeUnit.TryRead(form, out _, out _) ? (form == "centuries" ? "century" : form.TrimEnd('s'), place + 1)
            : Unit(form) is { } unit ? (unit, place + 1)
            : null;
    }

    /// <summary>Whether a number without unit is an earthquake's: "magnitude 6.1", "3.8 on the Richter scale", "4.4 in magnitude".</summary>
    public static bool IsMagnitude(QuantityScene scene, int first, int end)
    {
        for (var i = 1; i <= 4; i++)
        {
            if (scene.Form(first - i) is "magnitude" || scene.Form(end - 1 + i) is "magnitude" or "richter")
            {
                return true;
            }
        }

        return false;
    }

    private static string? Unit(string form) => _abbreviations.TryGetValue(form, out var full) ? full
        : _units.Contains(form) ? form
        : form.Length > 3 && form[^1] == 's' && _units.Contains(form[..^1]) ? form[..^1]
        : null;
}
