using Sayso.Core.Errors;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Tests.Gold;

public sealed class NameCorpusTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Sentences_AreTexts_WhereNoDocumentStarts()
    {
        var texts = await Read("Lotte\tB-politician\nQuist\tI-politician\n,\tO\nof\tO\nSkarne\tB-location\n\nThe\tO\nHarbour\tB-politicalparty\nParty\tI-politicalparty\n's\tO\nTide\tB-event\n");
        Assert.Equal(["Lotte Quist, of Skarne\n", "The Harbour Party's Tide\n"], texts.Select(t => t.Text));
        Assert.Equal([("Lotte Quist", "person"), ("Skarne", "place")], Names(texts[0]));
        Assert.Equal([("Harbour Party", "organization"), ("Tide", "other")], Names(texts[1]));
    }

    [Fact]
    public async Task Documents_KeepTheirSentencesTogether_AndNamesDoNotCrossThem()
    {
        var texts = await Read("-DOCSTART-\tO\n\nHe\tO\nmet\tO\nQuist\tI-PER\n\nHarpel\tI-PER\nsang\tO\n.\tO\n\n-DOCSTART-\tO\n\nEnd\tO\n");
        Assert.Equal(["He met Quist\nHarpel sang.\n", "End\n"], texts.Select(t => t.Text));
        Assert.Equal([("Quist", "person"), ("Harpel", "person")], Names(texts[0]));
    }

    [Fact]
    public async Task NamesThatTouch_AreTwo()
    {
        var texts = await Read("Lotte\tB-PER\nQuist\tI-PER\nSkarne\tB-LOC\n");
        Assert.Equal([("Lotte Quist", "person"), ("Skarne", "place")], Names(texts.Single()));
    }

    [Fact]
    public async Task FileWithoutTokens_IsNoCorpus()
    {
        var error = await Assert.ThrowsAsync<SaysoException>(() => Read("no tags here\n"));
        Assert.Equal(ProblemCodes.BadCorpus, error.Problem.Code);
    }

    public void Dispose() => _folder.Dispose();

    private Task<IReadOnlyList<NamedText>> Read(string lines) => NameCorpus.ReadAsync(_folder.Write("names.txt", lines), TestContext.Current.CancellationToken);

    private static IEnumerable<(string, string)> Names(NamedText text) => text.Names.Select(n => (n.Span.Slice(text.Text).ToString(), n.Kind));
}
