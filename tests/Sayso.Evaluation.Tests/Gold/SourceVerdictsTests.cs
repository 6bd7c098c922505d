using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Errors;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Tests.Gold;

public sealed class SourceVerdictsTests : IDisposable
{
    private const string Text = "\U0001F6A2 Dunja Harpel left. She said no. The mayor said so. They agreed.";

    private readonly string _folder = Directory.CreateTempSubdirectory("sayso-verdicts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Verdicts_AreCounted_ByForm_OfThoseFound()
    {
        await WriteAsync("# remark\na\t21\t24\tpronoun\tDunja Harpel\na\t34\t43\tdescription\tIlo Verrin|mayor of Ostrel\na\t53\t57\tpronoun\tboth\n");
        var article = Assert.Single(await SourceVerdicts.ReadAsync(Path.Combine(_folder, "list.tsv"), _folder, TestContext.Current.CancellationToken));
        Assert.Equal(["She", "The mayor", "They"], article.Verdicts.Select(v => v.Span.Slice(Text).ToString()));
        Assert.Equal(new SourceTally(new Share(2, 3), new Share(0, 1), new Share(1, 1)),
            SourceTally.Of(article, [Said(article.Verdicts[0].Span, "Ilo Verrin"), Said(article.Verdicts[1].Span, "mayor of Ostrel")]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\t21\t24\tname\tDunja Harpel\n")]
    [InlineData("a\t21\t240\tpronoun\tDunja Harpel\n")]
    [InlineData("a\t21\t24\tpronoun\n")]
    [InlineData("b\t21\t24\tpronoun\tDunja Harpel\n")]
    public async Task MalformedLists_AreToldByTheirCode(string list)
    {
        await WriteAsync(list);
        var error = await Assert.ThrowsAsync<SaysoException>(() => SourceVerdicts.ReadAsync(Path.Combine(_folder, "list.tsv"), _folder, TestContext.Current.CancellationToken));
        Assert.Equal(ProblemCodes.BadCorpus, error.Problem.Code);
    }

    private static Statement Said(TextSpan source, string name) => new("s", "d", SpanList.Of(source), SpanList.Empty, SpanList.Empty)
    {
        Chain = new[] { new Hop(name, SourceKind.Named, SpanList.Of(source), HopRelation.Says) }.ToValueList(),
    };

    private async Task WriteAsync(string list)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "a.txt"), Text, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "list.tsv"), list, TestContext.Current.CancellationToken);
    }
}
