using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NodaTime;
using Sayso.Ingestion.Html;

namespace Sayso.Ingestion.Metadata;

/// <summary>
/// Publication times from what a reader sees of a page: <c>time</c> elements, elements whose class says that they hold the
/// date, a line above the article that holds a date and names only, a dateline. A wrong date is worse than none: one that
/// stands in a sentence, among links to other articles, in comments, or as the time of a change does not count.
/// </summary>
internal static partial class PageDates
{
    private const int MostElements = 50;
    private const int MostCharacters = 300;
    private const int LineCharacters = 60;
    private const int AlsoArticleCharacters = 160;
    private const int SentenceCharacters = 60;

    private const string Elsewhere = "aside, nav, footer, blockquote, [role=complementary], [class*=related], [class*=comment], "
        + "[id*=comment], "
        + "[class*=sidebar], [id*=sidebar], [class*=recommend], [class*=popular], [class*=most-read], [class*=trending]";

    private static readonly string[] Classes = ["date", "Date", "time", "publish", "byline"];

    /// <summary>When the page was published, or <c>null</c>.</summary>
    public static OffsetDateTime? Published(PageElements page) => Found(page) is { } found
        ? WithClock(page, found) : null;

    /// <summary>A day with the time that an element of the page states for it.</summary>
    private static OffsetDateTime WithClock(PageElements page, OffsetDateTime found) => found.TimeOfDay != LocalTime.Midnight
        ? found
        : Dated(page).Take(MostElements).Select(element => TimeText.Parse(element.GetAttribute("datetime")))
            .FirstOrDefault(time => time is { } clock && clock.Date == found.Date && clock.TimeOfDay != LocalTime.Midnight) ?? found;

    private static OffsetDateTime? Found(PageElements page)
    {
        foreach (var element in Times(page).SelectMany(place => place.Take(MostElements).Where(IsOwn).Take(1)))
        {
            if (TimeText.Parse(Written(element)) is { } time)
            {
                return time;
            }
        }

        foreach (var element in Classes.SelectMany(name => page.Classed.Where(e => e.ClassName!.Contains(name, StringComparison.Ordinal)).Take(MostElements)))
        {
            if (DateClass().IsMatch(element.ClassName ?? "") && IsOwn(element) && element.TextContent is { Length: < MostCharacters } text
                && !OtherClock().IsMatch(text) && (TimeText.Find(text) ?? TimeText.Parse(text)) is { } time)
            {
                return time;
            }
        }

        return OfLines(page.Top);
    }

    /// <summary>Where pages state their time, the best place first.</summary>
    private static IEnumerable<IElement>[] Times(PageElements page) =>
    [
        page.Properties("datePublished"),
        page.Times.Where(time => time.HasAttribute("pubdate")),
        Dated(page).Where(time => PageElements.IsWithin(time, around => around.LocalName == "article")),
        Dated(page).Where(time => PageElements.IsWithin(time, around => around.LocalName == "main")),
        Dated(page),
    ];

    private static IEnumerable<IElement> Dated(PageElements page) => page.Times.Where(time => time.HasAttribute("datetime"));

    /// <summary>When it was changed, where the markup says so, or <c>null</c>.</summary>
    public static OffsetDateTime? Modified(PageElements page) => TimeText.Parse(Written(page.Properties("dateModified").FirstOrDefault()));

    private static OffsetDateTime? OfLines(IReadOnlyList<string> lines)
    {
        // A date in words that stands alone, above the article.
        foreach (var line in lines.TakeWhile(line => line.Length < AlsoArticleCharacters))
        {
            if (line.Length <= LineCharacters && !OtherDate().IsMatch(line) && !OtherClock().IsMatch(line)
                && TimeText.Find(line) is { } time)
            {
                return time;
            }
        }

        // Or one in the dateline of the article's first sentence.
        foreach (var line in lines)
        {
            if (Dateline().Match(line) is { Success: true } dateline && TimeText.Find(dateline.Value) is { } time)
            {
                return time;
            }
        }

        return null;
    }

    /// <summary>Whether an element may hold the page's own date. The page's own containers may have any name.</summary>
    private static bool IsOwn(IElement element) =>
        !ChangeClass().IsMatch(element.ClassName ?? "") && element.GetAttribute("itemprop") != "dateModified"
        && !(element.Closest("p") is { } paragraph && paragraph.TextContent.Trim() is { Length: > SentenceCharacters } text
            && ".!?…”\"".Contains(text[^1], StringComparison.Ordinal))
        && (element.Closest(Elsewhere) is not { } elsewhere || elsewhere.LocalName is "body" or "main"
            || elsewhere.QuerySelector("h1") is not null);

    private static string? Written(IElement? element) =>
        element?.GetAttribute("datetime") ?? element?.GetAttribute("content") ?? element?.TextContent;

    /// <summary>“date”, “time”, “published” as a word of a class's name, not inside another (“candidate”, “update”, “timeline”).</summary>
    [GeneratedRegex(@"(?:(?<![A-Za-z])(?:pub|publish|published|post|news|article|story|entry)?(?:date|time)|Date|Time)(?:line|stamp|[Tt]ime)?(?<!timeline|Timeline)(?![a-z])|(?<![a-z])publish(?:ed)?(?![a-z])|byline")]
    private static partial Regex DateClass();

    /// <summary>What names another time; many pages name one element “published updated”.</summary>
    [GeneratedRegex("^(?!(?!.*(?:bday|dtstart)).*publish).*(?:updat|modif|expir|event|bday|dtstart)", RegexOptions.IgnoreCase)]
    private static partial Regex ChangeClass();

    /// <summary>Words that say that a date is another one than that of publication.</summary>
    [GeneratedRegex(@"\b(?:since|founded|established|est\.|born|copyright|from|until|expires?)\b|©|^\W*(?:last\s+)?(?:updated|modified)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OtherClock();

    /// <summary>Words that say something, or an end of a sentence: a line with a date alone has names, labels and small words.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d’'])(?!(?:by|on|at|in|of|and|the|with|published|posted|first|am|pm)\b)\p{Ll}{2,}|[.!?]\s+\p{L}{4}")]
    private static partial Regex OtherDate();

    /// <summary>
    /// "PORT SABEL, Tuesday, March 17, 2026" at the beginning of a line: a place in capitals, and what follows up to a year.
    /// </summary>
    [GeneratedRegex(@"^\p{Lu}{3,20}(?:[ -]\p{Lu}{2,20}){0,3}, [\p{L}\d, .]{0,40}?\d{4}\b")]
    private static partial Regex Dateline();
}
