using NodaTime;
using NodaTime.Calendars;

namespace Sayso.Core.Times;

/// <summary>Weeks of ISO 8601.</summary>
internal static class IsoWeek
{
    /// <summary>The week of a day, for example <c>2031-W11</c>.</summary>
    public static string Of(LocalDate day) =>
        $"{WeekYearRules.Iso.GetWeekYear(day):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(day):00}";

    /// <summary>A week's Monday; <c>null</c> where the year has no such week.</summary>
    public static LocalDate? Monday(int year, int week) =>
        year is > 0 and < 9999 && week >= 1 && week <= WeekYearRules.Iso.GetWeeksInWeekYear(year)
            ? WeekYearRules.Iso.GetLocalDate(year, week, IsoDayOfWeek.Monday)
            : null;
}
