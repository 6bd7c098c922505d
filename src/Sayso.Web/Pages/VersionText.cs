using Sayso.Core.Documents;
using Sayso.Core.Reuse;
using Sayso.Core.Text;
using Sayso.Web.Parts;
using Sayso.Web.Reading;

namespace Sayso.Web.Pages;

/// <summary>Two versions of a page beside each other, paragraph by paragraph, with the words that differ.</summary>
/// <param name="From">The earlier version.</param>
/// <param name="To">The later one.</param>
/// <param name="Rows">The paragraphs; those that both have are told by their number.</param>
public sealed record VersionText(Document From, Document To, IReadOnlyList<VersionRow> Rows)
{
    /// <summary>Paragraphs of a version that are compared; a book's others are left aside.</summary>
    private const int MostParagraphs = 1000;

    /// <summary>Compares them.</summary>
    public static VersionText Of(Document from, Document to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var (before, after) = (Cut(from), Cut(to));
        List<VersionRow> rows = [];
        var (i, j) = (0, 0);
        foreach (var (atI, atJ) in Same(before, after).Append((before.Count, after.Count)))
        {
            for (; i < atI || j < atJ; i = Math.Min(i + 1, atI), j = Math.Min(j + 1, atJ))
            {
                rows.Add(Pair(from, i < atI ? before[i].Span : null, to, j < atJ ? after[j].Span : null));
            }

            if (atI < before.Count)
            {
                if (rows is [.., { Same: > 0 } last])
                {
                    rows[^1] = last with { Same = last.Same + 1 };
                }
                else
                {
                    rows.Add(new VersionRow([], []) { Same = 1 });
                }
            }

            (i, j) = (atI + 1, atJ + 1);
        }

        return new VersionText(from, to, rows);
    }

    private static List<(TextSpan Span, string Words)> Cut(Document document) =>
        [.. Paragraphs.Of(document.Text).Take(MostParagraphs).Select(p => (p, Wording.Line(p.Slice(document.Text).ToString())))];

    private static VersionRow Pair(Document from, TextSpan? before, Document to, TextSpan? after)
    {
        if (before is not { } x || after is not { } y)
        {
            return new VersionRow(before is { } gone ? AnnotatedText.Cut(gone, []) : [], after is { } came ? AnnotatedText.Cut(came, []) : []);
        }

        var (inBefore, inAfter) = WordAlignment.Shared((from.Text, x), (to.Text, y));
        return new VersionRow(AnnotatedText.Cut(x, EditPair.Others(from.Text, x, inBefore)), AnnotatedText.Cut(y, EditPair.Others(to.Text, y, inAfter)));
    }

    /// <summary>The paragraphs that both have, in the same order: a longest common subsequence.</summary>
    private static List<(int, int)> Same(List<(TextSpan Span, string Words)> before, List<(TextSpan Span, string Words)> after)
    {
        var longest = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                longest[i, j] = before[i].Words == after[j].Words ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        List<(int, int)> same = [];
        for (int i = 0, j = 0; i < before.Count && j < after.Count;)
        {
            if (before[i].Words == after[j].Words)
            {
                same.Add((i++, j++));
            }
            else if (longest[i + 1, j] >= longest[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return same;
    }
}

/// <summary>A paragraph before and after.</summary>
/// <param name="Before">How it was; empty where it was not there.</param>
/// <param name="After">How it is; empty where it is gone.</param>
public sealed record VersionRow(IReadOnlyList<Piece> Before, IReadOnlyList<Piece> After)
{
    /// <summary>How many paragraphs in a row are the same in both; 0 for one that is not.</summary>
    public int Same { get; init; }
}
