using Sayso.Core.Claims;

namespace Sayso.Bench;

/// <summary>
/// Vectors in place of the sentence model's, of its width: each word has a direction of its own, and a text is the sum of its words',
/// long ones counted more. Texts are alike as they share words. The same on every machine.
/// </summary>
internal static class TemplateVectors
{
    private const int Width = 384;
    private const int ShortWord = 3;

    /// <summary>The vectors of texts, in their order.</summary>
    public static IReadOnlyList<SentenceVector> Of(IReadOnlyList<string> texts) => [.. texts.Select(Of)];

    private static SentenceVector Of(string text)
    {
        var values = new float[Width];
        values[0] = 0.3f;
        foreach (var word in text.Split([' ', '.', ',', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var hash = word.Aggregate(14695981039346656037UL, (sum, c) => (sum ^ char.ToLowerInvariant(c)) * 1099511628211UL);
            var weight = word.Length > ShortWord ? 1f : 0.2f;
            for (var i = 0; i < Width; i += 64)
            {
                // SplitMix64 (Steele, Lea, Flood 2014): 64 signs a step.
                var bits = hash += 0x9E3779B97F4A7C15UL;
                bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9UL;
                bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBUL;
                bits ^= bits >> 31;
                for (var bit = 0; bit < 64; bit++)
                {
                    values[i + bit] += (bits >> bit & 1) == 0 ? weight : -weight;
                }
            }
        }

        return new SentenceVector(values);
    }
}
