using System.Globalization;
using Sayso.Core.Claims;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Reports;

/// <summary>
/// How sentences of a corpus are grouped into claims, each story for itself. Two sentences are of one claim by the gold where
/// they share at least six tenths of the events of the one with fewer, and of two where they share none; pairs in between say
/// nothing. Where each sentence has one event only, its groups are compared as well (B³).
/// </summary>
public static class ClaimEvaluation
{
    private const double SharedEvents = 0.6;

    /// <summary>The report.</summary>
    /// <param name="title">What was measured.</param>
    /// <param name="sentences">The corpus.</param>
    /// <param name="encode">Gives texts their vectors, in their order.</param>
    /// <param name="cancellationToken">Ends it with an <see cref="OperationCanceledException"/>.</param>
    public static EvaluationReport Of(
        string title, IReadOnlyList<ClaimSentence> sentences, Func<IReadOnlyList<string>, IReadOnlyList<SentenceVector>> encode,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        long right = 0, predicted = 0, gold = 0;
        List<(string Predicted, string Gold)> groups = [];
        foreach (var story in sentences.GroupBy(s => s.Story, StringComparer.Ordinal))
        {
            var placed = Grouped(story, encode, cancellationToken);
            groups.AddRange(placed.Where(p => p.Sentence.Events.Count == 1)
                .Select(p => ($"{story.Key}/{p.Group}", $"{story.Key}/{p.Sentence.Events[0]}")));
            for (var i = 0; i < placed.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    if (IsOneClaim(placed[i].Sentence.Events, placed[j].Sentence.Events) is { } isOne)
                    {
                        var together = placed[i].Group == placed[j].Group;
                        right += together && isOne ? 1 : 0;
                        predicted += together ? 1 : 0;
                        gold += isOne ? 1 : 0;
                    }
                }
            }
        }

        List<EvaluationRow> rows = [Row("pairs of one claim", Share(right, predicted), Share(right, gold)) with { Right = right,
            Predicted = predicted, Gold = gold }];
        if (groups.Count == sentences.Count && GroupMetrics.BCubed(groups) is { } cubed)
        {
            rows.Add(Row("B³", cubed.Precision, cubed.Recall));
        }

        return new(title, sentences.Select(s => s.Document.Id).Distinct(StringComparer.Ordinal).Count(), rows.ToValueList());
    }

    /// <summary>
    /// A table of pairs of which the gold says whether they are of one claim, for fitting the weights by which that is decided: a
    /// header; then a line a pair, with its story, whether it is of one claim, and its features. Left out are those that are kept apart whatever their score, and those below a cosine.
    /// </summary>
    /// <param name="sentences">The corpus.</param>
    /// <param name="encode">Gives texts their vectors, in their order.</param>
    /// <param name="leastCosine">The cosine, from -1 to 1.</param>
    public static IEnumerable<string> Pairs(
        IReadOnlyList<ClaimSentence> sentences, Func<IReadOnlyList<string>, IReadOnlyList<SentenceVector>> encode, double leastCosine)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        yield return string.Join('\t', ["story", "same", .. PairFeatures.Names]);
        foreach (var story in sentences.GroupBy(s => s.Story, StringComparer.Ordinal))
        {
            var traits = TraitsOf(story, encode);
            for (var i = 0; i < traits.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    var (a, b) = (traits[i], traits[j]);
                    if (IsOneClaim(a.Sentence.Events, b.Sentence.Events) is { } isOne
                        && StatementPair.CosineOf(a.Traits, b.Traits) is var cosine && cosine >= leastCosine
                        && StatementPair.Of(a.Traits, b.Traits) is var pair && !PairScorer.MustNotLink(pair))
                    {
                        yield return string.Join('\t',
                        [
                            story.Key, isOne ? "1" : "0",
                            .. PairFeatures.Of(pair).Select(f => f.ToString("0.####", CultureInfo.InvariantCulture)),
                        ]);
                    }
                }
            }
        }
    }

    private static List<(ClaimSentence Sentence, StatementTraits Traits)> TraitsOf(
        IEnumerable<ClaimSentence> story, Func<IReadOnlyList<string>, IReadOnlyList<SentenceVector>> encode) =>
    [
        .. story.GroupBy(s => s.Document.Id, StringComparer.Ordinal).SelectMany(document =>
            document.Zip(TraitReader.Read(document.First().Document, [.. document.Select(s => s.ToStatement())], encode))),
    ];

    private static List<(ClaimSentence Sentence, int Group)> Grouped(
        IEnumerable<ClaimSentence> story, Func<IReadOnlyList<string>, IReadOnlyList<SentenceVector>> encode,
        CancellationToken cancellationToken)
    {
        var read = TraitsOf(story, encode);
        Dictionary<string, ClaimSentence> byId = new(StringComparer.Ordinal);
        read.ForEach(r => byId.TryAdd(r.Traits.Id, r.Sentence));
        var grouper = new ClaimGrouper();
        grouper.Add(read.Select(r => r.Traits), cancellationToken);
        return [.. grouper.Groups.SelectMany((group, i) => group.Select(t => (byId[t.Id], i)))];
    }

    private static bool? IsOneClaim(ValueList<string> a, ValueList<string> b)
    {
        var shared = a.Intersect(b, StringComparer.Ordinal).Count();
        return shared >= SharedEvents * Math.Min(a.Count, b.Count) ? true : shared == 0 ? false : null;
    }

    private static double? Share(long part, long whole) => whole == 0 ? null : (double)part / whole;

    private static EvaluationRow Row(string name, double? precision, double? recall) =>
        new(name, precision is { } p && recall is { } r ? GroupMetrics.F1(p, r) : null) { Precision = precision, Recall = recall };
}
