using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Sayso.Core.Linguistics;
using Sayso.Ingestion.Html;

namespace Sayso.Ingestion.Metadata;

/// <summary>Metadata from what a reader sees: headline, byline, <c>time</c> elements, dates in words near the top.</summary>
internal static partial class Markup
{
    private const int MostBylineCharacters = 120;
    private const int MostBylines = 3;
    private static readonly string[] Separators = [" | ", " – ", " — ", " - ", " · ", " :: ", " » ", " « "];

    private const int MostHeadings = 40;

    /// <summary>Shorter headings, such as “News”, stand in many titles.</summary>
    private const int FewestOfAHeading = 8;

    /// <summary>What the body says.</summary>
    /// <param name="page">The page.</param>
    /// <param name="stated">What better places say.</param>
    public static PageMetadata Of(PageElements page, PageMetadata stated)
    {
        var (title, suffix) = SplitTitle(page, stated);
        return new PageMetadata
        {
            Title = Agreed(page) ?? Headline(page) ?? title,
            Outlet = suffix,
            Byline = Byline(page),
            Published = PageDates.Published(page),
            Modified = PageDates.Modified(page),
        };
    }

    /// <summary>
    /// The part of the page's title that one of its headings repeats: title and heading rarely agree on anything but the
    /// headline. Of several the first.
    /// </summary>
    public static string? Agreed(PageElements page)
    {
        if (PageText.Clean(page.Title) is not { } title)
        {
            return null;
        }

        HashSet<string> headings = [.. page.Headings.Take(MostHeadings).Select(h => PageText.Key(h.TextContent))
            .Where(h => h.Length >= FewestOfAHeading)];
        return headings.Contains(PageText.Key(title)) ? title
            : Parts(page, title).FirstOrDefault(part => headings.Contains(PageText.Key(part)));
    }

    /// <summary>
    /// A stated title as the page shows it: without what stands beside its heading, and not the site's instead of the page's.
    /// </summary>
    public static string? Shown(PageElements page, PageMetadata metadata)
    {
        if (metadata.Title is not { } title || Agreed(page) is not { } agreed
            || (metadata.Outlet is { } outlet && PageText.Key(outlet) == PageText.Key(agreed)))
        {
            return metadata.Title;
        }

        var key = PageText.Key(agreed);
        return Parts(page, title).FirstOrDefault(part => PageText.Key(part) == key)
            ?? (metadata.Outlet is null && PageText.Key(title) != key
                && page.MainHeadings.Any(h => PageText.Key(h.TextContent) == key)
                && !page.Headings.Any(h => h.LocalName != "h3" && PageText.Key(h.TextContent) == PageText.Key(title)) ? agreed : title);
    }

    /// <summary>
    /// Parts of a title that may be the headline: the first ones, and the last ones too where the page has one main heading
    /// only, which is then no site's name.
    /// </summary>
    private static IEnumerable<string> Parts(PageElements page, string title)
    {
        var isOne = page.MainHeadings.Take(2).Count() < 2;
        return Splits(title, isColonOne: false).SelectMany(s => isOne ? new[] { s.Before, s.After } : [s.Before]);
    }

    /// <summary>A headline without the outlet's name before or behind it.</summary>
    public static string? WithoutOutlet(string? title, string? outlet)
    {
        if (title is null || outlet is null)
        {
            return title;
        }

        var name = PageText.Key(TopDomain().Replace(outlet, ""));
        foreach (var (before, after) in Splits(title))
        {
            if (PageText.Key(TopDomain().Replace(after, "")) == name)
            {
                return before;
            }

            if (PageText.Key(TopDomain().Replace(before, "")) == name)
            {
                return after;
            }
        }

        return title;
    }

    /// <summary>What is marked as the headline, or the heading of an article, whichever comes first; else the only heading.</summary>
    private static string? Headline(PageElements page)
    {
        var marked = page.Properties("headline").FirstOrDefault();
        var heading = page.MainHeadings.FirstOrDefault(h => PageElements.IsWithin(h, around => around.LocalName is "article" or "main"));
        var first = marked is null || heading is null ? marked ?? heading
            : marked.CompareDocumentPosition(heading).HasFlag(DocumentPositions.Preceding) ? heading : marked;
        return PageText.Clean((first ?? (page.MainHeadings.Take(2).ToList() is [var only] ? only : null))?.TextContent);
    }

    /// <summary>
    /// “Headline | Outlet” in two, or “Outlet: Headline”. One part is the outlet when it is named elsewhere, when the other
    /// is the page's heading, or when both stand by themselves at the top of the page: the masthead is above the headline.
    /// </summary>
    private static (string? Title, string? Outlet) SplitTitle(PageElements page, PageMetadata stated)
    {
        var (title, outlet) = (PageText.Clean(page.Title), stated.Outlet);
        if (title is null)
        {
            return (null, null);
        }

        if (WithoutOutlet(title, outlet) is var without && without != title)
        {
            return (without, outlet);
        }

        // Chinese and Japanese pages write “headline_section_outlet”.
        if (title.Any(LanguageMarks.IsUnspaced)
            && title.Split('_', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var start, .., var end]
            && IsName(end))
        {
            return (start, end);
        }

        if (stated.Title is { Length: >= FewestOfAHeading } known
            && Splits(title).FirstOrDefault(s => PageText.Key(s.Before) == PageText.Key(known)
                || PageText.Key(s.After) == PageText.Key(known)) is (not null, not null) parted)
        {
            var name = PageText.Key(parted.Before) == PageText.Key(known) ? parted.After : parted.Before;
            if (IsName(name))
            {
                return (known, name);
            }
        }

        var heading = PageText.Key(PageText.Clean(page.MainHeadings.FirstOrDefault()?.TextContent) ?? "");
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
            top ??= [.. page.Top.Select(PageText.Key)];
            if (top.IndexOf(last) is var headline and > 0 && IsName(before)
                && top.FindIndex(line => line.StartsWith(first, StringComparison.Ordinal)) is var masthead and >= 0 && masthead < headline)
            {
                return (after, before);
            }

            if (top.IndexOf(first) is var above and > 0 && IsName(after)
                && top.FindIndex(line => line.StartsWith(last, StringComparison.Ordinal)) is var name and >= 0 && name < above)
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
            foreach (var at in new[] { title.LastIndexOf(separator, StringComparison.Ordinal),
                title.IndexOf(separator, StringComparison.Ordinal) }.Distinct())
            {
                if (at > 0 && title[(at + separator.Length)..].Trim() is { Length: > 0 } after)
                {
                    yield return (title[..at].TrimEnd(), after);
                }
            }
        }
    }

    private static string? Byline(PageElements page)
    {
        IEnumerable<IElement>[] places =
        [
            page.Properties("name").Where(name => PageElements.IsWithin(name, around => around.GetAttribute("itemprop") == "author")),
            page.Properties("author"),
            page.Related("author"),
            page.Classed.Where(element => element.ClassList.Contains("byline")),
            page.Classed.Where(element => element.ClassList.Contains("author")),
            page.Classed.Where(element => element.ClassName!.Contains("byline", StringComparison.Ordinal)),
        ];
        return places.SelectMany(place => place.Take(MostBylines)).Select(element => CleanByline(element.TextContent))
            .FirstOrDefault(name => name is not null);
    }

    /// <summary>Names without what stands around them; <c>null</c> where none are left.</summary>
    public static string? CleanByline(string text)
    {
        if (text.Length > 2000 || PageText.Clean(text) is not { } clean)
        {
            return null;
        }

        var name = BylineEnd().Replace(BylineStart().Replace(clean, ""), "").Trim(' ', ',', '|', '·', '-', '–', '—');
        return name.Length is > 1 and <= MostBylineCharacters && Name().IsMatch(name) ? name : null;
    }

    /// <summary>Two letters in a row: initials alone are no name.</summary>
    [GeneratedRegex(@"\p{L}{2}|\p{Lo}")]
    private static partial Regex Name();

    [GeneratedRegex(@"\.(?:com|net|org|co\.uk|news)$", RegexOptions.IgnoreCase)]
    private static partial Regex TopDomain();

    [GeneratedRegex(@"^\s*(?:written\s+|story\s+|report\s+)?by\s+", RegexOptions.IgnoreCase)]
    private static partial Regex BylineStart();

    [GeneratedRegex(@"\s*(?:[|·•]|\b(?:published|updated|posted|last\s+modified)\b|,?\s*\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?\s+(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|(?<!\d)\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|\d+\s+(?:min|hour|day)).*$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex BylineEnd();
}
