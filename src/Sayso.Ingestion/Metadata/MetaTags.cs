using Sayso.Ingestion.Html;

namespace Sayso.Ingestion.Metadata;

/// <summary>
/// Metadata from <c>meta</c> and <c>link</c> elements: OpenGraph, Dublin Core, and the names that publishing systems use.
/// </summary>
internal static class MetaTags
{
    private static readonly string[] Titles = ["og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title"];
    private static readonly string[] Outlets =
        ["og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "copyright-holder"];
    private static readonly string[] Bylines =
        ["author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author"];

    private static readonly string[] Publications =
    [
        "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date",
        "publication_date",
        "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "dc.date.created", "parsely-pub-date", "sailthru.date",
        "article:published", "article.published", "published_time", "published_at", "publish_date", "cxenseparse:recs:publishtime",
        "displaydate", "originalpublicationdate",
    ];

    private static readonly string[] Modifications =
        ["article:modified_time", "article:modified", "og:updated_time", "og:modified_time", "datemodified", "last-modified",
            "dcterms.modified", "dc.date.modified", "lastmod"];

    /// <summary>The address that the page wants to be known by, as <c>rel=canonical</c> gives it (RFC 6596).</summary>
    public static string? Canonical(PageElements page) =>
        WebAddress.OfArticle(page.Links.FirstOrDefault(link => link.HasAttribute("href") && IsCanonical(link.GetAttribute("rel")))?.GetAttribute("href"));

    private static bool IsCanonical(string? relations) =>
        relations?.Split((char[])[' ', '\t', '\n', '\r', '\f']).Contains("canonical", StringComparer.Ordinal) == true;

    /// <summary>What the page's head says.</summary>
    public static PageMetadata Of(PageElements page)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in page.Metas)
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop")
                ?? meta.GetAttribute("http-equiv");
            if (name is not null && PageText.Clean(meta.GetAttribute("content")) is { } value)
            {
                values.TryAdd(name.Trim(), value);
            }
        }

        var published = First(Publications);
        IEnumerable<string> Words(IEnumerable<string> names) => names.Select(n => values.GetValueOrDefault(n)).OfType<string>()
            .Where(v => WebAddress.Absolute(v) is null);
        string? First(IEnumerable<string> names) => names.Select(n => values.GetValueOrDefault(n)).FirstOrDefault(v => v is not null);
        return new PageMetadata
        {
            Title = First(Titles),
            Outlet = Words(Outlets).FirstOrDefault(),
            Byline = Words(Bylines).Select(Markup.CleanByline).FirstOrDefault(v => v is not null),
            UnreadTime = published is not null && TimeText.Parse(published) is null ? published : null,
            Published = Publications.Select(n => TimeText.Parse(values.GetValueOrDefault(n))).FirstOrDefault(t => t is not null),
            Modified = Modifications.Select(n => TimeText.Parse(values.GetValueOrDefault(n))).FirstOrDefault(t => t is not null),
            Url = WebAddress.OfArticle(First(["og:url"])),
            Language = LanguageTag.Primary(page.Page.DocumentElement.GetAttribute("lang"))
                ?? LanguageTag.Primary(First(["content-language", "og:locale", "dc.language"])),
        };
    }
}
