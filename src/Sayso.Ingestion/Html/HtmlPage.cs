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
    /// <summary>No headline is that long; what is, is something else.</summary>
    private const int MostTitleCharacters = 500;

    /// <summary>The page's content, or the problem that kept it from being read.</summary>
    public static (PageContent? Content, Problem? Problem) Read(string html, ReaderOptions options)
    {
        var tooDeep = new Problem(ProblemCodes.TooDeep, $"the page nests more than {options.MaxDepth} elements inside each other.");
        if (NestingGuard.LikelyDepth(html) > options.MaxDepth)
        {
            return (null, tooDeep);
        }

        if (html.AsSpan().Count('<') > options.MaxTags || NestingGuard.Reopened(html) > options.MaxTags)
        {
            return (null, new Problem(ProblemCodes.TooLarge, $"the page has more than {options.MaxTags} tags."));
        }

        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = false, IsKeepingSourceReferences = false }, BrowsingContext.New());
        using var page = parser.ParseDocument(html);
        if (NestingGuard.Depth(page) > options.MaxDepth)
        {
            return (null, tooDeep);
        }

        var stated = JsonLd.Of(page).Or(MetaTags.Of(page));
        var metadata = stated.Or(Markup.Of(page, stated.Outlet));
        var title = Markup.WithoutOutlet(metadata.Title, metadata.Outlet);
        metadata = metadata with { Title = title?.Length > MostTitleCharacters ? null : title };
        var paragraphs = ArticleText.Of(page, html.Length, metadata.Title, options);
        if (paragraphs.Sum(Words) < options.MinArticleWords)
        {
            return (null, new Problem(ProblemCodes.NoArticle, "the page holds no article that could be found."));
        }

        var text = string.Join('\n', metadata.Title is { } headline ? [headline, .. paragraphs] : paragraphs);
        return text.Length <= options.MaxCharacters
            ? (new PageContent(text, metadata), null)
            : (null, new Problem(ProblemCodes.TooLarge, $"its article has more than {options.MaxCharacters} characters."));
    }

    private static int Words(string text) => text.Count(c => c == ' ') + 1;
}
