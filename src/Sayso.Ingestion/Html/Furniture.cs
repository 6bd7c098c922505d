using System.Buffers;
using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Sayso.Ingestion.Html;

/// <summary>What is never a sentence of the article, wherever it stands: taken out of the page.</summary>
internal static class Furniture
{
    /// <summary>Elements whose class sounds like furniture but which hold the article are kept: they have this many words.</summary>
    private const int WordsOfAnArticle = 150;

    private const int WordsOfASentence = 12;

    private static readonly FrozenSet<string> _names = FrozenSet.Create(
        "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "form", "button", "input", "select",
        "textarea", "dialog", "nav", "footer", "aside", "figcaption", "time");

    private static readonly SearchValues<string> _classes = SearchValues.Create(
        ["cookie", "consent", "newsletter", "related", "share", "social", "comments", "promo", "paywall", "subscribe", "caption", "sidebar",
            "breadcrumb", "byline", "dateline"],
        StringComparison.Ordinal);

    private static readonly SearchValues<string> _ids = SearchValues.Create(["cookie", "consent", "sidebar"], StringComparison.Ordinal);

    /// <summary>Takes it out of all that stands under an element.</summary>
    public static void Remove(IElement body)
    {
        var found = Of(body);
        for (var i = 0; i < found.Count; i++)
        {
            var (element, end) = found[i];

            // Names are a hint only: some pages call the article's own container “shared-content”.
            var named = element.LocalName is "div" or "section" or "main" or "article" or "body" or "form" or "ul" or "p" or "span";
            if (IsInSentence(element))
            {
                // The article finder takes elements by such names for bylines.
                element.RemoveAttribute("class");
            }
            else if (!named || !HasWords(element, WordsOfAnArticle) || element.LocalName is "p" or "span")
            {
                element.Remove();
                i = end - 1;
            }
        }
    }

    /// <summary>The elements that look like it in the order of the document, each with the place in the list behind all that stand in it.</summary>
    private static List<(IElement Element, int End)> Of(IElement body)
    {
        List<(IElement Element, int End)> found = [];
        Stack<int> open = [];
        foreach (var step in TreeWalk.Of(body))
        {
            if (step.Node is not IElement element)
            {
                continue;
            }

            if (step.IsLeaving)
            {
                if (open.TryPeek(out var at) && ReferenceEquals(found[at].Element, element))
                {
                    found[open.Pop()] = (element, found.Count);
                }
            }
            else if (Is(element))
            {
                open.Push(found.Count);
                found.Add((element, 0));
            }
        }

        return found;
    }

    private static bool Is(IElement element)
    {
        if (_names.Contains(element.LocalName))
        {
            return true;
        }

        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            if (attributes[i] is { } attribute && attribute.LocalName switch
            {
                "class" => attribute.Value.AsSpan().ContainsAny(_classes),
                "id" => attribute.Value is "comments" || attribute.Value.AsSpan().ContainsAny(_ids),
                "role" => attribute.Value is "navigation" or "complementary" or "search" or "dialog" or "banner" or "contentinfo",
                "aria-hidden" => attribute.Value is "true",
                "hidden" => true,
                _ => false,
            })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A time or a dateline inside a paragraph is a part of its sentence: without it the sentence has a hole.</summary>
    private static bool IsInSentence(IElement element) =>
        element.LocalName is "time" or "span" or "b" or "strong" && element.Closest("p") is { } paragraph
            && HasWords(paragraph, WordsOfASentence);

    /// <summary>Whether so many words stand under an element; looks no further than it must.</summary>
    private static bool HasWords(IElement element, int words)
    {
        var count = 0;
        foreach (var step in TreeWalk.Of(element))
        {
            if (step is { IsLeaving: false, Node: IText text })
            {
                count += ArticleText.CountWords(text.Data.Length > 10_000 ? text.Data[..10_000] : text.Data);
                if (count >= words)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
