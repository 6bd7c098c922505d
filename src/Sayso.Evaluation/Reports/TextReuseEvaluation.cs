using System.Globalization;
using Sayso.Core.Reuse;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Reports;

/// <summary>Whether pairs of documents that share text are found among all pairs, and how much of it.</summary>
public static class TextReuseEvaluation
{
    private const int Gram = 8;

    private static readonly double[] _shares = [0.05, 0.2, 0.5];

    /// <summary>
    /// The report of one part: a pair of the corpus is found where the two share any passage, and by share where that is reached
    /// by both measures.
    /// </summary>
    public static EvaluationReport Of(TextReusePart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var finder = new ReuseFinder();
        foreach (var document in part.Documents)
        {
            finder.Add(document);
        }

        Dictionary<(string, string), double> found = [];
        foreach (var document in part.Documents)
        {
            foreach (var other in finder.With(document.Id).Where(other => string.CompareOrdinal(document.Id, other) < 0))
            {
                found.Add((document.Id, other), Containment(finder.Between(document.Id, other)!));
            }
        }

        var any = part.Containment.Keys.Count(found.ContainsKey);
        List<EvaluationRow> rows = [new("pairs found that share a passage", (double)any / part.Containment.Count) { Right = any,
            Predicted = found.Count, Gold = part.Containment.Count }];
        foreach (var share in _shares)
        {
            HashSet<(string, string)> predicted = [.. found.Where(f => f.Value >= share).Select(f => f.Key)];
            HashSet<(string, string)> gold = [.. part.Containment.Where(c => c.Value >= share).Select(c => c.Key)];
            var right = predicted.Count(gold.Contains);
            var (precision, recall) = (predicted.Count == 0 ? 0 : (double)right / predicted.Count, gold.Count == 0
                ? 0 : (double)right / gold.Count);
            rows.Add(new EvaluationRow(string.Create(CultureInfo.InvariantCulture, $"share of {share:0.00} or more"),
                GroupMetrics.F1(precision, recall))
            {
                Precision = precision,
                Recall = recall,
                Right = right,
                Predicted = predicted.Count,
                Gold = gold.Count,
            });
        }

        return new EvaluationReport($"text reuse in {part.Name}", part.Documents.Count, rows.ToValueList());
    }

    /// <summary>Shared 8-grams ÷ those of the shorter document, as the pairs were measured, from shared passages.</summary>
    private static double Containment(TextOverlap overlap)
    {
        var shorter = Math.Round(overlap.Passages.Sum(p => p.Words) / overlap.Share);
        return overlap.Passages.Sum(p => p.Words - Gram + 1) / (shorter - Gram + 1);
    }
}
