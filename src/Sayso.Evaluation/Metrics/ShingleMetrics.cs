using System.Numerics;
using System.Text.RegularExpressions;

namespace Sayso.Evaluation.Metrics;

/// <summary>
/// How much of an article's text was found, as Scrapinghub's article-extraction-benchmark defines it: texts are compared
/// as multisets of four words in a row; precision and recall are taken a page, then averaged over pages, and F1 is that of
/// the averages. A text of fewer words than four is one shingle; one without words has none.
/// </summary>
public static partial class ShingleMetrics
{
    private const int WordsOfAShingle = 4;

    /// <summary>Compares one page's text with the right one.</summary>
    /// <param name="predicted">The text that was found; empty where there was none.</param>
    /// <param name="gold">The right text.</param>
    public static PageTally Count(string predicted, string gold)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(gold);
        var found = Shingles(predicted);
        var right = Shingles(gold);
        var shared = found.Sum(shingle => Math.Min(shingle.Value, right.GetValueOrDefault(shingle.Key)));
        return new PageTally(1, Share(shared, found.Values.Sum(), right.Count == 0), Share(shared, right.Values.Sum(), found.Count == 0));
    }

    /// <summary>A share of nothing is whole where nothing was there to be found either.</summary>
    private static double Share(int part, int whole, bool isOtherEmpty) => whole > 0 ? part / (double)whole : isOtherEmpty ? 1 : 0;

    private static Dictionary<string, int> Shingles(string text)
    {
        string[] words = [.. Word().Matches(text).Select(m => m.Value)];
        Dictionary<string, int> shingles = new(StringComparer.Ordinal);
        for (var i = 0; i + WordsOfAShingle <= Math.Max(words.Length, words.Length > 0 ? WordsOfAShingle : 0); i++)
        {
            var shingle = string.Join(' ', words.AsSpan(i, Math.Min(WordsOfAShingle, words.Length))!);
            shingles[shingle] = shingles.GetValueOrDefault(shingle) + 1;
        }

        return shingles;
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}

/// <summary>Sums over pages.</summary>
/// <param name="Pages">How many.</param>
/// <param name="PrecisionSum">Of their precisions.</param>
/// <param name="RecallSum">Of their recalls.</param>
public sealed record PageTally(int Pages, double PrecisionSum, double RecallSum)
    : IAdditionOperators<PageTally, PageTally, PageTally>, IAdditiveIdentity<PageTally, PageTally>
{
    /// <inheritdoc/>
    public static PageTally AdditiveIdentity { get; } = new(0, 0, 0);

    /// <summary>The mean precision; <c>null</c> without pages.</summary>
    public double? Precision => Pages == 0 ? null : PrecisionSum / Pages;

    /// <summary>The mean recall; <c>null</c> without pages.</summary>
    public double? Recall => Pages == 0 ? null : RecallSum / Pages;

    /// <summary>The harmonic mean of the two; <c>null</c> without pages, 0 where both are.</summary>
    public double? F1 => Precision is { } p && Recall is { } r ? (p + r == 0 ? 0 : 2 * p * r / (p + r)) : null;

    /// <inheritdoc/>
    public static PageTally operator +(PageTally left, PageTally right) =>
        new(left.Pages + right.Pages, left.PrecisionSum + right.PrecisionSum, left.RecallSum + right.RecallSum);
}
