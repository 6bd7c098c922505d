using Sayso.Core.Linguistics;

namespace Sayso.Core.Attributions;

/// <summary>How sure the network is of the attributions of one level.</summary>
/// <param name="weights">The fitted weights.</param>
/// <param name="marginals">The level's label probabilities.</param>
/// <param name="isNested">Whether it is the nested level.</param>
internal sealed class ConfidenceReader(ConfidenceWeights weights, RoleMarginals marginals, bool isNested)
{
    /// <summary>The probability that an attribution is right, from 0 to 1 in hundredths.</summary>
    /// <param name="source">Its source, where it has one.</param>
    /// <param name="cue">The first span of its cue.</param>
    /// <param name="contents">The spans of its content; one at least.</param>
    /// <param name="contentShare">The least share of pointing with which one of them belongs to the cue.</param>
    public double Of(RoleSpan? source, RoleSpan cue, IReadOnlyList<RoleSpan> contents, double contentShare) =>
        ConfidenceWeights.Probability(
        weights.Bias
        + (weights.Cue * Begins(cue))
        + (weights.ContentBegin * contents.Average(Begins))
        + (weights.ContentEnd * contents.Average(Ends))
        + (weights.ContentShare * ConfidenceWeights.LogOdds(contentShare))
        + (source is { } span ? weights.Source * Begins(span) : weights.NoSource)
        + (isNested ? weights.Nested : 0));

    private double Begins(RoleSpan span) => ConfidenceWeights.LogOdds(marginals.Of(span.First, RoleLabels.Begin(span.Role)));

    private double Ends(RoleSpan span) => ConfidenceWeights.LogOdds(marginals.EndsBefore(span.End, span.Role));
}
