using System.Net;
using System.Text;
using System.Text.Json;
using Sayso.Core.Errors;
using Sayso.Web.Api;

namespace Sayso.Web.Tests.Attack;

/// <summary>Requests that are no good as bytes: smuggled, slow, nested, with cursors that nobody gave.</summary>
public sealed class WireTests : IAsyncLifetime
{
    private const string Inner = "GET /api/v1/documents HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

    private readonly TemporaryLedger _ledger = new([(Made.Document(), Made.Statements(Made.Document()))]);
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private SiteServer _server = null!;

    /// <summary>What says in two ways where a request ends, or in one that others read otherwise.</summary>
    public static TheoryData<string> Smuggled =>
    [
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding:\vchunked\r\n\r\n0\r\n\r\n",
        "Content-Length: 0\r\nContent-Length: 58\r\n\r\n",
        "Content-Length: 0, 58\r\n\r\n",
        "Content-Length: -1\r\n\r\n",
        "Content-Length: 0\r\nX: a\r\n b\r\n\r\n",
        "Content-Length: 0\nX: a\n\n",
        "Content-Length: 0\r\nX: a\0b\r\n\r\n",
        "Content-Length: 0\r\nHost: evil.example\r\n\r\n",
        "Content-Length: 63\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-1\r\n",
        "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
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
    [MemberData(nameof(Smuggled))]
    public async Task SmuggledRequest_IsNotAnswered(string rest)
    {
        var answer = await SendAsync($"POST /api/v1/documents?name=a.txt HTTP/1.1\r\nHost: 127.0.0.1\r\n{rest}{Inner}");
        Assert.True(RawRequest.CountOf(answer) == 1 && RawRequest.StatusOf(answer) is >= 400 and < 500, answer);
        Assert.DoesNotContain("bridge", answer, StringComparison.Ordinal);
        Assert.Equal(1, _ledger.Ask(l => l.Count().Entries));
    }

    [Theory]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")]
    [InlineData("GET http://127.0.0.1/api/v1/documents HTTP/1.1\r\nHost: evil.example\r\n\r\n")]
    [InlineData("GET /api/v1/documents HTTP/1.1\r\n\r\n")]
    [InlineData("GET /api/v1/documents HTTP/1.0\r\n\r\n")]
    [InlineData("GET /api/v1/documents HTTP/1.1\nHost: 127.0.0.1\n\n")]
    [InlineData("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\nConnection: close\r\n\r\n")]
    public async Task Host_ThatIsSaidTwiceOrNotAtAll_IsRefused(string request)
    {
        var answer = await SendAsync(request);
        Assert.True(RawRequest.StatusOf(answer) is 400 or 403, answer);
        Assert.DoesNotContain("bridge", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SlowBody_IsNotWaitedFor()
    {
        var answer = await SendAsync("POST /api/v1/documents?name=a.txt HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nabc");
        Assert.Equal(408, RawRequest.StatusOf(answer));
        Assert.Equal(1, _ledger.Ask(l => l.Count().Entries));
    }

    [Theory]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":", "{\"a\":", "}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"search\",\"arguments\":{\"q\":", "[", "]")]
    public async Task NestedJson_IsRefused_HoweverDeep(string begin, string open, string close)
    {
        foreach (var depth in new[] { 65, 1_000, 1_000_000 })
        {
            var body = $"{begin}{string.Concat(Enumerable.Repeat(open, depth))}1{string.Concat(Enumerable.Repeat(close, depth))}";
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/mcp", UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            request.Headers.Accept.ParseAdd("application/json, text/event-stream");
            using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Cursor_ThatWasChanged_IsRefusedWithItsCode()
    {
        const string Path = "/api/v1/statements?limit=1";
        var given = JsonSerializer.Deserialize<JsonElement>(await _client.GetStringAsync(new Uri(Path, UriKind.Relative), TestContext.Current.CancellationToken)).GetProperty("next").GetString()!;
        using var good = await _client.GetAsync(new Uri($"{Path}&cursor={given}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);

        var question = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(given))[..16];
        string[] keys = ["", "x", "' OR 1=1 --", "../../etc/passwd", "\0", "\u202e", new string('a', 700)];
        IEnumerable<string> changed =
        [
            given[..^1], given + "A", given[1..], "A" + given[1..], given.ToUpperInvariant(), "%00", "....", new string('A', 1024), new string('A', 4000), "=", given + "%20" + given,
            .. keys.Select(key => new Cursor(question, key).Text), new Cursor(question.ToUpperInvariant(), "x").Text,
        ];
        foreach (var cursor in changed)
        {
            using var answer = await _client.GetAsync(new Uri($"{Path}&cursor={cursor}", UriKind.Relative), TestContext.Current.CancellationToken);
            var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest && (said.Contains(ProblemCodes.BadCursor, StringComparison.Ordinal) || said.Contains(ProblemCodes.BadRequest, StringComparison.Ordinal)), $"{cursor}: {said}");
        }

        // A cursor of one list is none of another.
        using var other = await _client.GetAsync(new Uri($"/api/v1/documents?limit=1&cursor={given}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains(ProblemCodes.BadCursor, await other.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cross-site", "no-cors")]
    [InlineData("cross-site", "cors")]
    [InlineData("same-site", "no-cors")]
    [InlineData("cross-site", "websocket")]
    public async Task AnotherSitesPage_LoadsNothing(string site, string mode)
    {
        foreach (var path in AttackTests.Addresses.Select(a => a.Data).Append("/health?verify=yes").Append("/api/v1/events").Append("/mcp"))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)) { Headers = { { "Sec-Fetch-Site", site }, { "Sec-Fetch-Mode", mode } } };
            using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, answer.StatusCode));
        }

        using var link = new HttpRequestMessage(HttpMethod.Get, new Uri("/documents", UriKind.Relative)) { Headers = { { "Sec-Fetch-Site", site }, { "Sec-Fetch-Mode", "navigate" } } };
        using var followed = await _client.SendAsync(link, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, followed.StatusCode);
    }

    private Task<string> SendAsync(string request) => RawRequest.SendAsync(_client.BaseAddress!.Port, request);
}
