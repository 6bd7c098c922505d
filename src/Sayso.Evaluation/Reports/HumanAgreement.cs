using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Reports;

/// <summary>
/// How far annotators agree with one another: each pair of them on an article is scored as if one were the prediction
/// and the other gold, over the articles that have several. F1 and alpha are the same either way round.
/// </summary>
/// <param name="Pairs">Number of pairs.</param>
/// <param name="Pooled">Figures of the counts of all pairs together; intervals are over articles.</param>
/// <param name="Mean">Means of the pairs' figures, in which a short article weighs as much as a long one.</param>
public sealed record HumanAgreement(int Pairs, EvaluationReport Pooled, EvaluationReport Mean)
{
    /// <summary>Scores all pairs of annotators; articles with one annotator are passed over.</summary>
    public static async Task<HumanAgreement> OfAsync(
        IAsyncEnumerable<AnnotatedArticle> articles, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        List<AttributionTally> byArticle = [], byPair = [];
        await foreach (var article in articles.WithCancellation(cancellation).ConfigureAwait(false))
        {
            var pairs = PairsOf(article);
            if (pairs.Count > 0)
            {
                byPair.AddRange(pairs);
                byArticle.Add(pairs.Aggregate((a, b) => a + b));
            }
        }

        var pooled = Measures.Report("pairs pooled", byArticle, Measures.Spans);

        // Neither annotator is the prediction, so precision and recall would only tell whose name comes first.
        var rows = pooled.Rows.Select(r => r with { Precision = null, Recall = null });
        return new(byPair.Count, pooled with { Rows = rows.ToValueList() }, MeanOf(byPair, byArticle.Count));
    }

    private static List<AttributionTally> PairsOf(AnnotatedArticle article)
    {
        List<AttributionTally> pairs = [];
        for (var i = 0; i < article.Annotations.Count; i++)
        {
            for (var j = i + 1; j < article.Annotations.Count; j++)
            {
                pairs.Add(AttributionMetrics.Count(
                    article.Source.Text, article.Annotations[i].Attributions, article.Annotations[j].Attributions));
            }
        }

        return pairs;
    }

    private static EvaluationReport MeanOf(List<AttributionTally> pairs, int articles) => new(
        "mean of pairs",
        articles,
        Measures.Spans
            .Select(m => new EvaluationRow(m.Name, pairs.Select(p => m.Row(p).Value).Average()))
            .ToValueList());
}
