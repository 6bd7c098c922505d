using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Tests.Metrics;

public sealed class TokenSetTests
{
    [Theory]
    [InlineData(new int[0], new int[0], 1.0)] // both absent agree
    [InlineData(new[] { 1 }, new int[0], 0.0)]
    [InlineData(new[] { 1, 2 }, new[] { 2, 3 }, 1.0 / 3)]
    [InlineData(new[] { 1, 2 }, new[] { 1, 2, 3, 4 }, 0.5)]
    [InlineData(new[] { 3, 1, 3 }, new[] { 1, 3 }, 1.0)]
    public void IntersectionOverUnion_IsTokensInCommonByTokensInEither(int[] left, int[] right, double expected) =>
        Assert.Equal(expected, TokenSet.Of(left).IntersectionOverUnion(TokenSet.Of(right)));

    [Fact]
    public void Sets_AreEqual_WhenTheirTokensAre()
    {
        Assert.Equal(TokenSet.Of(2, 1), TokenSet.Union([TokenSet.Of(1), TokenSet.Of(1, 2)]));
        Assert.Equal(TokenSet.Of(2, 1).GetHashCode(), TokenSet.Of(1, 2).GetHashCode());
        Assert.NotEqual(TokenSet.Of(1), TokenSet.Empty);
    }
}
