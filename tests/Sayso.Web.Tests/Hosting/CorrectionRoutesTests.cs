using System.Net;
using System.Text.RegularExpressions;
using Sayso.Core.Corrections;
using Sayso.Core.Errors;

namespace Sayso.Web.Tests.Hosting;

/// <summary>Corrections over HTTP, as a browser without script sends them.</summary>
public sealed partial class CorrectionRoutesTests : IAsyncLifetime
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

    [Fact]
    public async Task Correction_IsMadeShownAndUndone_WithoutScript()
    {
        var back = $"/documents/{Made.Document().Id[..10]}";
        var token = await TokenOf(back);
        using var noted = await Send(("form-token", token), ("back", back), ("do", "note"), ("what", Made.Document().Id), ("words", "ask <script>alert(1)</script>"), ("author", "rosa"));
        Assert.Equal((HttpStatusCode.Redirect, $"{back}?made=2"), (noted.StatusCode, noted.Headers.Location!.OriginalString));
        Assert.Contains("sayso-author=rosa", noted.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("sayso-author", StringComparison.Ordinal)), StringComparison.Ordinal);

        var page = await Page($"{back}?made=2");
        Assert.Contains("Done: rosa noted: ask &lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("name=\"entry\" value=\"2\"", page, StringComparison.Ordinal);

        using var undone = await Send(("form-token", token), ("back", "//elsewhere.example/"), ("do", "undo"), ("entry", "2"), ("author", "ola"));
        Assert.Equal("/history?made=3", undone.Headers.Location!.OriginalString);
        Assert.Equal([CorrectionState.Undone, CorrectionState.InForce], _ledger.Ask(CorrectionBook.Of).Entries.Select(e => e.State));
        Assert.Contains("undone by entry 3", await Page("/history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claim_IsGradedAndMerged()
    {
        var statements = Made.Statements(Made.Document());
        var claims = statements.Select(s => Core.Claims.ClaimBuilder.IdOf(s.Id)).ToArray();
        var token = await TokenOf($"/claims/{claims[0]}");
        using var graded = await Send(("form-token", token), ("back", $"/claims/{claims[0]}"), ("do", "grade"), ("what", claims[0]), ("grade", "2"), ("reason", "seen"), ("author", "rosa"));
        Assert.Equal(HttpStatusCode.Redirect, graded.StatusCode);
        Assert.Contains("2 of 6, probably true", await Page($"/claims/{claims[0]}"), StringComparison.Ordinal);

        // An address that was pasted is an id too.
        using var merged = await Send(("form-token", token), ("back", "/claims"), ("do", "merge"), ("claim", claims[0]), ("other", $"{_server.Address}/claims/{claims[1]}"), ("reason", "one matter"), ("author", "rosa"));
        Assert.Equal(HttpStatusCode.Redirect, merged.StatusCode);
        Assert.Equal(statements.Select(s => s.Id), _ledger.Ask(CorrectionBook.Of).Claims.With(statements[0].Id).OrderBy(id => id == statements[0].Id ? 0 : 1));
    }

    [Fact]
    public async Task Conflict_IsJudged_AndLeavesTheQueue_UntilUndone()
    {
        using var ledger = MadeConflict.Ledger();
        await using var server = await SiteServer.StartAsync(Made.Site(ledger), "127.0.0.1", 0, TestContext.Current.CancellationToken);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(server.Address) };
        var conflict = MadeConflict.Only(ledger);
        string page;
        do
        {
            page = await browser.GetStringAsync(new Uri("/conflicts", UriKind.Relative), TestContext.Current.CancellationToken);
        }
        while (!page.Contains("form-token", StringComparison.Ordinal));

        var token = Token().Match(page).Groups[1].Value;
        Assert.Equal("/conflicts?made=2", await Judged(HttpStatusCode.Redirect, "no-conflict"));
        Assert.Contains("All are judged", await browser.GetStringAsync(new Uri("/conflicts", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("no conflict, different things", await browser.GetStringAsync(new Uri($"/conflicts/{conflict.Id[..10]}", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("\"verdict\":\"no-conflict\"", await browser.GetStringAsync(new Uri("/api/v1/conflicts?state=judged", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await Judged(HttpStatusCode.BadRequest, "no-conflict");
        await Judged(HttpStatusCode.BadRequest, "perhaps");
        await Judged(HttpStatusCode.BadRequest, "");
        await Judged(HttpStatusCode.BadRequest, "wrong elsewhere:0-9");

        async Task<string?> Judged(HttpStatusCode expected, string verdict)
        {
            using var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["form-token"] = token, ["back"] = "/conflicts", ["do"] = "judge", ["what"] = conflict.Id, ["verdict"] = verdict, ["author"] = "rosa" });
            using var answer = await browser.PostAsync(new Uri("/correct", UriKind.Relative), fields, TestContext.Current.CancellationToken);
            Assert.Equal(expected, answer.StatusCode);
            if (expected == HttpStatusCode.BadRequest)
            {
                Assert.Contains(ProblemCodes.NothingToCorrect, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }

            return answer.Headers.Location?.OriginalString;
        }
    }

    [Fact]
    public async Task Correction_IsRefused_WithoutTokenReasonOrSense()
    {
        var claim = Core.Claims.ClaimBuilder.IdOf(Made.Statements(Made.Document())[0].Id);
        var token = await TokenOf($"/documents/{Made.Document().Id}");
        using var strange = await Send(("back", "/"), ("do", "note"), ("what", Made.Document().Id), ("words", "x"), ("author", "rosa"));
        Assert.Equal(HttpStatusCode.BadRequest, strange.StatusCode);
        foreach (var (code, what, reason) in new[] { (ProblemCodes.NoReason, "grade", " "), (ProblemCodes.NothingToCorrect, "merge", "x"), (ProblemCodes.NothingToCorrect, "dance", "x"), (ProblemCodes.NotACorrection, "undo", "x") })
        {
            using var refused = await Send(("form-token", token), ("back", "/"), ("do", what), ("what", claim), ("claim", claim), ("other", claim), ("entry", "1"), ("grade", "3"), ("reason", reason), ("author", "rosa"));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains(code, await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Empty(_ledger.Ask(CorrectionBook.Of).Entries);
    }

    private Task<HttpResponseMessage> Send(params (string Name, string Value)[] fields) => _browser.PostAsync(
        new Uri("/correct", UriKind.Relative), new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), TestContext.Current.CancellationToken);

    private Task<string> Page(string path) => _browser.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private async Task<string> TokenOf(string path)
    {
        for (var tries = 0; ; tries++)
        {
            if (Token().Match(await Page(path)) is { Success: true } token)
            {
                return token.Groups[1].Value;
            }

            // Claims are still being reckoned.
            Assert.True(tries < 50, "The page has no form.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
