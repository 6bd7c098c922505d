namespace Sayso.Core.Times;

/// <summary>The beginning, middle or end of a date: "the end of January", "the start of 2012", "the middle of next year".</summary>
internal static class Edges
{
    /// <summary>The part of a date that begins at a word; it has the date's value, and says which part in its modifier.</summary>
    public static TimeMatch? Read(TimeScene scene, int at)
    {
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
}
