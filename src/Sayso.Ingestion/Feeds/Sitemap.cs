using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Sayso.Core.Errors;
using Sayso.Ingestion.Containers;
using Sayso.Ingestion.Forms;
using Sayso.Ingestion.Html;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion.Feeds;

/// <summary>
/// A sitemap (sitemaps.org) as a container. A news sitemap gives each article's headline, outlet and time of publication,
/// and that much is read; one of addresses only holds nothing to read, since nothing is fetched here.
/// </summary>
internal static class Sitemap
{
    private static readonly XNamespace _map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace _news = "http://www.google.com/schemas/sitemap-news/0.9";

    /// <summary>The articles in order, numbered by their addresses from 1.</summary>
    /// <exception cref="RefusedException">There are addresses only.</exception>
    public static IEnumerable<Part> Items(OpenContainer container)
    {
        var text = XmlText.Read(container.Drain(), container.Options);
        using var reader = XmlText.Open(text);
        var (addresses, headlines) = (0, 0);
        reader.MoveToContent();
        for (var more = reader.Read(); more;)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                more = reader.Read();
                continue;
            }

            addresses++;
            var url = (XElement)XNode.ReadFrom(reader);
            more = !reader.EOF;
            if (url.Element(_news + "news")?.Element(_news + "title") is not null)
            {
                headlines++;
                var alone = new XElement(_map + "urlset", url).ToString(SaveOptions.DisableFormatting);
                yield return container.Whole.Inner(addresses.ToString(CultureInfo.InvariantCulture),
                    Encoding.UTF8.GetBytes(alone)) with
                { Form = Form.SitemapItem };
            }
        }

        if (headlines == 0)
        {
            throw new RefusedException(new Problem(ProblemCodes.NoText,
                $"the sitemap holds {addresses} addresses and no article; fetch the articles and read them."));
        }
    }

    /// <summary>Headline and metadata of one article.</summary>
    public static PageContent Read(ReadOnlyMemory<byte> raw, ReaderOptions options)
    {
        using var reader = XmlText.Open(XmlText.Read(raw.Span, options));
        var url = XElement.Load(reader).Elements().First();
        var news = url.Element(_news + "news");
        var title = PageText.Clean(news?.Element(_news + "title")?.Value);
        var publication = news?.Element(_news + "publication");
        var published = PageText.Clean(news?.Element(_news + "publication_date")?.Value);
        return new PageContent(title ?? "", new PageMetadata
        {
            Title = title,
            Outlet = PageText.Clean(publication?.Element(_news + "name")?.Value),
            Published = TimeText.Parse(published),
            UnreadTime = TimeText.Parse(published) is null ? published : null,
            Url = WebAddress.OfArticle(url.Elements().FirstOrDefault(e => e.Name.LocalName == "loc")?.Value.Trim()),
            Language = LanguageTag.Primary(publication?.Element(_news + "language")?.Value),
        });
    }
}
