using Sayso.Core.Analysis;
using Sayso.Core.Attributions;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Reports;

/// <summary>
/// Events of ECB+ brought together across documents, their mentions given: the CoNLL score, which is the mean of MUC, B³ and CEAF-e, where
/// a topic's two groups of documents are taken apart before (sub-topics) and where they are not (topics).
/// </summary>
public static class EventEvaluation
{
    /// <summary>The report: first of the baseline, which takes mentions of the same stems for one event, then of those in documents of one story.</summary>
    /// <param name="title">What was measured.</param>
    /// <param name="mentions">The corpus.</param>
    /// <param name="encode">Gives texts their vectors, in their order.</param>
    /// <param name="cancellationToken">Ends it with an <see cref="OperationCanceledException"/>.</param>
    public static EvaluationReport Of(string title, IReadOnlyList<EventMention> mentions, Func<IReadOnlyList<string>, CancellationToken, IReadOnlyList<SentenceVector>> encode,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mentions);
        ArgumentNullException.ThrowIfNull(encode);
        List<EvaluationRow> rows = [];
        foreach (var (level, isWhole) in new[] { ("sub-topics", false), ("topics", true) })
        {
            Sums baseline = default, ours = default;
            foreach (var part in mentions.GroupBy(m => isWhole ? m.Sentence.Story : m.Group, StringComparer.Ordinal))
            {
                EventMention[] here = [.. part];
                var gold = Groups(here, i => here[i].Event);
                var stems = StemsOf(here);
                baseline += Sums.Of(Groups(here, i => stems[i]), gold);
                ours += Sums.Of(InStories(here, stems, encode, cancellationToken), gold);
            }

            rows.AddRange(baseline.Rows($"same stems, {level}"));
            rows.AddRange(ours.Rows($"same stems in one story, {level}"));
        }

        return new(title, mentions.Select(m => m.Sentence.Document.Id).Distinct(StringComparer.Ordinal).Count(), rows.ToValueList());
    }

    /// <summary>Mentions of the same stems in documents of one story, which documents come to by what their sentences claim and name.</summary>
    private static List<IReadOnlyList<string>> InStories(EventMention[] mentions, string[] stems, Func<IReadOnlyList<string>, CancellationToken, IReadOnlyList<SentenceVector>> encode,
        CancellationToken cancellationToken)
    {
        var read = mentions.Select(m => m.Sentence).Distinct().GroupBy(s => s.Document)
            .Select(of => (of.Key, (IReadOnlyList<Statement>)[.. of.Select(s => s.ToStatement())]));
        var claimed = new ClaimAnalysis(encode).Read(read, cancellationToken);
        Dictionary<string, string> storyOf = new(StringComparer.Ordinal);
        foreach (var story in new LedgerViews(claimed).Stories)
        {
            foreach (var document in story.Documents)
            {
                storyOf[document] = story.Id;
            }
        }

        return Groups(mentions, i => $"{storyOf.GetValueOrDefault(mentions[i].Sentence.Document.Id, mentions[i].Sentence.Document.Id)}/{stems[i]}");
    }

    private static List<IReadOnlyList<string>> Groups(EventMention[] mentions, Func<int, string> keyOf) =>
        [.. Enumerable.Range(0, mentions.Length).GroupBy(keyOf, StringComparer.Ordinal).Select(group => (IReadOnlyList<string>)[.. group.Select(i => $"{i}")])];

    /// <summary>The stems of each mention's words that carry matter; the words themselves where none does.</summary>
    private static string[] StemsOf(EventMention[] mentions) =>
    [
        .. mentions.Select(mention =>
        {
            var document = mention.Sentence.Document;
            var words = TraitReader.Read(document, [(mention.Sentence with { Content = mention.Words }).ToStatement()], texts => [.. texts.Select(_ => SentenceVector.None)])[0].Words;
            return words.Count > 0 ? string.Join(' ', words) : mention.Words.Slice(document.Text).ToString().ToLowerInvariant();
        }),
    ];

    /// <summary>What MUC, B³ and CEAF-e sum up.</summary>
    private readonly record struct Sums(CoreferenceMetrics.Sums Muc, CoreferenceMetrics.Sums BCubed, CoreferenceMetrics.Sums CeafE)
    {
        public static Sums Of(IReadOnlyList<IReadOnlyList<string>> predicted, IReadOnlyList<IReadOnlyList<string>> gold) =>
            new(CoreferenceMetrics.Muc(predicted, gold), CoreferenceMetrics.BCubed(predicted, gold), CoreferenceMetrics.CeafE(predicted, gold));

        public static Sums operator +(Sums left, Sums right) => new(left.Muc + right.Muc, left.BCubed + right.BCubed, left.CeafE + right.CeafE);

        public IEnumerable<EvaluationRow> Rows(string name) =>
        [
            new($"{name}: CoNLL", (Muc.F1 + BCubed.F1 + CeafE.F1) / 3),
            Row($"{name}: MUC", Muc), Row($"{name}: B³", BCubed), Row($"{name}: CEAF-e", CeafE),
        ];

        private static EvaluationRow Row(string name, CoreferenceMetrics.Sums sums) => new(name, sums.F1) { Precision = sums.Precision, Recall = sums.Recall };
    }
}
