using System.Collections.Concurrent;
using System.Numerics;

namespace Sayso.Core.Claims;

/// <summary>
/// The cells that a vector lies in, one of each of some random divisions of the space: vectors that lie close share more cells than
/// others do. A division turns the vector and takes the axis that it is nearest to ("cross-polytope" hashing; Andoni, Indyk, Laarhoven,
/// Razenshteyn and Schmidt 2015), the turn being signs and a Hadamard transform, twice. The same on every machine.
/// </summary>
internal static class MeaningCells
{
    /// <summary>How many divisions there are.</summary>
    public const int Divisions = 12;

    /// <summary>
    /// Cells that two vectors share at least where they are looked at: of those with a cosine of .9 .97 do, of .85 .88, of .8 .77, of .65 .35,
    /// of .1 fewer than one in a thousand (random vectors). A link without a common word needs some .83.
    /// </summary>
    public const int LeastShared = 2;

    private const int Turns = 2;

    /// <summary>Seed of the signs; any number but 0 (Vigna 2016, xorshift64).</summary>
    private const ulong Seed = 0x9E3779B97F4A7C15;

    private static readonly ConcurrentDictionary<int, float[]> _signs = [];

    /// <summary>The cells of a vector, one a division; none of a vector of one number, which stands for no text.</summary>
    public static int[] Of(SentenceVector vector)
    {
        var values = vector.Values;
        if (values.Length < 2)
        {
            return [];
        }

        var width = 1;
        while (width < values.Length)
        {
            width *= 2;
        }

        var cells = new int[Divisions];
        var turned = new float[width];
        var signs = _signs.GetOrAdd(width, SignsOf).AsSpan();
        for (var division = 0; division < Divisions; division++)
        {
            Array.Clear(turned);
            values.CopyTo(turned);
            for (var turn = 0; turn < Turns; turn++)
            {
                Multiply(turned, signs[..width]);
                signs = signs[width..];
                Transform(turned);
            }

            cells[division] = (division * 2 * width) + Nearest(turned);
        }

        return cells;
    }

    /// <summary>1 or -1 for each number of each turn.</summary>
    private static float[] SignsOf(int width)
    {
        var (state, signs) = (Seed, new float[Divisions * Turns * width]);
        for (var i = 0; i < signs.Length; i++)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            signs[i] = (state & 1) == 0 ? 1 : -1;
        }

        return signs;
    }

    /// <summary>The axis with the largest part, the first of them; in its negative direction it is a cell of its own.</summary>
    private static int Nearest(ReadOnlySpan<float> values)
    {
        var nearest = 0;
        for (var i = 1; i < values.Length; i++)
        {
            nearest = Math.Abs(values[i]) > Math.Abs(values[nearest]) ? i : nearest;
        }

        return values[nearest] < 0 ? nearest + values.Length : nearest;
    }

    private static void Multiply(Span<float> values, ReadOnlySpan<float> signs)
    {
        var at = 0;
        for (; at + Vector<float>.Count <= values.Length; at += Vector<float>.Count)
        {
            (new Vector<float>(values[at..]) * new Vector<float>(signs[at..])).CopyTo(values[at..]);
        }

        for (; at < values.Length; at++)
        {
            values[at] *= signs[at];
        }
    }

    /// <summary>The Hadamard transform in place, not scaled; the length is a power of two. Each number is the same sum of two at each step, however many are added at once.</summary>
    private static void Transform(Span<float> values)
    {
        for (var half = 1; half < values.Length; half *= 2)
        {
            for (var start = 0; start < values.Length; start += 2 * half)
            {
                AddAndSubtract(values.Slice(start, half), values.Slice(start + half, half));
            }
        }
    }

    private static void AddAndSubtract(Span<float> first, Span<float> second)
    {
        var at = 0;
        for (; at + Vector<float>.Count <= first.Length; at += Vector<float>.Count)
        {
            var (a, b) = (new Vector<float>(first[at..]), new Vector<float>(second[at..]));
            (a + b).CopyTo(first[at..]);
            (a - b).CopyTo(second[at..]);
        }

        for (; at < first.Length; at++)
        {
            (first[at], second[at]) = (first[at] + second[at], first[at] - second[at]);
        }
    }
}
