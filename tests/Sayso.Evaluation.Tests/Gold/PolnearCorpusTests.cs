using Sayso.Core.Errors;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Tests.Gold;

public sealed class PolnearCorpusTests
{
    private const string Said = "T1\tCue 4 8\tsaid\nE1\tAttribution:T1 Cue:T1\n";

    [Fact]
    public async Task Articles_ComeByName_WithTheirAnnotatorsByName()
    {
        using var folder = new TemporaryFolder();
        folder.Write("text/b_2.txt", "Bob said yes");
        folder.Write("text/a.txt", "Ana said no");
        folder.Write("attributions/a_9f.ann", "");
        folder.Write("attributions/a_1c.ann", Said);
        folder.Write("attributions/b_2_77.ann", Said);
        var corpus = PolnearCorpus.Open(folder.Path);
        var articles = await corpus.ReadAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, corpus.Count);
        Assert.Equal(["a", "b_2"], articles.Select(a => a.Source.Name));
        Assert.Equal(["1c", "9f"], articles[0].Annotations.Select(a => a.Annotator));
        Assert.Equal("said", Assert.Single(articles[0].Gold).Cue.TextOf(articles[0].Source.Text));
        Assert.Empty(articles[0].Annotations[1].Attributions);
    }

    [Theory]
    [InlineData("")] // no folder at all
    [InlineData("text/a.txt")] // no annotations
    [InlineData("text/a.txt attributions/b_1.ann text/b.txt")] // one text without annotation
    [InlineData("text/a.txt attributions/a_1.ann attributions/b_1.ann")] // one annotation without text
    public void Folder_IsRefused_WhenItIsNoCorpus(string files)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in files.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            folder.Write(file, "");
        }

        var error = Assert.Throws<SaysoException>(() => PolnearCorpus.Open(folder.Path));
        Assert.Equal(ProblemCodes.BadCorpus, error.Problem.Code);
    }

    [Fact]
    public async Task Text_IsRefused_WhenItIsNotUtf8()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.Write("text/a.txt", ""), [0x41, 0xE9, 0x42], TestContext.Current.CancellationToken);
        folder.Write("attributions/a_1.ann", "");
        var error = await Assert.ThrowsAsync<SaysoException>(async () =>
            await PolnearCorpus.Open(folder.Path).ReadAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(ProblemCodes.BadCorpus, error.Problem.Code);
    }

    // Articles, annotations and relations of the real corpus as its description counts them, less 35 relations that
    // have a trigger only and one without a cue in all files; a first annotator's are fewer.
    [Theory]
    [InlineData("train", 840, 919, 22465)]
    [InlineData("dev", 84, 94, 2319)]
    public async Task Polnear_IsReadWhole(string part, int articles, int annotations, int relations)
    {
        var corpus = PolnearCorpus.Open(Path.Combine(Corpora.Folder("polnear"), part));
        var read = await corpus.ReadAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(articles, read.Count);
        Assert.Equal(annotations, read.Sum(a => a.Annotations.Count));
        Assert.Equal(relations, read.Sum(a => a.Annotations.Sum(x => x.Attributions.Count)));
    }
}
