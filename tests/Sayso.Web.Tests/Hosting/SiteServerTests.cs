using System.Net;
using System.Text.RegularExpressions;
using Sayso.Core.Errors;

namespace Sayso.Web.Tests.Hosting;

/// <summary>The server over HTTP, as a browser meets it.</summary>
public sealed partial class SiteServerTests : IAsyncLifetime
{
    private readonly TemporaryLedger _ledger = new([(Made.Document(), Made.Statements(Made.Document()))]);
    private readonly HttpClient _browser = new(new HttpClientHandler { AllowAutoRedirect = false });
    private SiteServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await SiteServer.StartAsync(Made.Site(_ledger), "127.0.0.1", 0, TestContext.Current.CancellationToken);
        _browser.BaseAddress = new Uri(_server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _server.DisposeAsync();
        _ledger.Dispose();
    }

    [Theory]
    [InlineData("/documents")]
    [InlineData("/documents?q=bridge&outlet=The+Varn+Post&since=2031-03-01&until=2031-03-31")]
    [InlineData("/documents?since=nonsense")]
    [InlineData("/search")]
    [InlineData("/search?q=bridge")]
    [InlineData("/search?q=bri&part=results")]
    [InlineData("/search?q=%22&stance=deny&who=nobody")]
    [InlineData("/actors")]
    [InlineData("/actors?name=engineer+Ada+Lorn")]
    [InlineData("/")]
    [InlineData("/claims")]
    [InlineData("/figures")]
    [InlineData("/positions?moved=yes")]
    [InlineData("/timeline?clock=said&asOf=2031-03-12")]
    [InlineData("/conflicts?kind=value")]
    [InlineData("/add")]
    [InlineData("/settings")]
    [InlineData("/health?verify=yes")]
    [InlineData("/export/documents.jsonl")]
    [InlineData("/export/statements.csv")]
    public async Task Page_Answers_UnderTheStrictPolicy(string path)
    {
        using var answer = await Get(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/documents/ffffffffff", HttpStatusCode.NotFound, ProblemCodes.NotFound)]
    [InlineData("/statements/zz", HttpStatusCode.NotFound, ProblemCodes.NotFound)]
    [InlineData("/nowhere", HttpStatusCode.NotFound, ProblemCodes.NotFound)]
    [InlineData("/add/77", HttpStatusCode.NotFound, ProblemCodes.NotFound)]
    public async Task Page_SaysInWords_WhatIsNotThere(string path, HttpStatusCode status, string code)
    {
        using var answer = await Get(path);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_OfAPage_LeadToPages()
    {
        var document = await _browser.GetStringAsync(new Uri($"/documents/{Made.Document().Id}", UriKind.Relative), TestContext.Current.CancellationToken);
        var paths = Link().Matches(document).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(paths.Count > 8);
        foreach (var path in paths)
        {
            using var answer = await Get(path);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found, $"{path} answers {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task OtherHost_IsRefused_WhateverItsNameLeadsTo()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/documents", UriKind.Relative)) { Headers = { Host = "rebound.example" } };
        using var answer = await _browser.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/add")]
    [InlineData("/add/sample")]
    public async Task Form_IsRefused_WithoutItsToken(string path)
    {
        using var form = new MultipartFormDataContent { { new StringContent("A text."), "text" } };
        using var answer = await _browser.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Form_IsTaken_WithItsToken()
    {
        var page = await _browser.GetStringAsync(new Uri("/add", UriKind.Relative), TestContext.Current.CancellationToken);
        var token = Token().Match(page).Groups[1].Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "form-token" }, { new StringContent("A text."), "text" } };
        using var answer = await _browser.PostAsync(new Uri("/add", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/add/1", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Asset_MayBeKeptForEver_UnderItsHash()
    {
        var page = await _browser.GetStringAsync(new Uri("/settings", UriKind.Relative), TestContext.Current.CancellationToken);
        var style = StyleSheet().Match(page).Groups[1].Value;
        using var answer = await Get(style);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("url(serif", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherAddress_IsRefused_WithAReason()
    {
        var refused = await Assert.ThrowsAsync<SaysoException>(() => SiteServer.StartAsync(Made.Site(_ledger), "0.0.0.0", 0, TestContext.Current.CancellationToken));
        Assert.Equal(ProblemCodes.NotLoopback, refused.Problem.Code);
    }

    [Fact]
    public async Task Port_IsToldByItsCode_WhereItIsTaken()
    {
        var refused = await Assert.ThrowsAsync<SaysoException>(() => SiteServer.StartAsync(Made.Site(_ledger), "127.0.0.1", _browser.BaseAddress!.Port, TestContext.Current.CancellationToken));
        Assert.Equal(ProblemCodes.PortTaken, refused.Problem.Code);
    }

    private Task<HttpResponseMessage> Get(string path) => _browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    [GeneratedRegex("href=\"(/[^\"#]*)")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("rel=\"stylesheet\" href=\"([^\"]+)\"")]
    private static partial Regex StyleSheet();
}
