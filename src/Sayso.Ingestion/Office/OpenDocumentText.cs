using System.Globalization;
using System.Xml;
using Sayso.Ingestion.Html;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion.Office;

/// <summary>
/// An OpenDocument text (ISO/IEC 26300) → text: its paragraphs and headings. Tracked changes, comments, notes and running
/// heads are no text.
/// </summary>
internal static class OpenDocumentText
{
    private const int MostBlanks = 100;
    private static readonly HashSet<string> _skipped =
        ["tracked-changes", "annotation", "note", "table-of-content", "automatic-styles", "font-face-decls", "desc", "title"];

    /// <summary>Text and metadata.</summary>
    public static PageContent Read(ReadOnlyMemory<byte> raw, ReaderOptions options)
    {
        using var archive = new OfficeArchive(raw, options);
        RefuseLocked(archive);
        var lines = new OfficeLines();
        Stack<bool> titles = new();
        using (var reader = archive.Open("content.xml"))
        {
            for (var more = reader!.Read(); more;)
            {
                if (reader.NodeType == XmlNodeType.Element && _skipped.Contains(reader.LocalName))
                {
                    reader.Skip();
                    more = !reader.EOF;
                    continue;
                }

                Take(reader, lines, titles);
                more = reader.Read();
            }
        }

        var properties = archive.Properties("meta.xml");
        return new PageContent(string.Join('\n', lines.Lines), properties with { Title = lines.Title ?? properties.Title });
    }

    private static void Take(XmlReader reader, OfficeLines lines, Stack<bool> titles)
    {
        if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
        {
            lines.Write(reader.Value);
            return;
        }

        var isStart = reader.NodeType == XmlNodeType.Element;
        switch (reader.LocalName)
        {
            case "p" or "h" when isStart && !reader.IsEmptyElement:
                lines.Begin();
                titles.Push(reader.GetAttribute("outline-level", reader.NamespaceURI) == "1"
                    || reader.GetAttribute("style-name", reader.NamespaceURI) == "Title");
                break;
            case "p" or "h" when reader.NodeType == XmlNodeType.EndElement:
                lines.End(titles.Pop());
                break;
            case "s" when isStart:
                _ = int.TryParse(reader.GetAttribute("c", reader.NamespaceURI), NumberStyles.None, CultureInfo.InvariantCulture,
                    out var blanks);
                lines.Write(new string(' ', Math.Clamp(blanks, 1, MostBlanks)));
                break;
            case "tab" or "line-break" when isStart:
                lines.Write(" ");
                break;
        }
    }

    /// <summary>A password locks each file inside on its own; the list of files says so.</summary>
    private static void RefuseLocked(OfficeArchive archive)
    {
        using var reader = archive.Open("META-INF/manifest.xml");
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "encryption-data")
            {
                throw OfficeArchive.Locked();
            }
        }
    }
}
