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

    private static List<(ClaimSentence Sentence, int Group)> Grouped(
        IEnumerable<ClaimSentence> story, Func<IReadOnlyList<string>, IReadOnlyList<SentenceVector>> encode,
        CancellationToken cancellationToken)
    {
        Dictionary<string, ClaimSentence> byId = new(StringComparer.Ordinal);
        List<StatementTraits> traits = [];
        foreach (var document in story.GroupBy(s => s.Document.Id, StringComparer.Ordinal))
        {
            var statements = document.Select(s => (Sentence: s, Statement: s.ToStatement())).ToList();
            statements.ForEach(s => byId.TryAdd(s.Statement.Id, s.Sentence));
            traits.AddRange(TraitReader.Read(document.First().Document, [.. statements.Select(s => s.Statement)], encode));
        }

        var grouper = new ClaimGrouper();
        grouper.Add(traits, cancellationToken);
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
