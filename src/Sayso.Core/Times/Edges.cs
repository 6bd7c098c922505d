namespace Sayso.Core.Times;

/// <summary>
/// The beginning, middle or end of a date: "the end of January", "the start of 2012", "the middle of next year"; a day or week of
/// one.
/// </summary>
internal static class Edges
{
    /// <summary>The part of a date that begins at a word; it has the date's value, and says which part in its modifier.</summary>
    public static TimeMatch? Read(TimeScene scene, int at)
    {
        if (OneDay(scene, at) is { } day)
        {
            return day;
        }

        var place = scene.Form(at) == "the" ? at + 1 : at;
        place += scene.Form(place) == "very" ? 1 : 0;
        var mod = scene.Form(place) switch { "end" or "close" => "END", "beginning" or "start" => "START", "middle" => "MID", _ => null };
        if (mod is null || scene.Form(place + 1) != "of")
        {
            return null;
        }

        var inner = place + 2;
        return (CalendarDates.Read(scene, inner) ?? RelativeDates.Read(scene, inner)
            ?? Seasons.Read(scene, inner)) is { Type: TimeType.Date, IsDay: false, Mod: null } date && char.IsLetterOrDigit(date.Value[0])
            && date.Value != "PAST_REF"
            ? date with { First = at, Mod = mod, Day = null }
            : null;
    }

    /// <summary>"The last day of March", "the first day of 2033"; "the week of 24 March" is a week.</summary>
    private static TimeMatch? OneDay(TimeScene scene, int at)
    {
        if (scene.Form(at) != "the")
        {
            return null;
        }

        if (scene.Form(at + 1) == "week" && scene.Form(at + 2) is "of" or "beginning" or "starting" or "ending"
            && CalendarDates.Read(scene, at + 3) is { Day: { } inWeek } week)
        {
            return week with { First = at, Value = IsoWeek.Of(scene.Form(at + 2) == "ending" ? inWeek.PlusDays(-1) : inWeek), Day = null };
        }

        return scene.Form(at + 1) is "first" or "last" && scene.Form(at + 2) == "day" && scene.Form(at + 3) == "of"
            && (CalendarDates.Read(scene, at + 4)
            ?? RelativeDates.Read(scene, at + 4)) is { Type: TimeType.Date, Mod: null, Value.Length: 4 or 7 } inner
            && DayRange.Of(inner.Value) is var (earliest, latest)
            && (scene.Form(at + 1) == "first" ? earliest : latest) is var day
            ? inner with { First = at, Value = CalendarDates.Written(day), Day = day } : null;
    }
}
