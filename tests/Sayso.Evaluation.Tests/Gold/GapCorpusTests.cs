using Sayso.Core.Errors;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Tests.Gold;

public sealed class GapCorpusTests : IDisposable
{
    private const string Header = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n";
    private const string Text = "Lotte Quist met \"Dunja\" Harpel; she sang.";
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("she", true)]
    [InlineData("Her", true)]
    [InlineData("his", false)]
    public async Task Case_HasItsPronounAndBothNames(string pronoun, bool isFeminine)
    {
        var path = _folder.Write("gap.tsv", $"{Header}dev-1\t{Text}\t{pronoun}\t33\tLotte Quist\t0\tTRUE\tHarpel\t24\tFALSE\thttp://x.example\r\n");
        var read = Assert.Single(await GapCorpus.ReadAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(new GapCase("dev-1", Text, 33, isFeminine, new GapName(0, 11, true), new GapName(24, 6, false)), read);
    }

    [Theory]
    [InlineData("dev-1\tonly three\tcells")]
    [InlineData("dev-1\tx\tshe\tfar\tA\t0\tTRUE\tB\t1\tFALSE\tu")]
    public async Task Line_ThatIsMalformed_IsNoCorpus(string line)
    {
        var path = _folder.Write("gap.tsv", Header + line + "\n");
        var error = await Assert.ThrowsAsync<SaysoException>(() => GapCorpus.ReadAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(ProblemCodes.BadCorpus, error.Problem.Code);
    }

    public void Dispose() => _folder.Dispose();
}
