using System.Numerics;

namespace Sayso.Evaluation.Reports;

/// <summary>
/// Percentile intervals by drawing articles with replacement (Efron 1979). The draws are the same on every machine and
/// in every run, so that a published interval can be reproduced.
/// </summary>
public static class Bootstrap
{
    /// <summary>Number of draws of as many articles as there are.</summary>
    public const int Draws = 1000;

    /// <summary>How much of the draws' figures an interval leaves out at each end.</summary>
    public const double Tail = 0.025;

    private const ulong Seed = 0x5341_5953_4F21;

    /// <summary>The 95% interval of each measure.</summary>
    /// <typeparam name="TTally">What is counted of an article, and adds up.</typeparam>
    /// <param name="articles">The tally of each article.</param>
    /// <param name="measures">Figures of a sum of tallies; <c>null</c> where a figure is not defined.</param>
    /// <returns>
    /// One interval a measure; <c>null</c> with less than two articles, and where a measure is not defined in any draw.
    /// </returns>
    public static IReadOnlyList<Interval?> Intervals<TTally>(
        IReadOnlyList<TTally> articles, IReadOnlyList<Func<TTally, double?>> measures)
        where TTally : IAdditionOperators<TTally, TTally, TTally>, IAdditiveIdentity<TTally, TTally>
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(measures);
        if (articles.Count < 2)
        {
            return new Interval?[measures.Count];
        }

        var figures = measures.Select(_ => new List<double>(Draws)).ToArray();
        var random = Seed;
        for (var draw = 0; draw < Draws; draw++)
        {
            var sum = TTally.AdditiveIdentity;
            for (var i = 0; i < articles.Count; i++)
            {
                sum += articles[Next(ref random, articles.Count)];
            }

            for (var m = 0; m < measures.Count; m++)
            {
                if (measures[m](sum) is { } figure)
                {
                    figures[m].Add(figure);
                }
            }
        }

        return [.. figures.Select(IntervalOf)];
    }

    private static Interval? IntervalOf(List<double> figures)
    {
        if (figures.Count == 0)
        {
            return null;
        }

        figures.Sort();
        var skipped = (int)(figures.Count * Tail);
        return new(figures[skipped], figures[figures.Count - 1 - skipped]);
    }

    /// <summary>
    /// The next number from 0 to <paramref name="bound"/> - 1: SplitMix64 (Steele, Lea and Flood 2014), since the
    /// sequence of <see cref="Random"/> is not promised to stay.
    /// </summary>
    private static int Next(ref ulong state, int bound)
    {
        state += 0x9E37_79B9_7F4A_7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        z ^= z >> 31;
        return (int)Math.BigMul(z, (ulong)bound, out _);
    }
}
