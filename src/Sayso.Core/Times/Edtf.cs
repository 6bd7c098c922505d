using System.Globalization;
using System.Text.RegularExpressions;

namespace Sayso.Core.Times;

/// <summary>
/// From TIMEX3 to the Extended Date/Time Format (ISO 8601-2:2019; Library of Congress, level 1): seasons have the numbers
/// 21 to 24, a decade is a year with an X, weeks and quarters are intervals, vagueness is <c>~</c>, doubt <c>?</c>, an open
/// end <c>..</c>.
/// </summary>
internal static partial class Edtf
{
    /// <summary>The point or interval; <c>null</c> where there is none, or its year is unknown.</summary>
    public static string? Of(TimeExpression time)
    {
        if (time.Type is TimeType.Duration or TimeType.Set || !(char.IsDigit(time.Value[0]) || IsBeforeEra(time.Value)))
        {
            return null;
        }

        var ends = time.Value.Split('/').Select(Point).ToArray();
        if (ends.Any(e => e is null))
        {
            return null;
        }

        var point = string.Join('/', ends);
        if (point.Contains('/', StringComparison.Ordinal) || point.Contains('T', StringComparison.Ordinal))
        {
            return time switch
            {
                { Mod: "ON_OR_AFTER" } => $"{point.Split('/')[0]}/..",
                { Mod: "ON_OR_BEFORE" } or { IsUntil: true } => $"../{point.Split('/')[^1]}",
                _ => point
            };
        }

        point += (time.Mod is "APPROX", time.IsUncertain) switch
        {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            _ => ""
        };
        return time switch
        {
            { Mod: "ON_OR_AFTER" } => $"{point}/..",
            { Mod: "ON_OR_BEFORE" } or { IsUntil: true } => $"../{point}",
            _ => point
        };
    }

    private static bool IsBeforeEra(string value) => value.StartsWith("BC", StringComparison.Ordinal);

    /// <summary>The year before 1 BC is -0001, since there is a year 0000; the fifth century BC is -04XX.</summary>
    private static string? BeforeEra(string number) => number.Length switch
    {
        4 when number == "0001" => "0000",
        4 => string.Create(CultureInfo.InvariantCulture, $"-{int.Parse(number, CultureInfo.InvariantCulture) - 1:0000}"),
        2 => $"-{number}XX",
        _ => null,
    };

    /// <summary>The day, or what is longer, of which a TIMEX3 value is a part.</summary>
    private static string? Point(string value)
    {
        if (IsBeforeEra(value))
        {
            return BeforeEra(value[2..]);
        }

        var date = value.Split('T')[0];
        var clock = value.Length > date.Length && char.IsDigit(value[date.Length + 1]) ? value[date.Length..] : "";
        if (date.Contains('X', StringComparison.Ordinal))
        {
            return null;
        }

        if (Week().Match(date) is { Success: true } week)
        {
            var monday = IsoWeek.Monday(int.Parse(week.Groups[1].ValueSpan, null), int.Parse(week.Groups[2].ValueSpan, null));
            return monday is not { } day ? null
                : date.EndsWith("-WE", StringComparison.Ordinal) ? $"{day.PlusDays(5):uuuu-MM-dd}/{day.PlusDays(6):uuuu-MM-dd}"
                : $"{day:uuuu-MM-dd}/{day.PlusDays(6):uuuu-MM-dd}";
        }

        return date.Length switch
        {
            2 => date + "XX",
            3 => date + "X",
            4 => date,
            7 when date[5] == 'Q' => Months(date, 3),
            7 when date[5] == 'H' => Months(date, 6),
            7 => date[5..] switch
            {
                "SP" => date[..5] + "21",
                "SU" => date[..5] + "22",
                "FA" => date[..5] + "23",
                "WI" => date[..5] + "24",
                _ => date,
            },
            10 when clock.Length > 6 => $"{date}{clock[..6]}:00{clock[6..]}",
            10 when clock.Length == 6 => $"{date}{clock}:00",
            10 => date + clock,
            _ => null,
        };
    }

    private static string Months(string value, int length)
    {
        var last = (value[6] - '0') * length;
        return $"{value[..5]}{last - length + 1:00}/{value[..5]}{last:00}";
    }

    [GeneratedRegex(@"^(\d{4})-W(\d{2})(?:-WE)?$")]
    private static partial Regex Week();
}
