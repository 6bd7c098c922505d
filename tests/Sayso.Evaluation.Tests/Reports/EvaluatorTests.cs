using Sayso.Core.Attributions;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Reports;

namespace Sayso.Evaluation.Tests.Reports;

public sealed class EvaluatorTests
{
    private const string Text = "Ana Poe said rents will rise. Eve denied it.";
    private static readonly Attribution _said = Marks.Attribution(Text, "Ana Poe", "said", "rents will rise");
    private static readonly Attribution _denied = Marks.Attribution(Text, "Eve", "denied", "it");
    private static readonly string[] _measures =
    [
        "alpha", "relation", "found", "exact source", "exact cue", "exact content", "token source", "token cue", "token content",
        "calibration error", "right at confidence .9", "right at confidence .7",
    ];

    [Fact]
    public async Task Articles_AreJudgedByTheFirstAnnotator_AndAddUp()
    {
        // First article: one of two found; second: both. Relation: 3 of 3 predicted, of 4 in gold.
        Prediction<AnnotatedArticle>[] predictions =
        [
            new(Article([_said, _denied], []), new[] { _said }.ToValueList()),
            new(Article([_said, _denied]), new[] { _said, _denied }.ToValueList()),
        ];
        var report = await Evaluator.PolnearAsync(predictions.ToAsyncEnumerable(), TestContext.Current.CancellationToken);

        Assert.Equal(2, report.Articles);
        Assert.Equal(_measures, report.Rows.Select(r => r.Name));
        var relation = report.Rows[1];
        Assert.Equal((6.0 / 7, 1.0, 0.75), (relation.Value, relation.Precision, relation.Recall));
        Assert.Equal((3, 3, 4), (relation.Right, relation.Predicted, relation.Gold));
        Assert.Equal(new Interval(2.0 / 3, 1), relation.Interval); // draws of the first alone and of the second alone
        Assert.Null(report.Rows[0].Precision);
    }

    [Fact]
    public async Task Figures_DoNotDependOnTheOrderOfArticles()
    {
        Prediction<AnnotatedArticle>[] predictions =
        [
            new(Article([_said, _denied]), new[] { _said }.ToValueList()),
            new(Article([_denied]), new[] { _said, _denied }.ToValueList()),
            new(Article([[]]), ValueList<Attribution>.Empty),
        ];
        var forth = await Evaluator.PolnearAsync(predictions.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        var back = await Evaluator.PolnearAsync(predictions.Reverse().ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        Assert.Equal(forth.Rows.Select(r => r with { Interval = null }), back.Rows.Select(r => r with { Interval = null }));
    }

    [Fact]
    public async Task OwnAnnotation_IsReportedByPart()
    {
        Prediction<SaysoArticle>[] predictions =
        [
            new(Own("wire", new(_said, false), new(_denied, true)), new[] { _said }.ToValueList()),
            new(Own("news", new(_said, false), new(_denied, true)), new[] { _denied }.ToValueList()),
        ];
        var reports = await Evaluator.SaysoAsync(predictions.ToAsyncEnumerable(), TestContext.Current.CancellationToken);

        Assert.Equal(["news", "wire"], reports.Select(r => r.Title));
        Assert.Equal([.. _measures, "source right of found", "found, with nested", "nested recall"], reports[0].Rows.Select(r => r.Name));
        Assert.Equal(0, reports[0].Rows[1].Value);
        Assert.Equal((1.0, 1, null, 1), (reports[0].Rows[^1].Value, reports[0].Rows[^1].Right, reports[0].Rows[^1].Predicted, reports[0].Rows[^1].Gold));
        Assert.Equal((1.0, 0.0), (reports[1].Rows[1].Value, reports[1].Rows[^1].Value));
    }

    [Fact]
    public async Task Sentences_AreReportedByRole()
    {
        TextSpan[] tokens = [Marks.Span(Text, "Ana"), Marks.Span(Text, "Poe"), Marks.Span(Text, "said")];
        BioSpan[] gold = [new(Core.Linguistics.Role.Source, 0, 1), new(Core.Linguistics.Role.Cue, 2, 2)];
        var rows = new[] { new AlignedRow(tokens.ToValueList(), gold.ToValueList()) }.ToValueList();
        Prediction<SentenceBioArticle>[] predictions =
            [new(new(new("a", Text), new[] { rows }.ToValueList()), new[] { _said }.ToValueList())];
        var report = await Evaluator.SentencesAsync(predictions.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        Assert.Equal(
            [("exact source", 1.0), ("exact cue", 1.0), ("exact content", null)],
            report.Rows.Select(r => (r.Name, r.Value)));
    }

    [Fact]
    public void Document_HasTheTextAsItIs()
    {
        var document = new GoldText("a", "\uFEFFAna 👍\r\n").ToDocument();
        Assert.Equal("\uFEFFAna 👍\r\n", document.Text);
        Assert.Equal(ContentHash.IdLength, document.Id.Length);
        Assert.NotEqual(document.Id, new GoldText("a", "Ana 👍\r\n").ToDocument().Id);
    }

    private static AnnotatedArticle Article(params Attribution[][] annotations) => new(
        new("invented", Text), annotations.Select((a, i) => new Annotation($"{i}", a.ToValueList())).ToValueList());

    private static SaysoArticle Own(string part, params GoldStatement[] statements) =>
        new(new("invented", Text), part, statements.ToValueList());
}
