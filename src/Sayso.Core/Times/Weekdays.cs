using NodaTime;

namespace Sayso.Core.Times;

/// <summary>
/// "Monday", "last Friday", "next Sunday", "Monday’s": in a report of what has been, the last such day up to the
/// publication; where the sentence speaks of what is to come, the next one. Who is quoted calls the day itself today.
/// </summary>
internal static class Weekdays
{
    private static readonly string[] _days = ["", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>The weekday that begins at a word.</summary>
    public static TimeMatch? Read(TimeScene scene, int at)
    {
        var turn = scene.Form(at) is "last" or "next" or "this" or "past" ? scene.Form(at) : "";
        var part = scene.Form(at) switch { "early" => "MO", "late" => "NI", _ => null };
        var place = part is not null && scene.Form(at + 1) == "on" ? at + 2 : turn.Length > 0 || part is not null ? at + 1 : at;
        if (Of(scene, place) is not var (number, end))
        {
            return null;
        }

        // "Saturday, 8 October 2011" is one date.
        var comma = scene.Form(end) is "," or "(" ? end + 1 : end;
        if (turn.Length == 0 && CalendarDates.Read(scene, comma) is { IsDay: true } dated)
        {
            return dated with { First = at, End = scene.Form(end) == "(" && scene.Form(dated.End) == ")" ? dated.End + 1 : dated.End };
        }

        var day = (IsoDayOfWeek)number;
        if (scene.Published is not { } today)
        {
            return Early(new TimeMatch(at, end, TimeType.Date, $"XXXX-WXX-{number}"));
        }

        // "Before Monday's caucus", "ahead of Monday", "beginning on Friday": what a report looks forward to.
        var isAwaited = scene.Form(at - 1) == "before" && scene.Form(end) == "is"
            || (scene.Form(at - 1) == "of" && scene.Form(at - 2) == "ahead")
            || scene.Form(scene.Form(at - 1) == "on" ? at - 2 : at - 1) is "beginning" or "starting" or "effective" or "commencing";
        var isFuture = turn == "next" || (turn is "" or "this" && (isAwaited || (!IsOfWhatWas(scene, end) && scene.IsFuture(at))));
        var found = turn.Length == 0 && Linked(scene, (at, end), today, isFuture) is var (other, isBefore)
                ? isBefore ? other.Previous(day) : other.Next(day)
            : isFuture ? Ahead(today, day, isNext: turn == "next")
            : today.DayOfWeek == day && turn is "" or "this" && !(turn.Length == 0 && scene.IsQuoted) ? today
            : today.Previous(day);
        return Early(new TimeMatch(at, end, TimeType.Date, CalendarDates.Written(found)) { IsAnchored = true, Day = found });

        // "Early Sunday" is a part of it; "early Sunday morning" says which.
        TimeMatch Early(TimeMatch match) => part is not null && scene.Form(at + 1) == "on" ? match with
        {
            Mod = part == "MO" ? "START"
            : "END"
        }
            : part is null || scene.Form(end) is "morning" or "afternoon" or "evening" or "night"
                ? match : match with { Type = TimeType.Time, Value = $"{match.Value}T{part}" };
    }

    /// <summary>
    /// "From Tuesday to Thursday": of what has been, the first is the last such day before the second; of what is to come, the second is
    /// the next one behind the first.
    /// </summary>
    private static (LocalDate Other, bool IsBefore)? Linked(TimeScene scene, (int At, int End) words, LocalDate today, bool isFuture)
    {
        var (at, end) = words;
        if (!isFuture && IsLink(scene, end, at - 1) && Of(scene, end + 1) is var (last, _))
        {
            var other = (IsoDayOfWeek)last;
            return (today.DayOfWeek == other ? today : today.Previous(other), true);
        }

        return IsLink(scene, at - 1, at - 3) && Of(scene, at - 2) is var (first, _) && scene.IsFuture(at - 2)
            ? (Ahead(today, (IsoDayOfWeek)first, isNext: false), false) : null;
    }

    private static LocalDate Ahead(LocalDate today, IsoDayOfWeek day, bool isNext) =>
        today.DayOfWeek == day && !isNext ? today : today.Next(day);

    private static bool IsLink(TimeScene scene, int at, int before) => scene.Form(at) is "to" or "until" or "till" or "through" or "-"
        or "–"
        || (scene.Form(at) == "and" && scene.Form(before) == "between");

    /// <summary>"Every Tuesday", "every second Tuesday", "on Sundays": a set; "two Sundays ago" is a day.</summary>
    public static TimeMatch? Recurring(TimeScene scene, int at)
    {
        if (scene.Form(at) is "every" or "each")
        {
            var place = scene.Form(at + 1) is "other" or "single" or "second" or "third" or "first" or "last" ? at + 2 : at + 1;
            return Of(scene, place) is var (number, end) ? new TimeMatch(at, end, TimeType.Set, $"XXXX-WXX-{number}") : null;
        }

        if (scene.IsCapital(at) && Plural(scene.Form(at)) is { } many)
        {
            return scene.Form(at + 1) == "ago" ? null : new TimeMatch(at, at + 1, TimeType.Set, $"XXXX-WXX-{many}");
        }

        return scene.Form(at + 2) == "ago" && SmallNumber.Read(scene.Words, at) is { HasHalf: false } count && scene.Form(count.End + 1) == "ago"
            && Plural(scene.Form(count.End)) is { } named && int.TryParse(count.Value, out var weeks) && weeks < 60
            && scene.Published is { } today
            && today.Previous((IsoDayOfWeek)named).PlusWeeks(1 - weeks) is var day
            ? new TimeMatch(at, count.End + 2, TimeType.Date, CalendarDates.Written(day)) { IsAnchored = true, Day = day } : null;
    }

    private static int? Plural(string form) => form.EndsWith("days", StringComparison.Ordinal)
        && Array.IndexOf(_days, form[..^1]) is > 0 and var number ? number : null;

    private static readonly HashSet<string> _done = new(("decision ruling attack attacks shooting shootings verdict announcement "
        + "resignation report win victory loss defeat blast bombing crash remarks remark comments").Split(' '), StringComparer.Ordinal);

    /// <summary>"Monday's ruling will be felt": what happened then is told of, whatever it leads to.</summary>
    private static bool IsOfWhatWas(TimeScene scene, int end) => scene.Form(end) == "is" && _done.Contains(scene.Form(end + 1));

    /// <summary>The number of a weekday, Monday is 1, and the index behind it.</summary>
    private static (int Number, int End)? Of(TimeScene scene, int at)
    {
        if (!scene.IsCapital(at))
        {
            return null;
        }

        var form = scene.Form(at);
        var number = Array.FindIndex(_days, 1, name => name == form
            || (form.Length is 3 or 4 or 5 && name.StartsWith(form, StringComparison.Ordinal)
                && form is "mon" or "tue" or "tues" or "wed" or "thu" or "thur" or "thurs" or "fri" && scene.Form(at + 1) is "." or ","));
        // "Sunday Times", "Black Friday": names.
        var isName = (scene.IsCapital(at + 1)
            && scene.Form(at + 1) is "times" or "telegraph" or "mirror" or "mail" or "express" or "herald" or "post")
            || (scene.Form(at + 1) == "night" && scene.Form(at + 2) is "live" or "football" or "lights")
            || scene.Form(at - 1) is "black" or "good" or "super" or "holy" or "ash" or "palm";
        return number < 1 || isName ? null : (number, at + 1);
    }
}
