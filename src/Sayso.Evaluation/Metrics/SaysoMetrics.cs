using Sayso.Core.Attributions;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Metrics;

/// <summary>The metrics of our own annotation: those of whole articles over un-nested statements, and how nested ones fare.</summary>
public static class SaysoMetrics
{
    /// <summary>Counts one article.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="predicted">The attributions to judge, spans in UTF-16 units over <paramref name="text"/>.</param>
    /// <param name="gold">Its statements.</param>
    public static SaysoTally Count(
        string text, IReadOnlyList<Attribution> predicted, IReadOnlyList<GoldStatement> gold)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(gold);
        var tokens = TokenizedText.Of(text);
        AttributionTokens[] mine = [.. predicted.Select(a => AttributionTokens.Of(tokens, a))];
        AttributionTokens[] mineOuter = [.. mine.Where((_, i) => predicted[i].Parent is null)];
        AttributionTokens[] all = [.. gold.Select(s => AttributionTokens.Of(tokens, s.Spans))];
        AttributionTokens[] outer = [.. all.Where((_, i) => !gold[i].IsNested)];
        var found = Matching.Greedy(Matching.Candidates(mine, all));
        var foundOuter = Matching.Greedy(Matching.Candidates(mineOuter, outer));
        return new()
        {
            Outer = AttributionMetrics.Count(tokens, mineOuter, outer,
                [.. predicted.Where(a => a.Parent is null).Select(a => a.Confidence)]),
            All = new(found.Count, mine.Length, all.Length),
            Nested = new(found.Count(c => gold[c.Gold].IsNested), gold.Count(s => s.IsNested)),
            Source = new(foundOuter.Count(c => c.SameSource), foundOuter.Count),
        };
    }
}
