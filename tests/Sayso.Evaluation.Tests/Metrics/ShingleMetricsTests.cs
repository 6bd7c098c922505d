using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Tests.Metrics;

public sealed class ShingleMetricsTests
{
    [Theory]
    [InlineData("a b c d e", "a b c d e", 1, 1)]
    [InlineData("a b c d, e!", "“a” b c d e.", 1, 1)]
    [InlineData("a b c d e", "a b c d", 0.5, 1)]
    [InlineData("a b c d", "a b c d e f", 1, 1 / 3.0)]
    [InlineData("a b c d a b c d", "a b c d", 0.2, 1)]
    [InlineData("A b c d", "a b c d", 0, 0)]
    [InlineData("a b", "a b", 1, 1)]
    [InlineData("a b", "a b c", 0, 0)]
    [InlineData("", "a b c d", 0, 0)]
    [InlineData("a b c d", "", 0, 0)]
    [InlineData("", "…", 1, 1)]
    public void Pages_AreComparedBy_FourWordsInARow(string predicted, string gold, double precision, double recall)
    {
        var tally = ShingleMetrics.Count(predicted, gold);
        Assert.Equal(precision, tally.Precision!.Value, 6);
        Assert.Equal(recall, tally.Recall!.Value, 6);
    }

    [Fact]
    public void F1_IsThatOfTheAverages()
    {
        var sum = ShingleMetrics.Count("a b c d e", "a b c d") + ShingleMetrics.Count("a b c d", "a b c d e f");
        Assert.Equal((0.75, 2 / 3.0), (sum.Precision!.Value, sum.Recall!.Value));
        Assert.Equal(2 * 0.75 * (2 / 3.0) / (0.75 + (2 / 3.0)), sum.F1!.Value, 9);
        Assert.Null(PageTally.AdditiveIdentity.F1);
    }
}
