using System.Text;
using System.Text.RegularExpressions;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion.Pdf;

/// <summary>
/// Lines → paragraphs. One ends at a wider space, at letters of another size, before an indented line, and after a line
/// that is short and ends a sentence; it goes on over columns and pages where its sentence does. A word that was parted
/// at a line's end is put together, unless the text has it with its hyphen elsewhere.
/// </summary>
internal static partial class PdfParagraphs
{
    private const double WiderSpace = 1.35;
    private const double OtherSize = 0.12;
    private const double Indent = 0.8;
    private const double Short = 0.12;

    /// <summary>The paragraphs in order.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<PdfBlock> blocks)
    {
        var words = Words(blocks);
        List<string> paragraphs = [];
        var text = new StringBuilder();
        PdfLine? before = null;
        foreach (var block in blocks)
        {
            var (left, right, space) = Measure(block);
            for (var i = 0; i < block.Lines.Count; i++)
            {
                var line = block.Lines[i];
                if (before is not null && (i == 0 ? IsNewInBlock(before, line) : IsNew(before, line, (left, right, space))))
                {
                    End();
                }

                Append(text, line.Text, words);
                before = line;
            }
        }

        End();
        return paragraphs;

        void End()
        {
            var paragraph = PageText.Collapse(text.ToString());
            if (paragraph.Length > 0)
            {
                paragraphs.Add(paragraph);
            }

            text.Clear();
        }
    }

    /// <summary>The usual edges of a block, and the usual space from line to line.</summary>
    private static (double Left, double Right, double Space) Measure(PdfBlock block)
    {
        var lines = block.Lines;
        var spaces = lines.Zip(lines.Skip(1), (a, b) => a.Baseline - b.Baseline).Order().ToList();
        return (lines.Min(l => l.Left), lines.Max(l => l.Right), spaces.Count == 0 ? 0 : spaces[spaces.Count / 2]);
    }

    private static bool IsNewInBlock(PdfLine before, PdfLine line) =>
        IsOtherSize(before, line) || SentenceEnd().IsMatch(before.Text)
            || (!IsParted(before.Text) && !char.IsLower(line.Text[0]) && !Continues().IsMatch(before.Text));

    private static bool IsNew(PdfLine before, PdfLine line, (double Left, double Right, double Space) block) =>
        IsOtherSize(before, line)
        || before.Baseline - line.Baseline > WiderSpace * Math.Max(block.Space, line.Size)
        || (line.Left > block.Left + (Indent * line.Size) && before.Left <= block.Left + (Indent * line.Size)
            && !char.IsLower(line.Text[0]))
        || (before.Right < block.Right - (Short * (block.Right - block.Left)) && SentenceEnd().IsMatch(before.Text))
        || ListMark().IsMatch(line.Text);

    private static bool IsOtherSize(PdfLine before, PdfLine line) =>
        Math.Abs(before.Size - line.Size) > OtherSize * Math.Max(before.Size, line.Size);

    private static bool IsParted(string text) => text.Length > 1 && text[^1] is '-' or '\u00AD' or '\u2010' && char.IsLetter(text[^2]);

    private static void Append(StringBuilder text, string line, HashSet<string> words)
    {
        if (text.Length == 0)
        {
            text.Append(line);
            return;
        }

        var end = Math.Min(text.Length, 60);
        var tail = text.ToString(text.Length - end, end);
        if (!IsParted(tail) || !char.IsLower(line[0]))
        {
            // A dash between digits or words stays without blanks as it was.
            text.Append(tail[^1] is '-' or '\u2010' or '/' && tail.Length > 1 && !char.IsWhiteSpace(tail[^2]) ? "" : " ").Append(line);
            return;
        }

        var first = FirstWord().Match(line).Value;
        var last = LastWord().Match(tail[..^1]).Value;
        var keeps = tail[^1] != '\u00AD' && !words.Contains(last + first) && words.Contains($"{last}-{first}");
        if (!keeps)
        {
            text.Length--;
        }

        text.Append(line);
    }

    /// <summary>The words that stand inside lines, in lower case: those at ends may be parts.</summary>
    private static HashSet<string> Words(IEnumerable<PdfBlock> blocks)
    {
        HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);
        foreach (var line in blocks.SelectMany(b => b.Lines))
        {
            foreach (Match word in Word().Matches(line.Text))
            {
                if (word.Index + word.Length < line.Text.Length && word.Index > 0)
                {
                    words.Add(word.Value);
                }
            }
        }

        return words;
    }

    [GeneratedRegex(@"[.!?…:][”’""')\]]*$")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"(,|;|–|—|\b(the|a|an|of|to|in|on|at|by|for|and|or|but|that|which|who|with|from|as|is|was|were|has|had|have|be|said))$", RegexOptions.IgnoreCase)]
    private static partial Regex Continues();

    [GeneratedRegex(@"^([•▪■●◦–]|\(?\d{1,2}[.)]|\([a-z]\))\s")]
    private static partial Regex ListMark();

    [GeneratedRegex(@"^\p{L}+")]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"\p{L}+$")]
    private static partial Regex LastWord();

    [GeneratedRegex(@"\p{L}+(?:[-\u2010]\p{L}+)*")]
    private static partial Regex Word();
}
