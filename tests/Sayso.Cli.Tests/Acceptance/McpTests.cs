using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>An assistant that has nothing but the MCP server, by the official client, over each way that there is.</summary>
[Trait("needs", "model")]
public sealed class McpTests(ServedProgram served) : IClassFixture<ServedProgram>
{
    public static TheoryData<string> Transports => ["stdio", "http"];

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Assistant_CountsOrigins_AndShowsSentencesThatResolve(string transport)
    {
        await using var client = await ConnectAsync(transport);
        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Superset(new HashSet<string> { "search", "statements", "claim", "figures", "positions", "timeline", "add" }, tools.Select(t => t.Name).ToHashSet());

        // How many independent origins has the claim that the ship had been overloaded?
        var found = await AskAsync(client, "claims", ("about", "overloaded"), ("limit", 1));
        var claim = await AskAsync(client, "claim", ("id", found.GetProperty("items")[0].GetProperty("id").GetString()!));
        var rest = JsonSerializer.Deserialize<JsonElement>(await served.GetAsync($"/api/v1/claims/{claim.GetProperty("id").GetString()}"));
        foreach (var side in new[] { "for", "against" })
        {
            Assert.True(JsonElement.DeepEquals(rest.GetProperty("origins").GetProperty(side), claim.GetProperty("independentOrigins").GetProperty(side)));
        }

        // And show me the sentences.
        var origins = claim.GetProperty("origins").EnumerateArray().ToList();
        Assert.Equal(rest.GetProperty("origins").GetProperty("groups").EnumerateArray().Select(g => g.GetProperty("id").GetString()), origins.Select(o => o.GetProperty("id").GetString()));
        var sentences = origins.SelectMany(o => o.GetProperty("sentences").EnumerateArray()).Concat(claim.GetProperty("noOrigin").EnumerateArray()).ToList();
        Assert.Equal(
            rest.GetProperty("statements").EnumerateArray().Select(s => s.GetProperty("id").GetString()).Order(StringComparer.Ordinal),
            sentences.Select(s => s.GetProperty("statement").GetString()).Order(StringComparer.Ordinal));
        foreach (var cited in sentences)
        {
            await AssertResolvesAsync(client, cited, "sentence");
        }

        foreach (var passage in origins.SelectMany(o => o.GetProperty("proof").EnumerateArray()).SelectMany(p => p.GetProperty("passages").EnumerateArray()).Take(6))
        {
            await AssertResolvesAsync(client, passage, "text");
        }
    }

    [Theory]
    [InlineData("search", "q", "overloaded", "text")]
    [InlineData("statements", "who", "Reve", "sentence")]
    [InlineData("timeline", "in", "2026-03-12", "what")]
    public async Task Answer_CitesWhatResolves(string tool, string argument, string value, string words)
    {
        await using var client = await ConnectAsync("stdio");
        var items = (await AskAsync(client, tool, (argument, value), ("limit", 5))).GetProperty("items").EnumerateArray().ToList();
        Assert.NotEmpty(items);
        foreach (var item in items)
        {
            await AssertResolvesAsync(client, item, words);
        }
    }

    [Fact]
    public async Task Search_FindsPeopleToo()
    {
        await using var client = await ConnectAsync("http");
        var first = (await AskAsync(client, "search", ("q", "Reve"), ("limit", 1))).GetProperty("items")[0];
        Assert.Equal(("actor", "name"), (first.GetProperty("kind").GetString(), first.GetProperty("foundBy").GetString()));
        Assert.Contains("Anton Reve", first.GetProperty("actor").GetProperty("names").EnumerateArray().Select(n => n.GetString()));
    }

    [Fact]
    public async Task FiguresAndPositions_Cite_EveryNumberAndStance()
    {
        await using var client = await ConnectAsync("http");
        var figure = (await AskAsync(client, "figures", ("about", "aboard"), ("limit", 1))).GetProperty("items")[0];
        foreach (var reading in figure.GetProperty("readings").EnumerateArray().Take(5))
        {
            await AssertResolvesAsync(client, reading, "text");
        }

        var position = (await AskAsync(client, "positions", ("who", "Reve"), ("moved", true))).GetProperty("items")[0];
        Assert.Equal(position.GetProperty("entries").GetArrayLength(), position.GetProperty("sentences").GetArrayLength());
        await AssertResolvesAsync(client, position.GetProperty("sentences")[0], "sentence");
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Text_AddedTwice_IsThereOnce(string transport)
    {
        await using var client = await ConnectAsync(transport);
        var text = $"The dredger left Varn on Monday, said harbour master Lotte Quist, by {transport}. {string.Concat(Enumerable.Repeat("The harbour was quiet. ", 200))}";
        Assert.Equal("added", (await AskAsync(client, "add", ("text", text))).GetProperty("items")[0].GetProperty("outcome").GetString());
        var again = (await AskAsync(client, "add", ("text", text))).GetProperty("items")[0];
        Assert.Equal("already-there", again.GetProperty("outcome").GetString());
        Assert.Contains("dredger", (await AskAsync(client, "document", ("id", again.GetProperty("document").GetString()!))).GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claim", "id", "ffff", "SAY2007")]
    [InlineData("claim", "idd", "1", "SAY6003")]
    [InlineData("statements", "stance", "maybe", "SAY6003")]
    [InlineData("nothing", "x", "1", "SAY6003")]
    public async Task WhatGoesWrong_IsSaid_SoThatTheAssistantCanActOnIt(string tool, string argument, string value, string code)
    {
        await using var client = await ConnectAsync("http");
        var result = await client.CallToolAsync(tool, new Dictionary<string, object?> { [argument] = value }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.IsError);
        Assert.StartsWith(code, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> AskAsync(McpClient client, string tool, params IEnumerable<(string Name, object Value)> arguments)
    {
        var result = await client.CallToolAsync(tool, arguments.ToDictionary(a => a.Name, a => (object?)a.Value), cancellationToken: TestContext.Current.CancellationToken);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.True(result.IsError is not true, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>The passage has the words that were cited, in their order: a content may have a gap, where it says who said it.</summary>
    private static async Task AssertResolvesAsync(McpClient client, JsonElement cited, string words)
    {
        var span = cited.GetProperty("span");
        var passage = await AskAsync(client, "document", ("id", cited.GetProperty("document").GetString()!), ("start", span[0].GetInt32()), ("end", span[1].GetInt32()));
        var (said, found) = (Words(cited.GetProperty(words)), Words(passage.GetProperty("text")));
        Assert.Equal((said[0], said[^1]), (found[0], found[^1]));
        var at = 0;
        Assert.All(said, word => Assert.InRange(at = Array.IndexOf(found, word, at) + 1, 1, found.Length));

        static string[] Words(JsonElement text) => [.. text.GetString()!.Split(' ').Select(word => word.Trim(','))];
    }

    private async Task<McpClient> ConnectAsync(string transport)
    {
        Program.NeedsModel();
        return await McpClient.CreateAsync(
            transport == "http"
                ? new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri($"{served.Address}/mcp") })
                : new StdioClientTransport(new StdioClientTransportOptions
                {
                    Command = Program.Executable,
                    Arguments = ["mcp", "--ledger", "demo.db"],
                    WorkingDirectory = served.Folder,
                    EnvironmentVariables = new Dictionary<string, string?> { ["SAYSO_HOME"] = Program.Root, ["HOME"] = served.Folder },
                }),
            cancellationToken: TestContext.Current.CancellationToken);
    }
}
