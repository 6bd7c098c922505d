using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Sayso.Core.Times;

namespace Sayso.Web.Reading;

/// <summary>Times in words: TIMEX3 and EDTF as people write them. What has no everyday words stays as it is.</summary>
public static partial class TimeWords
{
    private static readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal)
    {
        ["TMO"] = "morning",
        ["TMI"] = "noon",
        ["TAF"] = "afternoon",
        ["TEV"] = "evening",
        ["TNI"] = "night",
        ["TDT"] = "by day",
    };

    private static readonly Dictionary<string, string> _references = new(StringComparer.Ordinal)
    {
        ["PAST_REF"] = "some time before",
        ["PRESENT_REF"] = "now",
        ["FUTURE_REF"] = "some time to come",
    };

    private static readonly Dictionary<string, string> _mods = new(StringComparer.Ordinal)
    {
        ["START"] = "the beginning of ",
        ["MID"] = "the middle of ",
        ["END"] = "the end of ",
        ["APPROX"] = "about ",
        ["MORE_THAN"] = "more than ",
        ["LESS_THAN"] = "less than ",
        ["EQUAL_OR_MORE"] = "at least ",
        ["EQUAL_OR_LESS"] = "at most ",
        ["BEFORE"] = "before ",
        ["AFTER"] = "after ",
        ["ON_OR_BEFORE"] = "by ",
    };

    private static readonly Dictionary<string, string> _units = new(StringComparer.Ordinal)
    {
        ["DD"] = "day",
        ["DY"] = "year",
        ["DM"] = "month",
        ["DW"] = "week",
        ["DQ"] = "quarter",
        ["DDE"] = "decade",
        ["DCE"] = "century",
        ["TH"] = "hour",
        ["TM"] = "minute",
        ["TS"] = "second",
    };

    /// <summary>What a time expression means: <c>12 March 2031</c>, <c>at least 3 weeks</c>, <c>March 2031</c>.</summary>
    public static string Of(TimeExpression time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var mod = time.Mod is { } m ? _mods.GetValueOrDefault(m, string.Empty) : string.Empty;
        return $"{(time.Type == TimeType.Set ? "every " : string.Empty)}{mod}{Value(time.Value)}";
    }

    /// <summary>An EDTF point or interval: <c>12 March 2031</c>, <c>March 2031 to June 2031</c>, <c>about 2031</c>.</summary>
    public static string OfEdtf(string edtf)
    {
        ArgumentNullException.ThrowIfNull(edtf);
        return edtf.Split('/') switch
        {
            [var one] => Point(one),
            ["..", var end] => $"until {Point(end)}",
            [var start, ".."] => $"from {Point(start)} on",
            [var start, var end] => $"{Point(start)} to {Point(end)}",
            _ => edtf,
        };
    }

    private static string Point(string edtf) => edtf.Length > 0 && edtf[^1] is '~' or '?' or '%'
        ? $"about {Value(edtf[..^1])}"
        : Value(edtf);

    private static string Value(string value)
    {
        if (_references.TryGetValue(value, out var reference))
        {
            return reference;
        }

        if (Period().Match(value) is { Success: true } period)
        {
            return PeriodWords(period);
        }

        var at = value.IndexOf('T', StringComparison.Ordinal);
        var day = at < 0 ? value : value[..at];
        var words = Day(day);
        return at < 0 ? words
            : _parts.TryGetValue(value[at..], out var part) ? $"{words}, {part}"
            : $"{words}, {Clock(value[(at + 1)..])}";
    }

    /// <summary>Full minutes have no seconds.</summary>
    private static string Clock(string time) => FullMinute().Replace(time, "$1");

    private static string Day(string day) =>
        LocalDatePattern.Iso.Parse(day) is { Success: true } date ? Wording.Day(date.Value)
        : YearMonth().Match(day) is { Success: true } month
            && int.Parse(month.Groups[2].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var number
            ? Wording.Month(new LocalDate(int.Parse(month.Groups[1].ValueSpan, CultureInfo.InvariantCulture), number, 1))
        : Week().Match(day) is { Success: true } week ? $"week {week.Groups[2].Value.TrimStart('0')} of {week.Groups[1].Value}"
        : Decade().IsMatch(day) ? $"{day}0s"
        : day;

    private static string PeriodWords(Match period)
    {
        var number = period.Groups["n"].Value;
        var unit = period.Groups["u"].Value;
        var key = (period.Groups["t"].Success ? "T" : "D") + unit;
        var noun = _units.GetValueOrDefault(key, unit);
        return number == "X" ? $"some {noun}s" : number == "1" ? $"1 {noun}" : $"{number} {noun}s";
    }

    [GeneratedRegex(@"^P(?<t>T)?(?<n>\d+(?:\.\d+)?|X)(?<u>DE|CE|[YMWDQHS])$")]
    private static partial Regex Period();

    [GeneratedRegex(@"^(\d{2}:\d{2}):00(?!\.)")]
    private static partial Regex FullMinute();

    [GeneratedRegex(@"^(\d{4})-(\d{2})$")]
    private static partial Regex YearMonth();

    [GeneratedRegex(@"^(\d{4})-W(\d{2})$")]
    private static partial Regex Week();

    [GeneratedRegex(@"^\d{3}$")]
    private static partial Regex Decade();
}
