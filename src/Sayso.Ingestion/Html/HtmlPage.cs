using Sayso.Core.Errors;
using Sayso.Core.Linguistics;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion.Html;

/// <summary>What was read from a page: its plain text and what it says of itself.</summary>
internal sealed record PageContent(string Text, PageMetadata Metadata);

/// <summary>
/// HTML → text and metadata. The text's first line is the headline; then one paragraph a line. Metadata are taken field by
/// field, from the first of these that has it:
/// <list type="table">
/// <item><term>address</term><description><c>rel=canonical</c>, the page's own JSON-LD, <c>og:url</c>; never a front
/// page</description></item>
/// <item><term>title, outlet, byline, published, modified</term><description>the page's own JSON-LD, <c>meta</c> elements, the
/// visible markup (microdata, headings, bylines, <c>time</c>, a date alone in a line above the article)</description></item>
/// <item><term>language</term><description>JSON-LD, <c>lang</c> of the document, <c>meta</c>, the text itself</description></item>
/// </list>
/// What the user states goes before all of them. Which visible dates count is told at <see cref="PageDates"/>: a wrong one is
/// worse than none. JSON-LD is the page's own where its address or headline is; what it says
/// of other articles is left alone.
/// </summary>
internal static class HtmlPage
{
    /// <summary>No headline is that long; what is, is something else.</summary>
    private const int MostTitleCharacters = 500;

    /// <summary>The page's content, or the problem that kept it from being read.</summary>
    public static (PageContent? Content, Problem? Problem) Read(string html, ReaderOptions options)
    {
        var tooDeep = new Problem(ProblemCodes.TooDeep,
            $"the page nests more than {options.MaxDepth} elements inside each other; save the article as text.");
        if (NestingGuard.Of(html, options) is { } excess)
        {
            return (null, excess == Excess.Depth ? tooDeep : new Problem(ProblemCodes.TooLarge, $"the page has more than {options.MaxTags} tags."));
        }

        using var page = HtmlSource.Parse(html);
        var elements = new PageElements(page);
        if (elements.Depth > options.MaxDepth)
        {
            return (null, tooDeep);
        }

        var metadata = Metadata(elements);
        metadata = metadata with { Title = metadata.Title?.Length > MostTitleCharacters ? null : metadata.Title };
        var paragraphs = ArticleText.Of(page, html.Length, metadata.Title, options);
        if (paragraphs.Sum(Words) < options.MinArticleWords)
        {
            return (null, new Problem(ProblemCodes.NoArticle, "the page holds no article that could be found; save the article's own "
                + "page, not an overview or one that loads its text later."));
        }

        var text = string.Join('\n', metadata.Title is { } headline ? [headline, .. paragraphs] : paragraphs);
        return text.Length <= options.MaxCharacters
            ? (new PageContent(text, metadata), null)
            : (null, new Problem(ProblemCodes.TooLarge, $"its article has more than {options.MaxCharacters} characters."));
    }

    private static PageMetadata Metadata(PageElements page)
    {
        var tags = MetaTags.Of(page);
        var canonical = MetaTags.Canonical(page);
        var stated = JsonLd.Of(page, canonical ?? tags.Url, [tags.Title, page.Title, page.MainHeadings.FirstOrDefault()?.TextContent]).Or(tags);
        var metadata = stated.Or(Markup.Of(page, stated));
        return metadata with
        {
            Url = canonical ?? metadata.Url,
            // A site's name may be another than its publisher's.
            Title = Markup.WithoutOutlet(Markup.WithoutOutlet(Markup.Shown(page, metadata), metadata.Outlet), tags.Outlet),
        };
    }

    /// <summary>Words, which blanks part; in scripts without blanks two letters are one.</summary>
    private static int Words(string text) => text.Count(c => c == ' ') + 1 + (text.Count(LanguageMarks.IsUnspaced) / 2);
}
