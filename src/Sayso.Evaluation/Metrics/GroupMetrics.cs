namespace Sayso.Evaluation.Metrics;

/// <summary>Predicted groups against gold ones.</summary>
public static class GroupMetrics
{
    /// <summary>
    /// B³ (Bagga and Baldwin 1998): of each item's predicted group the share that its gold group holds, and the other way round,
    /// as means over the items; <c>null</c> without items.
    /// </summary>
    /// <param name="items">For each item its predicted and its gold group.</param>
    public static (double Precision, double Recall)? BCubed(IReadOnlyList<(string Predicted, string Gold)> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count == 0)
        {
            return null;
        }

        var predicted = items.CountBy(i => i.Predicted).ToDictionary(StringComparer.Ordinal);
        var gold = items.CountBy(i => i.Gold).ToDictionary(StringComparer.Ordinal);
        double precision = 0, recall = 0;
        foreach (var (both, count) in items.CountBy(i => i))
        {
            precision += (double)count * count / predicted[both.Predicted];
            recall += (double)count * count / gold[both.Gold];
        }

        return (precision / items.Count, recall / items.Count);
    }

    /// <summary>The harmonic mean; 0 where both are.</summary>
    public static double F1(double precision, double recall) => precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
}
