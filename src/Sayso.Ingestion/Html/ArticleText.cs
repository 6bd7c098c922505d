using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sayso.Ingestion.Metadata;
using SmartReader;

namespace Sayso.Ingestion.Html;

/// <summary>
/// The paragraphs of a page's article. SmartReader (a port of Mozilla's Readability) finds the article; where it finds
/// none, the page's own article, main or body element is taken.
/// </summary>
internal static partial class ArticleText
{
    /// <summary>What is never a sentence of the article, wherever it stands.</summary>
    private const string Furniture =
        "script, style, noscript, template, iframe, object, embed, svg, canvas, form, button, input, select, textarea, dialog, nav, footer, "
        + "aside, figcaption, [role=navigation], [role=complementary], [role=search], [role=dialog], [role=banner], [role=contentinfo], "
        + "[aria-hidden=true], [hidden], [class*=cookie], [id*=cookie], [class*=consent], [id*=consent], [class*=newsletter], "
            + "[class*=related], "
        + "[class*=share], [class*=social], [id=comments], [class*=comments], [class*=promo], [class*=paywall], [class*=subscribe], "
        + "[class*=caption], [class*=sidebar], [id*=sidebar], [class*=breadcrumb], [class*=byline], [class*=dateline], time";

    /// <summary>What nobody sees. Letters hide a line for the list of letters in this way.</summary>
    private const string Hidden =
        "script, style, noscript, template, iframe, object, embed, svg, canvas, button, input, select, textarea, [hidden], "
        + "[style*='display:none' i], [style*='display: none' i], [style*='visibility:hidden' i], [style*='visibility: hidden' i]";

    /// <summary>Elements whose class sounds like furniture but which hold the article are kept: they have this many words.</summary>
    private const int WordsOfAnArticle = 150;

    private const int WordsOfASentence = 12;
    private const int FewestWordsOfASentence = 7;
    private const double MostLinked = 0.5;
    private const int FewWords = 30;
    private const int MostPullQuotes = 50;
    private const int MostFurnitureCharacters = 300;
    private const int MostDateLineCharacters = 60;
    private const int MostDateLineWords = 8;

    /// <summary>The paragraphs in order, the headline left out; empty where there is no article.</summary>
    /// <param name="page">The page; it is changed.</param>
    /// <param name="characters">The length of its source.</param>
    /// <param name="title">The headline.</param>
    /// <param name="options">Bounds.</param>
    public static IReadOnlyList<string> Of(IHtmlDocument page, int characters, string? title, ReaderOptions options)
    {
        var body = page.Body;
        if (body is null)
        {
            return [];
        }

        RemoveFurniture(body);
        var declared = Declared(page);
        // What the finder weighs it weighs again and again: a hostile page would take it minutes.
        var isWeighable = characters <= options.MaxWeighedCharacters && page.All.Length <= options.MaxElements
            && NestingGuard.Breadth(page) <= options.MaxChildren && NestingGuard.Depth(page) <= options.MaxWeighedDepth;
        var own = Paragraphs.Of(declared ?? body);
        // Last of all, as the finder takes the page apart.
        var found = isWeighable ? Found(page) : [];

        // A page that marks its article's body knows better, unless it marks a part only.
        var all = found.Count == 0 || (declared is not null && Size(own) >= 0.6 * Size(found)) ? own : found;
        return [.. WithoutRepeats(all.Where(p => !IsFurniture(p)), title)];
    }

    /// <summary>The paragraphs of a page all of which is the author's, the headline left out.</summary>
    /// <param name="page">The page; it is changed.</param>
    /// <param name="title">The headline.</param>
    public static IReadOnlyList<string> OfAll(IHtmlDocument page, string? title)
    {
        foreach (var element in page.QuerySelectorAll(Hidden).ToList())
        {
            element.Remove();
        }

        return page.Body is { } body ? [.. WithoutRepeats(Paragraphs.Of(body).Where(p => !IsFurniture(p)), title)] : [];
    }

    private static void RemoveFurniture(IElement body)
    {
        foreach (var element in body.QuerySelectorAll(Furniture).ToList())
        {
            // Names are a hint only: some pages call the article's own container “shared-content”.
            var named = element.LocalName is "div" or "section" or "main" or "article" or "body" or "form" or "ul" or "p" or "span";
            if (IsInSentence(element))
            {
                // The article finder takes elements by such names for bylines.
                element.RemoveAttribute("class");
                continue;
            }

            if (!named || !HasWords(element, WordsOfAnArticle) || element.LocalName is "p" or "span")
            {
                element.Remove();
            }
        }
    }

    /// <summary>A time or a dateline inside a paragraph is a part of its sentence: without it the sentence has a hole.</summary>
    private static bool IsInSentence(IElement element) =>
        element.LocalName is "time" or "span" or "b" or "strong" && element.Closest("p") is { } paragraph
            && HasWords(paragraph, WordsOfASentence);

    private static IElement? Declared(IHtmlDocument page) =>
        page.QuerySelectorAll("[itemprop=articleBody]") is { Length: 1 } bodies ? bodies[0]
        : page.QuerySelectorAll("article") is { Length: 1 } articles ? articles[0]
        : page.QuerySelector("main, [role=main]");

    /// <summary>What the article finder takes for the article; nothing of the page can be used after it.</summary>
    private static IReadOnlyList<Paragraph> Found(IHtmlDocument page)
    {
        IReadOnlyList<Paragraph> found = [];
        try
        {
            // Its address serves links only.
            using var reader = new Reader("https://page.invalid/", page) { DisableJSONLD = true, CharThreshold = 200 };
            reader.AddCustomOperationEnd(article => found = Paragraphs.Of(article));
            reader.GetArticle();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Readability's heuristics were not written for hostile trees; the page's own markup is used then.
            found = [];
        }

        return found;
    }

    private static int Size(IEnumerable<Paragraph> paragraphs) => paragraphs.Sum(p => p.Text.Length);

    private static bool IsFurniture(Paragraph paragraph)
    {
        // The bound on characters keeps the patterns from long lines without spaces.
        if (paragraph.Text.Length > MostFurnitureCharacters || CountWords(paragraph.Text) > FewWords)
        {
            return false;
        }

        var isSentence = SentenceEnd().IsMatch(paragraph.Text);
        return (Marks().IsMatch(paragraph.Text) && !paragraph.IsCell) || IsDateLine(paragraph.Text) || Appeal().IsMatch(paragraph.Text)
            || (FurnitureText().IsMatch(paragraph.Text) && (!isSentence || CountWords(paragraph.Text) < FewestWordsOfASentence))
            || (paragraph.Linked >= MostLinked && !isSentence)
            || (paragraph.Linked >= 0.9 && paragraph.IsListItem);
    }

    /// <summary>A line that says when the page was made, and nothing else.</summary>
    private static bool IsDateLine(string text) =>
        text.Length <= MostDateLineCharacters && char.IsLetterOrDigit(text[^1]) && TimeText.Parse(DateLabel().Replace(text, "")) is not null
        && CountWords(text) <= MostDateLineWords;

    /// <summary>Leaves out the headline where it stands again, and pull quotes: what another paragraph says word for word.</summary>
    private static IEnumerable<string> WithoutRepeats(IEnumerable<Paragraph> paragraphs, string? title)
    {
        List<Paragraph> all = [.. paragraphs];
        var keys = all.ConvertAll(p => PageText.Key(p.Text));
        var headline = title is null ? null : PageText.Key(title);
        HashSet<string> seen = [];
        var quoted = 0;
        for (var i = 0; i < all.Count; i++)
        {
            var key = keys[i];
            if (key.Length == 0 || key == headline)
            {
                continue;
            }

            var isPulled = all[i].IsQuoted && key.Length < 600 && ++quoted <= MostPullQuotes
                && keys.Where((other, j) => j != i && other.Length > key.Length)
                    .Any(other => other.Contains(key, StringComparison.Ordinal));
            if (!isPulled && (key.Length < 40 || seen.Add(key)))
            {
                yield return all[i].Text;
            }
        }
    }

    /// <summary>Whether so many words stand under an element; looks no further than it must.</summary>
    private static bool HasWords(IElement element, int words)
    {
        var count = 0;
        foreach (var step in TreeWalk.Of(element))
        {
            if (step is { IsLeaving: false, Node: IText text })
            {
                count += CountWords(text.Data.Length > 10_000 ? text.Data[..10_000] : text.Data);
                if (count >= words)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int CountWords(string text)
    {
        var count = 0;
        var inside = false;
        foreach (var c in text)
        {
            var word = !char.IsWhiteSpace(c);
            count += word && !inside ? 1 : 0;
            inside = word;
        }

        return count;
    }

    [GeneratedRegex(@"^\W{0,4}(advertisement\b|advertise with|sponsored\b|promoted\b|read (more|next|also|the latest)\b|see also\b|related\b|more (on|from)\b|also on\b|share (this|on|post)\b|sign up\b|subscribe\b|subscribers? only\b|newsletter\b|follow us\b|listen to\b|watch:|photo(graph)?s?:|image:|picture:|video:|getty images|©|copyright\b|all rights reserved|most (read|popular)\b|you (may|might) also like|this article (was|has been) (first )?published|comments?\s*\(?\d*\)?$|skip to\b|jump to\b|back to (top|gallery)\b|image credit|topics:?$|advert$|video$|follow (him|her|them|us) on\b|join our\b|tell us what\b|.{0,20}to read the full story|loading\b|click here\b|print$|email$|tweet$|(first )?published( (on|at))?:?$|(last )?updated( (on|at))?:?$|by( [\p{Lu}][\p{L}.’'-]*){1,5}$|.*\b\d+ min(ute)?s? read\b|.{0,60}\b\d+ (minutes?|hours?|days?) ago$)", RegexOptions.IgnoreCase)]
    private static partial Regex FurnitureText();

    /// <summary>What asks the reader to do something, also as a whole sentence.</summary>
    [GeneratedRegex(@"^\W{0,4}(sign up (for|to)\b.*\b(newsletters?|inbox|alerts?|briefing|e-?mails?)\b|(read|see|watch|listen) (more|also|next)\s*:|related( (article|story|stories|content|link))?s?\s*:|(we|this (web ?)?site|this page|our (web ?)?site) uses? cookies\b|by continuing to (use|browse)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Appeal();

    /// <summary>A number, an address, or the place in a gallery, alone on a line.</summary>
    [GeneratedRegex(@"^(\d{1,3}|https?://\S+|(image|photo|slide|page)?\s*\d{1,3}\s*(/|of /?)\s*\d{1,3}|\((image|photo|picture) credit: [^()]{1,120}\))$", RegexOptions.IgnoreCase)]
    private static partial Regex Marks();

    [GeneratedRegex(@"^\s*(?:(?:first |last )?(?:published|updated|posted|modified|date)\b)?(?:\s+on)?\s*:?\s*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?", RegexOptions.IgnoreCase)]
    private static partial Regex DateLabel();

    [GeneratedRegex(@"[.!?…][”’""')\]]*$")]
    private static partial Regex SentenceEnd();
}
