using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Sayso.Core.Text;

/// <summary>Counts and times in words, the same on a terminal, on the page and in files that are taken away.</summary>
public static class PlainWords
{
    /// <summary>What is said where the text does not say.</summary>
    public const string Unknown = "unknown";

    private static readonly OffsetDateTimePattern _day = OffsetDateTimePattern.CreateWithInvariantCulture("d MMMM uuuu");
    private static readonly LocalDatePattern _localDay = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
    private static readonly LocalDateTimePattern _minute = LocalDateTimePattern.CreateWithInvariantCulture("d MMMM uuuu, HH:mm");
    private static readonly OffsetPattern _offset = OffsetPattern.CreateWithInvariantCulture("m");

    /// <summary><c>1 document</c>, <c>1,200 documents</c>.</summary>
    /// <param name="number">How many.</param>
    /// <param name="noun">Of what, in the singular; its plural ends in s.</param>
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

    /// <summary>At most so many characters, cut after a word; an ellipsis stands for the rest.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">UTF-16 units at most, the ellipsis included; 2 or more.</param>
    public static string Clip(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        if (text.Length <= most)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', most - 1);
        end = end < most / 2 ? most - 1 : end;
        end = char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    /// <summary>One line: white space folded.</summary>
    public static string Line(string? text) => string.Join(' ', (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
