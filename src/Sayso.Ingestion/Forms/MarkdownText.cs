using System.Text.RegularExpressions;
using Markdig;
using Sayso.Core.Errors;
using Sayso.Ingestion.Html;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion.Forms;

/// <summary>
/// Markdown (CommonMark, pipe tables) → text without its marks: the title, then a paragraph a line. Front matter is
/// what the text says of itself: lines <c>key: value</c> between two lines of <c>---</c>.
/// </summary>
internal static partial class MarkdownText
{
    /// <summary>No article is that long, and what parses Markdown goes back and forth in it.</summary>
    private const int MostCharacters = 1_000_000;

    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    /// <summary>Whether a text without a telling name is Markdown: it has front matter with a title, or headings and links.</summary>
    public static bool Is(string text) =>
        (FrontMatter().Match(text) is { Success: true } front && Value(front.Value, "title") is not null)
            || (Heading().IsMatch(text) && Link().IsMatch(text));

    /// <summary>Text and metadata.</summary>
    public static PageContent Read(string text, ReaderOptions options)
    {
        if (text.Length > MostCharacters)
        {
            throw new RefusedException(new Problem(ProblemCodes.TooLarge, "it is Markdown of more than a million characters; save it as "
                + "plain text."));
        }

        var front = FrontMatter().Match(text);
        var heading = Heading().Match(text, front.Length);
        var title = PageText.Clean(Value(front.Value, "title"));
        string html;
        try
        {
            html = Markdown.ToHtml(text[front.Length..], _pipeline);
        }
        catch (ArgumentException e)
        {
            throw new RefusedException(new Problem(ProblemCodes.TooDeep, $"its marks nest too deeply: {e.Message}"));
        }

        title ??= heading.Success && HtmlText.Paragraphs(Markdown.ToHtml(heading.Groups[1].Value, _pipeline), null,
            options) is [var first, ..] ? first : null;
        IReadOnlyList<string> paragraphs = HtmlText.Paragraphs(html, title, options);
        var published = Value(front.Value, "date") ?? Value(front.Value, "published");
        return new PageContent(string.Join('\n', title is null ? paragraphs : [title, .. paragraphs]), new PageMetadata
        {
            Title = title,
            Byline = PageText.Clean(Value(front.Value, "author")),
            Outlet = PageText.Clean(Value(front.Value, "outlet") ?? Value(front.Value, "publisher")),
            Published = TimeText.Parse(published),
            UnreadTime = TimeText.Parse(published) is null ? published : null,
            Url = WebAddress.OfArticle(Value(front.Value, "url") ?? Value(front.Value, "canonical_url")),
            Language = LanguageTag.Primary(Value(front.Value, "lang") ?? Value(front.Value, "language")),
        });
    }

    private static string? Value(string front, string key)
    {
        foreach (var line in front.AsSpan().EnumerateLines())
        {
            if (line.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase)
                && line[(key.Length + 1)..].Trim().Trim("\"'") is { IsEmpty: false } value)
            {
                return value.ToString();
            }
        }

        return null;
    }

    [GeneratedRegex(@"\A---[ \t]*\r?\n(?:(?!---[ \t]*\r?$)[^\n]*\n){0,200}?---[ \t]*(?:\r?\n|\z)", RegexOptions.Multiline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"^#{1,3}[ \t]+(\S[^\r\n]{0,500})", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[[^\[\]\r\n]{1,300}\]\((?:https?://|/)[^()\s]{1,1000}\)")]
    private static partial Regex Link();
}
