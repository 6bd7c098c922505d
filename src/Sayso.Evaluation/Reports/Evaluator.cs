using Sayso.Core.Attributions;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Reports;

/// <summary>
/// Reports over predictions as they come, in any order; of each article only its tally is kept. Intervals depend on the
/// articles' order, figures do not. PolNeAR marks no attribution inside another one: nested predictions are left out of
/// what is compared with it.
/// </summary>
public static class Evaluator
{
    /// <summary>Whole articles against the first annotator (<see cref="AttributionMetrics"/>).</summary>
    public static async Task<EvaluationReport> PolnearAsync(
        IAsyncEnumerable<Prediction<AnnotatedArticle>> predictions, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        List<AttributionTally> tallies = [];
        await foreach (var (article, attributions) in predictions.WithCancellation(cancellation).ConfigureAwait(false))
        {
            tallies.Add(AttributionMetrics.Count(article.Source.Text, Outer(attributions), article.Gold));
        }

        return Measures.Report("articles", tallies, Measures.Attributions);
    }

    /// <summary>Labelled rows (<see cref="SentenceBioMetrics"/>).</summary>
    public static async Task<EvaluationReport> SentencesAsync(
        IAsyncEnumerable<Prediction<SentenceBioArticle>> predictions, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        List<SentenceBioTally> tallies = [];
        await foreach (var (article, attributions) in predictions.WithCancellation(cancellation).ConfigureAwait(false))
        {
            tallies.Add(SentenceBioMetrics.Count(article, Outer(attributions)));
        }

        return Measures.Report("sentences", tallies, Measures.Sentences);
    }

    /// <summary>
    /// Our own annotation (<see cref="SaysoMetrics"/>): a report for each part of the corpus, in the ordinal order of
    /// their names. The parts differ in topics and in whose spans they are, so no figure is given for all of it.
    /// </summary>
    public static Task<IReadOnlyList<EvaluationReport>> SaysoAsync(
        IAsyncEnumerable<Prediction<SaysoArticle>> predictions, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        return ByPartAsync(
            predictions.Select(p => (p.Article.Part, SaysoMetrics.Count(p.Article.Source.Text, p.Attributions, p.Article.Statements))),
            (part, tallies) => Measures.Report(part, tallies, Measures.Statements),
            cancellation);
    }

    /// <summary>What is understood of statements (<see cref="StatementMetrics"/>): a report for each part of our own annotation.</summary>
    public static Task<IReadOnlyList<EvaluationReport>> StatementsAsync(
        IAsyncEnumerable<StatementPrediction> predictions, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        return ByPartAsync(
            predictions.Select(p => (p.Article.Part, StatementMetrics.Count(p.Article.Source.Text, p.Statements, p.Article.Statements))),
            (part, tallies) => Measures.Report(part, tallies, Measures.Understanding) with
            {
                Stances = tallies.Aggregate(Confusion.Empty, (sum, t) => sum + t.Stance),
                Certainties = tallies.Aggregate(Confusion.Empty, (sum, t) => sum + t.Certainty),
            },
            cancellation);
    }

    /// <summary>Time expressions in contents (<see cref="TimeMetrics"/>): a report for each part of our own annotation.</summary>
    public static Task<IReadOnlyList<EvaluationReport>> TimesAsync(IAsyncEnumerable<TimePrediction> predictions,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        return ByPartAsync(
            predictions.Select(p => (p.Article.Part, TimeMetrics.Count(p.Times, p.Article.Statements))),
            (part, tallies) => Measures.Report(part, tallies, Measures.Values),
            cancellation);
    }

    /// <summary>Quantities in contents (<see cref="QuantityMetrics"/>): a report for each part of our own annotation.</summary>
    public static Task<IReadOnlyList<EvaluationReport>> QuantitiesAsync(IAsyncEnumerable<QuantityPrediction> predictions,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        return ByPartAsync(
            predictions.Select(p => (p.Article.Part, QuantityMetrics.Count(p.Quantities, p.Article.Statements))),
            (part, tallies) => Measures.Report(part, tallies, Measures.Values),
            cancellation);
    }

    /// <summary>Quantities of sentences (<see cref="NewsQuantMetrics"/>), read in the corpus's convention.</summary>
    public static EvaluationReport NewsQuant(IEnumerable<NewsQuantSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        return Measures.Report("sentences",
            [.. sentences.Select(s => NewsQuantMetrics.Count(NewsQuantProfile.Read(s.Text), s.Quantities))], Measures.Measured);
    }

    /// <summary>Case tests of other programs (<see cref="QuantityCaseMetrics"/>).</summary>
    /// <param name="title">What they are.</param>
    /// <param name="cases">The cases.</param>
    public static EvaluationReport QuantityCases(string title, IEnumerable<QuantityCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        return Measures.Report(title, [.. cases.Select(QuantityCaseMetrics.Count)], Measures.Cases);
    }

    /// <summary>
    /// Case tests of other programs for times (<see cref="TimeCaseMetrics"/>): a report for each type, those of most cases
    /// first.
    /// </summary>
    public static IReadOnlyList<EvaluationReport> TimeCases(IEnumerable<TimeCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        return [.. cases.SelectMany(TimeCaseMetrics.Pair)
            .GroupBy(p => p.Expected.Type, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Measures.Report(g.Key, [.. g.Select(p => TimeCaseMetrics.Count(p.Read, p.IsRight))], Measures.TimeCases))];
    }

    /// <summary>Judged clauses in the outlet's own voice (<see cref="OwnVoiceTally"/>).</summary>
    public static EvaluationReport OwnVoice(IEnumerable<(JudgedArticle Article, IReadOnlyList<Statement> Statements)> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Measures.Report("articles with judged clauses", [.. read.Select(r => OwnVoiceTally.Of(r.Article, r.Statements))],
            Measures.OwnVoice);
    }

    /// <summary>Judged sources that are pronouns or descriptions (<see cref="SourceTally"/>).</summary>
    public static EvaluationReport Sources(IEnumerable<(SourceArticle Article, IReadOnlyList<Statement> Statements)> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Measures.Report("articles with judged sources", [.. read.Select(r => SourceTally.Of(r.Article, r.Statements))], Measures.Sources);
    }

    /// <summary>Judged hops (<see cref="RelationTally"/>).</summary>
    public static EvaluationReport Relations(IEnumerable<(RelationArticle Article, IReadOnlyList<Statement> Statements)> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Measures.Report("articles with judged hops", [.. read.Select(r => RelationTally.Of(r.Article, r.Statements))], Measures.Relations);
    }

    /// <summary>
    /// Pages' main text (<see cref="ShingleMetrics"/>): a report for those that the rules were chosen on, one for the others.
    /// </summary>
    public static Task<IReadOnlyList<EvaluationReport>> PagesAsync(IAsyncEnumerable<PagePrediction> predictions,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        return ByPartAsync(
            predictions.Select(p => (p.Page.IsChosenOn ? "pages chosen on" : "pages held out", ShingleMetrics.Count(p.Text, p.Page.Body))),
            (part, tallies) => Measures.Report(part, tallies, Measures.Pages),
            cancellation);
    }

    /// <summary>What pages say of themselves, against our annotation.</summary>
    public static Task<IReadOnlyList<EvaluationReport>> MetadataAsync(IAsyncEnumerable<MetadataTally> pages,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pages);
        return ByPartAsync(pages.Select(tally => ("metadata of pages", tally)),
            (part, tallies) => Measures.Report(part, tallies, Measures.Metadata), cancellation);
    }

    private static async Task<IReadOnlyList<EvaluationReport>> ByPartAsync<TTally>(
        IAsyncEnumerable<(string Part, TTally Tally)> counted, Func<string, IReadOnlyList<TTally>, EvaluationReport> report,
        CancellationToken cancellation)
    {
        List<(string Part, TTally Tally)> tallies = [];
        await foreach (var counts in counted.WithCancellation(cancellation).ConfigureAwait(false))
        {
            tallies.Add(counts);
        }

        return
        [
            .. tallies.GroupBy(t => t.Part, t => t.Tally, StringComparer.Ordinal)
                .OrderBy(part => part.Key, StringComparer.Ordinal)
                .Select(part => report(part.Key, [.. part])),
        ];
    }

    private static ValueList<Attribution> Outer(IEnumerable<Attribution> attributions) =>
        attributions.Where(a => a.Parent is null).ToValueList();
}
