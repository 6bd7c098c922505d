using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Tests.Metrics;

public sealed class GroupMetricsTests
{
    [Fact]
    public void BCubed_IsTheMeanOverItems_AsReckonedByHand()
    {
        // Predicted {a b c} {d}, gold {a b} {c d}: precision (2/3 + 2/3 + 1/3 + 1) / 4, recall (1 + 1 + 1/2 + 1/2) / 4.
        var found = GroupMetrics.BCubed([("1", "x"), ("1", "x"), ("1", "y"), ("2", "y")]);
        Assert.Equal(8.0 / 12, found!.Value.Precision, 10);
        Assert.Equal(0.75, found.Value.Recall, 10);
    }

    [Fact]
    public void BCubed_IsAbsent_WithoutItems() => Assert.Null(GroupMetrics.BCubed([]));
}
