using System.Collections.Concurrent;

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
                for (var i = 0; i < width; i++)
                {
                    turned[i] *= signs[i];
                }

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

    /// <summary>The Hadamard transform in place, not scaled; the length is a power of two.</summary>
    private static void Transform(Span<float> values)
    {
        for (var half = 1; half < values.Length; half *= 2)
        {
            for (var start = 0; start < values.Length; start += 2 * half)
            {
                for (var i = start; i < start + half; i++)
                {
                    (values[i], values[i + half]) = (values[i] + values[i + half], values[i] - values[i + half]);
                }
            }
        }
    }
}
