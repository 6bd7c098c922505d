namespace Sayso.Ingestion.Pdf;

/// <summary>
/// The words of a page → its columns in reading order. A gutter is a place that few lines cross while several stand on
/// either side; the lines that cross it (headlines) part the page into bands, in each of which the left side is read
/// before the right one. Each side may have gutters of its own.
/// </summary>
internal static class PageLayout
{
    /// <summary>Words of one line stand at the same height, within this share of their size; footnote marks stand higher.</summary>
    private const double SameLine = 0.4;

    /// <summary>No blank between two words is wider than this share of their size.</summary>
    private const double WidestBlank = 0.9;

    private const int FewestLinesOfAColumn = 4;
    private const double NarrowestColumn = 0.15;
    private const double MostCrossing = 0.4;
    private const int MostCandidates = 60;
    private const int MostDepth = 6;

    /// <summary>The columns in order.</summary>
    public static IEnumerable<PdfBlock> Of(IEnumerable<PdfWord> words, int page) => Ordered([.. Lines(words, page)], MostDepth);

    /// <summary>Words that stand together on a line.</summary>
    private static IEnumerable<PdfLine> Lines(IEnumerable<PdfWord> words, int page)
    {
        List<PdfWord> row = [];
        foreach (var word in words.OrderByDescending(w => w.Baseline).ThenBy(w => w.Left))
        {
            if (row.Count > 0 && row[0].Baseline - word.Baseline > SameLine * Math.Max(word.Size, row[0].Size))
            {
                foreach (var line in Split(row, page))
                {
                    yield return line;
                }

                row.Clear();
            }

            row.Add(word);
        }

        foreach (var line in Split(row, page))
        {
            yield return line;
        }
    }

    private static IEnumerable<PdfLine> Split(List<PdfWord> row, int page)
    {
        PdfLine? line = null;
        foreach (var word in row.OrderBy(w => w.Left))
        {
            var next = new PdfLine
            {
                Text = word.Text,
                Left = word.Left,
                Right = word.Right,
                Baseline = word.Baseline,
                Size = word.Size,
                Page = page
            };
            if (line is not null && word.Left - line.Right > WidestBlank * Math.Max(word.Size, line.Size))
            {
                yield return line;
                line = null;
            }

            // Letters that touch are one word, whatever the file says.
            line = line is null ? next
                : word.Left - line.Right < 0.05 * word.Size
                    ? line with
                    {
                        Text = line.Text
                        + word.Text,
                        Right = Math.Max(line.Right, word.Right),
                        Size = Math.Max(line.Size, word.Size)
                    }
                : line.Then(next);
        }

        if (line is not null)
        {
            yield return line;
        }
    }

    private static List<PdfBlock> Ordered(IReadOnlyList<PdfLine> lines, int depth)
    {
        if (depth == 0 || Gutter(lines) is not { } gutter)
        {
            return lines.Count == 0 ? [] : [new PdfBlock([.. Joined(lines)])];
        }

        List<PdfBlock> blocks = [];
        List<PdfLine> left = [], right = [], across = [];
        foreach (var line in lines.OrderByDescending(l => l.Baseline))
        {
            if (line.Left < gutter && line.Right > gutter)
            {
                Close();
                across.Add(line);
                continue;
            }

            CloseAcross();
            (line.Right <= gutter ? left : right).Add(line);
        }

        Close();
        CloseAcross();
        return blocks;

        void Close()
        {
            blocks.AddRange(Ordered([.. left], depth - 1));
            blocks.AddRange(Ordered([.. right], depth - 1));
            left.Clear();
            right.Clear();
        }

        void CloseAcross()
        {
            if (across.Count > 0)
            {
                blocks.Add(new PdfBlock([.. Joined(across)]));
                across.Clear();
            }
        }
    }

    /// <summary>What stands on one line of a column, put together.</summary>
    private static IEnumerable<PdfLine> Joined(IReadOnlyList<PdfLine> lines)
    {
        PdfLine? row = null;
        foreach (var line in lines.OrderByDescending(l => l.Baseline).ThenBy(l => l.Left))
        {
            if (row is not null && row.Baseline - line.Baseline <= SameLine * Math.Max(row.Size, line.Size))
            {
                row = line.Left >= row.Left ? row.Then(line) : line.Then(row) with { Baseline = row.Baseline };
                continue;
            }

            if (row is not null)
            {
                yield return row;
            }

            row = line;
        }

        if (row is not null)
        {
            yield return row;
        }
    }

    /// <summary>The place of the best gutter, or <c>null</c> where the lines are one column.</summary>
    private static double? Gutter(IReadOnlyList<PdfLine> lines)
    {
        if (lines.Count < 2 * FewestLinesOfAColumn)
        {
            return null;
        }

        double start = lines.Min(l => l.Left), end = lines.Max(l => l.Right);
        double? best = null;
        var (fewest, widest) = (int.MaxValue, 0);

        // A column begins where many lines do.
        foreach (var group in lines.Where(l => l.Left > start + (NarrowestColumn * (end - start))).GroupBy(l => (int)Math.Round(l.Left / 2))
            .Where(g => g.Count() >= FewestLinesOfAColumn).OrderByDescending(g => g.Count()).Take(MostCandidates))
        {
            var place = group.Min(l => l.Left) - 1;
            var left = lines.Where(l => l.Right <= place).ToList();
            var right = lines.Where(l => l.Left >= place).ToList();
            var crossing = lines.Count - left.Count - right.Count;
            var smaller = Math.Min(left.Count, right.Count);
            if (smaller < FewestLinesOfAColumn || crossing > MostCrossing * lines.Count || !IsColumn(left, end - start)
                || !IsColumn(right, end - start) || !AreBeside(left, right))
            {
                continue;
            }

            if (crossing < fewest || (crossing == fewest && smaller > widest))
            {
                (best, fewest, widest) = (place, crossing, smaller);
            }
        }

        return best;
    }

    /// <summary>Whether lines are as wide as a column's: marks of a list are not.</summary>
    private static bool IsColumn(List<PdfLine> lines, double width) => lines.Average(l => l.Right - l.Left) >= NarrowestColumn * width;

    /// <summary>Whether two sides stand at the same heights for some lines.</summary>
    private static bool AreBeside(List<PdfLine> left, List<PdfLine> right) =>
        Math.Min(left.Max(l => l.Baseline), right.Max(l => l.Baseline)) - Math.Max(left.Min(l => l.Baseline),
            right.Min(l => l.Baseline)) >= 2 * left[0].Size;
}
