using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Sayso.Core.Claims;

/// <summary>
/// A text's place among meanings: a vector of length 1, so that a product is a cosine. One that was kept in half precision is held so.
/// Immutable.
/// </summary>
public sealed class SentenceVector
{
    private const int MostOnStack = 1024;

    private readonly float[]? _values;
    private readonly byte[]? _halves;
    private VectorSketch? _sketch;

    /// <summary>Takes a vector; it is scaled to length 1, one of zeros stays as it is.</summary>
    /// <param name="values">At least one number, each finite.</param>
    /// <exception cref="ArgumentException">There is none, or one is not finite.</exception>
    public SentenceVector(ReadOnlySpan<float> values)
    {
        var squares = 0.0;
        foreach (var value in values)
        {
            squares += (double)value * value;
        }

        if (values.IsEmpty || !double.IsFinite(squares))
        {
            throw new ArgumentException("A vector has finite numbers, at least one.", nameof(values));
        }

        var length = squares > 0 ? Math.Sqrt(squares) : 1;
        _values = new float[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            _values[i] = (float)(values[i] / length);
        }
    }

    private SentenceVector(byte[] halves) => _halves = halves;

    private SentenceVector(float[] values) => _values = values;

    /// <summary>The vector of no text: it is not compared.</summary>
    public static SentenceVector None { get; } = new([0f]);

    /// <summary>The vector of what <see cref="ToHalves"/> gave; its numbers are those, not scaled again.</summary>
    /// <exception cref="ArgumentException">There is no number.</exception>
    public static SentenceVector FromHalves(ReadOnlySpan<byte> halves)
    {
        if (halves.Length < sizeof(ushort))
        {
            throw new ArgumentException("A vector has at least one number.", nameof(halves));
        }

        return new SentenceVector(halves[..(halves.Length / sizeof(ushort) * sizeof(ushort))].ToArray());
    }

    /// <summary>The numbers rounded to half precision (IEEE 754 binary16), little-endian.</summary>
    public byte[] ToHalves()
    {
        if (_halves is not null)
        {
            return [.. _halves];
        }

        var halves = new byte[Width * sizeof(ushort)];
        for (var i = 0; i < Width; i++)
        {
            BinaryPrimitives.WriteHalfLittleEndian(halves.AsSpan(i * sizeof(ushort)), (Half)_values![i]);
        }

        return halves;
    }

    /// <summary>How many numbers it has.</summary>
    public int Width => _values?.Length ?? (_halves!.Length / sizeof(ushort));

    /// <summary>The numbers.</summary>
    public ReadOnlySpan<float> Values => _values ?? Halves.ToSingles(_halves, new float[Width]);

    /// <summary>The same in single precision: quicker to compare, and twice as large.</summary>
    internal SentenceVector Unpacked() => _values is null ? new SentenceVector(Values.ToArray()) : this;

    /// <summary>A number that the cosine with another of the same width is surely not above; quickly told.</summary>
    internal double MostCosine(SentenceVector other) => Width == other.Width ? Sketch.MostCosine(other.Sketch) : 1;

    private VectorSketch Sketch => _sketch ??= new VectorSketch(Values);

    /// <summary>The cosine with another of the same width, from -1 to 1; the same in both orders.</summary>
    /// <exception cref="ArgumentException">The widths differ.</exception>
    public double Cosine(SentenceVector other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Width != Width)
        {
            throw new ArgumentException("The vectors have different widths.", nameof(other));
        }

        // Sums of fixed lanes: the machine's own width of vectors would change the last bits, and with them a decision.
        var values = _values ?? Halves.ToSingles(_halves, Width <= MostOnStack ? stackalloc float[Width] : new float[Width]);
        var others = other._values ?? Halves.ToSingles(other._halves, Width <= MostOnStack ? stackalloc float[Width] : new float[Width]);
        var mine = MemoryMarshal.Cast<float, Vector4>(values);
        var theirs = MemoryMarshal.Cast<float, Vector4>(others);
        var sum = Vector4.Zero;
        for (var i = 0; i < mine.Length; i++)
        {
            sum += mine[i] * theirs[i];
        }

        var product = (double)sum.X + sum.Y + sum.Z + sum.W;
        for (var i = mine.Length * 4; i < values.Length; i++)
        {
            product += (double)values[i] * others[i];
        }

        return Math.Clamp(product, -1, 1);
    }
}
