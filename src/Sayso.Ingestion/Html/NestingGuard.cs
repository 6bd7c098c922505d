using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Sayso.Ingestion.Html;

/// <summary>What a source has too much of.</summary>
internal enum Excess
{
    /// <summary>Elements inside each other.</summary>
    Depth,

    /// <summary>Tags.</summary>
    Tags,
}

/// <summary>Measures how deeply a page nests, before and after parsing, since what walks a tree by recursion dies of depth.</summary>
internal static class NestingGuard
{
    /// <summary>Elements that HTML never closes, or closes by itself where the next one begins.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotNesting = Names(
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "td", "th", "tr", "dt", "dd", "option", "optgroup", "tbody", "thead", "tfoot", "html", "head", "body", "colgroup");

    /// <summary>Elements that HTML opens again in every block until they are closed.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Formatting = Names(
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u");

    /// <summary>Why a source is not to be parsed; <c>null</c> where nothing speaks against it. Costs one pass.</summary>
    /// <remarks>
    /// Start tags that are open at once are counted, which is an upper estimate; and the elements that a parser makes and the source
    /// does not hold: each formatting element still open is made again in each block. A page of 26 kB can ask for a million.
    /// </remarks>
    public static Excess? Of(string html, ReaderOptions options)
    {
        var (depth, most, open, reopened) = (0, 0, 0, 0L);
        foreach (var (range, closes) in Tags(html))
        {
            var name = html.AsSpan(range);
            if (!NotNesting.Contains(name))
            {
                depth = closes ? Math.Max(0, depth - 1) : depth + 1;
                most = Math.Max(most, depth);
            }

            if (Formatting.Contains(name))
            {
                open = Math.Max(0, open + (closes ? -1 : 1));
            }
            else if (!closes)
            {
                reopened += open;
            }
        }

        return most > options.MaxDepth ? Excess.Depth
            : reopened > options.MaxTags || html.AsSpan().Count('<') > options.MaxTags ? Excess.Tags
            : null;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(params string[] names) =>
        names.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The tags of a source in order, by their names; what stands in scripts and styles is no markup.</summary>
    private static IEnumerable<(Range Name, bool Closes)> Tags(string html)
    {
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var closes = html[at + 1] == '/';
            var start = closes ? at + 2 : at + 1;
            var end = start;
            while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]))
            {
                end++;
            }

            if (end == start || end - start > 20)
            {
                continue;
            }

            yield return (start..end, closes);
            if (!closes && ClosingOfText(html.AsSpan(start..end)) is { } closing)
            {
                var close = html.IndexOf(closing, end, StringComparison.OrdinalIgnoreCase);
                if (close < 0)
                {
                    yield break;
                }

                at = close - 1;
            }
        }
    }

    private static string? ClosingOfText(ReadOnlySpan<char> name) => name.Equals("script", StringComparison.OrdinalIgnoreCase) ? "</script"
        : name.Equals("style", StringComparison.OrdinalIgnoreCase) ? "</style" : null;

    /// <summary>The depth of the parsed tree.</summary>
    public static int Depth(INode root) => Measure(root).Depth;

    /// <summary>How large a parsed tree is.</summary>
    /// <returns>Its depth, the most children that one node below the root has, and how many elements there are.</returns>
    public static (int Depth, int Breadth, int Elements) Measure(INode root)
    {
        var (depth, breadth, elements) = (0, 0, 0);
        foreach (var step in TreeWalk.Of(root))
        {
            if (!step.IsLeaving)
            {
                depth = Math.Max(depth, step.Depth);
                breadth = Math.Max(breadth, step.Node.ChildNodes.Length);
                elements += step.Node is IElement ? 1 : 0;
            }
        }

        return (depth, breadth, elements);
    }
}
