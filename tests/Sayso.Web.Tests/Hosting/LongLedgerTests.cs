using System.Net;
using System.Text.Json;
using Sayso.Core.Errors;
using Sayso.Web.Pages;

namespace Sayso.Web.Tests.Hosting;

/// <summary>A ledger that has more statements than claims are reckoned of.</summary>
public sealed class LongLedgerTests : IAsyncLifetime
{
    private readonly TemporaryLedger _ledger = new([(Made.Document(), Made.Statements(Made.Document()))]);
    private readonly HttpClient _client = new();
    private SiteServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        var options = new ServeOptions { Port = 0, Limits = new ServeLimits { Claims = 1 } };
        _server = await SiteServer.StartAsync(Made.Site(_ledger), options, TestContext.Current.CancellationToken);
        _client.BaseAddress = new Uri(_server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        _ledger.Dispose();
    }

    [Theory]
    [InlineData("statements")]
    [InlineData("search?q=bridge&kind=statement")]
    public async Task WhatOnlyNamesClaims_AnswersWithoutThem(string path)
    {
        using var answer = await _client.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative), TestContext.Current.CancellationToken);
        var items = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("items");
        Assert.NotEqual(0, items.GetArrayLength());
        Assert.All(items.EnumerateArray(), i => Assert.Equal(JsonValueKind.Null, i.GetProperty("claim").ValueKind));
    }

    [Theory]
    [InlineData("documents")]
    [InlineData("watchlists")]
    [InlineData("changes")]
    [InlineData("export?format=csv")]
    [InlineData("export?format=jsonl")]
    public async Task WhatNeedsNoClaims_Answers(string path)
    {
        using var answer = await _client.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("claims")]
    [InlineData("claims?as-of=2031-03-12")]
    [InlineData("figures")]
    [InlineData("stories")]
    [InlineData("export?format=claimreview")]
    public async Task WhatNeedsClaims_SaysWhyThereAreNone(string path)
    {
        using var answer = await _client.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
        Assert.Equal(ProblemCodes.TooManyForClaims, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/claims")]
    [InlineData("/figures")]
    public async Task Page_SaysWhyThereAreNone(string path) =>
        Assert.Contains("--limits claims=", await _client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);

    [Fact]
    public void Digest_CountsWhoSpeaks_AndKeepsNoStatement()
    {
        var digest = _ledger.Ask(l => LedgerDigest.Of(l, l.LastEntry(), TestContext.Current.CancellationToken));
        Assert.Equal(_ledger.Ask(l => l.LastEntry()), digest.Entries);
        Assert.Equal(digest.TotalActors, digest.Actors.Count);
    }
}
