using Sayso.Core.Text;

namespace Sayso.Core.Reuse;

/// <summary>Which words two passages have in common, in the same order (longest common subsequence), letter case left aside.</summary>
public static class WordAlignment
{
    /// <summary>Words of a passage that are compared at most.</summary>
    private const int MostWords = 160;

    /// <summary>Words in a row below which sharing is chance, and is not marked.</summary>
    private const int FewestInARow = 2;

    /// <summary>The stretches of shared words in both passages.</summary>
    /// <param name="a">A text and a passage of it.</param>
    /// <param name="b">Another.</param>
    public static (IReadOnlyList<TextSpan> InA, IReadOnlyList<TextSpan> InB) Shared((string Text, TextSpan Passage) a, (string Text, TextSpan Passage) b)
    {
        var (mine, theirs) = (Words(a.Text, a.Passage), Words(b.Text, b.Passage));
        var longest = new int[mine.Count + 1, theirs.Count + 1];
        for (var i = mine.Count - 1; i >= 0; i--)
        {
            for (var j = theirs.Count - 1; j >= 0; j--)
            {
                longest[i, j] = mine[i].Form == theirs[j].Form ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        List<(int Mine, int Theirs)> pairs = [];
        for (int i = 0, j = 0; i < mine.Count && j < theirs.Count;)
        {
            if (mine[i].Form == theirs[j].Form)
            {
                pairs.Add((i++, j++));
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

        return Runs(pairs, mine, theirs);
    }

    private static (IReadOnlyList<TextSpan> InA, IReadOnlyList<TextSpan> InB) Runs(List<(int Mine, int Theirs)> pairs, List<Word> mine, List<Word> theirs)
    {
        List<TextSpan> inA = [];
        List<TextSpan> inB = [];
        for (var start = 0; start < pairs.Count;)
        {
            var end = start + 1;
            while (end < pairs.Count && pairs[end].Mine == pairs[end - 1].Mine + 1 && pairs[end].Theirs == pairs[end - 1].Theirs + 1)
            {
                end++;
            }

            if (end - start >= FewestInARow)
            {
                inA.Add(new TextSpan(mine[pairs[start].Mine].Span.Start, mine[pairs[end - 1].Mine].Span.End));
                inB.Add(new TextSpan(theirs[pairs[start].Theirs].Span.Start, theirs[pairs[end - 1].Theirs].Span.End));
            }

            start = end;
        }

        return (inA, inB);
    }

    private static List<Word> Words(string text, TextSpan passage)
    {
        List<Word> words = [];
        for (var at = passage.Start; at < passage.End && words.Count < MostWords;)
        {
            var end = at;
            while (end < passage.End && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            if (end > at)
            {
                words.Add(new Word(text[at..end].ToLowerInvariant(), new TextSpan(at, end)));
            }

            at = Math.Max(end, at + 1);
        }

        return words;
    }

    private readonly record struct Word(string Form, TextSpan Span);
}
