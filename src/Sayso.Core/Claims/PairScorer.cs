namespace Sayso.Core.Claims;

/// <summary>
/// Decides whether two statements are of one claim: a logistic model over <see cref="PairFeatures"/>, fitted by <c>./build train claims</c>
/// to wordings of ours, sentences of ECB+ and headlines of Emergent that the sentence model was not tuned on, with rules for what must stay apart whatever else
/// agrees.
/// </summary>
public static class PairScorer
{
    /// <summary>
    /// The score from which two statements are linked: far above even odds, since of those of a ledger hardly any two are of one claim,
    /// where half of the pairs that the weights were fitted to are.
    /// </summary>
    public const double Link = 2.4;

    /// <summary>The mean score from which two groups become one. Below <see cref="Link"/>: the ends of a chain of wordings are further apart than its neighbours.</summary>
    public const double Join = 1.6;

    /// <summary>Below this cosine two statements are not compared at all.</summary>
    public const double LeastCosine = 0.35;

    /// <summary>More than the order of additions can change a cosine by.</summary>
    private const double Rounding = 1e-9;

    /// <summary>
    /// What is taken off where one is credited to somebody, and the other is a sentence of the outlet's own: it tells much beside what
    /// it has in common. Chosen on stories of our own; the corpora have sentences of nobody alone.
    /// </summary>
    private const double OtherVoice = -0.7;

    /// <summary>
    /// What is taken off where they share no word but names. Not fitted but chosen on news, since the corpora's sentences are longer than
    /// what people are quoted with, and the wordings have few names.
    /// </summary>
    private const double NamesAlone = -1.5;

    /// <summary>
    /// What is taken off where one negates other words than the other has: sides are told by negations, and these would be on the wrong
    /// ones. Chosen on stories of our own.
    /// </summary>
    private const double OtherWordsNegated = -1.5;

    private static readonly PairWeights _weights = PairWeights.Fitted;

    /// <summary>The log-odds that two statements are of one claim, by what they share.</summary>
    public static double Score(StatementPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return _weights.Score(PairFeatures.Of(pair)) + (pair.OneIsCredited ? OtherVoice : 0) + (pair.SharesNamesAlone ? NamesAlone : 0)
            + (pair.NegatesOtherWords ? OtherWordsNegated : 0);
    }

    /// <summary>
    /// The cosine below which two statements are surely not linked, whatever their numbers, days and names: what words they share is
    /// counted already. Above 1 where no cosine is enough.
    /// </summary>
    internal static double LeastCosineOf(Outline statement, Candidate candidate) =>
        LeastCosineOf(_weights.MostWithoutCosine(statement, candidate) + (statement.IsCredited != candidate.Outline.IsCredited ? OtherVoice : 0)
            + (candidate.Shared > 0 && candidate.Matter == 0 ? NamesAlone : 0));

    /// <summary>The cosine below which two statements are surely not linked that share so much: a pair without its cosine.</summary>
    internal static double LeastCosineOf(StatementPair pair) => LeastCosineOf(Score(pair));

    private static double LeastCosineOf(double without) => Math.Max(LeastCosine, ((Link - without) / _weights.Cosine) - Rounding);

    /// <summary>
    /// Whether two statements can never be of one claim: they count one thing and differ, their times of day do, their days lie
    /// apart (a denial need not name the day of what it denies), or they say the same of somebody or something else.
    /// </summary>
    public static bool MustNotLink(StatementPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return pair.NumbersClash || pair.ClocksClash || (pair.DaysClash && !pair.PolarityDiffers) || pair.AreTwins;
    }
}
