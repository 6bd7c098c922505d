namespace Sayso.Core.Times;

/// <summary>
/// How long and how often: "about three weeks", "five-year", "the last four years", "half an hour", "decades"; "every day",
/// "annual", "twice a week".
/// </summary>
internal static class Durations
{
    private static readonly Dictionary<string, string> _often = new(StringComparer.Ordinal)
    {
        ["daily"] = "P1D",
        ["weekly"] = "P1W",
        ["monthly"] = "P1M",
        ["quarterly"] = "P3M",
        ["yearly"] = "P1Y",
        ["annually"] = "P1Y",
        ["nightly"] = "P1D",
        ["hourly"] = "PT1H",
    };

    private static readonly HashSet<string> _things = new(
        "war conflict occupation dispute feud law ban embargo blockade truce ceasefire treaty alliance tradition practice rule policy program programme investigation case lawsuit strike siege agreement system company firm institution government regime republic".Split(' '), StringComparer.Ordinal);

    private const int AsManyReach = 14;
    private const int MostParts = 3;

    /// <summary>The period that begins at a word.</summary>
    public static TimeMatch? Read(TimeScene scene, int at) => Often(scene, at) ?? Long(scene, at);

    private static TimeMatch? Often(TimeScene scene, int at)
    {
        var form = scene.Form(at);
        // Before a noun ("the daily briefing") it names rather than counts.
        if (_often.TryGetValue(form, out var period) && !scene.IsCapital(at)
            && (form.EndsWith("ually", StringComparison.Ordinal) || scene.Form(at + 1) is not { Length: > 0 } next
                || !char.IsLetter(next[0])))
        {
            return new TimeMatch(at, at + 1, TimeType.Set, period);
        }

        if (Weekdays.Recurring(scene, at) is { } weekly)
        {
            return weekly;
        }

        if (form is "every" or "each")
        {
            var start = scene.Form(at + 1) is "other" or "single" ? at + 2 : at + 1;
            if (SmallNumber.Read(scene.Words, start) is { } number1 && TimeUnit.TryRead(scene.Form(number1.End), out var several, out _))
            {
                return new TimeMatch(at, number1.End + 1, TimeType.Set, several.Period(number1.Value));
            }

            return TimeUnit.TryRead(scene.Form(start), out var unit, out var isPlural) && !isPlural && scene.Form(start) != "second"
                ? new TimeMatch(at, start + 1, TimeType.Set, unit.Period(scene.Form(at + 1) == "other" ? 2 : 1))
                : null;
        }

        var times = form is "once" or "twice"
            ? at + 1 : SmallNumber.Read(scene.Words, at) is { } count && scene.Form(count.End) == "times" ? count.End + 1 : -1;
        return times > 0 && scene.Form(times) is "a" or "per" or "each" or "every"
            && TimeUnit.TryRead(scene.Form(times + 1), out var per, out _)
            ? new TimeMatch(at, times + 2, TimeType.Set, per.Period(1))
            : null;
    }

    private static TimeMatch? Long(TimeScene scene, int at)
    {
        if (AsMany(scene, at) is { } asMany)
        {
            return asMany;
        }

        var (start, mod) = Approximation(scene, at);
        var isPast = scene.Form(start) is "the" or "this" or "these"
            && scene.Form(start + 1) is "last" or "past" or "next" or "first" or "coming" or "following" or "previous" or "final";
        var isLast = !isPast && scene.Form(start) is "past" or "last" or "next"
            && scene.Form(start - 1) is not ("will" or "would" or "could" or "may" or "might" or "can" or "to" or "should")
            && SmallNumber.Read(scene.Words, start + 1) is not null;
        var place = isPast ? start + 2 : isLast ? start + 1 : start;
        if (isPast && scene.Form(start + 1) is "last" or "past"
            && TimeUnit.TryRead(scene.Form(place), out var whole, out var isWholePlural)
            && !(scene.Form(place + 1) == "of" && !isWholePlural))
        {
            return new TimeMatch(at, place + 1, TimeType.Duration, isWholePlural ? whole.Period("X") : whole.Period(1)) { Mod = mod };
        }

        if (scene.Form(place) == "half" && scene.Form(place + 1) is "a" or "an" or "-"
            && scene.Form(place + 2) is "hour" or "day" or "year" or "century" or "decade")
        {
            return new TimeMatch(at, place + 3, TimeType.Duration, Half(scene.Form(place + 2))) { Mod = mod };
        }

        if (scene.Form(place) is "a" or "an" && scene.Form(place + 1) == "quarter"
            && (scene.Form(place + 2) == "of"
                ? scene.Form(place + 3) is "a" && scene.Form(place + 4) == "century" : scene.Form(place + 2) == "century"))
        {
            return new TimeMatch(at, scene.Form(place + 2) == "of" ? place + 5 : place + 3, TimeType.Duration, "P25Y") { Mod = mod };
        }

        if (scene.Form(place) is "a" && scene.Form(place + 1) == "half" && scene.Form(place + 2) == "-" && scene.Form(place + 3) == "hour")
        {
            return new TimeMatch(at, place + 4, TimeType.Duration, "PT30M") { Mod = mod };
        }

        if (scene.Form(place) is "all" or "whole" && scene.Form(place + 1) is "day" or "year" or "night"
            && TimeUnit.TryRead(scene.Form(place + 1), out var all, out _))
        {
            return new TimeMatch(at, place + 2, TimeType.Duration, all.Period(1)) { Mod = mod };
        }

        if (TimeUnit.TryRead(scene.Form(place), out var bare, out var isPlural) && isPlural && place == start
            && scene.Form(place) is not ("seconds" or "quarters" or "weekends")
            && scene.Form(at - 1) is "for" or "in" or "within" or "took" or "over" or "spent" or "of" or "after" or "last" or "just"
                or "many" or "takes" or "lasted" or "spend" or "spending" or "ago" or "decades" or "back"
                && scene.Form(place + 1) is not ("old" or "ago"))
        {
            return new TimeMatch(at, place + 1, TimeType.Duration, bare.Period("X")) { Mod = mod };
        }

        if (isPlural && scene.Form(place + 1) == "-" && scene.Form(place + 2) is "long" or "old")
        {
            return new TimeMatch(at, place + 3, TimeType.Duration, bare.Period("X")) { Mod = mod };
        }

        return Counted(scene, at, place, mod);
    }

    /// <summary>"Her third trip in as many months": as many as are counted before.</summary>
    private static TimeMatch? AsMany(TimeScene scene, int at)
    {
        if (scene.Form(at) != "as" || scene.Form(at + 1) != "many"
            || !TimeUnit.TryRead(scene.Form(at + 2), out var unit, out var isPlural) || !isPlural)
        {
            return null;
        }

        for (var i = at - 1; i >= 0 && i > at - AsManyReach && scene.Form(i) is not ("." or "!" or "?"); i--)
        {
            if ((SmallNumber.Ordinal(scene.Form(i)) ?? CountAt(scene, i)) is > 1 and < 100 and var count)
            {
                return new TimeMatch(at, at + 3, TimeType.Duration, unit.Period(count));
            }
        }

        return new TimeMatch(at, at + 3, TimeType.Duration, unit.Period("X"));
    }

    private static int? CountAt(TimeScene scene, int at) =>
        scene.Form(at) is not ("a" or "an") && SmallNumber.Read(scene.Words, at) is { } number && number.End == at + 1
            && int.TryParse(number.Value, out var count) ? count : null;

    private static TimeMatch? Counted(TimeScene scene, int at, int place, string? mod)
    {
        if (SmallNumber.Read(scene.Words, place) is not { } number || (scene.Form(place) == "many" && scene.Form(place - 1) == "as"))
        {
            return null;
        }

        // "six to eight months", "10-20 years", "a minute or two".
        var range = scene.Form(number.End) is "to" or "or" or "-" or "–" && SmallNumber.Read(scene.Words, number.End + 1) is { } second
            && second.Value != "1" ? second : (SmallNumber?)null;
        var end = range?.End ?? number.End;
        var hyphen = scene.Form(end) == "-" && scene.Touch(end - 1, end) && scene.Touch(end, end + 1) ? 1 : 0;
        var adjective = hyphen == 0 && scene.Form(end) is "more" or "full" or "long" or "straight" or "consecutive" or "additional"
            or "whole" or "short" or "extra" or "working" or "business" ? 1 : 0;
        if (!TimeUnit.TryRead(scene.Form(end + hyphen + adjective), out var unit, out var isPlural)
            || (scene.Form(end + hyphen + adjective) is "second" or "quarter" && number.Value == "1")
            || (scene.Form(end + hyphen + adjective) == "quarters" && (hyphen > 0 || scene.Form(end + 1) == "of")))
        {
            // "Three-quarters", "three quarters of the board": a part.
            return null;
        }

        var last = end + hyphen + adjective + 1;
        if ((scene.Form(place) == "one" && scene.Form(last) == "at") || number.Value == "0")
        {
            return null;
        }

        // "A 48-year-old war" has lasted that long.
        if (scene.Form(last) == "-" && scene.Form(last + 1) == "old"
            && (_things.Contains(scene.Form(last + 2)) || _things.Contains(scene.Form(last + 3))))
        {
            return new TimeMatch(at, last + 2, TimeType.Duration, unit.Period(number.Value)) { Mod = mod };
        }

        // Ages are no durations, and "a day" is mostly a rate.
        if (scene.Form(last) is "old" or "olds" || (scene.Form(last) == "-" && scene.Form(last + 1) is "old" or "olds")
            || (scene.Form(last) is "of" && scene.Form(last + 1) is "age"))
        {
            return null;
        }

        // "A day and a half".
        if (scene.Form(place) is "a" or "an" or "one" && range is null && scene.Form(last) == "and" && scene.Form(last + 1) == "a"
            && scene.Form(last + 2) == "half")
        {
            return new TimeMatch(at, last + 3, TimeType.Duration, AndAHalf(unit, 1)) { Mod = mod };
        }

        if (scene.Form(place) is "a" or "an" && !isPlural && mod is null
            && scene.Form(at - 1) is not ("for" or "in" or "within" or "after" or "over" or "lasted" or "took" or "about" or "nearly"
                or "almost" or "than" or "under" or "spent" or "once" or "half" or "took" or "least" or "most" or "quarter"))
        {
            return null;
        }

        if (scene.Form(last) == "or" && scene.Form(last + 1) == "two" && number.Value == "1")
        {
            return new TimeMatch(at, last + 2, TimeType.Duration, $"{unit.Period(1)}/{unit.Period(2)}") { Mod = mod };
        }

        var value = range is { } upper ? $"{unit.Period(number.Value)}/{unit.Period(upper.Value)}" : unit.Period(number.Value);
        if (number.HasHalf && range is null && int.TryParse(number.Value, out var full))
        {
            value = AndAHalf(unit, full);
        }

        var length = new TimeMatch(at, last, TimeType.Duration, value) { Mod = mod };
        return range is null && !number.HasHalf && hyphen == 0 ? WithSmaller(scene, length, unit) : length;
    }

    /// <summary>"Two hours and 20 minutes", "12 years, four months and three days": one length.</summary>
    private static TimeMatch WithSmaller(TimeScene scene, TimeMatch length, TimeUnit unit)
    {
        for (var i = 0; i < MostParts; i++)
        {
            var link = length.End;
            var place = scene.Form(link) == "," && scene.Form(link + 1) == "and" ? link + 2 : scene.Form(link) is "," or "and" ? link + 1
                : link;
            if (unit.Letter == 'W' || SmallNumber.Read(scene.Words, place) is not { HasHalf: false } number || scene.Form(place) is "a"
                or "an"
                || !int.TryParse(number.Value, out var count) || !TimeUnit.TryRead(scene.Form(number.End), out var smaller, out _)
                || smaller.Factor != 1 || smaller.Letter == 'W' || Rank(smaller) <= Rank(unit)
                || scene.Form(number.End + 1) is "ago" or "later" or "earlier" or "old" or "before" or "after" or "-")
            {
                return length;
            }

            var isFirstOfClock = smaller.IsOfClock && !unit.IsOfClock;
            length = length with { End = number.End + 1, Value = $"{length.Value}{(isFirstOfClock ? "T" : "")}{count}{smaller.Letter}" };
            unit = smaller;
        }

        return length;
    }

    private static int Rank(TimeUnit unit) => "YMWD".IndexOf(unit.Letter, StringComparison.Ordinal) is var date && !unit.IsOfClock
        ? date : 4 + "HMS".IndexOf(unit.Letter, StringComparison.Ordinal);

    private static (int Start, string? Mod) Approximation(TimeScene scene, int at) => (scene.Form(at), scene.Form(at + 1)) switch
    {
        ("about" or "around" or "approximately" or "roughly" or "some", _) => (at + 1, "APPROX"),
        ("nearly" or "almost" or "under", _) => (at + 1, "LESS_THAN"),
        ("over", not "the") => (at + 1, "MORE_THAN"),
        ("more", "than") => (at + 2, "MORE_THAN"),
        ("less" or "fewer", "than") => (at + 2, "LESS_THAN"),
        ("at", "least") => (at + 2, "EQUAL_OR_MORE"),
        ("at", "most") => (at + 2, "EQUAL_OR_LESS"),
        ("up", "to") => (at + 2, "EQUAL_OR_LESS"),
        ("just" or "only", _) => (at + 1, null),
        _ => (at, null),
    };

    private static string AndAHalf(TimeUnit unit, int number) => (unit.Letter, unit.IsOfClock, unit.Factor) switch
    {
        ('Y', _, 1) => $"P{number}Y6M",
        ('H', _, _) => $"PT{number}H30M",
        ('M', true, _) => $"PT{number}M30S",
        (var letter, _, var factor) when factor % 2 == 0 => $"P{((2L * number) + 1) * factor / 2}{letter}",
        (var letter, var isOfClock, _) => $"P{(isOfClock ? "T" : "")}{number}.5{letter}",
    };

    private static string Half(string unit) =>
        unit switch { "hour" => "PT30M", "day" => "PT12H", "year" => "P6M", "decade" => "P5Y", _ => "P50Y" };
}
