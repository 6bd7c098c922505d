using System.Globalization;
using NodaTime;

namespace Sayso.Core.Times;

/// <summary>The days that an EDTF point or interval may mean, as far as the calendar goes.</summary>
/// <param name="Earliest">The first.</param>
/// <param name="Latest">The last, not before it.</param>
public readonly record struct DayRange(LocalDate Earliest, LocalDate Latest)
{
    private static readonly LocalDate _first = new(1, 1, 1);
    private static readonly LocalDate _last = new(9998, 12, 31);

    /// <summary>Whether the two share a day.</summary>
    public bool Overlaps(DayRange other) => Earliest <= other.Latest && other.Earliest <= Latest;

    /// <summary>Whether it has no first or no last day: "since 2009", "by Friday".</summary>
    public bool IsOpen => Earliest == _first || Latest == _last;

    /// <summary>The first and the last day of a time expression; <c>null</c> where it has no place in the calendar.</summary>
    public static DayRange? Of(TimeExpression time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return time.Edtf is { } edtf ? Of(edtf) : null;
    }

    /// <summary>
    /// The first and the last day of an EDTF value of level 0 or 1 as <see cref="TimeExpression.Edtf"/> gives them: a day,
    /// month, year, decade (<c>203X</c>), century (<c>20XX</c>), season (<c>2031-21</c>), or an interval of two of them.
    /// Winter runs on into the next year; an open end is the calendar's (<see cref="IsOpen"/>). <c>null</c> for anything else.
    /// </summary>
    public static DayRange? Of(string edtf)
    {
        ArgumentNullException.ThrowIfNull(edtf);
        var ends = edtf.Split('/');
        return ends.Length switch
        {
            1 => Point(ends[0]),
            2 when Point(ends[0]) is var (earliest, _) && Point(ends[1]) is var (_, latest)
                && earliest <= latest => new DayRange(earliest, latest),
            _ => null,
        };
    }

    private static DayRange? Point(string point)
    {
        if (point == "..")
        {
            return new DayRange(_first, _last);
        }

        var date = point.TrimEnd('~', '?', '%').Split('T')[0];
        if (date.Length < 4 || !int.TryParse(date.AsSpan(0, 4).ToString()
            .Replace('X', '0'), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1 or > 9998)
        {
            return null;
        }

        var span = date[..4].Count(c => c == 'X') switch { 0 => 1, 1 => 10, 2 => 100, _ => 0 };
        return date.Length switch
        {
            4 when span > 0 => new DayRange(new LocalDate(year, 1, 1), new LocalDate(year + span - 1, 12, 31)),
            7 when span == 1 && Number(date, 5) is { } month => Month(year, month),
            10 when span == 1 && Number(date, 5) is >= 1 and <= 12 and var month && Number(date, 8) is { } day
                && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) =>
                    new DayRange(new LocalDate(year, month, day), new LocalDate(year, month, day)),
            _ => null,
        };
    }

    private static DayRange? Month(int year, int month) => month switch
    {
        >= 1 and <= 12 => new DayRange(new LocalDate(year, month, 1), new LocalDate(year, month, 1).With(DateAdjusters.EndOfMonth)),
        21 => new DayRange(new LocalDate(year, 3, 1), new LocalDate(year, 5, 31)),
        22 => new DayRange(new LocalDate(year, 6, 1), new LocalDate(year, 8, 31)),
        23 => new DayRange(new LocalDate(year, 9, 1), new LocalDate(year, 11, 30)),
        24 => new DayRange(new LocalDate(year, 12, 1), new LocalDate(year + 1, 2, 1).With(DateAdjusters.EndOfMonth)),
        _ => null,
    };

    private static int? Number(string date, int at) =>
        date[at - 1] == '-' && int.TryParse(date.AsSpan(at, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : null;
}
