using System.Globalization;
using NodaTime;

namespace Sayso.Core.Times;

/// <summary>
/// Times of day: "3:30 a.m.", "4pm", "07:37 UTC", "noon", "Monday evening", "last night", "early this morning". A clock time
/// belongs to the day beside it, else to the last day that was named (<see cref="TimeScene.DayOfClock"/>), else to that of
/// publication. The midnight that something lasts until is the end of its day.
/// </summary>
internal static class Clocks
{
    private static readonly string[] _approximate = ["about", "around", "approximately", "roughly"];

    /// <summary>The time that begins at a word.</summary>
    public static TimeMatch? Read(TimeScene scene, int at) => PartOfDate(scene, at) ?? PartOfDay(scene, at) ?? Clock(scene, at);

    /// <summary>"The morning of 28 February", "the early hours of Monday", "the evening of the same day".</summary>
    private static TimeMatch? PartOfDate(TimeScene scene, int at)
    {
        var place = scene.Form(at) == "the" ? at + 1 : at;
        var isHours = scene.Form(place) is "early" or "small" && scene.Form(place + 1) == "hours";
        var of = isHours ? place + 2 : place + 1;
        return (isHours ? "MO" : Part(scene.Form(place))) is { } part && scene.Form(of) == "of" && DayAt(scene, of + 1) is { } day
            ? day with { First = at, Type = TimeType.Time, Value = $"{day.Value}T{part}" } : null;
    }

    /// <summary>The day that begins at a word, known or not.</summary>
    internal static TimeMatch? DayAt(TimeScene scene, int at) =>
        (Weekdays.Read(scene, at) ?? CalendarDates.Read(scene, at) ?? RelativeDates.Read(scene, at)) is { IsDay: true } day ? day : null;

    /// <summary>A day with the time that stands behind it: "Tuesday at 07:37 a.m. UTC", "Monday evening".</summary>
    public static TimeMatch Joined(TimeScene scene, TimeMatch day)
    {
        var end = day.End;
        var part = scene.Form(end) is "'" or "’" ? end + 2 : scene.Form(end) == "is" && !scene.Touch(end - 1, end) ? end : end;
        if (Part(scene.Form(part)) is { } code)
        {
            return day with { End = part + 1, Type = TimeType.Time, Value = $"{day.Value}T{code}" };
        }

        var clock = scene.Form(end) is "at" or "," or "@" ? end + 1 : end;
        return Digits(scene, clock) is var (time, clockEnd) && (clock > end || HasHalf(scene, clock))
            ? day with { End = clockEnd, Type = TimeType.Time, Value = $"{day.Value}T{time}", Clock = Minutes(time) }
            : day;
    }

    /// <summary>"last night", "tonight", "this morning", "yesterday evening" is a day joined.</summary>
    internal static TimeMatch? PartOfDay(TimeScene scene, int at)
    {
        var start = scene.Form(at) is "early" or "late" or "later" or "earlier" ? at + 1 : at;
        var (step, part, end) = (scene.Form(start), Part(scene.Form(start + 1))) switch
        {
            ("tonight", _) => (0, "NI", start + 1),
            ("last", "NI") => (-1, "NI", start + 2),
            ("last", "EV") => (-1, "EV", start + 2),
            ("this", { } code) => (0, code, start + 2),
            _ => (0, null, 0),
        };
        if (part is null)
        {
            return PartOfMentioned(scene, at);
        }

        return scene.Published is { } today
            ? new TimeMatch(at, end, TimeType.Time, $"{CalendarDates.Written(today.PlusDays(step))}T{part}")
            {
                IsAnchored = true,
                Day = today.PlusDays(step)
            }
            : new TimeMatch(at, end, TimeType.Time, $"XXXX-XX-XXT{part}");
    }

    /// <summary>"that night", "in the morning", "the same evening": of the last day that was named.</summary>
    private static TimeMatch? PartOfMentioned(TimeScene scene, int at)
    {
        var place = scene.Form(at) is "that" or "same" ? at + 1
            : scene.Form(at) == "the" && scene.Form(at + 1) is "same" or "following" or "next" or "previous" ? at + 2
            : scene.Form(at) == "the" && scene.Form(at - 1) is "in" or "throughout" or "during" or "on" ? at + 1
            : at;
        if (place == at || Part(scene.Form(place)) is not { } part)
        {
            return null;
        }

        var step = scene.Form(place - 1) switch { "following" or "next" => 1, "previous" => -1, _ => 0 };
        return scene.Mentioned is var (day, _)
            ? new TimeMatch(at, place + 1, TimeType.Time,
                $"{CalendarDates.Written(day.PlusDays(step))}T{part}")
            { IsAnchoredToMention = true }
            : scene.Published is { } today && step == 0
                ? new TimeMatch(at, place + 1, TimeType.Time, $"{CalendarDates.Written(today)}T{part}") { IsAnchored = true }
            : new TimeMatch(at, place + 1, TimeType.Time, $"XXXX-XX-XXT{part}");
    }

    private static TimeMatch? Clock(TimeScene scene, int at)
    {
        var start = Array.IndexOf(_approximate, scene.Form(at)) >= 0 ? at + 1
            : scene.Form(at) is "just" or "shortly" && scene.Form(at + 1) is "after" or "before" ? at + 2
            : at;
        var mod = start == at ? null : scene.Form(at + 1) == "after" ? "AFTER" : scene.Form(at + 1) == "before" ? "BEFORE" : "APPROX";
        if (Digits(scene, start) is not var (clock, end))
        {
            return null;
        }

        // "09:10 hours (0440 GMT) on Monday", "4.15 a.m. local time": the same hour elsewhere.
        end = scene.Form(end) == "hours" ? end + 1 : end;
        var bracket = BehindBracket(scene, scene.Form(end) == "local" && scene.Form(end + 1) == "time" ? end + 2 : end);

        // "4.30pm on Saturday", "9:27 a.m. Sunday".
        var place = scene.Form(bracket) is "on" or "," ? bracket + 1 : bracket;
        if (DayAt(scene, place) is { } beside && !(scene.Form(bracket) == "," && scene.Form(beside.End) is "to" or "-" or "–" or "through"))
        {
            return beside with { First = at, Type = TimeType.Time, Value = $"{beside.Value}T{clock}", Mod = mod, Clock = Minutes(clock) };
        }

        var step = scene.Form(start) == "midnight" && scene.Form(at - 1) is "by" or "until" or "till" or "before" ? 1 : 0;
        return OnDay(scene, (at, end), clock, scene.ClockBefore(at) is var (_, before) && before >= Minutes(clock) ? 1
            : step) with
        { Mod = mod };
    }

    /// <summary>Minutes since midnight.</summary>
    private static int Minutes(string clock) =>
        (int.Parse(clock.AsSpan(0, 2), CultureInfo.InvariantCulture) * 60) + int.Parse(clock.AsSpan(3, 2), CultureInfo.InvariantCulture);

    /// <summary>A clock time on the day that it belongs to, or on one behind that.</summary>
    internal static TimeMatch OnDay(TimeScene scene, (int At, int End) words, string clock, int step)
    {
        var (at, end) = words;
        int? minutes = clock[0] == 'X' ? null : Minutes(clock);
        if (scene.Weekday is { } weekday)
        {
            return new TimeMatch(at, end, TimeType.Time, $"{weekday}T{clock}") { Clock = minutes };
        }

        return scene.DayOfClock(at) is var (day, span)
            ? new TimeMatch(at, end, TimeType.Time, $"{CalendarDates.Written(day.PlusDays(step))}T{clock}")
            {
                IsAnchoredToMention = true,
                Anchor = span,
                Clock = minutes,
            }
            : scene.Published is { } today
                ? new TimeMatch(at, end, TimeType.Time, $"{CalendarDates.Written(today.PlusDays(step))}T{clock}")
                {
                    IsAnchored = true,
                    Clock = minutes,
                }
            : new TimeMatch(at, end, TimeType.Time, $"XXXX-XX-XXT{clock}") { Clock = minutes };
    }

    /// <summary>The index behind a bracket that opens at a word, of a dozen words or marks at most; else that word's own.</summary>
    private static int BehindBracket(TimeScene scene, int at)
    {
        if (scene.Form(at) == "(")
        {
            for (var i = at + 1; i <= at + 12; i++)
            {
                if (scene.Form(i) == ")")
                {
                    return i + 1;
                }
            }
        }

        return at;
    }

    internal static string? Part(string form) => form switch
    {
        "morning" => "MO",
        "afternoon" => "AF",
        "evening" => "EV",
        "night" => "NI",
        _ => null,
    };

    private static bool HasHalf(TimeScene scene, int at) => scene.Form(at) is "noon" or "midnight" || scene.Form(at + 1) == ":"
        || Half(scene, at) is not null;

    /// <summary>"3:30 a.m. EDT", "4pm", "4.30pm", "07:37", "noon": hours, minutes and zone, and the index behind.</summary>
    private static (string Clock, int End)? Digits(TimeScene scene, int at)
    {
        // "The midnight deadline" is no more than a name of one.
        if (scene.Form(at) is "noon" or "midday" or "midnight"
            && scene.Form(at + 1) is "action" or "actions" or "rules" or "rule" or "regulation" or "regulations" or "mass" or "oil"
            or "blue" or "run" or "express" or "sun")
        {
            return null;
        }

        if (scene.Form(at) is "noon" or "midday")
        {
            return ("12:00", at + 1);
        }

        if (scene.Form(at) == "midnight")
        {
            return ("00:00", at + 1);
        }

        var (hour, minute, end) = HourAndMinute(scene, at);
        if (hour < 0)
        {
            return null;
        }

        var half = Half(scene, at) ?? Half(scene, end - 1);
        if (half is null && end == at + 1 && scene.Form(at).Length != 4)
        {
            return null;
        }

        if (half is var (isAfternoon, halfEnd))
        {
            if (hour is < 1 or > 12)
            {
                return hour is > 12 and < 24 && isAfternoon ? Zoned(scene, hour, minute, halfEnd) : null;
            }

            hour = isAfternoon ? (hour % 12) + 12 : hour % 12;
            end = halfEnd;
        }

        return hour < 24 && minute < 60 ? Zoned(scene, hour, minute, end) : null;
    }

    private static (int Hour, int Minute, int End) HourAndMinute(TimeScene scene, int at)
    {
        var form = scene.Form(at);
        var bare = form.EndsWith("am", StringComparison.Ordinal) || form.EndsWith("pm", StringComparison.Ordinal) ? form[..^2] : form;
        if (bare.Length is 4 or 5 && bare[^3] == '.' && SmallNumber.Digits(bare[..^3]) is { } dotted
            && SmallNumber.Digits(bare[^2..]) is { } after)
        {
            // A decimal number is a clock time only beside "a.m." or "p.m.".
            return Half(scene, at) is null ? (-1, 0, 0) : (dotted, after, at + 1);
        }

        // "At 0315 GMT".
        if (bare.Length == 4 && SmallNumber.Digits(bare) is { } joined && scene.IsCapital(at + 1) && scene.Form(at + 1) is "gmt" or "utc")
        {
            return (joined / 100, joined % 100, at + 1);
        }

        if (SmallNumber.Digits(bare) is not { } hour || bare.Length > 2)
        {
            return (-1, 0, 0);
        }

        if (bare == form && scene.Form(at + 1) == ":" && scene.Touch(at, at + 1) && scene.Touch(at + 1, at + 2))
        {
            var minutes = scene.Form(at + 2);
            var digits = minutes.Length >= 2 && SmallNumber.Digits(minutes[..2]) is { } minute
                && (minutes.Length == 2 || minutes[2..] is "am" or "pm") ? minute : -1;
            return digits < 0 ? (-1, 0, 0) : (hour, digits, at + 3);
        }

        return (hour, 0, at + 1);
    }

    /// <summary>Whether "p.m." or "a.m." stands in a word or behind it.</summary>
    private static (bool IsAfternoon, int End)? Half(TimeScene scene, int at)
    {
        var form = scene.Form(at);
        if (form.Length > 2 && char.IsAsciiDigit(form[0]) && form[^2..] is "am" or "pm")
        {
            return (form[^2] == 'p', at + 1);
        }

        var next = scene.Form(at + 1);
        return next is "am" or "pm" ? (next[0] == 'p', at + 2)
            : next is "a" or "p" && scene.Form(at + 2) == "." && scene.Form(at + 3) == "m"
                ? (next == "p", scene.Form(at + 4) == "." ? at + 5 : at + 4)
            : null;
    }

    private static (string Clock, int End) Zoned(TimeScene scene, int hour, int minute, int end)
    {
        var zone = scene.IsCapital(end) ? scene.Form(end) switch
        {
            "utc" or "gmt" => "Z",
            "est" or "cdt" => "-05:00",
            "edt" => "-04:00",
            "cst" or "mdt" => "-06:00",
            "mst" or "pdt" => "-07:00",
            "pst" => "-08:00",
            "bst" or "cet" => "+01:00",
            "cest" => "+02:00",
            _ => "",
        } : "";
        return (string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}{zone}"), zone.Length > 0 ? end + 1 : end);
    }
}
