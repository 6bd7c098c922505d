using Sayso.Core.Errors;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Tests.Gold;

public sealed class GumCorpusTests : IDisposable
{
    /// <summary>"The old harbour of Skarne sank. It didn't." with a mention inside another, one of one word, and a contraction.</summary>
    private static readonly string[] _words =
    [
        "# newdoc id = invented", "# newpar",
        Row("1", "The", "Entity=(1-place-new-cf1-2-3"), Row("2", "old", "_"), Row("3", "harbour", "_"), Row("4", "of", "_"), Row("5", "Skarne", "Entity=(2-place-new-cf2-2-1)1)"),
        Row("6", "sank", "SpaceAfter=No"), Row("7", ".", "_"), "",
        "# newpar",
        Row("1", "It", "Entity=(1-place-giv-cf1-1-1-ana)"), Row("2-3", "didn't", "SpaceAfter=No"), Row("2", "did", "_"), Row("3", "n't", "_"), Row("4", ".", "_"), "",
    ];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Mentions_HaveTheirWordsTheirLeastWordsAndTheirEntity()
    {
        _folder.Write("GUM_invented.conllu", Lines(_words));
        var text = Assert.Single(await GumCorpus.ReadAsync(_folder.Path, null, TestContext.Current.CancellationToken));
        Assert.Equal(("GUM_invented", "The old harbour of Skarne sank.\nIt didn't."), (text.Name, text.Text));
        Assert.Equal(
            [("Skarne", "Skarne", "2"), ("The old harbour of Skarne", "harbour", "1"), ("It", "It", "1")],
            text.Mentions.Select(m => (m.Span.Slice(text.Text).ToString(), m.Head.Slice(text.Text).ToString(), m.Entity)));
    }

    [Fact]
    public async Task List_NamesWhichAreRead()
    {
        _folder.Write("GUM_a.conllu", Lines(_words));
        _folder.Write("GUM_b.conllu", Lines(_words));
        var list = _folder.Write("list.txt", "GUM_b\n");
        Assert.Equal(["GUM_b"], (await GumCorpus.ReadAsync(_folder.Path, list, TestContext.Current.CancellationToken)).Select(t => t.Name));
    }

    [Theory]
    [InlineData("Entity=(1-place")]
    [InlineData("Entity=1")]
    public async Task Marks_ThatAreMalformed_AreNoCorpus(string mark)
    {
        _folder.Write("GUM_bad.conllu", Lines(Row("1", "It", mark)));
        var error = await Assert.ThrowsAsync<SaysoException>(() => GumCorpus.ReadAsync(_folder.Path, null, TestContext.Current.CancellationToken));
        Assert.Equal(ProblemCodes.BadCorpus, error.Problem.Code);
    }

    public void Dispose() => _folder.Dispose();

    private static string Row(string id, string form, string features) => string.Join('\t', id, form, "_", "_", "_", "_", "_", "_", "_", features);

    private static string Lines(params string[] lines) => string.Join('\n', lines) + "\n";
}
