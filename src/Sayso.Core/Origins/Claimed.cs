using Sayso.Core.Claims;

namespace Sayso.Core.Origins;

/// <summary>Whether a text has a claim in any words, read as a statement or not: an alert that it has not must be sure of itself.</summary>
internal static class Claimed
{
    /// <summary>Share of the claim's words, figures included, that a passage must have to count as having the claim.</summary>
    private const double Enough = 0.6;

    /// <summary>With fewer words a claim is not looked for: it is taken to be there.</summary>
    private const int FewestWords = 4;

    /// <summary>Words of a passage: two sentences or so.</summary>
    private const int Passage = 40;

    /// <summary>Whether some passage has most of the words of the claim's proposition.</summary>
    public static bool IsIn(Claim claim, string text)
    {
        HashSet<string> wanted = [.. Stems(claim.Proposition)];
        if (wanted.Count < FewestWords)
        {
            return true;
        }

        Queue<string> window = new();
        Dictionary<string, int> inWindow = new(StringComparer.Ordinal);
        foreach (var word in ContentWords.Words(text))
        {
            var stem = ContentWords.Stem(word);
            window.Enqueue(stem);
            inWindow[stem] = inWindow.GetValueOrDefault(stem) + (wanted.Contains(stem) ? 1 : 0);
            if (window.Count > Passage)
            {
                var gone = window.Dequeue();
                inWindow[gone] -= wanted.Contains(gone) ? 1 : 0;
            }

            if (wanted.Contains(stem) && wanted.Count(w => inWindow.GetValueOrDefault(w) > 0) >= Enough * wanted.Count)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Stems(string text) =>
        ContentWords.Of(text).Concat(ContentWords.Words(text).Where(word => char.IsDigit(word[0])));
}
