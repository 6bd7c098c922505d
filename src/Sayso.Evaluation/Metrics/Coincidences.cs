using System.Numerics;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Metrics;

/// <summary>
/// How often two coders gave a unit this and that category; Krippendorff's alpha follows from it. Coincidences of
/// articles add up.
/// </summary>
/// <param name="Categories">Number of categories.</param>
/// <param name="Units">Row-major [categories of the first coder, categories of the second]: numbers of units.</param>
public sealed record Coincidences(int Categories, ValueList<long> Units)
    : IAdditionOperators<Coincidences, Coincidences, Coincidences>
{
    /// <summary>
    /// Krippendorff's alpha for nominal data, two coders and no missing value (Krippendorff 2011, "Computing
    /// Krippendorff's Alpha-Reliability", section B): 1 is full agreement, 0 that of chance, below 0 less than chance.
    /// <c>null</c> where it is not defined: less than one unit, or one category throughout.
    /// </summary>
    public double? Alpha
    {
        get
        {
            long agreeing = 0, values = 0;
            double samePairs = 0;
            for (var c = 0; c < Categories; c++)
            {
                agreeing += 2 * At(c, c);
                long total = 0;
                for (var other = 0; other < Categories; other++)
                {
                    total += At(c, other) + At(other, c);
                }

                values += total;
                samePairs += (double)total * (total - 1);
            }

            var expected = values == 0 ? 0 : 1 - (samePairs / ((double)values * (values - 1)));
            return expected == 0 ? null : 1 - ((1 - ((double)agreeing / values)) / expected);
        }
    }

    /// <summary>Coincidences of no unit.</summary>
    public static Coincidences None(int categories) => new(categories, new long[categories * categories].ToValueList());

    /// <summary>The coincidences of two codings of the same units.</summary>
    /// <param name="categories">Number of categories; the codes are 0 to one less.</param>
    /// <param name="first">The first coder's category of each unit.</param>
    /// <param name="second">The second coder's.</param>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public static Coincidences Of(int categories, ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException("Both coders must have coded the same units.", nameof(second));
        }

        var units = new long[categories * categories];
        for (var i = 0; i < first.Length; i++)
        {
            units[(first[i] * categories) + second[i]]++;
        }

        return new(categories, units.ToValueList());
    }

    /// <summary>The coincidences of both.</summary>
    /// <exception cref="ArgumentException">The two differ in their categories.</exception>
    public static Coincidences operator +(Coincidences left, Coincidences right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Categories != right.Categories)
        {
            throw new ArgumentException("Coincidences of different categories do not add up.", nameof(right));
        }

        var units = new long[left.Units.Count];
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = left.Units[i] + right.Units[i];
        }

        return new(left.Categories, units.ToValueList());
    }

    private long At(int first, int second) => Units[(first * Categories) + second];
}
