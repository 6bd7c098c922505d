using System.Net;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Text;
using Sayso.Core.Watchlists;

namespace Sayso.Web.Tests.Attack;

/// <summary>Tries to get in, to get out what is not to be had, and to bring the server down: all of it is refused or does no harm.</summary>
public sealed class AttackTests : IAsyncLifetime
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>\" onmouseover=\"alert(3)";

    private static readonly Document _hostile = Made.Document($"{Script}\nThe bridge {Script} is safe, engineer Ada Lorn {Script} said.", new StatedMetadata()) with
    {
        Title = Script,
        Byline = Script,
        Outlet = Script,
        Url = "javascript:alert(4)",
        Path = Script,
        Problems = new[] { new Problem("SAY1009", Script) }.ToValueList(),
    };

    private readonly TemporaryLedger _ledger = new(
    [
        (_hostile, [Made.Statement(_hostile, $"engineer Ada Lorn {Script}", "said", $"The bridge {Script} is safe")]),
        (Made.Document(), Made.Statements(Made.Document())),
    ]);

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private SiteServer _server = null!;

    /// <summary>Every kind of address that answers.</summary>
    public static TheoryData<string> Addresses =>
    [
        "/", "/documents", "/claims", "/figures?single=yes", "/positions?single=yes", "/timeline", "/conflicts", "/changes", "/actors", "/search?q=bridge", "/add", "/settings", "/health", "/export/statements.csv",
        "/api", "/api/openapi.json", "/api/v1/documents", "/api/v1/statements", "/api/v1/claims", "/api/v1/search?q=bridge", "/api/v1/entities", "/api/v1/stories",
    ];

    public async ValueTask InitializeAsync()
    {
        _server = await SiteServer.StartAsync(Made.Site(_ledger), "127.0.0.1", 0, TestContext.Current.CancellationToken);
        _client.BaseAddress = new Uri(_server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        _ledger.Dispose();
    }

    [Theory]
    [InlineData("rebound.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example:7292")]
    [InlineData("169.254.169.254")]
    [InlineData("10.0.0.1")]
    [InlineData("[::2]")]
    public async Task ForgedHost_IsRefused_Everywhere(string host)
    {
        foreach (var path in Addresses.Select(a => a.Data).Append("/mcp").Append("/api/v1/events").Append("/api/scalar/scalar.js"))
        {
            using var request = new HttpRequestMessage(path == "/mcp" ? HttpMethod.Post : HttpMethod.Get, new Uri(path, UriKind.Relative)) { Headers = { Host = host } };
            using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{path} answers {answer.StatusCode}");
            Assert.DoesNotContain("bridge", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Forwarded")]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Forwarded-Host")]
    [InlineData("X-Real-IP")]
    public async Task Proxy_HandsNothingOn_ToAServerWithoutUsers(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/documents", UriKind.Relative)) { Headers = { { header, "for=192.0.2.7" } } };
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "http://localhost")]
    [InlineData("Origin", "nonsense")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    public async Task ForgedOrigin_WritesNothing(string header, string value)
    {
        var before = _ledger.Ask(l => l.Count().Entries);
        foreach (var path in new[] { "/api/v1/documents", "/mcp", "/add", "/add/sample" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new StringContent("A text, he said.") };
            request.Headers.TryAddWithoutValidation(header, value);
            using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Equal(before, _ledger.Ask(l => l.Count().Entries));
    }

    [Theory]
    [InlineData("/assets/x/../../../../../../etc/passwd")]
    [InlineData("/assets/x/..%2f..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/assets/..%5c..%5cetc/passwd")]
    [InlineData("/api/scalar/../../../etc/passwd")]
    [InlineData("/api/scalar/..%2f..%2fetc%2fpasswd")]
    [InlineData("/api/scalar")]
    [InlineData("/api/scalar/")]
    [InlineData("/api/scalar/v1")]
    [InlineData("/API/Scalar/v1")]
    [InlineData("//etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/api/v1/documents/..%2f..%2ftest.db")]
    [InlineData("/api/v1/documents/%00")]
    [InlineData("/export/documents/..%2f..%2ftest.db.jsonl")]
    [InlineData("/documents/%c0%ae%c0%ae")]
    [InlineData("/api/v1/claims/%25%25%25")]
    public async Task PathTrick_LeadsNowhere(string path)
    {
        var answer = await RawRequest.SendAsync(_client.BaseAddress!.Port, $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        Assert.True(RawRequest.StatusOf(answer) is >= 400 and < 500, $"{path} answers {RawRequest.StatusOf(answer)}");
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite format", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OversizeRequests_AreRefused_BeforeTheyAreRead()
    {
        var head = "Host: 127.0.0.1\r\nConnection: close\r\n";
        Assert.Equal(413, RawRequest.StatusOf(await RawRequest.SendAsync(_client.BaseAddress!.Port, $"POST /api/v1/documents HTTP/1.1\r\n{head}Content-Length: 99999999999\r\n\r\nx")));
        Assert.Equal(413, RawRequest.StatusOf(await RawRequest.SendAsync(_client.BaseAddress!.Port, $"POST /api/v1/documents HTTP/1.1\r\n{head}Content-Length: {(64 << 20) + 1}\r\n\r\nx")));
        Assert.Equal(413, RawRequest.StatusOf(await RawRequest.SendAsync(_client.BaseAddress!.Port, $"POST /mcp HTTP/1.1\r\n{head}Content-Type: application/json\r\nAccept: application/json, text/event-stream\r\nContent-Length: {(64 << 20) + 1}\r\n\r\nx")));
        Assert.InRange(RawRequest.StatusOf(await RawRequest.SendAsync(_client.BaseAddress!.Port, $"GET /{new string('a', 100_000)} HTTP/1.1\r\n{head}\r\n")), 400, 499);
        Assert.InRange(RawRequest.StatusOf(await RawRequest.SendAsync(_client.BaseAddress!.Port, $"GET / HTTP/1.1\r\n{head}X-Long: {new string('a', 100_000)}\r\n\r\n")), 400, 499);
        Assert.Equal(400, RawRequest.StatusOf(await RawRequest.SendAsync(_client.BaseAddress!.Port, $"GET /api/v1/claims?about={new string('a', 5000)} HTTP/1.1\r\n{head}\r\n")));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task WhatADocumentSays_StaysWords(string path)
    {
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            AssertHarmless(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task WhatADocumentSays_StaysWords_OnItsOwnPagesToo()
    {
        var statement = _ledger.Ask(l => l.Statements(new Core.Ledger.StatementQuery { DocumentId = _hostile.Id }).First().Statement.Id);
        using var ready = await _client.GetAsync(new Uri("/api/v1/claims", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        var claim = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .GetProperty("items").EnumerateArray().First(c => c.GetProperty("documents")[0].GetString() == _hostile.Id).GetProperty("id").GetString();
        foreach (var path in new[] { $"/documents/{_hostile.Id}", $"/statements/{statement}", $"/claims/{claim}", $"/actors?name={Uri.EscapeDataString($"engineer Ada Lorn {Script}")}", $"/search?q={Uri.EscapeDataString(Script)}", $"/nowhere/{Uri.EscapeDataString(Script)}",
            $"/claims/{claim}/dossier", $"/api/v1/claims/{claim}/dossier", $"/watchlists/{Watched()}", "/watchlists", "/history" })
        {
            using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            AssertHarmless(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task StatedAddress_ThatIsAScript_IsNotTaken()
    {
        using var answer = await _client.PostAsync(new Uri("/api/v1/documents?url=javascript:alert(1)", UriKind.Relative), new StringContent("A text."), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task TenThousandRequests_LeaveTheServerAsItWas()
    {
        string[] paths =
        [
            "/", "/api/v1/claims", "/api/v1/statements?limit=1000", "/api/v1/search?q=%22", "/api/v1/search?q=*", "/api/v1/documents?text=AND+OR+NOT", "/api/v1/statements?who=%27%3B+DROP+TABLE+document%3B--",
            "/api/v1/claims/zz", "/api/v1/statements?cursor=AAAA", "/api/v1/claims?as-of=0001-01-01", "/documents/zz", "/nowhere", "/api/v1/timeline?in=9999", "/api/v1/claims?limit=99999999999999999999",
        ];
        var before = _ledger.Ask(l => l.Count());
        var failures = 0;
        await Parallel.ForAsync(0, 10_000, new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = TestContext.Current.CancellationToken }, async (i, cancellationToken) =>
        {
            using var answer = await _client.GetAsync(new Uri(paths[i % paths.Length], UriKind.Relative), cancellationToken);
            if ((int)answer.StatusCode >= 500 && answer.StatusCode != HttpStatusCode.ServiceUnavailable)
            {
                Interlocked.Increment(ref failures);
            }
        });
        Assert.Equal(0, failures);
        Assert.Equal(before, _ledger.Ask(l => l.Count()));
        using var after = await _client.GetAsync(new Uri("/api/v1/claims", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    private static void AssertHarmless(string page)
    {
        Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img src=x", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\" onmouseover=\"", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript:", page, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A watchlist that somebody named as an attacker would.</summary>
    private string Watched() => _ledger.Ask(l => new WatchlistBook(l, TimeProvider.System).Add(Script, SavedSearch.All, null, Script).Id);
}
