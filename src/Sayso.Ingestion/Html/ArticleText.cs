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
    /// <summary>What nobody sees. Letters hide a line for the list of letters in this way.</summary>
    private const string Hidden =
        "script, style, noscript, template, iframe, object, embed, svg, canvas, button, input, select, textarea, [hidden], "
        + "[style*='display:none' i], [style*='display: none' i], [style*='visibility:hidden' i], [style*='visibility: hidden' i]";

    private const int FewestWordsOfASentence = 7;
    private const double MostLinked = 0.5;

    /// <summary>The share of what the finder found that a marked body has at least where it is the article and no part of it.</summary>
    private const double PartOfAnArticle = 0.6;

    /// <summary>The same of the whole page: what the finder finds stands there too, with a few blanks more where it joins lines.</summary>
    private const double MostOfAPage = 1.1 * PartOfAnArticle;

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

        Furniture.Remove(body);
        var declared = Declared(page);
        var own = Paragraphs.Of(declared ?? body);

        // Last of all, as the finder takes the page apart. It is slow: where it cannot find enough to count, it is not asked.
        var found = declared is not null && Size(own) >= MostOfAPage * Size(Paragraphs.Of(body)) ? []
            : IsWeighable(page, characters, options) ? Found(page) : [];

        // A page that marks its article's body knows better, unless it marks a part only.
        var all = found.Count == 0 || (declared is not null && Size(own) >= PartOfAnArticle * Size(found)) ? own : found;
        return [.. WithoutRepeats(all.Where(p => !IsFurniture(p)), title)];
    }

    /// <summary>What the finder weighs it weighs again and again: a hostile page would take it minutes.</summary>
    private static bool IsWeighable(IHtmlDocument page, int characters, ReaderOptions options) =>
        characters <= options.MaxWeighedCharacters && NestingGuard.Measure(page) is var (depth, breadth, elements)
            && elements <= options.MaxElements && breadth <= options.MaxChildren && depth <= options.MaxWeighedDepth;

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

    /// <summary>Words, which white space parts.</summary>
    internal static int CountWords(string text)
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
