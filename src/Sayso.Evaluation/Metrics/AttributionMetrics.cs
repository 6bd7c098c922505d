using Sayso.Core.Attributions;
using Sayso.Core.Linguistics;

namespace Sayso.Evaluation.Metrics;

/// <summary>
/// The metrics of whole articles: alpha over token labels, relation F1, exact and token F1 by role. Spans are compared
/// as sets of tokens (<see cref="TokenizedText"/>).
/// </summary>
/// <remarks>
/// Relation: an attribution counts when its cue shares a token with gold's and its source and its content each have an
/// intersection over union of at least one half (both absent: 1), one to one. Exact: a role's token set of one
/// attribution, all fragments together, equal to gold's. Token: tokens that carry the role in any attribution.
/// Attributions are taken as a multiset; their order does not matter except among equal scores of the matching.
/// </remarks>
public static class AttributionMetrics
{
    private const int NoLabel = 3;

    // A token in several roles has one label: cue goes before source, source before content.
    private static readonly Role[] _labelOrder = [Role.Content, Role.Source, Role.Cue];

    /// <summary>Counts one article.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="predicted">The attributions to judge, spans in UTF-16 units over <paramref name="text"/>.</param>
    /// <param name="gold">Those that are right.</param>
    public static AttributionTally Count(
        string text, IReadOnlyList<Attribution> predicted, IReadOnlyList<Attribution> gold)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(gold);
        var tokens = TokenizedText.Of(text);
        return Count(
            tokens,
            [.. predicted.Select(a => AttributionTokens.Of(tokens, a))],
            [.. gold.Select(a => AttributionTokens.Of(tokens, a))],
            [.. predicted.Select(a => a.Confidence)]);
    }

    internal static AttributionTally Count(
        TokenizedText tokens, IReadOnlyList<AttributionTokens> predicted, IReadOnlyList<AttributionTokens> gold,
        IReadOnlyList<double?>? confidences = null)
    {
        var candidates = Matching.Candidates(predicted, gold);
        var related = Matching.Greedy(candidates.Where(c => c.SameSource)).Select(c => c.Predicted).ToHashSet();
        return new()
        {
            Relation = new(related.Count, predicted.Count, gold.Count),
            Found = new(Matching.Greedy(candidates).Count, predicted.Count, gold.Count),
            Exact = RoleCounts.Of(role => CountEqual(role, predicted, gold)),
            Token = RoleCounts.Of(role => CountTokens(role, predicted, gold)),
            Labels = Coincidences.Of(
                AttributionTally.LabelCount, Labels(tokens.Count, predicted), Labels(tokens.Count, gold)),
            Calibration = Calibration.Of((confidences ?? [])
                .Select((confidence, i) => (Confidence: confidence, IsRight: related.Contains(i)))
                .Where(p => p.Confidence is not null)
                .Select(p => (p.Confidence!.Value, p.IsRight))),
        };
    }

    private static Counts CountEqual(
        Role role, IReadOnlyList<AttributionTokens> predicted, IReadOnlyList<AttributionTokens> gold)
    {
        // A source that serves several attributions counts once for each.
        Dictionary<TokenSet, int> unmatched = [];
        long golden = 0;
        foreach (var set in gold.Select(a => a[role]).Where(s => s.Count > 0))
        {
            unmatched[set] = unmatched.GetValueOrDefault(set) + 1;
            golden++;
        }

        long right = 0, all = 0;
        foreach (var set in predicted.Select(a => a[role]).Where(s => s.Count > 0))
        {
            all++;
            if (unmatched.GetValueOrDefault(set) is > 0 and var left)
            {
                unmatched[set] = left - 1;
                right++;
            }
        }

        return new(right, all, golden);
    }

    private static Counts CountTokens(
        Role role, IReadOnlyList<AttributionTokens> predicted, IReadOnlyList<AttributionTokens> gold)
    {
        var mine = TokenSet.Union(predicted.Select(a => a[role]));
        var theirs = TokenSet.Union(gold.Select(a => a[role]));
        return new(mine.CountInCommon(theirs), mine.Count, theirs.Count);
    }

    private static int[] Labels(int tokens, IReadOnlyList<AttributionTokens> attributions)
    {
        var labels = new int[tokens];
        Array.Fill(labels, NoLabel);
        foreach (var role in _labelOrder)
        {
            foreach (var attribution in attributions)
            {
                foreach (var token in attribution[role].Tokens)
                {
                    labels[token] = (int)role;
                }
            }
        }

        return labels;
    }
}
