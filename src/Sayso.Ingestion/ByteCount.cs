using System.Globalization;

namespace Sayso.Ingestion;

/// <summary>Numbers of bytes in words, for messages.</summary>
internal static class ByteCount
{
    /// <summary>Whole MiB or KiB, rounded down, or bytes.</summary>
    public static string Of(long bytes) => bytes switch
    {
        >= 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20:N0} MiB"),
        >= 1 << 10 => string.Create(CultureInfo.InvariantCulture, $"{bytes >> 10} KiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
    };
}
