namespace Sayso.Core.Attributions;

/// <summary>
/// How sure the network is of an attribution, as a probability that it is right: a logistic regression over what the
/// labels' and links' probabilities say of it (Platt 1999). The model's training fits the weights on development
/// articles; a weight multiplies a probability's log odds.
/// </summary>
/// <param name="Bias">Added always.</param>
public sealed record ConfidenceWeights(double Bias)
{
    /// <summary>Probabilities are taken to lie this far from 0 and 1.</summary>
    public const double Margin = 1e-3;

    /// <summary>Of the cue's first word beginning a cue.</summary>
    public double Cue { get; init; }

    /// <summary>Of a content's first word beginning one; the mean over the content's spans.</summary>
    public double ContentBegin { get; init; }

    /// <summary>Of a content ending where it does; the mean over its spans.</summary>
    public double ContentEnd { get; init; }

    /// <summary>Of the content span that points least to the cue, its share of pointing there.</summary>
    public double ContentShare { get; init; }

    /// <summary>Of the source's first word beginning one.</summary>
    public double Source { get; init; }

    /// <summary>Added where there is no source.</summary>
    public double NoSource { get; init; }

    /// <summary>Added where the attribution was found inside another one.</summary>
    public double Nested { get; init; }

    /// <summary>The log odds of a probability.</summary>
    internal static double LogOdds(double probability)
    {
        var bounded = Math.Clamp(probability, Margin, 1 - Margin);
        return Math.Log(bounded / (1 - bounded));
    }

    /// <summary>The probability of log odds, to two decimals.</summary>
    internal static double Probability(double logOdds) => Math.Round(1 / (1 + Math.Exp(-logOdds)), 2);
}
