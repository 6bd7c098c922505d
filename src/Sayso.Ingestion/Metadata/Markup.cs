using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Sayso.Ingestion.Html;

namespace Sayso.Ingestion.Metadata;

/// <summary>Metadata from what a reader sees: headline, byline, <c>time</c> elements, dates in words near the top.</summary>
internal static partial class Markup
{
    private const int MostBylineCharacters = 120;
    private const int TopParagraphs = 40;
    private static readonly string[] Separators = [" | ", " – ", " — ", " - ", " · ", " :: ", " » ", " « "];

    /// <summary>What the body says; <paramref name="outlet"/> is the outlet where better places name it.</summary>
    public static PageMetadata Of(IDocument page, string? outlet)
    {
        var (title, suffix) = SplitTitle(PageText.Clean(page.Title), outlet, page);
        return new PageMetadata
        {
            Title = Headline(page) ?? title,
            Outlet = suffix,
            Byline = Byline(page),
            Published = PageDates.Published(page, Top(page)),
            Modified = PageDates.Modified(page),
        };
    }

    /// <summary>A headline without the outlet's name before or behind it.</summary>
    public static string? WithoutOutlet(string? title, string? outlet)
    {
        if (title is null || outlet is null)
        {
            return title;
        }

        var name = PageText.Key(outlet);
        foreach (var (before, after) in Splits(title))
        {
            if (PageText.Key(after) == name)
            {
                return before;
            }

            if (PageText.Key(before) == name)
            {
                return after;
            }
        }

        return title;
    }

    private static string? Headline(IDocument page)
    {
        var headings = page.QuerySelectorAll("[itemprop=headline], article h1, main h1");
        var only = headings.Length > 0 ? headings[0] : page.QuerySelectorAll("h1") is { Length: 1 } single ? single[0] : null;
        return PageText.Clean(only?.TextContent);
    }

    /// <summary>
    /// “Headline | Outlet” in two, or “Outlet: Headline”. One part is the outlet when it is named elsewhere, when the other
    /// is the page's heading, or when both stand by themselves at the top of the page: the masthead is above the headline.
    /// </summary>
    private static (string? Title, string? Outlet) SplitTitle(string? title, string? outlet, IDocument page)
    {
        if (title is null)
        {
            return (null, null);
        }

        if (WithoutOutlet(title, outlet) is var without && without != title)
        {
            return (without, outlet);
        }

        var heading = PageText.Key(PageText.Clean(page.QuerySelector("h1")?.TextContent) ?? "");
        List<string>? top = null;
        foreach (var (before, after) in Splits(title, isColonOne: false))
        {
            var (first, last) = (PageText.Key(before), PageText.Key(after));
            if (heading.Length > 0 && first == heading && IsName(after))
            {
                return (before, after);
            }

            if (heading.Length > 0 && last == heading && IsName(before))
            {
                return (after, before);
            }

            // Below a masthead a motto may stand in the same block.
            top ??= [.. Top(page).Select(PageText.Key)];
            if (top.IndexOf(last) is var headline and > 0 && IsName(before) && top.FindIndex(line => line.StartsWith(first, StringComparison.Ordinal)) is var masthead and >= 0 && masthead < headline)
            {
                return (after, before);
            }

            if (top.IndexOf(first) is var above and > 0 && IsName(after) && top.FindIndex(line => line.StartsWith(last, StringComparison.Ordinal)) is var name and >= 0 && name < above)
            {
                return (before, after);
            }
        }

        return (title, null);
    }

    private static bool IsName(string text) => text.Length is > 1 and < 60;

    /// <summary>The two parts of a title at each separator, the last one first.</summary>
    /// <param name="title">The title.</param>
    /// <param name="isColonOne">Whether a colon is a separator: many a headline has one of its own.</param>
    internal static IEnumerable<(string Before, string After)> Splits(string title, bool isColonOne = true)
    {
        foreach (var separator in isColonOne ? [.. Separators, ": "] : Separators)
        {
            foreach (var at in new[] { title.LastIndexOf(separator, StringComparison.Ordinal), title.IndexOf(separator, StringComparison.Ordinal) }.Distinct())
            {
                if (at > 0 && title[(at + separator.Length)..].Trim() is { Length: > 0 } after)
                {
                    yield return (title[..at].TrimEnd(), after);
                }
            }
        }
    }

    private static IEnumerable<string> Top(IDocument page) => page.Body is { } body ? Paragraphs.Of(body).Take(TopParagraphs).Select(p => p.Text) : [];

    private static string? Byline(IDocument page)
    {
        foreach (var selector in new[] { "[itemprop=author] [itemprop=name]", "[itemprop=author]", "[rel=author]", ".byline", ".author", "[class*=byline]" })
        {
            if (page.QuerySelector(selector) is { } element && CleanByline(element.TextContent) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    private static string? CleanByline(string text)
    {
        if (text.Length > 2000 || PageText.Clean(text) is not { } clean)
        {
            return null;
        }

        var name = BylineEnd().Replace(BylineStart().Replace(clean, ""), "").Trim(' ', ',', '|', '·', '-', '–', '—');
        return name.Length is > 1 and <= MostBylineCharacters && name.Any(char.IsLetter) ? name : null;
    }

    [GeneratedRegex(@"^\s*(?:written\s+|story\s+|report\s+)?by\s+", RegexOptions.IgnoreCase)]
    private static partial Regex BylineStart();

    [GeneratedRegex(@"\s*(?:[|·•]|\b(?:published|updated|posted|last\s+modified)\b|,?\s*\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?\s+\d|\b\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|\d+\s+(?:min|hour|day)).*$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex BylineEnd();
}
