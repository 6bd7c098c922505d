using NodaTime;

namespace Sayso.Core.Times;

/// <summary>
/// Days that the calendar fixes and names: "Christmas Day", "New Year's Eve", "Thanksgiving", "Easter Sunday", "Election Day".
/// </summary>
internal static class Holidays
{
    /// <summary>
    /// The words of a name, apostrophes as <see cref="Attitudes.WordReader"/> cuts them, and the day in a year; none in some
    /// years.
    /// </summary>
    private static readonly (string[] Words, Func<int, LocalDate?> In)[] _days =
    [
        (["christmas", "eve"], year => new LocalDate(year, 12, 24)),
        (["christmas", "day"], year => new LocalDate(year, 12, 25)),
        (["christmas"], year => new LocalDate(year, 12, 25)),
        (["boxing", "day"], year => new LocalDate(year, 12, 26)),
        (["new", "year", "is", "eve"], year => new LocalDate(year, 12, 31)),
        (["new", "year", "is", "day"], year => new LocalDate(year, 1, 1)),
        (["valentine", "is", "day"], year => new LocalDate(year, 2, 14)),
        (["independence", "day"], year => new LocalDate(year, 7, 4)),
        (["fourth", "of", "july"], year => new LocalDate(year, 7, 4)),
        (["halloween"], year => new LocalDate(year, 10, 31)),
        (["veterans", "day"], year => new LocalDate(year, 11, 11)),
        (["armistice", "day"], year => new LocalDate(year, 11, 11)),
        (["labor", "day"], year => Nth(year, 9, IsoDayOfWeek.Monday, 1)),
        (["memorial", "day"], year => new LocalDate(year, 6, 1).Previous(IsoDayOfWeek.Monday)),
        (["thanksgiving", "day"], year => Nth(year, 11, IsoDayOfWeek.Thursday, 4)),
        (["thanksgiving"], year => Nth(year, 11, IsoDayOfWeek.Thursday, 4)),
        (["election", "day"], year => year % 2 == 0 ? Nth(year, 11, IsoDayOfWeek.Monday, 1).PlusDays(1) : null),
        (["good", "friday"], year => Easter(year).PlusDays(-2)),
        (["easter", "sunday"], year => Easter(year)),
        (["easter", "monday"], year => Easter(year).PlusDays(1)),
        (["easter"], year => Easter(year)),
    ];

    /// <summary>Years before and after the publication's that hold each day at least once, on either side of it.</summary>
    private const int Around = 2;

    /// <summary>The holiday that begins at a word: of the year behind it, else the nearest to the publication.</summary>
    public static TimeMatch? Read(TimeScene scene, int at)
    {
        if (!scene.IsCapital(at))
        {
            return null;
        }

        foreach (var (words, day) in _days)
        {
            if (Enumerable.Range(0, words.Length).All(i => scene.Form(at + i) == words[i]))
            {
                // A Christmas party may be held on any day.
                if (words.Length == 1 && scene.Form(at - 1) is not ("at" or "on" or "before" or "after" or "since" or "until" or "by"
                    or "this" or "last" or "next" or "over" or "around" or "for"))
                {
                    return null;
                }

                return Of(scene, at, at + words.Length, day);
            }
        }

        return null;
    }

    private static TimeMatch? Of(TimeScene scene, int at, int end, Func<int, LocalDate?> day)
    {
        var place = scene.Form(end) is "," or "of" ? end + 1 : end;
        if (CalendarDates.YearOf(scene.Form(place)) is { } year)
        {
            return day(year) is { } stated
                ? new TimeMatch(at, place + 1, TimeType.Date, CalendarDates.Written(stated)) { Day = stated } : null;
        }

        if (scene.Published is not { } today)
        {
            return null;
        }

        // A day long past was last year's only where the sentence says that it has been.
        LocalDate[] near = [.. Enumerable.Range(today.Year - Around, (2 * Around) + 1).Where(y => y is >= 1 and <= 9999).Select(day)
            .OfType<LocalDate>().OrderBy(d => Math.Abs(Period.DaysBetween(d, today)))];
        var fitting = near.Where(d => scene.IsFuture(at) ? d >= today : !scene.IsPast(at) || d <= today);
        return fitting.Concat(near).Select(d =>
            new TimeMatch(at, end, TimeType.Date, CalendarDates.Written(d)) { IsAnchored = true, Day = d }).FirstOrDefault();
    }

    private static LocalDate Nth(int year, int month, IsoDayOfWeek weekday, int number) =>
        new LocalDate(year, month, 1).PlusDays(-1).Next(weekday).PlusWeeks(number - 1);

    /// <summary>Western Easter, by the anonymous Gregorian computus (Meeus 1991, Astronomical Algorithms, chapter 8).</summary>
    private static LocalDate Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var sum = h + l - (7 * m) + 114;
        return new LocalDate(year, sum / 31, (sum % 31) + 1);
    }
}
