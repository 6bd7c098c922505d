namespace Sayso.Core.Claims;

/// <summary>
/// Decides whether two statements are of one claim: a logistic model over a few features, fitted on pairs of ECB+ topics 1–25
/// and of six tenths of Emergent's claims, some of its weights chosen on stories of our own, with rules for what must stay apart
/// whatever else agrees.
/// </summary>
public static class PairScorer
{
    /// <summary>The score from which two statements are linked: a little below even odds, since a link alone joins nothing.</summary>
    public const double Link = -0.3;

    /// <summary>The mean score from which two groups become one. Below <see cref="Link"/>: the ends of a chain of wordings are further apart than its neighbours.</summary>
    public const double Join = -0.6;

    /// <summary>Below this cosine two statements are not compared at all.</summary>
    public const double LeastCosine = 0.35;

    /// <summary>
    /// What is taken off where they share no word but names: much is said of one ship. Not fitted but chosen on news, since the
    /// corpora's sentences are longer than what people are quoted with.
    /// </summary>
    private const double NamesAlone = -1.5;

    private const double Bias = -6.4;
    private const double Cosine = 7.4;
    private const double Containment = 2.2;
    private const double Length = 0.6;
    private const double Numbers = 1.1;
    private const double Days = 0.4;
    private const double OtherCounts = -1;
    private const double Matter = 0.4;
    private const int MostMatter = 3;

    /// <summary>What is taken off where one tells that somebody knew or was told, and the other does not. Chosen on stories of our own.</summary>
    private const double OtherTelling = -0.7;

    /// <summary>
    /// What is taken off where one is credited to somebody, and the other is a sentence of the outlet's own: it tells much beside what
    /// it has in common. Chosen on stories of our own; the corpora have sentences of nobody alone.
    /// </summary>
    private const double OtherVoice = -0.7;

    /// <summary>The log-odds that two statements are of one claim, by what they share.</summary>
    public static double Score(StatementPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return Bias + (Cosine * pair.Cosine) + (Containment * pair.WordContainment) + (Length * pair.LengthRatio)
            + (pair.NumbersAgree ? Numbers : 0) + (pair.DaysAgree ? Days : 0)
            + (pair.CountsPart ? OtherCounts : 0) + (Matter * Math.Min(MostMatter, pair.SharedMatter))
            + (pair.SharesMatter ? 0 : NamesAlone) + (pair.OneTells ? OtherTelling : 0) + (pair.OneIsCredited ? OtherVoice : 0);
    }

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
