using System.Globalization;

namespace Sayso.Core.Times;

/// <summary>
/// Times of day in words: "half past nine on Saturday night", "a quarter past three", "ten to six the next morning", "five o'clock". Which
/// half of the day is meant, the part of the day beside it says, or a clock time that it is reckoned on from ("dark at noon and back at
/// three o'clock"); where neither does, the hour is <c>XX</c>.
/// </summary>
internal static class SpokenClocks
{
    private const int HoursOfAHalf = 12;
    private const int MinutesOfAnHour = 60;

    private static readonly string[] _before = ["at", "by", "until", "till", "before", "after", "since", "about", "around", "from", "to"];

    private static readonly HashSet<string> _first = new(("a half quarter one two three four five six seven eight nine ten eleven twelve "
        + "fifteen twenty").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> _behind = new(("on in the this that yesterday today tomorrow tonight when and but or "
        + "as after before he she it they local a p am pm until to").Split(' '), StringComparer.Ordinal);

    /// <summary>The time that begins at a word.</summary>
    public static TimeMatch? Read(TimeScene scene, int at)
    {
        var form = scene.Form(at);
        if (form.Length == 0 || (!char.IsAsciiDigit(form[0]) && !_first.Contains(form)) || HourAndMinute(scene, at) is not var (hour, minute, end))
        {
            return null;
        }

        var minutes = (hour % HoursOfAHalf * MinutesOfAnHour) + minute;
        if (DayBehind(scene, end) is { } day)
        {
            var (known, step) = In(day.Value[^2..], minutes);
            var date = day.Day is { } first ? CalendarDates.Written(first.PlusDays(step)) : day.Value.Split('T')[0];
            return day with { First = at, Value = $"{date}T{Clock(known)}", Clock = known };
        }

        if (PartBehind(scene, end) is var (part, behind))
        {
            var (known, step) = In(part, minutes);
            return Clocks.OnDay(scene, (at, behind), Clock(known), step);
        }

        if (scene.ClockBefore(at) is var (_, before))
        {
            var half = HoursOfAHalf * MinutesOfAnHour;
            var next = minutes > before ? minutes : minutes + half > before ? minutes + half : minutes + half + half;
            return Clocks.OnDay(scene, (at, end), Clock(next % (half + half)), next >= half + half ? 1 : 0);
        }

        var unknown = string.Create(CultureInfo.InvariantCulture, $"XX:{minutes % MinutesOfAnHour:00}");
        return Clocks.DayAt(scene, scene.Form(end) == "on" ? end + 1 : end) is { } beside
            ? beside with { First = at, Type = TimeType.Time, Value = $"{beside.Value}T{unknown}" }
            : Clocks.OnDay(scene, (at, end), unknown, 0);
    }

    /// <summary>
    /// "Half past nine", "ten minutes to six", "a quarter past three", "five o'clock"; the minute is below nought before the
    /// hour.
    /// </summary>
    private static (int Hour, int Minute, int End)? HourAndMinute(TimeScene scene, int at)
    {
        if (Plain(scene, at) is var (plainHour, minute, end))
        {
            return (plainHour, minute, scene.Form(end) == "o'clock" ? end + 1 : end);
        }

        return null;
    }

    private static (int Hour, int Minute, int End)? Plain(TimeScene scene, int at)
    {
        if (Hour(scene, at) is { } full && scene.Form(at + 1) == "o'clock")
        {
            return (full, 0, at + 2);
        }

        if (scene.Form(at) == "half" && scene.Form(at + 1) == "past" && Hour(scene, at + 2) is { } half)
        {
            return (half, 30, at + 3);
        }

        var place = scene.Form(at) == "a" && scene.Form(at + 1) == "quarter" ? at + 1 : at;
        var isQuarter = scene.Form(place) == "quarter";
        if (!isQuarter && (scene.Form(at) is "a" or "an" || SmallNumber.Read(scene.Words, at) is not { HasHalf: false }))
        {
            return null;
        }

        var number = isQuarter ? 15 : int.TryParse(SmallNumber.Read(scene.Words, at)!.Value.Value, out var count) ? count : 0;
        var link = isQuarter ? place + 1 : SmallNumber.Read(scene.Words, at)!.Value.End;
        link += scene.Form(link) is "minutes" or "minute" ? 1 : 0;
        var isNamed = isQuarter || link > at + 1 && scene.Form(link - 1) is "minutes" or "minute";
        if (scene.Form(link) is not ("past" or "to") || number is < 1 or > 30 || Hour(scene, link + 1) is not { } hour
            || (scene.Form(link) == "to" && !(isNamed && !isQuarter) && (Array.IndexOf(_before, scene.Form(at - 1)) < 0
            || !IsEnd(scene, link + 2)))
            || (!isNamed && number % 5 != 0))
        {
            return null;
        }

        return (hour, scene.Form(link) == "past" ? number : -number, link + 2);
    }

    /// <summary>"Ten to six people" is a range.</summary>
    private static bool IsEnd(TimeScene scene, int at) =>
        scene.Form(at) is not { Length: > 0 } form || !char.IsLetterOrDigit(form[0]) || _behind.Contains(form);

    private static int? Hour(TimeScene scene, int at) =>
        scene.Form(at) is not ("a" or "an") && SmallNumber.Read(scene.Words, at) is { HasHalf: false } number && number.End == at + 1
            && int.TryParse(number.Value, out var hour) && hour is >= 1 and <= HoursOfAHalf ? hour : null;

    /// <summary>"On Saturday night", "the next morning", "yesterday evening": a day with its part.</summary>
    private static TimeMatch? DayBehind(TimeScene scene, int end)
    {
        var place = scene.Form(end) is "on" or "," ? end + 1 : end;
        if (Clocks.DayAt(scene, place) is { } day && Clocks.Joined(scene, day) is { Type: TimeType.Time, Clock: null } joined)
        {
            return joined;
        }

        return Clocks.PartOfDay(scene, place) is { } part && part.End > place + 1 ? part : null;
    }

    /// <summary>"In the morning", "a.m.", "at night", and the index behind it.</summary>
    private static (string Part, int End)? PartBehind(TimeScene scene, int end) =>
        scene.Form(end) is "in" && scene.Form(end + 1) == "the" && Clocks.Part(scene.Form(end + 2)) is { } part ? (part, end + 3)
            : scene.Form(end) == "at" && scene.Form(end + 1) == "night" ? ("NI", end + 2)
            : scene.Form(end) is "am" or "pm" ? (scene.Form(end) == "am" ? "MO" : "EV", end + 1)
            : scene.Form(end) is "a" or "p" && scene.Form(end + 1) == "." && scene.Form(end + 2) == "m"
                ? (scene.Form(end) == "a" ? "MO" : "EV", scene.Form(end + 3) == "." ? end + 4 : end + 3)
            : null;

    /// <summary>Minutes since midnight in a part of the day; small hours of a night are those of the next day.</summary>
    private static (int Minutes, int Step) In(string part, int minutes)
    {
        var half = HoursOfAHalf * MinutesOfAnHour;
        var first = (minutes + half) % half;
        return part == "MO" ? (first, 0)
            : part == "NI" && first < 5 * MinutesOfAnHour ? (first, 1)
            : (first + half, 0);
    }

    private static string Clock(int minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{minutes / MinutesOfAnHour:00}:{minutes % MinutesOfAnHour:00}");
}
