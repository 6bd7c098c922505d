using Sayso.Core.Times;

namespace Sayso.Core.Quantities;

/// <summary>
/// Units behind a number. A unit is named in the singular as the text has it; a currency by ISO 4217 (<see cref="Currencies"/>).
/// </summary>
internal static class Units
{
    /// <summary>From how much on "pounds" are money: nothing weighs that in pounds.</summary>
    private const double Money = 1e6;

    /// <summary>
    /// The unit behind a number, and the index behind it: "percent", "percentage points", "miles", "-page", "billion dollars"
    /// before.
    /// </summary>
    /// <param name="scene">The text.</param>
    /// <param name="at">The index behind the number.</param>
    /// <param name="value">The number.</param>
    public static (string Unit, int End)? Behind(QuantityScene scene, int at, double value = 1)
    {
        var place = scene.Form(at) == "-" && scene.Touch(at - 1, at) && scene.Touch(at, at + 1) ? at + 1 : at;
        return Share(scene, place, isHyphenated: place > at) ?? Derived(scene, place)
            ?? Simple(scene, place, isHyphenated: place > at, value);
    }

    /// <summary>
    /// Whether a number without unit is an earthquake's: "magnitude 6.1", "3.8 on the Richter scale", "4.4 in magnitude".
    /// </summary>
    public static bool IsMagnitude(QuantityScene scene, int first, int end)
    {
        if (scene.Form(first - 1) == "m" && scene.Touch(first - 1, first))
        {
            return true;
        }

        for (var i = 1; i <= 4; i++)
        {
            if (scene.Form(first - i) is "magnitude" || scene.Form(end - 1 + i) is "magnitude" or "richter")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Percent and its points.</summary>
    private static (string Unit, int End)? Share(QuantityScene scene, int at, bool isHyphenated)
    {
        var form = scene.Form(at);
        return form is "%" or "percent" or "pct" ? ("percent", at + 1)
            : form == "per" && scene.Form(at + 1) == "cent" ? ("percent", at + 2)
            : form == "percentage" && scene.Form(at + 1) is "point" or "points" ? ("percentage point", at + 2)
            : form == "basis" && scene.Form(at + 1) is "point" or "points" ? ("basis point", at + 2)
            : form == "points" && scene.Form(at + 1) is "ahead" or "behind" or "lead" ? ("percentage point", at + 1)
            : isHyphenated && form == "point" ? ("percentage point", at + 1)
            : form is "points" or "point" && IsToShare(scene, at + 1) ? ("percentage point", at + 1)
            : null;
    }

    /// <summary>"Fell 2.5 points to 44 percent".</summary>
    private static bool IsToShare(QuantityScene scene, int at)
    {
        var to = scene.Form(at) == "," ? at + 1 : at;
        return scene.Form(to) is "to" or "at" && NumberReader.Read(scene.Words, to + 1) is { } share
            && (scene.Form(share.End) is "%" or "percent" || (scene.Form(share.End) == "per" && scene.Form(share.End + 1) == "cent"));
    }

    /// <summary>Units of several words: areas, volumes, degrees, products.</summary>
    private static (string Unit, int End)? Derived(QuantityScene scene, int at)
    {
        var form = scene.Form(at);
        var next = scene.Form(at + 1) is "." or "-" ? at + 2 : at + 1;
        if (form is "square" or "sq" or "cubic"
            && (UnitTable.Find(scene.Form(next)) ?? (form == "sq" && scene.Form(next) == "m" ? "meter" : null)) is { } side)
        {
            return ($"{(form == "cubic" ? "cubic" : "square")} {side}", next + 1);
        }

        if (form == "nautical" && scene.Form(at + 1) is "mile" or "miles")
        {
            return ("nautical mile", at + 2);
        }

        if (form == "metric" && scene.Form(at + 1) is "ton" or "tons" or "tonne" or "tonnes")
        {
            return ("tonne", at + 2);
        }

        if (form is "degree" or "degrees" or "°" && scene.Form(at + 1) is "celsius" or "fahrenheit" or "c" or "f" or "centigrade")
        {
            return (scene.Form(at + 1)[0] == 'c' ? "degree Celsius" : "degree Fahrenheit", at + 2);
        }

        if (form is "celsius" or "fahrenheit")
        {
            return (form == "celsius" ? "degree Celsius" : "degree Fahrenheit", at + 1);
        }

        if (scene.Form(at + 1) == "-" && scene.Touch(at, at + 1) && scene.Touch(at + 1, at + 2))
        {
            return (form, scene.Form(at + 2)) switch
            {
                ("lb" or "pound", "ft" or "feet" or "foot") or ("foot" or "ft", "pound" or "pounds" or "lb" or "lbs") =>
                    ("pound-foot", at + 3),
                ("kilowatt" or "megawatt" or "gigawatt" or "terawatt" or "watt", "hour" or "hours") => ($"{form}-hour", at + 3),
                ("light", "year" or "years") => ("light-year", at + 3),
                _ => null,
            };
        }

        return form is "kilowatt" or "megawatt" or "gigawatt" or "terawatt" && scene.Form(at + 1) is "hour" or "hours"
            ? ($"{form}-hour", at + 2)
            : form is "light" && scene.Form(at + 1) is "years" ? ("light-year", at + 2)
            : null;
    }

    private static (string Unit, int End)? Simple(QuantityScene scene, int at, bool isHyphenated, double value)
    {
        var form = scene.Form(at);

        // "A two-story house", but "two stories" are told.
        if (isHyphenated && form is "story" or "storey")
        {
            return ("story", at + 1);
        }

        if (isHyphenated && form is "foot" or "inch" or "megapixel")
        {
            return (form, at + 1);
        }

        // "41.5C" and "90F", not "20c".
        if (form is "c" or "f" && scene.Touch(at - 1, at) && scene.IsCapital(at))
        {
            return (form == "c" ? "degree Celsius" : "degree Fahrenheit", at + 1);
        }

        if (scene.Touch(at - 1, at) && UnitTable.FindStuck(form) is { } stuck)
        {
            return (stuck, at + 1);
        }

        if (form == "pounds" && value >= Money && scene.Form(at + 1) != "of")
        {
            return ("GBP", at + 1);
        }

        // "The 10,000 m", "30m long": a million is stuck to its digits, and nothing is a million long.
        if (form == "m" && (!scene.Touch(at - 1, at) || QuantityWords.IsOfLength(scene.Form(at + 1)))
            && NumberReader.IsDigits(scene.Form(at - 1)) && !scene.IsCapital(at))
        {
            return ("meter", at + 1);
        }

        // "450 Nm of torque": a nanometre has no capital.
        if (form == "nm" && scene.IsCapital(at))
        {
            return ("newton meter", at + 1);
        }

        return Currencies.Behind(scene, at)
            ?? (form == "times" ? ("times", at + 1)
                : scene.Convention.CountsDurations && TimeUnit.TryRead(form, out _, out _)
                    ? (form == "centuries" ? "century" : form.TrimEnd('s'), at + 1)
                : UnitTable.Find(form) is { } unit ? (unit, at + 1)
                : null);
    }
}
