using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Sayso.Ingestion.Containers;
using Sayso.Ingestion.Forms;

namespace Sayso.Ingestion.Feeds;

/// <summary>
/// A feed as a container: RSS 0.9 to 2.0 and Atom (RFC 4287). An item's bytes are the feed with this one item: read
/// alone they give the same document, and the same item in tomorrow's feed is the same document.
/// </summary>
internal static class FeedItems
{
    /// <summary>What a feed says of itself that its items need.</summary>
    private static readonly HashSet<string> _head = ["title", "link", "language", "author"];
    private const int MostOfHead = 12;

    /// <summary>The items in order, numbered from 1.</summary>
    public static IEnumerable<Part> Of(OpenContainer container)
    {
        var text = XmlText.Read(container.Drain(), container.Options);
        var shell = Shell.Of(text);
        using var reader = XmlText.Open(text);
        reader.MoveToContent();
        var number = 0;
        for (var more = reader.Read(); more;)
        {
            if (!IsChild(reader, shell))
            {
                more = reader.Read();
            }
            else if (IsItem(reader))
            {
                number++;
                var item = (XElement)XNode.ReadFrom(reader);
                yield return container.Whole.Inner(number.ToString(CultureInfo.InvariantCulture),
                    shell.Around(item)) with
                { Form = Form.FeedItem };
                more = !reader.EOF;
            }
            else
            {
                // Skipping moves to what follows, as reading an item does.
                reader.Skip();
                more = !reader.EOF;
            }
        }
    }

    private static bool IsItem(XmlReader reader) => reader.LocalName is "item" or "entry";

    /// <summary>Whether the reader is on an element on the items' level.</summary>
    private static bool IsChild(XmlReader reader, Shell shell) =>
        reader.NodeType == XmlNodeType.Element && reader.Depth == (shell.IsInChannel ? 2 : 1)
            && !(reader.Depth == 1 && reader.LocalName == "channel" && shell.IsInChannel);

    /// <summary>A feed without its items.</summary>
    /// <param name="Root">The root with what the feed says of itself.</param>
    /// <param name="IsInChannel">Whether items stand in the channel rather than beside it.</param>
    private sealed record Shell(XElement Root, bool IsInChannel)
    {
        public static Shell Of(string text)
        {
            using var reader = XmlText.Open(text);
            reader.MoveToContent();
            var isRss = reader.LocalName.Equals("rss", StringComparison.OrdinalIgnoreCase);
            var isRdf = reader.LocalName.Equals("rdf", StringComparison.OrdinalIgnoreCase);
            var root = Start(reader);
            var holder = root;
            try
            {
                for (var more = reader.Read(); more;)
                {
                    if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "channel" && (isRss || isRdf) && reader.Depth == 1)
                    {
                        holder = Start(reader);
                        root.Add(holder);
                        more = reader.Read();
                    }
                    else if (reader.NodeType == XmlNodeType.Element && !IsItem(reader) && reader.Depth == (isRss || isRdf ? 2 : 1)
                        && _head.Contains(reader.LocalName) && holder.Elements().Count() < MostOfHead && !(isRdf && holder == root))
                    {
                        holder.Add(XNode.ReadFrom(reader));
                        more = !reader.EOF;
                    }
                    else if (reader.NodeType == XmlNodeType.Element && (IsItem(reader) || reader.Depth >= 2))
                    {
                        reader.Skip();
                        more = !reader.EOF;
                    }
                    else
                    {
                        more = reader.Read();
                    }
                }
            }
            catch (XmlException)
            {
                // A feed that breaks off gives the items before that.
            }

            return new Shell(root, isRss);
        }

        /// <summary>The bytes of the feed with one item.</summary>
        public byte[] Around(XElement item)
        {
            var root = new XElement(Root);
            (IsInChannel ? root.Element(root.Name.Namespace + "channel") ?? root : root).Add(item);
            return Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting));
        }

        private static XElement Start(XmlReader reader)
        {
            var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
            for (var has = reader.MoveToFirstAttribute(); has; has = reader.MoveToNextAttribute())
            {
                var isDeclaration = reader.Prefix == "xmlns" || (reader.Prefix.Length == 0 && reader.LocalName == "xmlns");
                element.Add(new XAttribute(isDeclaration && reader.Prefix.Length == 0
                    ? "xmlns" : XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value));
            }

            reader.MoveToElement();
            return element;
        }
    }
}
