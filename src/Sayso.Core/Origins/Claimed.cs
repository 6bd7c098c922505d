using Sayso.Core.Claims;

namespace Sayso.Core.Origins;

/// <summary>Whether a text has a claim in any words, read as a statement or not: an alert that it has not must be sure of itself.</summary>
internal static class Claimed
{
    /// <summary>Share of the claim's words, figures included, that a passage must have to count as having the claim.</summary>
    private const double Enough = 0.6;

    /// <summary>With fewer words a claim is not looked for: it is taken to be there.</summary>
    public const int FewestWords = 4;

    /// <summary>Words of a passage: two sentences or so.</summary>
    private const int Passage = 40;

    /// <summary>The claim's words, figures included, without inflection.</summary>
    public static HashSet<string> Wanted(Claim claim) => new(
        ContentWords.Of(claim.Proposition).Concat(ContentWords.Words(claim.Proposition).Where(word => char.IsDigit(word[0]))), StringComparer.Ordinal);

    /// <summary>How many of the words are most of them.</summary>
    public static int LeastOf(HashSet<string> wanted) => Enumerable.Range(1, wanted.Count).First(count => count >= Enough * wanted.Count);

    /// <summary>Whether some passage has most of the words, and most of those that are no name's: much else is told of whom a claim names.</summary>
    public static bool IsIn(HashSet<string> wanted, HashSet<string> matter, string text)
    {
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

            if (wanted.Contains(stem) && wanted.Count(w => inWindow.GetValueOrDefault(w) > 0) >= Enough * wanted.Count
                && matter.Count(w => inWindow.GetValueOrDefault(w) > 0) >= Enough * matter.Count)
            {
                return true;
            }
        }

        return false;
    }
}
