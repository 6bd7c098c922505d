using Sayso.Cli.Pipeline;
using Sayso.Cli.Tests.Acceptance;
using Sayso.Core.Analysis;
using Sayso.Core.Documents;
using Sayso.Core.Ledger;
using Sayso.Ingestion;
using Sayso.Ingestion.Fetching;
using Sayso.Ingestion.Tests.Fetching;
using Sayso.Web;
using StoryLedger = Sayso.Cli.Demo.StoryLedger;

namespace Sayso.Cli.Tests.Fetching;

/// <summary>Links that are handed in on the page: in this process, so that a server of our own may be asked.</summary>
[Trait("needs", "model")]
public sealed class ServedLinksTests : IDisposable
{
    private readonly Workplace _place = new();

    public ServedLinksTests() => Acceptance.Program.NeedsModel();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Links_AreFetchedOneByOne_KeptAndArchived_AndWhatFailsSaysWhy()
    {
        using var server = new LoopbackServer(asked => asked.Path == "/a"
            ? LoopbackServer.Ok(Articles.Page("Lotte Quist, the harbour master, said the ferry had left on time.", "/none")) : LoopbackServer.NotFound());
        var results = Read(["127.0.0.1/32"], server.At("/a"), server.At("/missing"), "nonsense", server.At("/a"));
        Assert.Equal([AddOutcome.Added, null, null, AddOutcome.AlreadyThere], results.Select(r => r.Outcome));
        Assert.Equal([[], ["SAY1022"], ["SAY1022"], []], results.Select(r => r.Problems.Select(p => p.Code).Where(c => c != "SAY1009").ToArray()));
        Assert.Equal(server.At("/a"), results[0].Name);
        Assert.True(results[0].Statements > 0);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_place.Path, "page.db-warc")));
    }

    [Fact]
    public void OwnMachine_IsNeverAsked()
    {
        using var server = new LoopbackServer(_ => LoopbackServer.Ok("secret"));
        var result = Assert.Single(Read([], server.At("/a")));
        Assert.Equal(["SAY1020"], result.Problems.Select(p => p.Code));
        Assert.Empty(server.Questions);
    }

    private List<IntakeResult> Read(string[] networks, params string[] addresses)
    {
        var installation = new Installation(Acceptance.Program.Root, "0.1.0", "sayso");
        using var analyzers = new Analyzers(installation);
        using var encoders = new SentenceEncoders(installation);
        using var captured = new Captured(isTerminal: false);
        var ledgers = new Ledgers(TimeProvider.System);
        var writer = new LedgerWriter(ledgers, new AnalysisPipeline(analyzers), installation);
        var story = new StoryLedger(new DocumentSource(new DocumentReader(), captured.Terminal), writer, ledgers, installation);
        var sites = new Sites(ledgers, writer, story, (installation, new ClaimAnalysis(encoders.Encode)))
        {
            Fetching = new FetchOptions { TestNetworks = networks, HostPause = TimeSpan.Zero, FirstWait = TimeSpan.FromMilliseconds(1) },
        };
        var inputs = addresses.Select(a => IntakeInput.Link(a, StatedMetadata.None)).ToList();
        return [.. sites.Of(Path.Combine(_place.Path, "page.db")).Intake(inputs, TestContext.Current.CancellationToken)];
    }
}
