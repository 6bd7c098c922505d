using AngleSharp.Dom;

namespace Sayso.Ingestion.Html;

/// <summary>Measures how deeply a page nests, before and after parsing, since what walks a tree by recursion dies of depth.</summary>
internal static class NestingGuard
{
    /// <summary>Elements that HTML never closes, or closes by itself where the next one begins.</summary>
    private static readonly HashSet<string> NotNesting = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "td", "th", "tr", "dt", "dd", "option", "optgroup", "tbody", "thead", "tfoot", "html", "head", "body", "colgroup",
    };

    /// <summary>Elements that HTML opens again in every block until they are closed.</summary>
    private static readonly HashSet<string> Formatting = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    };

    /// <summary>
    /// How many elements a parser makes that the source does not hold: each formatting element still open is made again
    /// in each block. A page of 26 kB can ask for a million.
    /// </summary>
    public static long Reopened(string html)
    {
        long reopened = 0;
        var open = 0;
        foreach (var (name, closes) in Tags(html))
        {
            if (Formatting.Contains(name))
            {
                open = Math.Max(0, open + (closes ? -1 : 1));
            }
            else if (!closes)
            {
                reopened += open;
            }
        }

        return reopened;
    }

    /// <summary>The most start tags open at once, by counting tags in the source: an upper estimate that costs one pass.</summary>
    public static int LikelyDepth(string html)
    {
        int depth = 0, most = 0;
        foreach (var (name, closes) in Tags(html))
        {
            if (!NotNesting.Contains(name))
            {
                depth = closes ? Math.Max(0, depth - 1) : depth + 1;
                most = Math.Max(most, depth);
            }
        }

        return most;
    }

    /// <summary>The tags of a source in order, by their names; what stands in scripts and styles is no markup.</summary>
    private static IEnumerable<(string Name, bool Closes)> Tags(string html)
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

            var name = html[start..end];
            yield return (name, closes);
            if (!closes && (name.Equals("script", StringComparison.OrdinalIgnoreCase)
                || name.Equals("style", StringComparison.OrdinalIgnoreCase)))
            {
                var close = html.IndexOf("</" + name, end, StringComparison.OrdinalIgnoreCase);
                if (close < 0)
                {
                    yield break;
                }

                at = close - 1;
            }
        }
    }

    /// <summary>The depth of the parsed tree.</summary>
    public static int Depth(INode root) => TreeWalk.Of(root).Select(step => step.Depth).DefaultIfEmpty().Max();

    /// <summary>The most children that one element has.</summary>
    public static int Breadth(INode root) => TreeWalk.Of(root).Where(step => !step.IsLeaving)
        .Max(step => (int?)step.Node.ChildNodes.Length) ?? 0;
}
