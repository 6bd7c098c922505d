using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Reports;

/// <summary>
/// What headlines do with the claims that they were collected for (Ferreira and Vlachos 2016: .73 in ten folds by claim, fitted on nine of
/// them), as their statements are read: nothing is fitted, so that folds make no difference.
/// </summary>
public static class HeadlineEvaluation
{
    /// <summary>The report.</summary>
    /// <param name="title">What was measured.</param>
    /// <param name="read">Headlines with their statements and those of the claims' wordings.</param>
    public static EvaluationReport Of(string title, IReadOnlyList<(StancedHeadline Headline, IReadOnlyList<Statement> Statements, IReadOnlyList<Statement> Claim)> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var sides = Confusion.Of(read.Select(r => (r.Headline.Side.ToString(), SideOf(r.Headline.Headline.Text, r.Statements, IsNegative(r.Headline.Headline, r.Statements) != IsNegative(r.Headline.Claim, r.Claim)).ToString())));
        var accuracy = sides.Accuracy;
        return new(title, read.Count, new ValueList<EvaluationRow>(
        [
            new("headlines' sides", accuracy.Value) { Right = accuracy.Right, Gold = accuracy.Of },
            new("always the commonest", (double)sides.Cells.GroupBy(c => c.Gold, StringComparer.Ordinal).Max(g => g.Sum(c => c.Count)) / read.Count),
            .. ((Side[])[Side.For, Side.Against, Side.Neutral]).Select(side => Row(side.ToString(), sides.Of(side.ToString()))),
        ]));
    }

    /// <summary>
    /// Against a claim where something is denied that the claim says, or the other way round; neither where it is credited to somebody,
    /// hedged or asked, of which the outlet says only that others do.
    /// </summary>
    private static Side SideOf(string headline, IReadOnlyList<Statement> statements, bool isContrary) =>
        isContrary ? Side.Against
            : headline.Contains('?', StringComparison.Ordinal) || statements.Any(s => !s.IsOwnVoice || s.Attitude?.Certainty != Certainty.Certain) ? Side.Neutral : Side.For;

    private static bool IsNegative(Document document, IReadOnlyList<Statement> statements) =>
        TraitReader.Read(document, statements, texts => [.. texts.Select(_ => SentenceVector.None)]).Any(traits => traits.IsNegative);

    private static EvaluationRow Row(string name, Counts counts) =>
        new(name, counts.F1) { Precision = counts.Precision, Recall = counts.Recall, Right = counts.Right, Predicted = counts.Predicted, Gold = counts.Gold };
}
