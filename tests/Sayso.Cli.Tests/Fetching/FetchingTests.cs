using System.Text.Json;
using Sayso.Cli.Tests.Acceptance;
using Sayso.Ingestion.Fetching;
using Sayso.Ingestion.Tests.Fetching;

namespace Sayso.Cli.Tests.Fetching;

/// <summary>Addresses through the commands: in this process, so that a server of our own may be asked.</summary>
[Trait("needs", "model")]
public sealed class FetchingTests : IDisposable
{
    private readonly Workplace _place = new();
    private readonly string _ledger;

    public FetchingTests()
    {
        Acceptance.Program.NeedsModel();
        _ledger = Path.Combine(_place.Path, "sayso.db");
    }

    public void Dispose() => _place.Dispose();

    private async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        using var captured = new Captured(isTerminal: false);
        var fetching = new FetchOptions { TestNetworks = ["127.0.0.1/32"], HostPause = TimeSpan.Zero, FirstWait = TimeSpan.FromMilliseconds(1) };
        using var composition = new Composition(captured.Terminal, new Installation(Acceptance.Program.Root, "0.1.0", "sayso"), TimeProvider.System, fetching);
        string[] all = arguments[0] == "read" ? arguments : [.. arguments, "--ledger", _ledger];
        var code = await CommandLine.RunAsync(composition.Root, all, captured.Terminal, TestContext.Current.CancellationToken);
        return (code, captured.Output, captured.Error);
    }

    private static string Page(string body) => Articles.Page(body, "/none");

    private static byte[] Feed(LoopbackServer server, params string[] paths) => LoopbackServer.Ok(
        $"<rss version=\"2.0\"><channel><title>Post</title>{string.Concat(paths.Select(p => $"<item><title>Ferry {p}</title><link>{server.At(p)}</link><description>The ferry.</description></item>"))}</channel></rss>");

    [Fact]
    public async Task Add_FetchesArchivesAndPurges()
    {
        using var server = new LoopbackServer(asked => asked.Path == "/a" ? LoopbackServer.Ok(Page("Lotte Quist, the harbour master, said the ferry had left on time.")) : LoopbackServer.NotFound());
        var added = await Run("add", server.At("/a"), server.At("/missing"), "--format", "jsonl");
        Assert.Equal(1, added.Code);
        Assert.Contains("SAY1022", added.Error, StringComparison.Ordinal);
        var lines = added.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<JsonElement>(l)).ToList();
        var id = lines[0].GetProperty("id").GetString()!;
        Assert.Equal("failed", lines[1].GetProperty("outcome").GetString());
        Assert.NotEmpty(Directory.GetFiles(_ledger + "-warc"));
        Assert.Contains("already-there", (await Run("add", server.At("/a"))).Output, StringComparison.Ordinal);

        Assert.Equal(2, (await Run("purge", id)).Code);
        var purged = await Run("purge", id, "--yes", "--reason", "asked for");
        Assert.Contains("2 archived answers", purged.Output, StringComparison.Ordinal);
        var verified = await Run("verify");
        Assert.Equal((0, true, true), (verified.Code, verified.Output.Contains("is sound", StringComparison.Ordinal), verified.Output.Contains($"{id[..10]} was purged", StringComparison.Ordinal)));
        Assert.Contains("SAY2011", (await Run("show", id)).Error, StringComparison.Ordinal);
        Assert.Contains("purged\t", (await Run("add", server.At("/a"))).Output, StringComparison.Ordinal);
        Assert.Contains("purged", (await Run("documents", "--all")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_ReadsTheLinkedPages()
    {
        LoopbackServer? server = null;
        using (server = new LoopbackServer(asked => asked.Path switch
        {
            "/feed" => Feed(server!, "/1", "/2"),
            "/1" or "/2" => LoopbackServer.Ok(Page($"The harbour master said on Thursday that the ferry {asked.Path} had left on time.")),
            _ => LoopbackServer.NotFound(),
        }))
        {
            Assert.Contains("\"outlet\":\"Post\"", (await Run("read", server.At("/feed"), "--format", "jsonl")).Output, StringComparison.Ordinal);
            var followed = (await Run("read", server.At("/feed"), "--follow", "--format", "jsonl")).Output;
            Assert.Contains($"\"path\":\"{server.At("/2")}\"", followed, StringComparison.Ordinal);
            Assert.DoesNotContain("\"outlet\":\"Post\"", followed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Watch_SeesNewPages_SilentEdits_AndNothingElse()
    {
        LoopbackServer? server = null;
        var (words, extra) = ("had left on time", "");
        using (server = new LoopbackServer(asked => asked.Path switch
        {
            "/feed" => Feed(server!, "/1"),
            "/1" => LoopbackServer.Ok(Page($"The harbour master said on Thursday that the ferry {words}.") + $"<!-- {extra} -->"),
            _ => LoopbackServer.NotFound(),
        }))
        {
            var first = await Run("watch", server.At("/feed"), "--once");
            Assert.Contains($"list\t{server.At("/feed")}\t1 new address", first.Output, StringComparison.Ordinal);
            Assert.Contains($"added\t{server.At("/1")}", first.Output, StringComparison.Ordinal);
            Assert.Equal("", (await Run("watch", "--once")).Output);

            extra = "another advertisement";
            Due();
            Assert.Contains($"same\t{server.At("/1")}", (await Run("watch", "--once")).Output, StringComparison.Ordinal);

            words = "had been an hour late";
            Due();
            Assert.Contains($"edited\t{server.At("/1")}", (await Run("watch", "--once")).Output, StringComparison.Ordinal);
            Assert.Equal(2, (await Run("documents")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        }
    }

    [Fact]
    public async Task Watch_AfterACrashBetweenLedgerAndState_DoublesNothing()
    {
        using var server = new LoopbackServer(asked => asked.Path == "/1" ? LoopbackServer.Ok(Page("The harbour master said on Thursday that the ferry had left on time.")) : LoopbackServer.NotFound());
        Assert.Equal(0, (await Run("watch", server.At("/1"), "--once")).Code);
        var state = File.ReadAllText(_ledger + "-watch");

        // As the file was before the page had been read.
        File.WriteAllText(_ledger + "-watch", $"[{{\"address\":\"{server.At("/1")}\",\"firstSeen\":\"2026-01-01T00:00:00+00:00\",\"due\":\"2026-01-01T00:00:00+00:00\",\"isNamed\":true}}]");
        Assert.Contains($"same\t{server.At("/1")}", (await Run("watch", "--once")).Output, StringComparison.Ordinal);
        Assert.Single((await Run("documents")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("textHash", state, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_WithoutAnything_IsWrongUsage_AndABrokenStateIsSaid()
    {
        Assert.Contains("SAY4001", (await Run("watch", "--once")).Error, StringComparison.Ordinal);
        Assert.Equal(2, (await Run("watch", "not-an-address")).Code);
        File.WriteAllText(_ledger + "-watch", "[{");
        Assert.Contains("SAY4005", (await Run("watch", "--once")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameText_AndForeignText_AreSaid()
    {
        var text = _place.Write("a.txt", "Le capitaine du port a déclaré jeudi que le bateau était parti à l’heure et que personne n’avait été en retard pour le voyage.\n");
        var first = await Run("add", text);
        Assert.Contains("SAY1017", first.Error, StringComparison.Ordinal);
        Assert.Contains("0 statements", first.Output, StringComparison.Ordinal);
        var second = await Run("add", text, "--outlet", "Le Quai");
        Assert.Contains("SAY1018", second.Error, StringComparison.Ordinal);
        Assert.Contains("1 document added", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_IsALedger_ThatRestores()
    {
        var text = _place.Write("a.txt", Articles.Plain);
        await Run("add", text);
        var copy = Path.Combine(_place.Path, "copy.db");
        Assert.Equal(0, (await Run("backup", copy)).Code);
        Assert.Contains("SAY4003", (await Run("backup", copy)).Error, StringComparison.Ordinal);
        var before = (await Run("statements")).Output;
        Array.ForEach(Directory.GetFiles(_place.Path, "sayso.db*"), File.Delete);
        File.Move(copy, _ledger);
        Assert.Equal(before, (await Run("statements")).Output);
        Assert.Contains("is sound", (await Run("verify")).Output, StringComparison.Ordinal);
    }

    /// <summary>Makes everything that is watched due now.</summary>
    private void Due() => File.WriteAllText(
        _ledger + "-watch", System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(_ledger + "-watch"), "\"due\":\"[^\"]+\"", "\"due\":\"2026-01-01T00:00:00+00:00\""));
}
