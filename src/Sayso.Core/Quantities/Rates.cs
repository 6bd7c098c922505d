using Sayso.Core.Times;

namespace Sayso.Core.Quantities;

/// <summary>
/// For each so many of what: "a day", "per year", "$52 a barrel", "mm/yr", "for every 30 soldiers", "one in 45 children".
/// </summary>
internal static class Rates
{
    /// <summary>One in more than so many, and of nothing, is no rate: "one in 2031".</summary>
    private const int MostOfWhich = 1000;

    private static readonly HashSet<string> _goods = new(
        "barrel share ounce head person ton tonne gallon litre liter pound plate bottle ticket piece pop unit kilogram kilo kg household family student worker acre night meal seat ride mile kilometre kilometer bushel pint pack game season".Split(' '),
        StringComparer.Ordinal);

    private static readonly Dictionary<string, string> _abbreviations = new(StringComparer.Ordinal)
    {
        ["yr"] = "year",
        ["h"] = "hour",
        ["hr"] = "hour",
        ["s"] = "second",
        ["sec"] = "second",
        ["min"] = "minute",
        ["mo"] = "month",
        ["wk"] = "week",
    };

    /// <summary>The rate that words behind a quantity make it, and the index behind them; <c>null</c> where they do not.</summary>
    /// <param name="scene">The text.</param>
    /// <param name="at">The index behind the quantity.</param>
    /// <param name="unit">Its unit.</param>
    public static (Rate Rate, int End)? Behind(QuantityScene scene, int at, string? unit)
    {
        // "A $15-an-hour wage".
        var isHyphenated = scene.Form(at) == "-" && scene.Touch(at - 1, at) && scene.Touch(at, at + 1);
        var place = isHyphenated ? at + 1 : at;
        var step = isHyphenated && scene.Form(place + 1) == "-" ? 2 : 1;
        var (form, noun) = (scene.Form(place), scene.Form(place + step));
        if (form is "a" or "an" or "per" or "each" or "every")
        {
            if (form == "per" && noun is "square" or "cubic" && UnitTable.Find(scene.Form(place + step + 1)) is not null)
            {
                return (new Rate(1, $"{noun} {scene.Form(place + step + 1)}"), place + step + 2);
            }

            // "3.4 per 1,000 births".
            if (form == "per" && NumberReader.Read(scene.Words, place + step) is { IsVague: false } many && !double.IsInfinity(many.Value)
                && Counted.Behind(scene, many.End) is var (each, all))
            {
                return (new Rate(many.Value, scene.Slice(each, all)), all);
            }

            // "95 euros per megawatt-hour".
            if (form == "per" && scene.Form(place + step + 1) == "-" && scene.Form(place + step + 2) == "hour")
            {
                return (new Rate(1, $"{noun}-hour"), place + step + 3);
            }

            if (form == "per" && noun.Length > 0 && char.IsLetter(noun[0]) && noun is not "cent")
            {
                return (new Rate(1, noun), place + step + 1);
            }

            // "$2 million a year earlier" is no rate.
            if (form is "a" or "an" && scene.Form(place + step + 1) is "earlier" or "ago" or "later" or "before" or "after" or "on"
                or "from")
            {
                return null;
            }

            if (TimeUnit.TryRead(noun, out _, out _) || noun == "season"
                || (unit is not null && _goods.Contains(noun) && (Currencies.IsCode(unit) || isHyphenated)))
            {
                return (new Rate(1, noun), place + step + 1);
            }
        }

        if (form == "/" && scene.Touch(place, place + 1) && noun.Length > 0 && char.IsLetter(noun[0]) && unit is not null)
        {
            return (new Rate(1, _abbreviations.GetValueOrDefault(noun, noun)), place + 2);
        }

        if (form == "for" && noun is "every" or "each")
        {
            var number = NumberReader.Read(scene.Words, place + 2);
            var first = number?.End ?? place + 2;
            return !double.IsInfinity(number?.Value ?? 1) && Counted.Behind(scene, first) is var (from, to)
                ? (new Rate(number?.Value ?? 1, scene.Slice(from, to)), to) : null;
        }

        return null;
    }

    /// <summary>"One interpreter and three officers for every 30 soldiers": what is counted together is reckoned by the same.</summary>
    /// <param name="scene">The text.</param>
    /// <param name="found">The quantities in order, with the words that they begin and end at.</param>
    public static void Share(QuantityScene scene, List<FoundQuantity> found)
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var (one, two) = (found[i], found[i + 1]);
            var isOfRate = i > 0 && found[i - 1].Quantity.Per is { Value: > 1 } earlier && earlier.Value == one.Quantity.Value;
            if (!isOfRate && one.Quantity is { Per: null, Unit: null } && one.Of is var (_, ofEnd)
                && two.Quantity is { Unit: null, Per: { Value: > 1 } rate } && ofEnd == two.First - 1 && scene.Form(ofEnd) is "and" or "or")
            {
                found[i] = one with { Quantity = one.Quantity with { Per = rate } };
            }
        }
    }

    /// <summary>
    /// "One in 45 children", "two out of every three voters"; <c>null</c> where it is none. What is counted is what the second
    /// number counts.
    /// </summary>
    /// <param name="scene">The text.</param>
    /// <param name="at">The index behind the first number.</param>
    /// <param name="value">That number.</param>
    public static (Rate Rate, int End, (int First, int End)? Of)? OutOf(QuantityScene scene, int at, double value)
    {
        if (ToOne(scene, at, value) is { } odds)
        {
            return odds;
        }

        var place = scene.Form(at) == "in" ? at + 1 : scene.Form(at) == "out" && scene.Form(at + 1) == "of" ? at + 2 : -1;
        if (place < 0 || scene.IsTime(place))
        {
            return null;
        }

        var isEvery = scene.Form(place) is "every" or "each";
        place = isEvery ? place + 1 : place;
        if (NumberReader.Read(scene.Words, place) is not { IsVague: false } all || all.Value <= value || double.IsInfinity(all.Value)
            || value >= 10 || scene.Form(all.End) is "-" || TimeUnit.TryRead(scene.Form(all.End), out _, out _))
        {
            return null;
        }

        var of = Counted.Behind(scene, all.End);
        return of is var (from, to) ? (new Rate(all.Value, scene.Slice(from, to)), all.End, of)
            : scene.Form(at) == "out" || isEvery || (Units.Behind(scene, all.End) is null
            && (value == 1 ? all.Value is > 1 and < MostOfWhich
                    : all.Value is > 1 and <= 10 && IsEnd(scene, all.End)))
                ? (new Rate(all.Value, null), all.End, null)
            : null;
    }

    private static bool IsEnd(QuantityScene scene, int at) => scene.Form(at) is not { Length: > 0 } form || !char.IsLetterOrDigit(form[0]);

    /// <summary>"Outnumber them by three to one", "a ratio of 3 to 1", "a four-to-one majority".</summary>
    private static (Rate Rate, int End, (int First, int End)? Of)? ToOne(QuantityScene scene, int at, double value)
    {
        var isHyphenated = scene.Form(at) == "-" && scene.Form(at + 1) == "to" && scene.Form(at + 2) == "-";
        var one = isHyphenated ? at + 3 : at + 1;
        return value > 1 && (isHyphenated || scene.Form(at) == "to") && scene.Form(one) is "one" or "1"
            && (isHyphenated || (scene.Form(at - 2) is "by" or "of" or "about" or "around" or "nearly" or "almost" or "than" or "least"
                && (scene.Form(one + 1) is not { Length: > 0 } next || !char.IsLetter(next[0])
                    || next is "on" or "in" or "at" or "and" or "against" or "for" or "but")))
            ? (new Rate(1, null), one + 1, null) : null;
    }
}
