using Sayso.Core.Attributions;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Reports;

namespace Sayso.Evaluation.Tests.Reports;

public sealed class HumanAgreementTests
{
    private const string Text = "Ana Poe said rents will rise. Eve denied it.";
    private static readonly Attribution _said = Marks.Attribution(Text, "Ana Poe", "said", "rents will rise");
    private static readonly Attribution _denied = Marks.Attribution(Text, "Eve", "denied", "it");

    // Annotators 1: both, 2: both, 3: the first only. Relations: pairs 1-2: 2 of 2 and 2, F1 1; 1-3 and 2-3: 1 of 2 and
    // 1, F1 2/3. Pooled: 2 (2 + 1 + 1) / (4 + 3 + 3) = .8; mean: (1 + 2/3 + 2/3) / 3 = 7/9.
    [Fact]
    public async Task Pairs_ArePooledAndAveraged()
    {
        AnnotatedArticle[] articles = [Article([_said, _denied], [_said, _denied], [_said]), Article([_denied])];
        var agreement = await HumanAgreement.OfAsync(articles.ToAsyncEnumerable(), TestContext.Current.CancellationToken);

        Assert.Equal(3, agreement.Pairs);
        Assert.Equal(1, agreement.Pooled.Articles); // the other has one annotator
        Assert.Equal(("relation", 0.8), (agreement.Pooled.Rows[1].Name, agreement.Pooled.Rows[1].Value));
        Assert.Null(agreement.Pooled.Rows[1].Precision);
        Assert.Equal(7.0 / 9, agreement.Mean.Rows[1].Value!.Value, 12);
    }

    [Fact]
    public async Task Nothing_IsReported_WithoutSeveralAnnotators()
    {
        var agreement = await HumanAgreement.OfAsync(
            new[] { Article([_said]) }.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        Assert.Equal(0, agreement.Pairs);
        Assert.All(agreement.Pooled.Rows.Concat(agreement.Mean.Rows), r => Assert.Null(r.Value));
    }

    // What the training code's metrics give for the same pairs, to the digit.
    [Fact]
    public async Task Polnear_AgreesWithTheTrainingCode()
    {
        var agreement = await HumanAgreement.OfAsync(Polnear(Corpora.Folder("polnear")), TestContext.Current.CancellationToken);
        Assert.Equal(265, agreement.Pairs);
        Assert.Equal(18, agreement.Pooled.Articles);
        (string, double?)[] expected =
        [
            ("alpha", 0.7745954212082651), ("relation", 0.7293927929045463), ("found", 0.7762823295912671),
            ("exact source", 0.7734493441434316), ("exact cue", 0.7130186689821993),
            ("exact content", 0.682007070644421), ("token source", 0.8096606801828738),
            ("token cue", 0.6932335389905937), ("token content", 0.9185113705812346),
        ];
        Assert.Equal(expected, agreement.Pooled.Rows.Select(r => (r.Name, r.Value)));
    }

    private static async IAsyncEnumerable<AnnotatedArticle> Polnear(string folder)
    {
        foreach (var part in new[] { "train", "dev" })
        {
            await foreach (var article in PolnearCorpus.Open(Path.Combine(folder, part)).ReadAsync())
            {
                yield return article;
            }
        }
    }

    private static AnnotatedArticle Article(params Attribution[][] annotations) => new(
        new("invented", Text), annotations.Select((a, i) => new Annotation($"{i}", a.ToValueList())).ToValueList());
}
