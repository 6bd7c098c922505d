using Sayso.Core.Text;

namespace Sayso.Core.Origins;

/// <summary>Finds the longest passage that two stretches of text share word by word, letter case and marks left aside.</summary>
public static class SharedText
{
    /// <summary>Words of a stretch that are compared at most.</summary>
    private const int MostWords = 400;

    /// <summary>The passage in both texts, and how many words it has; 0 and empty spans where they share none.</summary>
    /// <param name="a">A text and a stretch of it.</param>
    /// <param name="b">Another.</param>
    public static (TextSpan InA, TextSpan InB, int Words) Longest((string Text, TextSpan Stretch) a, (string Text, TextSpan Stretch) b)
    {
        var (mine, theirs) = (Words(a.Text, a.Stretch), Words(b.Text, b.Stretch));
        int best = 0, endA = 0, endB = 0;
        var before = new int[theirs.Count + 1];
        for (var i = 1; i <= mine.Count; i++)
        {
            var row = new int[theirs.Count + 1];
            for (var j = 1; j <= theirs.Count; j++)
            {
                row[j] = mine[i - 1].Form == theirs[j - 1].Form ? before[j - 1] + 1 : 0;
                if (row[j] > best)
                {
                    (best, endA, endB) = (row[j], i, j);
                }
            }

            before = row;
        }

        return best == 0 ? default
            : (new TextSpan(mine[endA - best].Span.Start, mine[endA - 1].Span.End), new TextSpan(theirs[endB - best].Span.Start, theirs[endB - 1].Span.End), best);
    }

    private static List<(string Form, TextSpan Span)> Words(string text, TextSpan stretch)
    {
        List<(string, TextSpan)> words = [];
        for (var at = stretch.Start; at < stretch.End && words.Count < MostWords;)
        {
            var end = at;
            while (end < stretch.End && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            if (end > at)
            {
                words.Add((text[at..end].ToLowerInvariant(), new TextSpan(at, end)));
            }

            at = Math.Max(end, at + 1);
        }

        return words;
    }
}
