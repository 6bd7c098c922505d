using NodaTime;
using NodaTime.Text;

namespace Sayso.Core.Documents;

/// <summary>Times as people state them of what they hand in.</summary>
public static class StatedTime
{
    /// <summary>The first year that is taken: newspapers are younger, so that an earlier one is a slip of the hand.</summary>
    public const int FirstYear = 1000;

    /// <summary>The last year that is taken.</summary>
    public const int LastYear = 2999;

    private static readonly IPattern<OffsetDateTime>[] _times =
    [
        OffsetDateTimePattern.Rfc3339,
        OffsetDateTimePattern.ExtendedIso,
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>"),
    ];

    private static readonly IPattern<LocalDateTime>[] _localTimes =
    [
        LocalDateTimePattern.ExtendedIso,
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd"),
    ];

    /// <summary>A day or a time, in UTC where no offset is stated; <c>null</c> where it is none, or of no year that is taken.</summary>
    public static OffsetDateTime? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var time = Understood(text);
        return time is { Year: >= FirstYear and <= LastYear } ? time : null;
    }

    /// <summary>The same in any year.</summary>
    public static OffsetDateTime? Understood(string text) =>
        _times.Select(pattern => pattern.Parse(text)).FirstOrDefault(parsed => parsed.Success) is { } time ? time.Value
        : _localTimes.Select(pattern => pattern.Parse(text)).FirstOrDefault(parsed => parsed.Success) is { } local
            ? local.Value.WithOffset(Offset.Zero)
        : null;
}
