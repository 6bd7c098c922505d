using Sayso.Core.Text;

namespace Sayso.Core.Reuse;

/// <summary>
/// Passages that two texts share word by word: greedy string tiling (Wise 1993), the longest first, none overlapping another,
/// none shorter than eight words, which texts seldom share by chance.
/// </summary>
internal static class TextAlignment
{
    /// <summary>Words of the shortest passage: text reuse is commonly looked for with 8-grams.</summary>
    public const int LeastWords = 8;

    /// <summary>Places of one gram that are looked at: a text that repeats a line more often is no article.</summary>
    private const int MostPlaces = 16;

    /// <summary>The passages in the order of the first text; <see cref="SharedPassage.Words"/> counts words.</summary>
    public static IReadOnlyList<SharedPassage> Of(WordText first, WordText second)
    {
        var matches = Matches(first, second);
        matches.Sort((x, y) => x.Words != y.Words ? y.Words.CompareTo(x.Words) : x.First != y.First
            ? x.First.CompareTo(y.First) : x.Second.CompareTo(y.Second));
        var (inFirst, inSecond) = (new bool[first.Count], new bool[second.Count]);
        List<Match> tiles = [];
        foreach (var match in matches)
        {
            // What is left of it beside longer ones, if that is long enough.
            var free = Enumerable.Range(0, match.Words).Where(i => !inFirst[match.First + i] && !inSecond[match.Second + i]).ToList();
            if (free.Count < LeastWords || free[^1] - free[0] + 1 != free.Count)
            {
                continue;
            }

            var tile = new Match(match.First + free[0], match.Second + free[0], free.Count);
            inFirst.AsSpan(tile.First, tile.Words).Fill(true);
            inSecond.AsSpan(tile.Second, tile.Words).Fill(true);
            tiles.Add(tile);
        }

        return
        [
            .. tiles.OrderBy(t => t.First).Select(t => new SharedPassage(
                new TextSpan(first.Spans[t.First].Start, first.Spans[t.First + t.Words - 1].End),
                new TextSpan(second.Spans[t.Second].Start, second.Spans[t.Second + t.Words - 1].End),
                t.Words)),
        ];
    }

    /// <summary>Matches that cannot be made longer, each once.</summary>
    private static List<Match> Matches(WordText first, WordText second)
    {
        Dictionary<ulong, List<int>> places = [];
        var grams = first.Grams(LeastWords);
        for (var i = 0; i < grams.Length; i++)
        {
            if (!places.TryGetValue(grams[i], out var at))
            {
                places.Add(grams[i], at = []);
            }

            if (at.Count < MostPlaces)
            {
                at.Add(i);
            }
        }

        List<Match> found = [];
        var others = second.Grams(LeastWords);
        for (var j = 0; j < others.Length; j++)
        {
            foreach (var i in places.GetValueOrDefault(others[j]) ?? [])
            {
                // One that the words before it belong to was found there.
                if ((i == 0 || j == 0 || first.Forms[i - 1] != second.Forms[j - 1])
                    && Length(first, second, i, j) is >= LeastWords and var words)
                {
                    found.Add(new Match(i, j, words));
                }
            }
        }

        return found;
    }

    private static int Length(WordText first, WordText second, int i, int j)
    {
        var words = 0;
        while (i + words < first.Count && j + words < second.Count && first.Forms[i + words] == second.Forms[j + words])
        {
            words++;
        }

        return words;
    }

    /// <summary>Equal words: from which one on in each text, and how many.</summary>
    private readonly record struct Match(int First, int Second, int Words);
}
