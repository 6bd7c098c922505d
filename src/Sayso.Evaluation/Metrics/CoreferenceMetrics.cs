namespace Sayso.Evaluation.Metrics;

/// <summary>
/// Predicted coreference against gold: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and CEAF by entities (Luo 2005),
/// whose mean is the CoNLL score. Mentions are compared as keys; a mention on one side only counts against it.
/// </summary>
public static class CoreferenceMetrics
{
    /// <summary>A precision and a recall as sums: of what was right, of how much.</summary>
    public readonly record struct Sums(double RightPredicted, double Predicted, double RightGold, double Gold)
    {
        /// <summary>The sums of both.</summary>
        public static Sums operator +(Sums left, Sums right) =>
            new(left.RightPredicted + right.RightPredicted, left.Predicted + right.Predicted, left.RightGold + right.RightGold, left.Gold
                + right.Gold);

        /// <summary>Right of the predicted; 0 where nothing was predicted.</summary>
        public double Precision => Predicted == 0 ? 0 : RightPredicted / Predicted;

        /// <summary>Right of gold; 0 where gold has nothing.</summary>
        public double Recall => Gold == 0 ? 0 : RightGold / Gold;

        /// <summary>The harmonic mean.</summary>
        public double F1 => GroupMetrics.F1(Precision, Recall);
    }

    /// <summary>MUC: links that would have to be added.</summary>
    public static Sums Muc(IReadOnlyList<IReadOnlyList<string>> predicted, IReadOnlyList<IReadOnlyList<string>> gold)
    {
        var (right, all) = Links(predicted, gold);
        var (rightGold, allGold) = Links(gold, predicted);
        return new(right, all, rightGold, allGold);
    }

    /// <summary>B³: of each mention's group the share that its other group holds.</summary>
    public static Sums BCubed(IReadOnlyList<IReadOnlyList<string>> predicted, IReadOnlyList<IReadOnlyList<string>> gold)
    {
        var (right, all) = Shares(predicted, gold);
        var (rightGold, allGold) = Shares(gold, predicted);
        return new(right, all, rightGold, allGold);
    }

    /// <summary>
    /// CEAF over entities: the best one-to-one assignment of groups, a pair being worth twice its common mentions by both sizes.
    /// </summary>
    public static Sums CeafE(IReadOnlyList<IReadOnlyList<string>> predicted, IReadOnlyList<IReadOnlyList<string>> gold)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(gold);
        if (predicted.Count == 0 || gold.Count == 0)
        {
            return new(0, predicted.Count, 0, gold.Count);
        }

        var place = Places(gold);
        var worth = new double[predicted.Count, gold.Count];
        for (var i = 0; i < predicted.Count; i++)
        {
            foreach (var mention in predicted[i])
            {
                if (place.TryGetValue(mention, out var j))
                {
                    worth[i, j] += 2.0 / (predicted[i].Count + gold[j].Count);
                }
            }
        }

        var best = Assignment.Best(worth);
        return new(best, predicted.Count, best, gold.Count);
    }

    private static (double Right, double All) Links(IReadOnlyList<IReadOnlyList<string>> groups,
        IReadOnlyList<IReadOnlyList<string>> others)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var place = Places(others);
        double right = 0, all = 0;
        foreach (var group in groups)
        {
            var parts = group.Where(place.ContainsKey).Select(m => place[m]).Distinct().Count() + group.Count(m => !place.ContainsKey(m));
            right += group.Count - parts;
            all += group.Count - 1;
        }

        return (right, all);
    }

    private static (double Right, double All) Shares(IReadOnlyList<IReadOnlyList<string>> groups,
        IReadOnlyList<IReadOnlyList<string>> others)
    {
        var place = Places(others);
        double right = 0, all = 0;
        foreach (var group in groups)
        {
            right += group.Where(place.ContainsKey).CountBy(m => place[m]).Sum(common => (double)common.Value * common.Value / group.Count);
            all += group.Count;
        }

        return (right, all);
    }

    private static Dictionary<string, int> Places(IReadOnlyList<IReadOnlyList<string>> groups)
    {
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        for (var i = 0; i < groups.Count; i++)
        {
            foreach (var mention in groups[i])
            {
                places.TryAdd(mention, i);
            }
        }

        return places;
    }
}
