using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sayso.Core.Claims;

/// <summary>Finite numbers of half precision (IEEE 754 binary16), little-endian.</summary>
internal static class Halves
{
    /// <summary>What the exponents of half and single precision differ by, as a factor.</summary>
    private const float Scale = 5.192296858534828e33f;

    /// <summary>The numbers in single precision, which is exact.</summary>
    /// <param name="halves">Two bytes a number.</param>
    /// <param name="singles">Where to put them: as many.</param>
    /// <returns><paramref name="singles"/>.</returns>
    public static ReadOnlySpan<float> ToSingles(ReadOnlySpan<byte> halves, Span<float> singles)
    {
        var at = 0;
        for (; BitConverter.IsLittleEndian && at + Vector128<ushort>.Count <= singles.Length; at += Vector128<ushort>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.Create(MemoryMarshal.Cast<byte, ushort>(halves)[at..]));
            ToSingles(low).CopyTo(singles[at..]);
            ToSingles(high).CopyTo(singles[(at + Vector128<float>.Count)..]);
        }

        for (; at < singles.Length; at++)
        {
            singles[at] = (float)BinaryPrimitives.ReadHalfLittleEndian(halves[(at * sizeof(ushort))..]);
        }

        return singles;
    }

    /// <summary>Moves exponent and fraction to where single precision has them; the product sets the exponent right, of subnormal numbers too.</summary>
    private static Vector128<float> ToSingles(Vector128<uint> halves)
    {
        var size = ((halves & Vector128.Create(0x7FFFu)) << 13).AsSingle() * Vector128.Create(Scale);
        return (size.AsUInt32() | ((halves & Vector128.Create(0x8000u)) << 16)).AsSingle();
    }
}
