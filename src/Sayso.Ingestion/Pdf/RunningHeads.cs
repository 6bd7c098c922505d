using System.Text.RegularExpressions;

namespace Sayso.Ingestion.Pdf;

/// <summary>
/// Finds what stands at the head or foot of pages and is no text of the article: page numbers, and lines that come again
/// at the same height on other pages, but for their numbers.
/// </summary>
internal static partial class RunningHeads
{
    /// <summary>How many lines from the top and the bottom of a page may be running ones.</summary>
    private const int Lines = 3;
    private const double SameHeight = 6;
    private const int MostCharacters = 200;
    private const double SameLine = 2;

    /// <summary>The blocks of each page without them; blocks without lines are left out.</summary>
    public static IEnumerable<PdfBlock> Without(IReadOnlyList<IReadOnlyList<PdfBlock>> pages)
    {
        var edges = pages.Select(Edges).ToList();
        Dictionary<(string, long), HashSet<int>> seen = [];
        foreach (var line in edges.SelectMany(e => e))
        {
            foreach (var key in Keys(line))
            {
                if (!seen.TryGetValue(key, out var on))
                {
                    seen.Add(key, on = []);
                }

                on.Add(line.Page);
            }
        }

        HashSet<PdfLine> running = new(ReferenceEqualityComparer.Instance);
        foreach (var line in edges.SelectMany(e => e))
        {
            if (PageNumber().IsMatch(line.Text) || IsPrinted(line, edges[line.Page - 1])
                || Keys(line).Any(key => seen[key].Count >= 2 && seen[key].Count >= pages.Count / 4))
            {
                running.Add(line);
            }
        }

        return pages.SelectMany(blocks => blocks).Select(b => new PdfBlock([.. b.Lines.Where(l => !running.Contains(l))]))
            .Where(b => b.Lines.Count > 0);
    }

    private static List<PdfLine> Edges(IReadOnlyList<PdfBlock> blocks)
    {
        var lines = blocks.SelectMany(b => b.Lines).OrderByDescending(l => l.Baseline).ToList();
        return [.. lines.Take(Lines).Concat(lines.TakeLast(Lines)).Distinct().Where(l => l.Text.Length <= MostCharacters)];
    }

    /// <summary>A line's words without numbers, with its height and its neighbour's, since heights are never quite the same.</summary>
    private static IEnumerable<(string, long)> Keys(PdfLine line)
    {
        var text = Number().Replace(line.Text, "#");
        var height = (long)Math.Floor(line.Baseline / SameHeight);
        return [(text, height), (text, height + 1)];
    }

    /// <summary>What browsers print around a page: when and, beside it, the title; the address and, beside it, the number.</summary>
    private static bool IsPrinted(PdfLine line, List<PdfLine> edges) =>
        edges.Exists(e => Math.Abs(e.Baseline - line.Baseline) < SameLine && Printed().IsMatch(e.Text));

    [GeneratedRegex(@"^(\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d{2}([ \u202F]?[AP]M)?\b.*|(https?|file)://\S+(\s+\d{1,4}/\d{1,4})?)$")]
    private static partial Regex Printed();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\W{0,3}(page\s*)?(\d{1,4}|[ivxl]{1,7})(\s*(/|of)\s*\d{1,4})?\W{0,3}$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
