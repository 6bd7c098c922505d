using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Metrics;

/// <summary>The metrics of understood statements against our own annotation.</summary>
public static class StatementMetrics
{
    /// <summary>A predicted statement and the annotated one that it was matched with.</summary>
    /// <param name="Predicted">What was read; its attitude and chain are there.</param>
    /// <param name="Gold">What is annotated.</param>
    /// <param name="SameSource">Whether their sources are taken for the same.</param>
    public sealed record Pair(Statement Predicted, GoldStatement Gold, bool SameSource);

    /// <summary>Counts one article.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="predicted">The statements to judge.</param>
    /// <param name="gold">Its annotated statements.</param>
    public static StatementTally Count(string text, IReadOnlyList<Statement> predicted, IReadOnlyList<GoldStatement> gold)
    {
        var pairs = Match(text, predicted, gold);
        var names = new NameAgreement(gold.SelectMany(g => g.Chain).Select(h => h.Name));
        return new()
        {
            Found = new(pairs.Count, predicted.Count, gold.Count),
            Nested = new(pairs.Count(p => p.Gold.IsNested), gold.Count(g => g.IsNested)),
            Source = new(pairs.Count(p => p.SameSource), pairs.Count),
            Chain = Share(pairs, p => IsChainRight(names, p)),
            LongChain = Share(pairs.Where(p => p.Gold.Chain.Count > 1), p => IsChainRight(names, p)),
            Kind = Share(pairs, p => p.Predicted.Chain is [var first, ..] && first.Kind == p.Gold.Chain[0].Kind),
            Speaker = Share(pairs.Where(p => p.Gold.IsResolved), p => IsSpeakerRight(names, p)),
            Stance = Confusion.Of(pairs.Select(p => (ClosedSet.NameOf(p.Gold.Stance), ClosedSet.NameOf(p.Predicted.Attitude!.Stance)))),
            Certainty = Confusion.Of(pairs.Select(p =>
                (ClosedSet.NameOf(p.Gold.Certainty), ClosedSet.NameOf(p.Predicted.Attitude!.Certainty)))),
            Polarity = Confusion.Of(pairs.Select(p =>
                (ClosedSet.NameOf(p.Gold.Polarity), ClosedSet.NameOf(p.Predicted.Attitude!.Polarity)))),
        };
    }

    /// <summary>The statements found, each with its annotated one.</summary>
    public static IReadOnlyList<Pair> Match(string text, IReadOnlyList<Statement> predicted, IReadOnlyList<GoldStatement> gold)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(gold);
        var tokens = TokenizedText.Of(text);
        AttributionTokens[] mine = [.. predicted.Select(s => AttributionTokens.Of(tokens, new Attribution(s.Source, s.Cue, s.Content)))];
        AttributionTokens[] theirs = [.. gold.Select(g => AttributionTokens.Of(tokens, g.Spans))];
        return [.. Matching.Greedy(Matching.Candidates(mine, theirs))
            .Select(c => new Pair(predicted[c.Predicted], gold[c.Gold], c.SameSource))];
    }

    /// <summary>Whether the chain has the right hops in the right order.</summary>
    public static bool IsChainRight(NameAgreement names, Pair pair)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(pair);
        return pair.Predicted.Chain.Count == pair.Gold.Chain.Count
            && pair.Predicted.Chain.Zip(pair.Gold.Chain).All(hops => names.Agree(hops.First, hops.Second));
    }

    /// <summary>Whether the first hop is the right one.</summary>
    public static bool IsSpeakerRight(NameAgreement names, Pair pair)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(pair);
        return pair.Predicted.Chain is [var first, ..] && names.Agree(first, pair.Gold.Chain[0]);
    }

    private static Share Share(IEnumerable<Pair> pairs, Func<Pair, bool> isRight)
    {
        var all = pairs.ToList();
        return new(all.Count(isRight), all.Count);
    }
}
