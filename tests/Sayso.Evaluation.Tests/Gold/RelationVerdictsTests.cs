using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Errors;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Tests.Gold;

public sealed class RelationVerdictsTests : IDisposable
{
    private const string Text = "\U0001F6A2 Dunja Harpel wrote no. Ilo Verrin agreed. Rain fell on it. Oda Brask hoped so.";

    private readonly string _folder = Directory.CreateTempSubdirectory("sayso-verdicts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Verdicts_AreCounted_OfHopsFound()
    {
        await WriteAsync("# remark\na\t15\t20\t2\t14\twrites\na\t36\t42\t25\t35\tsays|believes\na\t49\t53\t44\t48\tnone\na\t71\t76\t61\t70\tbelieves\n");
        var article = Assert.Single(await RelationVerdicts.ReadAsync(Path.Combine(_folder, "list.tsv"), _folder, TestContext.Current.CancellationToken));
        Assert.Equal(["Dunja Harpel wrote", "Ilo Verrin agreed", "Rain fell", "Oda Brask hoped"], article.Verdicts.Select(v => $"{v.Hop.Slice(Text)} {v.Cue.Slice(Text)}"));
        Assert.Equal(new RelationTally(new Share(3, 4), new Share(1, 1), new Share(0, 1), 1), RelationTally.Of(article,
            [Read(article.Verdicts[0], HopRelation.Says), Read(article.Verdicts[1], HopRelation.Believes), Read(article.Verdicts[2], HopRelation.Says)]));
        Assert.Equal(new Share(1, 3), RelationTally.Of(article,
            [Read(article.Verdicts[0], HopRelation.Says), Read(article.Verdicts[1], HopRelation.Believes), Read(article.Verdicts[2], HopRelation.Says)]).Right);
    }

    [Fact]
    public async Task OfTwoStatements_TheOneWithTheVeryCue_IsMeant()
    {
        await WriteAsync("a\t36\t42\t25\t35\tsays\n");
        var article = Assert.Single(await RelationVerdicts.ReadAsync(Path.Combine(_folder, "list.tsv"), _folder, TestContext.Current.CancellationToken));
        var verdict = article.Verdicts[0];
        var wider = verdict with { Cue = new TextSpan(verdict.Cue.Start, verdict.Cue.End + 1) };
        Assert.Equal(new Share(1, 1), RelationTally.Of(article, [Read(wider, HopRelation.Writes), Read(verdict, HopRelation.Says)]).Right);
        Assert.Equal(new Share(0, 1), RelationTally.Of(article, [Read(wider, HopRelation.Writes)]).Right);
        Assert.Equal(new Share(0, 1), RelationTally.Of(article, [Read(verdict with { Cue = new TextSpan(0, 1) }, HopRelation.Says)]).Found);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\t15\t20\t2\t14\tsings\n")]
    [InlineData("a\t15\t20\t2\t140\tsays\n")]
    [InlineData("a\t15\t20\t2\t14\n")]
    [InlineData("b\t15\t20\t2\t14\tsays\n")]
    public async Task MalformedLists_AreToldByTheirCode(string list)
    {
        await WriteAsync(list);
        var error = await Assert.ThrowsAsync<SaysoException>(() => RelationVerdicts.ReadAsync(Path.Combine(_folder, "list.tsv"), _folder, TestContext.Current.CancellationToken));
        Assert.Equal(ProblemCodes.BadCorpus, error.Problem.Code);
    }

    private static Statement Read(RelationVerdict verdict, HopRelation relation) =>
        new("s", "d", SpanList.Of(verdict.Hop), SpanList.Of(verdict.Cue), SpanList.Empty)
        {
            Chain = new[] { new Hop("whoever", SourceKind.Named, SpanList.Of(verdict.Hop), relation) }.ToValueList(),
        };

    private async Task WriteAsync(string list)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "a.txt"), Text, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "list.tsv"), list, TestContext.Current.CancellationToken);
    }
}
