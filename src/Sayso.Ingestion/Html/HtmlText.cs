using Sayso.Core.Errors;

namespace Sayso.Ingestion.Html;

/// <summary>HTML that is all of it the author's, such as a newsletter or a feed's item → its paragraphs.</summary>
internal static class HtmlText
{
    /// <summary>The paragraphs in order, the headline and furniture left out.</summary>
    /// <exception cref="RefusedException">The markup is larger or deeper than the bounds.</exception>
    public static IReadOnlyList<string> Paragraphs(string html, string? title, ReaderOptions options)
    {
        var tooDeep = new Problem(ProblemCodes.TooDeep, $"its markup nests more than {options.MaxDepth} elements inside each other; save its text.");
        if (NestingGuard.Of(html, options) is { } excess)
        {
            throw new RefusedException(excess == Excess.Depth ? tooDeep
                : new Problem(ProblemCodes.TooLarge, $"its markup has more than {options.MaxTags} tags."));
        }

        using var page = HtmlSource.Parse(html);
        return NestingGuard.Depth(page) <= options.MaxDepth ? ArticleText.OfAll(page, title) : throw new RefusedException(tooDeep);
    }
}
