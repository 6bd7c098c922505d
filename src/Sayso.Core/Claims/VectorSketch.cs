using System.Runtime.Intrinsics;

namespace Sayso.Core.Claims;

/// <summary>
/// A vector in bytes: enough to tell that a cosine is surely less than what is asked for, at a small part of the cost. Products are
/// of whole numbers and hence the same on every machine. Immutable.
/// </summary>
internal sealed class VectorSketch
{
    /// <summary>More than the order of additions can change a cosine by.</summary>
    private const double Rounding = 1e-4;

    private readonly sbyte[] _values;
    private readonly double _scale;
    private readonly double _error;

    /// <summary>Makes one of a vector of length 1 at most.</summary>
    public VectorSketch(ReadOnlySpan<float> values)
    {
        var largest = 0f;
        foreach (var value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        _scale = largest > 0 ? (double)largest / sbyte.MaxValue : 1;
        _values = new sbyte[values.Length];
        var squares = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            _values[i] = (sbyte)Math.Round(values[i] / _scale);
            var left = values[i] - (_values[i] * _scale);
            squares += left * left;
        }

        _error = Math.Sqrt(squares);
    }

    /// <summary>A number that the cosine is surely not above, by the inequality of Cauchy and Schwarz.</summary>
    /// <param name="other">A sketch of the same width.</param>
    public double MostCosine(VectorSketch other) =>
        (Product(_values, other._values) * (_scale * other._scale)) + ((_error + other._error) + (_error * other._error)) + Rounding;

    private static int Product(ReadOnlySpan<sbyte> mine, ReadOnlySpan<sbyte> theirs)
    {
        var (sum, at) = (Vector256<int>.Zero, 0);
        for (; at + Vector256<sbyte>.Count <= mine.Length; at += Vector256<sbyte>.Count)
        {
            var (lowA, highA) = Vector256.Widen(Vector256.Create(mine[at..]));
            var (lowB, highB) = Vector256.Widen(Vector256.Create(theirs[at..]));

            // Two products of bytes above -128 fit a short.
            var (low, high) = Vector256.Widen((lowA * lowB) + (highA * highB));
            sum += low + high;
        }

        var product = Vector256.Sum(sum);
        for (; at < mine.Length; at++)
        {
            product += mine[at] * theirs[at];
        }

        return product;
    }
}
