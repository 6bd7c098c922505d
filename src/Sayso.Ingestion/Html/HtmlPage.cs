using AngleSharp;
using AngleSharp.Html.Parser;
using Sayso.Core.Errors;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion.Html;

/// <summary>What was read from a page: its plain text and what it says of itself.</summary>
internal sealed record PageContent(string Text, PageMetadata Metadata);

/// <summary>
/// HTML → text and metadata. Metadata are taken, field by field, from JSON-LD, then <c>meta</c> elements, then the visible
/// markup. The text's first line is the headline; then one paragraph a line.
/// </summary>
internal static class HtmlPage
{
    /// <summary>The page's content, or the problem that kept it from being read.</summary>
    public static (PageContent? Content, Problem? Problem) Read(string html, ReaderOptions options)
    {
        var tooDeep = new Problem(ProblemCodes.TooDeep, $"the page nests more than {options.MaxDepth} elements inside each other.");
        if (NestingGuard.LikelyDepth(html) > options.MaxDepth)
        {
            return (null, tooDeep);
        }

        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = false, IsKeepingSourceReferences = false }, BrowsingContext.New());
        using var page = parser.ParseDocument(html);
        if (NestingGuard.Depth(page) > options.MaxDepth)
        {
            return (null, tooDeep);
        }

        var stated = JsonLd.Of(page).Or(MetaTags.Of(page));
        var metadata = stated.Or(Markup.Of(page, stated.Outlet));
        metadata = metadata with { Title = Markup.WithoutOutlet(metadata.Title, metadata.Outlet) };
        var paragraphs = ArticleText.Of(page, html.Length, metadata.Title, options);
        if (paragraphs.Sum(Words) < options.MinArticleWords)
        {
            return (null, new Problem(ProblemCodes.NoArticle, "the page holds no article that could be found."));
        }

        return (new PageContent(string.Join('\n', metadata.Title is { } title ? [title, .. paragraphs] : paragraphs), metadata), null);
    }

    private static int Words(string text) => text.Count(c => c == ' ') + 1;
}
