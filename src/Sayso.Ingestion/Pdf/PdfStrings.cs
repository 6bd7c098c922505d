using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion.Pdf;

/// <summary>Strings as PDF files hold them.</summary>
internal static partial class PdfStrings
{
    private static readonly string[] _ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>A time such as <c>D:20310505070500+02'00'</c> (ISO 32000-1, 7.9.4).</summary>
    public static OffsetDateTime? Parse(string? text) => text is not null && Shape().Match(text) is { Success: true } m
        ? TimeText.Parse($"{m.Groups[1].Value}-{m.Groups[2].Value}-{m.Groups[3].Value}T{m.Groups[4].Value}:{m.Groups[5].Value}:{m.Groups[6].Value}{(m.Groups[7].Success ? $"{m.Groups[7].Value}:{m.Groups[8].Value}" : "Z")}")
        : null;

    /// <summary>Text without control characters, and with letters where a font has two or three as one.</summary>
    public static string Readable(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uFB00', '\uFB06') && !text.Any(char.IsControl))
        {
            return text;
        }

        var made = new StringBuilder(text.Length + 2);
        foreach (var c in text)
        {
            made.Append(c is >= '\uFB00' and <= '\uFB06' ? _ligatures[c - '\uFB00'] : char.IsControl(c) ? "" : c.ToString());
        }

        return made.ToString();
    }

    [GeneratedRegex(@"^(?:D:)?(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:Z|([+-]\d{2})'?(\d{2})'?)?")]
    private static partial Regex Shape();
}
