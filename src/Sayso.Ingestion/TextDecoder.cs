using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Sayso.Ingestion;

/// <summary>Text and how it was decoded.</summary>
/// <param name="Text">The decoded text, byte order mark removed.</param>
/// <param name="HadInvalidBytes">Whether some bytes are not valid in the encoding, or in the one that the page declares.</param>
/// <param name="Encoding">IANA name of the encoding.</param>
internal sealed record DecodedText(string Text, bool HadInvalidBytes, string Encoding);

/// <summary>
/// Finds the encoding of bytes in the order of the WHATWG Encoding standard for documents: byte order mark, the page's
/// own declaration, UTF-8 where the bytes are valid, else Windows-1252 (which is what “ISO-8859-1” means there too). With
/// one exception: a declaration is often older than the page, so bytes that are valid UTF-8 are read as that: a page of
/// letters in another encoding is that by no chance.
/// </summary>
internal static partial class TextDecoder
{
    private const int DeclarationBytes = 4096;
    private static readonly SearchValues<char> _undefined = SearchValues.Create("\u0081\u008D\u008F\u0090\u009D");

    static TextDecoder() => System.Text.Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// Decodes bytes; <paramref name="isHtml"/> lets a <c>meta</c> declaration count, and what a server states goes before that.
    /// </summary>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, bool isHtml, string? stated = null)
    {
        if (FromMark(bytes) is var (encoding, length) && encoding is not null)
        {
            return With(encoding, bytes[length..]);
        }

        if (stated is not null && Named(stated) is { } sent && sent is not UTF8Encoding && !IsUtf8(bytes))
        {
            return With(sent, bytes);
        }

        var declared = isHtml ? Declared(bytes, Charset()) : null;
        if (declared is not null and not UTF8Encoding && !IsUtf8(bytes))
        {
            return With(declared, bytes);
        }

        try
        {
            return new DecodedText(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes), false, "utf-8");
        }
        catch (DecoderFallbackException)
        {
            if (LooksLikeDamagedUtf8(bytes))
            {
                return With(Encoding.UTF8, bytes);
            }

            var western = With(Encoding.GetEncoding(1252), bytes);
            return western with { HadInvalidBytes = western.HadInvalidBytes || declared is UTF8Encoding };
        }
    }

    /// <summary>Decodes XML, whose declaration counts unless the bytes are UTF-8 beyond ASCII.</summary>
    public static DecodedText DecodeXml(ReadOnlySpan<byte> bytes) =>
        FromMark(bytes).Encoding is null && Declared(bytes, XmlEncoding()) is { } declared && declared is not UTF8Encoding && !IsUtf8(bytes)
            ? With(declared, bytes)
            : Decode(bytes, isHtml: false);

    /// <summary>The encoding of a text of which only the beginning is there.</summary>
    public static Encoding EncodingOf(ReadOnlySpan<byte> beginning)
    {
        // The last character may be cut.
        var whole = beginning[..(beginning.LastIndexOfAnyInRange((byte)0, (byte)0x7F) + 1)];
        return FromMark(beginning).Encoding
            ?? (System.Text.Unicode.Utf8.IsValid(whole) || LooksLikeDamagedUtf8(whole) ? Encoding.UTF8 : Encoding.GetEncoding(1252));
    }

    /// <summary>Whether all of the bytes are valid UTF-8 and some are beyond ASCII.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => bytes.ContainsAnyExceptInRange((byte)0, (byte)0x7F)
        && System.Text.Unicode.Utf8.IsValid(bytes);

    private static (Encoding? Encoding, int Length) FromMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),

        // XML without a mark shows it by its first characters (XML 1.0, appendix F).
        [(byte)'<', 0, (byte)'?', 0, ..] => (Encoding.Unicode, 0),
        [0, (byte)'<', 0, (byte)'?', ..] => (Encoding.BigEndianUnicode, 0),
        _ => (null, 0),
    };

    private static Encoding? Declared(ReadOnlySpan<byte> bytes, Regex declaration)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationBytes)]);
        var match = declaration.Match(head);
        return match.Success ? Named(match.Groups[1].Value) : null;
    }

    private static Encoding? Named(string label)
    {
        var name = label.ToLowerInvariant();
        if (name is "iso-8859-1" or "latin1" or "us-ascii" or "ascii")
        {
            name = "windows-1252";
        }

        // A page that could be read this far is no UTF-16, whatever it says.
        if (name.StartsWith("utf-16", StringComparison.Ordinal) || name.StartsWith("utf-32", StringComparison.Ordinal))
        {
            return Encoding.UTF8;
        }

        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether most multi-byte beginnings are followed as UTF-8 asks: a few broken bytes in UTF-8 should not turn every
    /// quotation mark into three characters.
    /// </summary>
    private static bool LooksLikeDamagedUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var expected = bytes[i] switch
            {
                < 0x80 => 0,
                >= 0xC2 and < 0xE0 => 1,
                >= 0xE0 and < 0xF0 => 2,
                >= 0xF0
                and < 0xF5 => 3,
                _ => -1
            };
            if (expected == 0)
            {
                continue;
            }

            var follows = 0;
            while (follows < expected && i + 1 < bytes.Length && (bytes[i + 1] & 0xC0) == 0x80)
            {
                follows++;
                i++;
            }

            if (expected > 0 && follows == expected)
            {
                good++;
            }
            else
            {
                bad++;
            }
        }

        return good > bad;
    }

    private static DecodedText With(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var text = encoding.GetString(bytes);

        // Windows-1252 has no characters at five places, which the decoder passes on as control characters.
        text = encoding.CodePage == 1252 && text.AsSpan().IndexOfAny(_undefined) >= 0
            ? string.Concat(text.Select(c => _undefined.Contains(c) ? '\uFFFD' : c)) : text;

        // U+FFFD may also stand in the input itself; then calling it a replacement is no loss.
        return new DecodedText(text, text.Contains('\uFFFD', StringComparison.Ordinal), encoding.WebName);
    }

    [GeneratedRegex("""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    [GeneratedRegex("""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([A-Za-z0-9_:.-]+)""")]
    private static partial Regex XmlEncoding();
}
