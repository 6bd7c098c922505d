using System.Globalization;
using NodaTime;

namespace Sayso.Core.Times;

/// <summary>
/// Dates that are reckoned from the publication ("yesterday", "last month", "five years ago", "this weekend") or from the
/// last day that the text spoke of ("the next day", "the following week", "two days earlier", "that month").
/// </summary>
internal static class RelativeDates
{
    /// <summary>The date that begins at a word.</summary>
    public static TimeMatch? Read(TimeScene scene, int at) =>
        Named(scene, at) ?? FromMention(scene, at) ?? Turned(scene, at) ?? Ago(scene, at);

    /// <summary>"yesterday", "today", "tomorrow", "the day before yesterday", "the end of the year".</summary>
    private static TimeMatch? Named(TimeScene scene, int at)
    {
        if (scene.Form(at) == "the" && scene.Form(at + 1) == "day" && scene.Form(at + 2) is "before" or "after"
            && scene.Form(at + 3) is "yesterday" or "tomorrow")
        {
            return Day(scene, at, at + 4, scene.Form(at + 3) == "yesterday" ? -2 : 2);
        }

        if (scene.Form(at) == "the" && (scene.Form(at + 2), scene.Form(at + 3)) is ("before", "last") or ("after", "next")
            && scene.Form(at + 4) is not "of")
        {
            var step = scene.Form(at + 2) == "before" ? -2 : 2;
            return scene.Form(at + 1) != "night" ? Unit((at, at + 4), scene.Form(at + 1), step, scene.Published)
                : scene.Published is { } day
                    ? new TimeMatch(at, at + 4, TimeType.Time, $"{CalendarDates.Written(day.PlusDays(step))}TNI") { IsAnchored = true }
                : new TimeMatch(at, at + 4, TimeType.Time, "XXXX-XX-XXTNI");
        }

        if (scene.Form(at) == "the" && scene.Form(at + 1) == "weekend" && scene.Form(at - 1) is "over" or "at" or "during" or "on")
        {
            return Unit((at, at + 2), "weekend", scene.Published is { DayOfWeek: < IsoDayOfWeek.Saturday } && !scene.IsFuture(at) ? -1 : 0,
                scene.Published);
        }

        return scene.Form(at) switch
        {
            "yesterday" => Day(scene, at, at + 1, -1),
            "today" => Day(scene, at, at + 1, 0),
            "tomorrow" => Day(scene, at, at + 1, 1),
            "the" when scene.Form(at - 1) == "of" && scene.Form(at + 1) is "year" or "month" or "week" && !scene.IsCapital(at + 1)
                && IsWhole(scene.Form(at - 2)) => Unit((at, at + 2), scene.Form(at + 1), 0, scene.Published),
            _ => null,
        };
    }

    /// <summary>Of what is under way: "the end of the year", not "the man of the year".</summary>
    private static bool IsWhole(string part) =>
        part is "end" or "start" or "beginning" or "rest" or "remainder" or "middle" or "half" or "quarter" or "months" or "weeks"
            or "one" or "first" or "last" or "second" or "third" or "fourth" or "fifth" or "day";

    /// <summary>"last month", "this year", "next week", "last weekend", "earlier this year".</summary>
    private static TimeMatch? Turned(TimeScene scene, int at)
    {
        var lead = scene.Form(at) is "earlier" or "later" or "early" or "late" ? 1 : 0;
        var mod = scene.Form(at) switch
        {
            "early" or "earlier" when lead > 0 => "START",
            "late" or "later"
            when lead > 0 => "END",
            _ => null
        };
        var turn = scene.Form(at + lead) switch { "last" => -1, "this" => 0, "next" or "coming" => 1, _ => (int?)null };
        if (turn is not { } step || scene.Form(at + lead - 1) is "the" && step != 0)
        {
            // "the last year" is how long.
            return null;
        }

        var name = scene.Form(at + lead + 1);
        if (name is "fiscal" or "calendar" or "financial" && scene.Form(at + lead + 2) == "year")
        {
            return Unit((at, at + lead + 3), "year", step, scene.Published);
        }

        if (name == "season")
        {
            // Whose season it is, the calendar does not say.
            return new TimeMatch(at, at + lead + 2, TimeType.Date, "XXXX") { Mod = mod };
        }

        if (name is "few" or "several" && TimeUnit.TryRead(scene.Form(at + lead + 2), out _, out _))
        {
            return Reference(at, at + lead + 3, step > 0 ? "FUTURE_REF" : "PAST_REF");
        }

        return Unit((at, at + lead + 2), name, step, scene.Published) is not { } found ? null : found with { Mod = mod };
    }

    private static TimeMatch? Unit((int At, int End) words, string unit, int step, LocalDate? from)
    {
        var (at, end) = words;
        if (unit is not ("week" or "weekend" or "month" or "year" or "quarter" or "day"))
        {
            return null;
        }

        if (from is not { } today)
        {
            var unknown = unit switch
            {
                "week" => "XXXX-WXX",
                "weekend" => "XXXX-WXX-WE",
                "month" => "XXXX-XX",
                "year" => "XXXX",
                "quarter" => "XXXX-QX",
                _ => "XXXX-XX-XX"
            };
            return new TimeMatch(at, end, TimeType.Date, unknown);
        }

        return unit switch
        {
            "day" => new TimeMatch(at, end, TimeType.Date, CalendarDates.Written(today.PlusDays(step)))
            {
                IsAnchored = true,
                Day = today.PlusDays(step)
            },
            "week" => Anchored(IsoWeek.Of(today.PlusWeeks(step))),
            "weekend" => Anchored(IsoWeek.Of(today.PlusWeeks(step == 0 ? 0 : step)) + "-WE"),
            "month" => Anchored(MonthOf(today.PlusMonths(step))),
            "quarter" => Anchored(QuarterOf(today.PlusMonths(3 * step))),
            _ => Anchored((today.Year + step).ToString("0000", CultureInfo.InvariantCulture)),
        };

        TimeMatch Anchored(string value) => new(at, end, TimeType.Date, value) { IsAnchored = true };
    }

    /// <summary>"the next day", "the following week", "that month", "a day earlier": from the last day named.</summary>
    private static TimeMatch? FromMention(TimeScene scene, int at)
    {
        var (step, end) = (scene.Form(at), scene.Form(at + 1), scene.Form(at + 2)) switch
        {
            ("the", "next" or "following", "day" or "week" or "month" or "year") => (1, at + 3),
            ("the", "previous" or "preceding", "day" or "week" or "month" or "year") => (-1, at + 3),
            ("the", "same", "day" or "week" or "month" or "quarter" or "year") => (0, at + 3),
            ("the", "year" or "month", "is") when scene.Touch(at + 1, at + 2) => (0, at + 2),
            ("that" or "same", "day" or "week" or "month" or "year" or "weekend", _) => (0, at + 2),
            _ => (int.MinValue, 0),
        };
        if (step != int.MinValue)
        {
            var named = scene.Form(end - 1) switch
            {
                "year" => scene.LastNamed('Y'),
                "month" => scene.LastNamed('M'),
                _ => scene.Mentioned,
            };
            return Unit((at, end), scene.Form(end - 1), step, named?.Day ?? scene.Published) is { } found
                ? found with
                {
                    IsAnchored = named is null
                && found.IsAnchored,
                    IsAnchoredToMention = named is not null,
                    Anchor = named?.Span
                }
                : null;
        }

        if (SmallNumber.Read(scene.Words, at) is not { HasHalf: false } number
            || !TimeUnit.TryRead(scene.Form(number.End), out var unit, out _) || unit.IsOfClock
            || scene.Form(number.End + 1) is not ("earlier" or "later" or "before" or "afterward" or "afterwards")
            || !int.TryParse(number.Value, out var count) || count > 5000)
        {
            return null;
        }

        if (scene.Form(number.End + 1) == "before" && scene.Form(number.End + 2).Length > 1)
        {
            // "two days before the vote" is reckoned from the vote.
            return null;
        }

        if ((scene.Near(at) ?? (unit is { Letter: 'Y' or 'M', Factor: 1 } ? scene.NearPoint(at, unit.Letter)
            : null)) is not var (day, anchor))
        {
            // "A year earlier" than nobody says what.
            return scene.Form(at) is "a" or "an" ? new TimeMatch(at, number.End + 2, TimeType.Date, Unknown(unit)) : null;
        }

        var sign = scene.Form(number.End + 1) is "earlier" or "before" ? -1 : 1;
        return Shifted((at, number.End + 2), unit, sign * count, day) is { } shifted
            ? shifted with { IsAnchoredToMention = true, Anchor = anchor } : null;
    }

    /// <summary>"two years ago", "a week ago Friday" without the day; a vague number is the past.</summary>
    private static TimeMatch? Ago(TimeScene scene, int at)
    {
        var start = scene.Form(at) is "about" or "almost" or "nearly" or "around" or "roughly" or "over" or "some" ? at + 1
            : scene.Form(at) is "more" or "less" && scene.Form(at + 1) == "than" ? at + 2
            : at;
        if (TimeUnit.TryRead(scene.Form(start), out _, out var isPlural) && isPlural && scene.Form(start + 1) == "ago")
        {
            return Reference(at, start + 2, "PAST_REF");
        }

        if (SmallNumber.Read(scene.Words, start) is not { } number)
        {
            return null;
        }

        // "five or six years ago".
        var after = scene.Form(number.End) is "or" or "to" && SmallNumber.Read(scene.Words, number.End + 1) is { } second
            ? second.End : number.End;
        if (!TimeUnit.TryRead(scene.Form(after), out var unit, out _))
        {
            return null;
        }

        var isAgo = scene.Form(after + 1) == "ago";
        if (!isAgo && !(scene.Form(after + 1) == "from" && scene.Form(after + 2) == "now"))
        {
            return null;
        }

        var end = after + (isAgo ? 2 : 3);
        if (!int.TryParse(number.Value, out var count) || number.HasHalf || unit.IsOfClock || count > 5000)
        {
            return Reference(at, end, isAgo ? "PAST_REF" : "FUTURE_REF");
        }

        return scene.Published is not { } today
            ? new TimeMatch(at, end, TimeType.Date, Unknown(unit))
            : Shifted((at, end), unit, isAgo ? -count : count, today) is { } found ? found with { IsAnchored = true } : null;
    }

    private static string Unknown(TimeUnit unit) =>
        unit.Letter switch { 'Y' => "XXXX", 'M' => "XXXX-XX", 'W' => "XXXX-WXX", _ => "XXXX-XX-XX" };

    private static TimeMatch? Shifted((int At, int End) words, TimeUnit unit, int count, LocalDate from)
    {
        var steps = (long)count * unit.Factor;
        if (Math.Abs(steps) > 100_000 || from.Year + (unit.Letter == 'Y' ? steps : 0) is < 1 or > 9000)
        {
            return null;
        }

        var value = unit.Letter switch
        {
            'Y' => (from.Year + steps).ToString("0000", CultureInfo.InvariantCulture),
            'M' => MonthOf(from.PlusMonths((int)steps)),
            'W' => IsoWeek.Of(from.PlusWeeks((int)steps)),
            _ => CalendarDates.Written(from.PlusDays((int)steps)),
        };
        return new TimeMatch(words.At, words.End, TimeType.Date, value) { Day = unit.Letter == 'D' ? from.PlusDays((int)steps) : null };
    }

    private static TimeMatch Day(TimeScene scene, int at, int end, int step) => scene.Published is { } today
        ? new TimeMatch(at, end, TimeType.Date, CalendarDates.Written(today.PlusDays(step)))
        {
            IsAnchored = true,
            Day = today.PlusDays(step)
        }
        : new TimeMatch(at, end, TimeType.Date, "XXXX-XX-XX");

    private static TimeMatch Reference(int at, int end, string value) => new(at, end, TimeType.Date, value);

    private static string MonthOf(LocalDate day) => $"{day.Year:0000}-{day.Month:00}";

    private static string QuarterOf(LocalDate day) => $"{day.Year:0000}-Q{((day.Month - 1) / 3) + 1}";
}
