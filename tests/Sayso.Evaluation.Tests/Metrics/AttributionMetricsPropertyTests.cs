using CsCheck;
using Sayso.Core.Attributions;
using Sayso.Core.Linguistics;
using Sayso.Core.Text;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Tests.Metrics;

public sealed class AttributionMetricsPropertyTests
{
    private const int Words = 20;
    private const int WordLength = 3;

    // "aaa baa caa …": word w stands at 4w. Three words at the end belong to no generated attribution.
    private static readonly string _text = string.Join(' ', Enumerable.Range(0, Words + 3).Select(w => (char)('a' + w) + "aa"));

    private static readonly Gen<int[]> _someWords = Gen.Int[0, Words - 1].Array[0, 5];

    // Cues of one side differ, as those of a reader of texts do; so no prediction can stand for two.
    private static readonly Gen<Attribution[]> _side = Gen.Select(_someWords, _someWords.Array[6], _someWords.Array[6])
        .Select((cues, sources, contents) => cues.Distinct()
            .Select((cue, i) => new Attribution(SpansOf(sources[i]), SpansOf([cue]), SpansOf(contents[i])))
            .ToArray());

    private static readonly Gen<(Attribution[] Predicted, Attribution[] Gold)> _sides = Gen.Select(_side, _side);

    [Fact]
    public void PerfectPrediction_IsOneThroughout() => _side.Sample(gold =>
    {
        var tally = AttributionMetrics.Count(_text, gold, gold);
        return CountsOf(tally).All(c => c.F1 is null or 1) && tally.Labels.Alpha is null or 1
            && (gold.Length == 0 || tally.Relation.F1 == 1);
    });

    [Fact]
    public void Figures_StayInTheirBounds() => _sides.Sample(sides =>
    {
        var tally = AttributionMetrics.Count(_text, sides.Predicted, sides.Gold);
        return tally.Labels.Alpha is not > 1
            && CountsOf(tally).All(c => c.Right >= 0 && c.Right <= Math.Min(c.Predicted, c.Gold))
            && tally.Relation.Right <= tally.Found.Right;
    });

    [Fact]
    public void Figures_DoNotDependOnTheOrder() => _sides.Sample(sides =>
        AttributionMetrics.Count(_text, sides.Predicted, sides.Gold).Equals(
            AttributionMetrics.Count(_text, [.. sides.Predicted.Reverse()], [.. sides.Gold.Reverse()])));

    [Fact]
    public void Figures_AreTheSame_WhicheverSideIsGold() => _sides.Sample(sides =>
    {
        var there = AttributionMetrics.Count(_text, sides.Predicted, sides.Gold);
        var back = AttributionMetrics.Count(_text, sides.Gold, sides.Predicted);
        return there.Labels.Alpha == back.Labels.Alpha
            && CountsOf(there).Zip(CountsOf(back), (a, b) => a.F1 == b.F1 && a.Precision == b.Recall).All(same => same);
    });

    [Fact]
    public void WrongPrediction_NeverRaisesPrecision() => _sides.Sample(sides =>
    {
        var wrong = new Attribution(SpansOf([Words]), SpansOf([Words + 1]), SpansOf([Words + 2]));
        var before = CountsOf(AttributionMetrics.Count(_text, sides.Predicted, sides.Gold));
        var after = CountsOf(AttributionMetrics.Count(_text, [.. sides.Predicted, wrong], sides.Gold));
        return before.Zip(after, (b, a) => a.Predicted == b.Predicted + 1 && a.Recall == b.Recall
            && (a.Precision < b.Precision || a.Precision == 0)).All(kept => kept);
    });

    private static Counts[] CountsOf(AttributionTally tally) =>
    [
        tally.Relation, tally.Found,
        .. Enum.GetValues<Role>().Select(r => tally.Exact[r]), .. Enum.GetValues<Role>().Select(r => tally.Token[r]),
    ];

    private static SpanList SpansOf(int[] words) => SpanList.Of(words.Distinct()
        .Select(w => new TextSpan(w * (WordLength + 1), (w * (WordLength + 1)) + WordLength)));
}
