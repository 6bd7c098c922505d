using Sayso.Evaluation.Metrics;
using Sayso.Evaluation.Reports;

namespace Sayso.Evaluation.Tests.Reports;

public sealed class BootstrapTests
{
    private static readonly Func<SentenceBioTally, double?> _recall = t => t.Exact.Cue.Recall;

    // 100 articles of one cue each, half of them right: the count of right ones in a draw is binomial (100, .5), whose
    // 2.5% and 97.5% quantiles are 40 and 60. A thousand draws come within a few hundredths of them.
    [Fact]
    public void Interval_IsThatOfTheBinomial_WhenArticlesAreCoins()
    {
        var interval = Intervals(Enumerable.Range(0, 100).Select(i => Article(i % 2, 1)))[0]!.Value;
        Assert.Equal(0.40, interval.Low, 0.03);
        Assert.Equal(0.60, interval.High, 0.03);
    }

    [Fact]
    public void Interval_IsOnePoint_WhenArticlesAgree() =>
        Assert.Equal(new Interval(0.5, 0.5), Intervals(Enumerable.Repeat(Article(1, 2), 5))[0]);

    [Fact]
    public void Interval_IsTheSame_InEveryRun()
    {
        var articles = Enumerable.Range(1, 20).Select(i => Article(i % 7, 7)).ToList();
        Assert.Equal(Intervals(articles), Intervals(articles));
    }

    [Fact]
    public void Interval_IsAbsent_WithoutSeveralArticles()
    {
        Assert.Null(Intervals([])[0]);
        Assert.Null(Intervals([Article(1, 2)])[0]);
    }

    [Fact]
    public void Interval_IsAbsent_WhereNothingIsDefined() => Assert.Null(Intervals([Article(0, 0), Article(0, 0)])[0]);

    private static IReadOnlyList<Interval?> Intervals(IEnumerable<SentenceBioTally> articles) =>
        Bootstrap.Intervals([.. articles], [_recall]);

    private static SentenceBioTally Article(int right, int gold) => new(new RoleCounts(default, new(right, gold, gold), default));
}
