using Sayso.Ingestion.Feeds;
using Sayso.Ingestion.Mail;
using Sayso.Ingestion.Records;
using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Sayso.Ingestion.Forms;

/// <summary>
/// Tells by content what bytes are. A name decides only where texts of several forms look alike: one that is named
/// <c>.txt</c> is plain text, whatever stands in it, unless it begins as a page.
/// </summary>
internal static partial class FormFinder
{
    private const int Sample = 65_536;
    /// <summary>How far from the beginning readers of PDF look for its mark.</summary>
    private const int PdfBeginning = 1024;
    private const double MostControls = 0.02;

    private static readonly byte[][] BinaryBeginnings =
    [
        [0x89, (byte)'P', (byte)'N', (byte)'G'], [0xFF, 0xD8, 0xFF], "GIF8"u8.ToArray(),
        "filedesc://"u8.ToArray(), [0x7F, (byte)'E', (byte)'L', (byte)'F'], "SQLite format 3"u8.ToArray(),
        "OggS"u8.ToArray(), [0xD0, 0xCF, 0x11, 0xE0], "wOFF"u8.ToArray(), [0xFD, (byte)'7', (byte)'z'],
    ];

    private static readonly SearchValues<char> TextControls = SearchValues.Create("\t\n\r\f\u001b");

    /// <summary>The form of an input, or <c>null</c> for bytes in none that can be read.</summary>
    /// <param name="bytes">The input, or its beginning.</param>
    /// <param name="name">Its path or name.</param>
    public static Form? Of(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes is [0x1F, 0x8B, 8, ..])
        {
            return Form.Gzip;
        }

        if (bytes[..Math.Min(bytes.Length, PdfBeginning)].IndexOf("%PDF-"u8) is >= 0 and var mark
            && (mark == 0 || bytes[mark - 1] is (byte)'\n' or (byte)'\r'))
        {
            return Form.Pdf;
        }

        if (bytes.StartsWith("WARC/"u8))
        {
            return Form.Warc;
        }

        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8))
        {
            return Form.Zip;
        }

        foreach (var beginning in BinaryBeginnings)
        {
            if (bytes.StartsWith(beginning))
            {
                return null;
            }
        }

        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        var text = TextDecoder.Decode(sample, isHtml: false).Text;
        var controls = 0;
        foreach (var c in text)
        {
            controls += char.IsControl(c) && c < ' ' && !TextControls.Contains(c) ? 1 : 0;
        }

        if (controls > text.Length * MostControls)
        {
            return null;
        }

        var extension = Path.GetExtension(name).ToLowerInvariant();
        return BeginsAsHtml(text) ? Form.Html
            : extension is ".txt" or ".text" ? Form.Plain
            : extension is ".md" or ".markdown" ? Form.Markdown
            : XmlForms.Of(text) ?? RecordForms.Of(text, extension) ?? MailForms.Of(text)
                ?? (MarkdownText.Is(text) ? Form.Markdown : (Form?)null)
                ?? (Elements().Count(text) >= 3 ? Form.Html : text.AsSpan().TrimStart().StartsWith("<?xml", StringComparison.Ordinal)
                    ? (Form?)null : Form.Plain);
    }

    /// <summary>Whether the first thing behind white space and comments is a tag that pages begin with.</summary>
    private static bool BeginsAsHtml(string text)
    {
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (!text.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
            {
                break;
            }

            var end = text.IndexOf("-->", at + 4, StringComparison.Ordinal);
            if (end < 0)
            {
                return false;
            }

            at = end + 3;
        }

        var start = text.AsSpan(at, Math.Min(text.Length - at, 40));
        return FirstTag().IsMatch(start);
    }

    [GeneratedRegex(@"^<(!doctype\s+html|html|head|body|meta|title|link|article|div|table|p|h1|script)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FirstTag();

    [GeneratedRegex(@"</(p|div|span|table|td|a|h[1-6]|li|body|html|article|section)\s*>", RegexOptions.IgnoreCase)]
    private static partial Regex Elements();
}
