using System.Globalization;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Reports;

/// <summary>Quantities of NewsQuant that are wrong in something, for reading.</summary>
public static class WrongQuantities
{
    /// <summary>
    /// A sentence's wrong ones, a row each: what is wrong (letters of <c>VUCO</c>), the annotation, what was read, the sentence.
    /// </summary>
    public static IEnumerable<IReadOnlyList<string>> Of(NewsQuantSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        foreach (var (predicted, gold) in NewsQuantMetrics.Pair(NewsQuantProfile.Read(sentence.Text), sentence.Quantities))
        {
            var wrong = predicted is null || gold is null ? "V"
                : (NewsQuantMetrics.IsSameUnit(predicted, gold) ? "" : "U") + (predicted.Change == gold.Change ? "" : "C")
                    + (NewsQuantMetrics.IsSameOf(predicted, gold) ? "" : "O");
            if (wrong.Length > 0)
            {
                yield return [wrong, gold is null
                    ? "" : Written((gold.First, gold.Second ?? gold.First), gold.Change, gold.Unit, gold.Concepts), predicted is null
                    ? "" : Written((predicted.Low, predicted.High), predicted.Change, predicted.Unit, predicted.Of), sentence.Text];
            }
        }
    }

    private static string Written((double Low, double High) range, string change, string unit, string of) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{change} {range.Low}{(range.High == range.Low ? "" : $"..{range.High}")} [{unit}] {of}").TrimEnd();
}
