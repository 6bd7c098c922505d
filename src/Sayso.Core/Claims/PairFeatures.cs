namespace Sayso.Core.Claims;

/// <summary>What of two statements is weighed when it is decided whether they are of one claim.</summary>
public static class PairFeatures
{
    /// <summary>Stems that two share, no name's, are counted up to so many.</summary>
    internal const int MostMatter = 3;

    /// <summary>The features' names, in the order of <see cref="Of"/>; those of <c>pairs.tsv</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["cosine", "containment", "length", "numbers agree", "days agree", "counts part", "matter", "no matter", "one tells", "names differ", "names part", "polarity differs"];

    /// <summary>The features of a pair, each from 0 to 3.</summary>
    public static double[] Of(StatementPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return
        [
            pair.Cosine, pair.WordContainment, pair.LengthRatio, One(pair.NumbersAgree), One(pair.DaysAgree), One(pair.CountsPart),
            Math.Min(MostMatter, pair.SharedMatter), One(!pair.SharesMatter), One(pair.OneTells), One(pair.NamesDiffer), One(pair.NamesPart), One(pair.PolarityDiffers),
        ];
    }

    private static double One(bool isSo) => isSo ? 1 : 0;
}
