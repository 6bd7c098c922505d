using System.Net;
using System.Text.Json;
using Sayso.Core.Analysis;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Web.Pages;

namespace Sayso.Web.Tests.Hosting;

/// <summary>A ledger that has more statements than claims are reckoned of: three of its six are, those of the documents added last.</summary>
public sealed class LongLedgerTests : IAsyncLifetime
{
    private const string Window = "Claims of the latest 3 of 6 statements.";

    private static readonly string[] _later = ["The harbour at Varn is shut", "12 boats were lost at Varn", "The road to Varn is open", "12 boats were lost at Varn"];

    private readonly TemporaryLedger _ledger = new([(Made.Document(), Made.Statements(Made.Document())), .. _later.Select(Told)]);
    private readonly HttpClient _client = new();
    private SiteServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        var site = Made.Site(_ledger) with
        {
            Claims = new ClaimAnalysis((texts, _) => [.. texts.Select(t => new SentenceVector([1f, t.Length % 5, t.Length % 3]))]).Read,
            Encode = (_, _) => new SentenceVector([1f, 0f, 0f]),
        };
        _server = await SiteServer.StartAsync(site, new ServeOptions { Port = 0, Limits = new ServeLimits { Claims = 3 } }, TestContext.Current.CancellationToken);
        _client.BaseAddress = new Uri(_server.Address);

        // Waits for them.
        using var answer = await _client.GetAsync(new Uri("/api/v1/claims", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        _ledger.Dispose();
    }

    [Theory]
    [InlineData("statements", 3)]
    [InlineData("search?q=Varn&kind=statement", 3)]
    public async Task WhatOnlyNamesClaims_HasThemWithinTheWindow(string path, int named)
    {
        using var answer = await _client.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative), TestContext.Current.CancellationToken);
        var items = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("items");
        Assert.Equal(named, items.EnumerateArray().Count(i => i.GetProperty("claim").ValueKind is JsonValueKind.String));
        Assert.Contains(items.EnumerateArray(), i => i.GetProperty("claim").ValueKind is JsonValueKind.Null);
        Assert.Equal("statements=3, of=6", Assert.Single(answer.Headers.GetValues("Sayso-Claims-Window")));
    }

    [Theory]
    [InlineData("documents")]
    [InlineData("changes")]
    [InlineData("export?format=csv")]
    [InlineData("export?format=jsonl")]
    public async Task WhatNeedsNoClaims_SaysNothingOfThem(string path)
    {
        using var answer = await _client.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Sayso-Claims-Window"));
    }

    [Theory]
    [InlineData("claims", "statements=3, of=6")]
    [InlineData("claims?as-of=2031-03-12", "statements=3, of=6")]
    [InlineData("figures?all=true", "statements=3, of=6")]
    [InlineData("stories", "statements=3, of=6")]
    [InlineData("positions", "statements=3, of=6")]
    [InlineData("entities", "statements=3, of=6")]
    public async Task WhatIsOfClaims_SaysOfHowMany(string path, string window)
    {
        using var answer = await _client.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(window, Assert.Single(answer.Headers.GetValues("Sayso-Claims-Window")));
    }

    [Fact]
    public async Task Description_TellsOfTheHeader()
    {
        var description = JsonSerializer.Deserialize<JsonElement>(await _client.GetStringAsync(new Uri("/api/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken)).GetProperty("paths");
        Assert.True(description.GetProperty("/api/v1/claims").GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("headers").TryGetProperty("Sayso-Claims-Window", out _));
        Assert.False(description.GetProperty("/api/v1/documents").GetProperty("get").GetProperty("responses").GetProperty("200").TryGetProperty("headers", out _));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/claims")]
    [InlineData("/claims?single=on")]
    [InlineData("/figures")]
    [InlineData("/positions")]
    [InlineData("/timeline")]
    [InlineData("/conflicts")]
    public async Task Page_SaysOfHowMany(string path)
    {
        var page = await _client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains(Window, page, StringComparison.Ordinal);
        Assert.Contains("--limits claims=N", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfADocumentBeforeTheWindow_Shows()
    {
        using var answer = await _client.GetAsync(new Uri($"/documents/{Made.Document().Id}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("40 trucks", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_AreFoundByName_WhoSpokeBeforeTheWindow()
    {
        await _client.GetStringAsync(new Uri("/actors", UriKind.Relative), TestContext.Current.CancellationToken);
        var hits = JsonSerializer.Deserialize<JsonElement>(await _client.GetStringAsync(new Uri("/api/v1/search?q=lorn&kind=actor", UriKind.Relative), TestContext.Current.CancellationToken)).GetProperty("items");
        Assert.Equal("engineer Ada Lorn", Assert.Single(hits.EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public void Digest_CountsWhoSpeaks_AndKeepsNoStatement()
    {
        var digest = _ledger.Ask(l => LedgerDigest.Of(l, l.LastEntry(), TestContext.Current.CancellationToken));
        Assert.Equal(_ledger.Ask(l => l.LastEntry()), digest.Entries);
        Assert.Equal(digest.TotalActors, digest.Actors.Count);
    }

    private static (Document Document, Core.Attributions.Statement[] Statements) Told(string words, int number)
    {
        var document = Made.Document($"{words}, pilot Per Lund said on day {number}.");
        return (document, [Made.Statement(document, "pilot Per Lund", "said", words)]);
    }
}
