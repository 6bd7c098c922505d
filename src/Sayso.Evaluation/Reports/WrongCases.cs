using Sayso.Core.Attitudes;
using Sayso.Core.Chains;
using Sayso.Core.Text;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Reports;

/// <summary>A statement that was found and misunderstood.</summary>
/// <param name="Article">The article's name.</param>
/// <param name="Gold">The annotated value.</param>
/// <param name="Predicted">The predicted one.</param>
/// <param name="Source">The source's words.</param>
/// <param name="Cue">The cue's words.</param>
/// <param name="Content">The content's first words.</param>
public sealed record WrongCase(string Article, string Gold, string Predicted, string Source, string Cue, string Content);

/// <summary>Statements that were found and misunderstood, for reading.</summary>
public static class WrongCases
{
    private const int LettersOfContent = 160;

    /// <summary>What can be asked for.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["chain", "kind", "speaker", "stance", "certainty", "polarity"];

    /// <summary>An article's wrong cases, in the order of their matching.</summary>
    /// <param name="prediction">What was read in it.</param>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    public static IEnumerable<WrongCase> Of(StatementPrediction prediction, string kind)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        var (article, statements) = prediction;
        var names = new NameAgreement(article.Statements.SelectMany(g => g.Chain).Select(h => h.Name));
        foreach (var pair in StatementMetrics.Match(article.Source.Text, statements, article.Statements))
        {
            var (gold, predicted) = Values(names, pair, kind);
            if (gold != predicted)
            {
                string Text(SpanList spans) => spans.TextOf(article.Source.Text).ReplaceLineEndings(" ");

                var content = Text(pair.Predicted.Content);
                yield return new(article.Source.Name, gold, predicted,
                    Text(pair.Predicted.Source), Text(pair.Predicted.Cue), content.Length > LettersOfContent
                        ? content[..LettersOfContent] : content);
            }
        }
    }

    private static (string Gold, string Predicted) Values(NameAgreement names, StatementMetrics.Pair pair, string kind)
    {
        var (predicted, gold, _) = pair;
        return kind switch
        {
            "stance" => (ClosedSet.NameOf(gold.Stance), ClosedSet.NameOf(predicted.Attitude!.Stance)),
            "certainty" => (ClosedSet.NameOf(gold.Certainty), ClosedSet.NameOf(predicted.Attitude!.Certainty)),
            "polarity" => (ClosedSet.NameOf(gold.Polarity), ClosedSet.NameOf(predicted.Attitude!.Polarity)),
            "kind" => (Kind(gold.Chain[0].Kind), predicted.Chain is [var first, ..] ? Kind(first.Kind) : "none"),
            "speaker" when !gold.IsResolved || StatementMetrics.IsSpeakerRight(names, pair) => (string.Empty, string.Empty),
            "chain" when StatementMetrics.IsChainRight(names, pair) => (string.Empty, string.Empty),
            "speaker" => (gold.Chain[0].Name, predicted.Chain is [var first, ..] ? $"!{first.Name}" : "!"),
            "chain" => (string.Join(" > ", gold.Chain.Select(h => h.Name)), string.Join(" > ", predicted.Chain.Select(h => $"!{h.Name}"))),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    private static string Kind(SourceKind kind) => kind.ToString().ToLowerInvariant();
}
