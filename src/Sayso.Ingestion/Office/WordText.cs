using System.Xml;
using Sayso.Ingestion.Html;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion.Office;

/// <summary>
/// A Word document (ECMA-376) → text: its paragraphs, those of tables and text boxes included. What was deleted under
/// change tracking, comments, notes, running heads and fields' instructions are no text.
/// </summary>
internal static class WordText
{
    private static readonly HashSet<string> _skipped = ["del", "moveFrom", "Fallback", "pict", "instrText", "rPr"];

    /// <summary>Text and metadata.</summary>
    public static PageContent Read(ReadOnlyMemory<byte> raw, ReaderOptions options)
    {
        using var archive = new OfficeArchive(raw, options);
        var lines = new OfficeLines();
        Stack<bool> titles = new();
        using (var reader = archive.Open("word/document.xml"))
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

        var properties = archive.Properties("docProps/core.xml");
        return new PageContent(string.Join('\n', lines.Lines), properties with { Title = lines.Title ?? properties.Title });
    }

    private static void Take(XmlReader reader, OfficeLines lines, Stack<bool> titles)
    {
        if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
        {
            lines.Write(reader.NodeType == XmlNodeType.Text || reader.XmlSpace == XmlSpace.Preserve ? reader.Value : "");
            return;
        }

        var isStart = reader.NodeType == XmlNodeType.Element;
        switch (reader.LocalName)
        {
            case "p" when isStart && !reader.IsEmptyElement && IsWord(reader):
                lines.Begin();
                titles.Push(false);
                break;
            case "p" when reader.NodeType == XmlNodeType.EndElement && IsWord(reader):
                lines.End(titles.Pop());
                break;
            case "pStyle" when isStart && titles.TryPop(out _):
                titles.Push(reader.GetAttribute("val", reader.NamespaceURI) is "Title" or "Heading1" or "heading 1");
                break;
            case "tab" or "br" or "cr" when isStart && IsWord(reader):
                lines.Write(" ");
                break;
            case "noBreakHyphen" when isStart:
                lines.Write("\u2011");
                break;
        }
    }

    private static bool IsWord(XmlReader reader) =>
        reader.NamespaceURI is "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        or "http://purl.oclc.org/ooxml/wordprocessingml/main";
}
