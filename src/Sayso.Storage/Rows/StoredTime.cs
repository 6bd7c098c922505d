using NodaTime;
using NodaTime.Text;

namespace Sayso.Storage.Rows;

/// <summary>Times as the ledger keeps them: the wording with its offset, and the instant as a number to sort by.</summary>
internal static class StoredTime
{
    private static readonly OffsetDateTimePattern _pattern = OffsetDateTimePattern.ExtendedIso;

    /// <summary>ISO 8601, to the nanosecond.</summary>
    public static string? Write(OffsetDateTime? time) =>
        time is { } t ? _pattern.Format(t.WithCalendar(CalendarSystem.Iso)) : null;

    /// <summary>The time that was written.</summary>
    /// <exception cref="InvalidDataException">The text is no time.</exception>
    public static OffsetDateTime? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var result = _pattern.Parse(text);
        return result.Success ? result.Value : throw new InvalidDataException("A time is malformed.");
    }

    /// <summary>100 ns since 1970-01-01T00:00Z; good for every time, also those whose instant has no <see cref="Instant"/>.</summary>
    public static long? Ticks(OffsetDateTime? time) =>
        time is { } t ? t.LocalDateTime.InUtc().ToInstant().ToUnixTimeTicks() - t.Offset.Ticks : null;

    /// <summary>The start of a day in UTC, on the scale of <see cref="Ticks"/>.</summary>
    public static long StartOf(LocalDate day) => day.AtMidnight().InUtc().ToInstant().ToUnixTimeTicks();

    /// <summary>The end of a day in UTC, on the scale of <see cref="Ticks"/>; the last day has one too.</summary>
    public static long EndOf(LocalDate day) => StartOf(day) + NodaConstants.TicksPerDay;
}
