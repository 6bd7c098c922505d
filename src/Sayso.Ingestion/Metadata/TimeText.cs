using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Sayso.Ingestion.Metadata;

/// <summary>
/// Publication times as pages write them: ISO 8601 with and without zone, time or seconds, RFC 5322 dates, and dates in
/// English words. A time without a zone is taken as UTC; a date without a time as its midnight.
/// </summary>
internal static partial class TimeText
{
    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The time that the whole of <paramref name="text"/> states, or <c>null</c>.</summary>
    public static OffsetDateTime? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 100)
        {
            return null;
        }

        var trimmed = text.Trim();
        return Iso(trimmed) ?? Rfc5322(trimmed) ?? Slashes(trimmed) ?? Find(trimmed);
    }

    /// <summary>The first date in English words inside <paramref name="text"/>, with the time beside it, or <c>null</c>.</summary>
    public static OffsetDateTime? Find(string text)
    {
        var match = DayFirst().Match(text);
        if (!match.Success)
        {
            match = MonthFirst().Match(text);
        }

        if (!match.Success)
        {
            return null;
        }

        var month = Array.IndexOf(Months, match.Groups["month"].Value[..3].ToLowerInvariant()) + 1;
        var clock = Clock().Match(text, match.Index + match.Length);
        // A clock counts when it stands right behind the date or right before it.
        if (!clock.Success || clock.Index > match.Index + match.Length + 6)
        {
            clock = Clock().Match(text[..match.Index]);
        }

        int hour = 0, minute = 0;
        var offset = Offset.Zero;
        if (clock.Success)
        {
            hour = int.Parse(clock.Groups["hour"].Value, CultureInfo.InvariantCulture);
            minute = int.Parse(clock.Groups["minute"].Value, CultureInfo.InvariantCulture);
            hour = (clock.Groups["half"].Value.ToLowerInvariant(), hour) switch { ("p", < 12) => hour + 12, ("a", 12) => 0, _ => hour };
            offset = ZoneOf(clock.Groups["zone"].Value);
        }

        return Make((Number(match, "year"), month, Number(match, "day")), (hour, minute, 0), offset);
    }

    private static OffsetDateTime? Iso(string text)
    {
        var match = IsoTime().Match(text);
        return match.Success
            ? Make((Number(match, "year"), Number(match, "month"), Number(match, "day")),
                (Number(match, "hour"), Number(match, "minute"), Number(match, "second")), ZoneOf(match.Groups["zone"].Value))
            : null;
    }

    private static OffsetDateTime? Rfc5322(string text)
    {
        var match = MailTime().Match(text);
        return match.Success
            ? Make((Number(match, "year"), Array.IndexOf(Months, match.Groups["month"].Value.ToLowerInvariant()) + 1, Number(match, "day")),
                (Number(match, "hour"), Number(match, "minute"), Number(match, "second")), ZoneOf(match.Groups["zone"].Value))
            : null;
    }

    /// <summary>“05/29/2007 09:49”, where only one of the two can be the month: which comes first, nobody says.</summary>
    private static OffsetDateTime? Slashes(string text)
    {
        var match = SlashTime().Match(text);
        var (first, second) = (Number(match, "first"), Number(match, "second"));
        return match.Success && (first > 12) != (second > 12)
            ? Make((Number(match, "year"), Math.Min(first, second), Math.Max(first, second)),
                (Number(match, "hour"), Number(match, "minute"), 0), Offset.Zero)
            : null;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    /// <summary>Numeric offsets, UTC and GMT, and the abbreviations that have one meaning in the news; others are UTC.</summary>
    private static Offset ZoneOf(string zone)
    {
        var match = NumericZone().Match(zone);
        if (match.Success)
        {
            var minutes = (Number(match, "hour") * 60) + Number(match, "minute");
            return minutes > 18 * 60 ? Offset.Zero : Offset.FromSeconds((match.Groups["sign"].Value == "-" ? -60 : 60) * minutes);
        }

        return zone.ToUpperInvariant() switch
        {
            "EST" => Offset.FromHours(-5),
            "EDT" => Offset.FromHours(-4),
            "PST" => Offset.FromHours(-8),
            "PDT" => Offset.FromHours(-7),
            "BST" or "CET" => Offset.FromHours(1),
            "CEST" => Offset.FromHours(2),
            _ => Offset.Zero,
        };
    }

    private static OffsetDateTime? Make((int Year, int Month, int Day) date, (int Hour, int Minute, int Second) clock, Offset offset)
    {
        var (year, month, day) = date;
        if (year is < 1600 or > 9998 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)
            || clock.Hour > 23 || clock.Minute > 59 || clock.Second > 59)
        {
            return null;
        }

        return new OffsetDateTime(new LocalDateTime(year, month, day, clock.Hour, clock.Minute, clock.Second), offset);
    }

    [GeneratedRegex(@"^(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})(?:[T ]+(?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,]\d{1,9})?)?\s*(?<zone>Z|[A-Z]{3,4}|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex IsoTime();

    [GeneratedRegex(@"^(?<first>\d{1,2})/(?<second>\d{1,2})/(?<year>\d{4})(?:,?\s+(?<hour>\d{1,2}):(?<minute>\d{2})(?::\d{2})?)?$")]
    private static partial Regex SlashTime();

    [GeneratedRegex(@"^(?:[A-Z]{3},?\s+)?(?<day>\d{1,2})\s+(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+(?<year>\d{4})\s+(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2}))?\s*(?<zone>[+-]\d{4}|[A-Z]{2,4})?$", RegexOptions.IgnoreCase)]
    private static partial Regex MailTime();

    [GeneratedRegex(@"\b(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?\s+(?<year>\d{4})\b", RegexOptions.IgnoreCase)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})\b", RegexOptions.IgnoreCase)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"(?<![\d:])(?<hour>[01]?\d|2[0-3])[:.](?<minute>[0-5]\d)(?::[0-5]\d)?\s*(?:(?<half>[ap])\.?m\.?)?\s*(?<zone>[+-]\d{2}:?\d{2}|(?:UTC|GMT|BST|CES?T|E[SD]T|P[SD]T)\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?<sign>[+-])(?<hour>\d{2}):?(?<minute>\d{2})?$")]
    private static partial Regex NumericZone();
}
