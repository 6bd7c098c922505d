using Sayso.Core.Attributions;
using Sayso.Core.Errors;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Tests.Gold;

public sealed class OwnVoiceVerdictsTests : IDisposable
{
    private const string Text = "\U0001F6A2 It lost 40 boats. It sank.";

    private readonly string _folder = Directory.CreateTempSubdirectory("sayso-verdicts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Verdicts_AreCounted_AndThoseStillReadApart()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "a.txt"), Text, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "list.tsv"), "# remark\na\t2031-03-12\t2\t18\tright\t\na\t2031-03-12\t20\t27\twrong\tno figure\n", TestContext.Current.CancellationToken);
        var article = Assert.Single(await OwnVoiceVerdicts.ReadAsync(Path.Combine(_folder, "list.tsv"), _folder, TestContext.Current.CancellationToken));
        Assert.Equal(["It lost 40 boats", "It sank"], article.Verdicts.Select(v => v.Span.Slice(Text).ToString()));
        Assert.Equal(2031, article.ToDocument().Published!.Value.Year);

        var read = new Statement("s", "d", SpanList.Empty, SpanList.Empty, SpanList.Of(article.Verdicts[0].Span));
        var credited = new Statement("t", "d", SpanList.Empty, SpanList.Of(new TextSpan(0, 1)), SpanList.Of(article.Verdicts[1].Span));
        Assert.Equal(new OwnVoiceTally(new Share(1, 2), new Share(1, 1)), OwnVoiceTally.Of(article, [read, credited]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\t-\t2\t18\tperhaps\t\n")]
    [InlineData("a\t-\t2\t180\tright\t\n")]
    [InlineData("a\t-\t2\n")]
    [InlineData("b\t-\t2\t18\tright\t\n")]
    public async Task MalformedLists_AreToldByTheirCode(string list)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "a.txt"), Text, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "list.tsv"), list, TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<SaysoException>(() => OwnVoiceVerdicts.ReadAsync(Path.Combine(_folder, "list.tsv"), _folder, TestContext.Current.CancellationToken));
        Assert.Equal(ProblemCodes.BadCorpus, error.Problem.Code);
    }
}
