using CsCheck;
using Sayso.Storage.Rows;

namespace Sayso.Storage.Tests.Rows;

public sealed class RawCodecTests
{
    [Fact]
    public void Decompress_GivesBackWhatWasCompressed()
    {
        Gen.Byte.Array[0, 40_000].Sample(raw => raw.AsSpan().SequenceEqual(RawCodec.Decompress(RawCodec.Compress(raw), raw.Length)), iter: 50);
    }

    [Theory]
    [InlineData(99)]
    [InlineData(101)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void Decompress_Refuses_AnotherLength(long length)
    {
        var compressed = RawCodec.Compress(new byte[100]);
        Assert.Throws<InvalidDataException>(() => RawCodec.Decompress(compressed, length));
    }

    [Fact]
    public void Decompress_StopsSoonAfterTheLength_Bomb()
    {
        var bomb = RawCodec.Compress(new byte[200_000_000]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => RawCodec.Decompress(bomb, 1000));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[] { 255, 255, 255, 255, 255, 255 })]
    public void Decompress_Refuses_WhatIsNotCompressed(byte[] bytes)
    {
        Assert.Throws<InvalidDataException>(() => RawCodec.Decompress(bytes, 10));
    }
}
