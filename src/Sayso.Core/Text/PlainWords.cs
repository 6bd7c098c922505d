using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Sayso.Core.Text;

/// <summary>Counts and times in words, the same on the page and in files that are taken away.</summary>
public static class PlainWords
{
    /// <summary>What is said where the text does not say.</summary>
    public const string Unknown = "unknown";

    private static readonly OffsetDateTimePattern _day = OffsetDateTimePattern.CreateWithInvariantCulture("d MMMM uuuu");
    private static readonly LocalDatePattern _localDay = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
    private static readonly LocalDateTimePattern _minute = LocalDateTimePattern.CreateWithInvariantCulture("d MMMM uuuu, HH:mm");
    private static readonly OffsetPattern _offset = OffsetPattern.CreateWithInvariantCulture("m");

    /// <summary><c>1 document</c>, <c>1,200 documents</c>.</summary>
    public static string Count(long number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? string.Empty : "s")}");

    /// <summary><c>12 March 2031</c>; <c>undated</c> for none.</summary>
    public static string Day(OffsetDateTime? time) => time is { } t ? _day.Format(t) : "undated";

    /// <summary><c>12 March 2031</c>.</summary>
    public static string Day(LocalDate day) => _localDay.Format(day);

    /// <summary><c>12 March 2031, 07:05 +02:00</c>, or <c>UTC</c>; <c>unknown</c> for none.</summary>
    public static string Minute(OffsetDateTime? time) => time is { } t
        ? $"{_minute.Format(t.LocalDateTime)} {(t.Offset == Offset.Zero ? "UTC" : _offset.Format(t.Offset))}"
        : Unknown;

    /// <summary><c>12 March 2031, 07:05 UTC</c>; <c>unknown</c> for none.</summary>
    public static string Minute(Instant? time) => time is { } t ? Minute(t.WithOffset(Offset.Zero)) : Unknown;

    /// <summary>One line: white space folded.</summary>
    public static string Line(string? text) => string.Join(' ', (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
