using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Sayso.Ingestion.Html;

namespace Sayso.Ingestion.Metadata;

/// <summary>Metadata from what a reader sees: headline, byline, <c>time</c> elements, dates in words near the top.</summary>
internal static partial class Markup
{
    private const int MostBylineCharacters = 120;
    private const int TopCharacters = 600;
    private const int TopParagraphs = 40;
    private static readonly string[] Separators = [" | ", " – ", " — ", " - ", " · ", " :: ", " » "];

    /// <summary>What the body says; <paramref name="outlet"/> is the outlet where better places name it.</summary>
    public static PageMetadata Of(IDocument page, string? outlet)
    {
        var (title, suffix) = SplitTitle(PageText.Clean(page.Title), outlet, page);
        return new PageMetadata
        {
            Title = Headline(page) ?? title,
            Outlet = suffix,
            Byline = Byline(page),
            Published = PublishedTime(page),
            Modified = TimeText.Parse(Time(page.QuerySelector("[itemprop=dateModified]"))),
        };
    }

    /// <summary>A headline without the outlet's name behind it.</summary>
    public static string? WithoutOutlet(string? title, string? outlet)
    {
        if (title is null || outlet is null)
        {
            return title;
        }

        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > 0 && PageText.Key(title[(at + separator.Length)..]) == PageText.Key(outlet))
            {
                return title[..at].TrimEnd();
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
    /// “Headline | Outlet” in two. The part behind the separator is the outlet when it is named elsewhere, or when the
    /// part before it is the page's heading.
    /// </summary>
    private static (string? Title, string? Outlet) SplitTitle(string? title, string? outlet, IDocument page)
    {
        if (title is null)
        {
            return (null, null);
        }

        var heading = PageText.Key(PageText.Clean(page.QuerySelector("h1")?.TextContent) ?? "");
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0)
            {
                continue;
            }

            var (before, after) = (title[..at].TrimEnd(), title[(at + separator.Length)..].Trim());
            if (outlet is not null && PageText.Key(after) == PageText.Key(outlet))
            {
                return (before, outlet);
            }

            if (heading.Length > 0 && PageText.Key(before) == heading && after.Length is > 1 and < 60)
            {
                return (before, after);
            }
        }

        return (title, null);
    }

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

    private static NodaTime.OffsetDateTime? PublishedTime(IDocument page)
    {
        foreach (var selector in new[] { "[itemprop=datePublished]", "time[pubdate]", "article time[datetime]", "main time[datetime]", "time[datetime]" })
        {
            if (TimeText.Parse(Time(page.QuerySelector(selector))) is { } time)
            {
                return time;
            }
        }

        foreach (var selector in new[] { "[class*=date]", "[class*=time]", "[class*=publish]", "[class*=byline]" })
        {
            if (page.QuerySelector(selector)?.TextContent is { Length: < 300 } text && TimeText.Find(text) is { } time)
            {
                return time;
            }
        }

        // The last resort: a date in words before the article begins.
        var top = string.Join('\n', page.Body is { } body ? Paragraphs.Of(body).Take(TopParagraphs).Select(p => p.Text) : []);
        return TimeText.Find(top[..Math.Min(top.Length, TopCharacters)]);
    }

    private static string? Time(IElement? element) =>
        element?.GetAttribute("datetime") ?? element?.GetAttribute("content") ?? element?.TextContent;

    [GeneratedRegex(@"^\s*(?:written\s+|story\s+|report\s+)?by\s+", RegexOptions.IgnoreCase)]
    private static partial Regex BylineStart();

    [GeneratedRegex(@"\s*(?:[|·•]|\b(?:published|updated|posted|last\s+modified)\b|,?\s*\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?\s+\d|\b\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|\d+\s+(?:min|hour|day)).*$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex BylineEnd();
}
