namespace Sayso.Evaluation.Metrics;

/// <summary>A predicted attribution and a gold one that may be the same.</summary>
/// <param name="Score">How well they agree: the sum of their contents' and their sources' intersection over union.</param>
/// <param name="Predicted">Index of the predicted one.</param>
/// <param name="Gold">Index of the gold one.</param>
/// <param name="SameSource">Whether their sources are taken for the same.</param>
public readonly record struct Candidate(double Score, int Predicted, int Gold, bool SameSource);

/// <summary>Brings predicted and gold attributions together, one to one.</summary>
public static class Matching
{
    /// <summary>
    /// All pairs whose cues share a token and whose contents' intersection over union is at least
    /// <see cref="AttributionTokens.SameSpan"/>.
    /// </summary>
    public static IReadOnlyList<Candidate> Candidates(
        IReadOnlyList<AttributionTokens> predicted, IReadOnlyList<AttributionTokens> gold)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(gold);
        List<Candidate> found = [];
        for (var i = 0; i < predicted.Count; i++)
        {
            for (var j = 0; j < gold.Count; j++)
            {
                if (predicted[i].Cue.CountInCommon(gold[j].Cue) == 0)
                {
                    continue;
                }

                var content = predicted[i].Content.IntersectionOverUnion(gold[j].Content);
                if (content >= AttributionTokens.SameSpan)
                {
                    var source = predicted[i].Source.IntersectionOverUnion(gold[j].Source);
                    found.Add(new(content + source, i, j, source >= AttributionTokens.SameSpan));
                }
            }
        }

        return found;
    }

    /// <summary>
    /// The pairs of a greedy one-to-one matching: best score first; among equals in the order of the predicted, then
    /// of the gold ones.
    /// </summary>
    public static IReadOnlyList<Candidate> Greedy(IEnumerable<Candidate> candidates)
    {
        HashSet<int> predicted = [], gold = [];
        List<Candidate> matched = [];
        foreach (var pair in candidates.OrderByDescending(c => c.Score).ThenBy(c => c.Predicted).ThenBy(c => c.Gold))
        {
            if (!predicted.Contains(pair.Predicted) && gold.Add(pair.Gold))
            {
                predicted.Add(pair.Predicted);
                matched.Add(pair);
            }
        }

        return matched;
    }
}
