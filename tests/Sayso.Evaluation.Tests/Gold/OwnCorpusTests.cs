using Sayso.Core.Attributions;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Tests.Gold;

/// <summary>The corpus in this repository is read whole, and its splits share no article.</summary>
public sealed class OwnCorpusTests
{
    [Theory]
    [InlineData("train", 19)]
    [InlineData("test", 15)]
    public async Task Articles_AreRead_AndAgreeWithThemselves(string split, int atLeast)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var corpus = await SaysoCorpus.OpenAsync(Corpora.Own, split, cancellation: cancellation);
        Assert.InRange(corpus.Count, atLeast, int.MaxValue);
        await foreach (var article in corpus.ReadAsync(cancellation))
        {
            Assert.Contains(article.Part, (string[])["natural", "enriched"]);
            Assert.NotEmpty(article.Statements);
            var statements = Interpreter.Interpret(article.Source.ToDocument(), GoldSpans.Of(article.Statements)).ToValueList();
            var tally = StatementMetrics.Count(article.Source.Text, statements, article.Statements);
            Assert.InRange(tally.Found.Recall!.Value, 0.9, 1);
            Assert.Equal(tally.Source.Of, tally.Source.Right);
        }
    }

    [Fact]
    public void Splits_ShareNoArticle()
    {
        var files = File.ReadLines(Path.Combine(Corpora.Own, "SPLIT.tsv")).Skip(1).Select(line => line.Split('\t')[0]).ToList();
        Assert.Equal(files.Distinct(), files);
        Assert.Equal(
            files.Order(StringComparer.Ordinal),
            Annotations().Where(f => !IsSecond(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void SecondAnnotations_AreOfArticlesThatAreThere()
    {
        var names = Annotations().Where(f => !IsSecond(f)).Select(Path.GetFileName).ToHashSet();
        var second = Annotations().Where(IsSecond).ToList();
        Assert.NotEmpty(second);
        Assert.All(second, f => Assert.Contains(Path.GetFileName(f), names));
    }

    private static IEnumerable<string> Annotations() =>
        Directory.EnumerateFiles(Corpora.Own, "*.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Corpora.Own, f));

    private static bool IsSecond(string file) => file.StartsWith("second/", StringComparison.Ordinal);
}
