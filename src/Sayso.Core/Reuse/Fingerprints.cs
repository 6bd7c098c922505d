namespace Sayso.Core.Reuse;

/// <summary>
/// Fingerprints of texts by winnowing (Schleimer, Wilkerson and Aiken 2003): of each four neighbouring runs of five words the
/// one with the smallest hash. Two texts that share eight words in a row share a fingerprint, and most shorter matches none,
/// whatever was trimmed, put in or edited around them.
/// </summary>
internal static class Fingerprints
{
    private const int Gram = 5;

    /// <summary>So that a window spans as many words as <see cref="TextAlignment.LeastWords"/>.</summary>
    private const int Window = TextAlignment.LeastWords - Gram + 1;

    /// <summary>The different fingerprints of a text.</summary>
    public static HashSet<ulong> Of(WordText text)
    {
        var grams = text.Grams(Gram);
        HashSet<ulong> found = [];
        for (var start = 0; start + Window <= grams.Length; start++)
        {
            var least = grams[start];
            for (var i = start + 1; i < start + Window; i++)
            {
                least = Math.Min(least, grams[i]);
            }

            found.Add(least);
        }

        return found;
    }
}
