using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Sayso.Core.Documents;
using Sayso.Ingestion.Containers;
using Sayso.Ingestion.Forms;
using Sayso.Ingestion.Metadata;
using XmlText = Sayso.Ingestion.Feeds.XmlText;

namespace Sayso.Ingestion.Fetching;

/// <summary>The pages that a feed or a sitemap leads to.</summary>
/// <param name="Pages">Their addresses, each once, in the order of the list.</param>
/// <param name="Lists">The sitemaps that an index of sitemaps leads to.</param>
public sealed record LinkList(IReadOnlyList<string> Pages, IReadOnlyList<string> Lists)
{
    /// <summary>More are not taken of one list (sitemaps.org allows 50,000).</summary>
    private const int MostLinks = 50_000;

    /// <summary>Reads a list; <c>null</c> where the bytes are neither feed nor sitemap.</summary>
    /// <param name="raw">The bytes; a compressed sitemap is unpacked.</param>
    /// <param name="address">Where they came from, or a file's path.</param>
    public static LinkList? Of(ReadOnlyMemory<byte> raw, string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var options = new ReaderOptions();
        try
        {
            return FormFinder.Of(raw.Span, address) switch
            {
                Form.Sitemap => OfSitemap(XmlText.Read(raw.Span, options), address),
                Form.Feed or Form.JsonFeed => OfFeed(raw, address, options),
                Form.Gzip when Unpacked(raw, options) is { } unpacked
                    && FormFinder.Of(unpacked, address) == Form.Sitemap => OfSitemap(XmlText.Read(unpacked, options), address),
                _ => null,
            };
        }
        catch (Exception e) when (e is XmlException or JsonException or InvalidDataException or RefusedException
            or InvalidOperationException)
        {
            // Reading it as a document says what is wrong with it.
            return null;
        }
    }

    /// <summary>Every item is a document that knows its address.</summary>
    private static LinkList OfFeed(ReadOnlyMemory<byte> raw, string address, ReaderOptions options) => new(
        [
            .. new InputWalk(options, StatedMetadata.None, isKnown: null)
                .Read(new Part(address) { Content = Part.Bytes(raw), IsWhole = true })
                .Select(item => item.Document?.Url).OfType<string>().Distinct().Take(MostLinks),
        ],
        []);

    private static LinkList OfSitemap(string text, string address)
    {
        List<string> found = [];
        using var reader = XmlText.Open(text);
        reader.MoveToContent();
        var isIndex = reader.LocalName.Equals("sitemapindex", StringComparison.OrdinalIgnoreCase);
        for (var more = reader.Read(); more && found.Count < MostLinks;)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                more = reader.Read();
                continue;
            }

            var entry = (XElement)XNode.ReadFrom(reader);
            more = !reader.EOF;
            if (WebAddress.Absolute(entry.Elements().FirstOrDefault(e => e.Name.LocalName == "loc")?.Value.Trim()) is { } place
                && (!Fetcher.IsAddress(address) || WebAddress.IsOneSite(place, address)))
            {
                found.Add(place);
            }
        }

        IReadOnlyList<string> each = [.. found.Distinct()];
        return isIndex ? new LinkList([], each) : new LinkList(each, []);
    }

    private static byte[]? Unpacked(ReadOnlyMemory<byte> raw, ReaderOptions options)
    {
        using var packed = Part.Bytes(raw);
        using var stream = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress);
        return new PeekedStream(stream, 4096).Drain(options.MaxBytes);
    }
}
