using Sayso.Core.Errors;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Tests.Gold;

public sealed class SentenceBioCorpusTests
{
    private static readonly string _rows = string.Join('\n',
        """{"tokens": ["``", "No", "''", "."], "labels": ["B-content", "I-content", "I-content", "O"], "id": "a_2"}""",
        """{"tokens": ["Ana", "said", "."], "labels": ["B-source", "B-cue", "O"], "id": "a_2"}""",
        """{"tokens": ["``", "No", "''", ".", "Ana", "said", "."], "labels": ["O", "O", "O", "O", "O", "O", "O"], "id": "a_1"}""");

    [Fact]
    public async Task Rows_AreAlignedWithTheArticle()
    {
        using var folder = new TemporaryFolder();
        folder.Write("texts/a.txt", "“No”.\nAna said.");
        var file = folder.Write("rows.jsonl", _rows);
        var corpus = await SentenceBioCorpus.OpenAsync(file, Path.Combine(folder.Path, "texts"), TestContext.Current.CancellationToken);
        var article = Assert.Single(await corpus.ReadAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));

        Assert.Equal("a", article.Source.Name);
        Assert.Equal([1, 2], article.Annotations.Select(rows => rows.Count)); // by annotator: a_1, a_2
        var second = article.Annotations[1][1];
        Assert.Equal(["Ana", "said", "."], second.Tokens.Select(t => t.Slice(article.Source.Text).ToString()));
    }

    [Theory]
    [InlineData("texts/b.txt")] // the article is missing
    [InlineData("texts/a.txt")] // the rows are of another article
    public async Task Rows_AreRefused_WhenTheArticleIsNotTheirs(string text)
    {
        using var folder = new TemporaryFolder();
        folder.Write(text, "Rents will rise again next year, wrote the council of the harbour.");
        var file = folder.Write("rows.jsonl", _rows);
        var error = await Assert.ThrowsAsync<SaysoException>(async () =>
        {
            var corpus = await SentenceBioCorpus.OpenAsync(file, Path.Combine(folder.Path, "texts"), TestContext.Current.CancellationToken);
            await corpus.ReadAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        });
        Assert.Equal(ProblemCodes.BadCorpus, error.Problem.Code);
    }

    // The labels were made from the annotation files, so an annotator's own spans must come out as labelled; a few
    // dozen tokens that the text lacks or cuts elsewhere are all that may differ.
    [Fact]
    public async Task AnnotatorsOwnSpans_ComeOutAsLabelled()
    {
        var polnear = Corpora.Folder("polnear");
        var gold = await PolnearCorpus.Open(Path.Combine(polnear, "dev")).ReadAsync(TestContext.Current.CancellationToken)
            .ToDictionaryAsync(a => a.Source.Name, cancellationToken: TestContext.Current.CancellationToken);
        var corpus = await SentenceBioCorpus.OpenAsync(
            Path.Combine(polnear, "bio", "dev-sentences.jsonl"), Path.Combine(polnear, "dev", "text"), TestContext.Current.CancellationToken);
        var sum = SentenceBioTally.AdditiveIdentity;
        int tokens = 0, missing = 0;
        await foreach (var article in corpus.ReadAsync(TestContext.Current.CancellationToken))
        {
            var annotations = gold[article.Source.Name].Annotations;
            Assert.Equal(annotations.Count, article.Annotations.Count);
            for (var i = 0; i < annotations.Count; i++)
            {
                var own = article with { Annotations = new[] { article.Annotations[i] }.ToValueList() };
                sum += SentenceBioMetrics.Count(own, annotations[i].Attributions);
                tokens += article.Annotations[i].Sum(row => row.Tokens.Count);
                missing += article.Annotations[i].Sum(row => row.Tokens.Count(t => t.IsEmpty));
            }
        }

        Assert.Equal(84, corpus.Count);
        Assert.Equal(84693, tokens);
        Assert.InRange(missing, 0, 100);
        Assert.All([sum.Exact.Source.F1, sum.Exact.Cue.F1, sum.Exact.Content.F1], f1 => Assert.InRange(f1!.Value, 0.995, 1));
    }
}
