using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using NodaTime;
using Sayso.Core.Access;
using Sayso.Core.Corrections;
using Sayso.Core.Errors;
using Sayso.Core.Watchlists;

namespace Sayso.Web.Tests.Access;

/// <summary>Programs and their tokens.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private SharedServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await SharedServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(AccessScope.Read, "GET", "/api/v1/documents", HttpStatusCode.OK)]
    [InlineData(AccessScope.Read, "HEAD", "/api/v1/documents", HttpStatusCode.OK)]
    [InlineData(AccessScope.Read, "GET", "/export/statements.csv", HttpStatusCode.OK)]
    [InlineData(AccessScope.Read, "GET", "/documents", HttpStatusCode.OK)]
    [InlineData(AccessScope.Read, "POST", "/api/v1/documents", HttpStatusCode.Forbidden)]
    [InlineData(AccessScope.Read, "POST", "/add", HttpStatusCode.Forbidden)]
    [InlineData(AccessScope.Read, "POST", "/correct", HttpStatusCode.Forbidden)]
    [InlineData(AccessScope.Read, "DELETE", "/api/v1/documents", HttpStatusCode.Forbidden)]
    [InlineData(AccessScope.Read, "GET", "/audit", HttpStatusCode.Forbidden)]
    [InlineData(AccessScope.Read, "GET", "/AUDIT", HttpStatusCode.Forbidden)]
    [InlineData(AccessScope.Write, "POST", "/api/v1/documents", HttpStatusCode.Created)]
    [InlineData(AccessScope.Write, "GET", "/audit", HttpStatusCode.Forbidden)]
    [InlineData(AccessScope.Admin, "GET", "/audit", HttpStatusCode.OK)]
    [InlineData(AccessScope.Admin, "POST", "/api/v1/documents", HttpStatusCode.Created)]
    public async Task Token_MayDo_WhatItsScopeSays(AccessScope scope, string method, string path, HttpStatusCode expected)
    {
        using var program = _server.Program(_server.Token("rosa", scope));
        using var answer = await SendAsync(program, method, path);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Token_MayNoMore_ThanItsUser()
    {
        using var program = _server.Program(_server.Token("ines", AccessScope.Admin));
        using var read = await SendAsync(program, "GET", "/api/v1/documents");
        using var written = await SendAsync(program, "POST", "/api/v1/documents");
        using var audited = await SendAsync(program, "GET", "/audit");
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [read.StatusCode, written.StatusCode, audited.StatusCode]);
    }

    [Fact]
    public async Task Token_IsTakenNoMore_OnceRevokedExpiredOrItsUserIsGone()
    {
        var (revoked, expiring, orphaned) = (_server.Token("rosa", AccessScope.Read), _server.Token("rosa", AccessScope.Read, _server.Clock.Now + Duration.FromDays(1)), _server.Token("ola", AccessScope.Read));
        foreach (var token in new[] { revoked, expiring, orphaned })
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(token));
        }

        _server.Store.RevokeToken("token 0", _server.Clock.Now);
        _server.Store.RemoveUser("ola");
        _server.Clock.Move(TimeSpan.FromDays(1));
        foreach (var token in new[] { revoked, expiring, orphaned })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(token));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer sayso_")]
    [InlineData("Bearer %")]
    [InlineData("Bearer ' OR 1=1 --")]
    [InlineData("Bearer e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("Basic cm9zYTphIGxhbXAsIGEgZmVycnksIGEgVHVlc2RheQ==")]
    [InlineData("Token HASH")]
    [InlineData("Bearer HASH")]
    [InlineData("Bearer TOKEN, Bearer TOKEN")]
    [InlineData("Bearer TOKENx")]
    public async Task OtherWords_AreNoToken(string? shown)
    {
        var token = _server.Token("rosa", AccessScope.Admin);
        using var program = _server.Program();
        foreach (var path in new[] { "/api/v1/documents", "/api/v1/events", "/mcp" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            if (shown is not null)
            {
                request.Headers.TryAddWithoutValidation("Authorization", shown.Replace("TOKEN", token, StringComparison.Ordinal).Replace("HASH", Secret.HashOf(token), StringComparison.Ordinal));
            }

            using var answer = await program.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
            Assert.Equal(ProblemCodes.NotSignedIn, await CodeOf(answer));
        }
    }

    [Fact]
    public async Task Addition_IsOfTheUser_InLedgerAndAudit()
    {
        using var program = _server.Program(_server.Token("ola", AccessScope.Write));
        using var answer = await program.PostAsync(new Uri("/api/v1/documents?name=ferry.txt", UriKind.Relative), new StringContent("A text, he said."), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("ola", _server.Ledger.Ask(l => l.Entries(null).Last().Provenance.Author));
        Assert.Equal(("ola", "ferry.txt"), _server.Store.Audit(new AuditQuery { Action = AuditAction.DocumentAdd }).Select(e => (e.User, e.Detail)).Single());
    }

    [Fact]
    public async Task Watchlist_IsOfTheUser_WhateverTheCookieSays_AndInTheAudit()
    {
        using var browser = _server.Browse();
        using var signedIn = await browser.SignInAsync("ola");
        browser.Cookies.Add(_server.Address, new Cookie("sayso-author", "rosa"));
        using var made = await browser.SendAsync("/watchlists", "/watchlists", ("do", "add"), ("name", "The bridge"), ("about", "bridge"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var list = _server.Ledger.Ask(l => new WatchlistBook(l, _server.Clock).Lists.Single());
        Assert.Equal("ola", list.Author);

        // Readers of feeds are programs: they are told what they lack, and not sent to a form.
        using var stranger = _server.Program();
        using var reader = _server.Program(_server.Token("ines", AccessScope.Read));
        var feed = new Uri($"/watchlists/{list.Id}.atom", UriKind.Relative);
        using var refused = await stranger.GetAsync(feed, TestContext.Current.CancellationToken);
        using var read = await reader.GetAsync(feed, TestContext.Current.CancellationToken);
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.OK], [refused.StatusCode, read.StatusCode]);
        Assert.Equal(("ola", "add The bridge"), _server.Store.Audit(new AuditQuery { Action = AuditAction.WatchlistChange }).Select(e => (e.User, e.Detail)).Single());
    }

    [Fact]
    public async Task Description_NeedsAToken_AndLeadsNoProgramToAForm()
    {
        using var stranger = _server.Program();
        using var reader = _server.Program(_server.Token("ines", AccessScope.Read));
        using var refused = await stranger.GetAsync(new Uri("/api/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken);
        using var shown = await reader.GetAsync(new Uri("/api/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.OK], [refused.StatusCode, shown.StatusCode]);
        Assert.Equal(ProblemCodes.NotSignedIn, await CodeOf(refused));
    }

    [Fact]
    public async Task Watchlist_IsNewToEachUser_UntilThatOneHasSeenIt()
    {
        var list = _server.Ledger.Ask(l => new WatchlistBook(l, _server.Clock, "ola").Add("all", SavedSearch.All, null, "ola"));
        _server.Ledger.Ask(l => l.Add(Made.Document("It rained, Ada Lorn said."), [Made.Statement(Made.Document("It rained, Ada Lorn said."), "Ada Lorn", "said", "It rained")], Made.Reading));
        using var olas = _server.Program(_server.Token("ola", AccessScope.Read));
        using var inesProgram = _server.Program(_server.Token("ines", AccessScope.Read));
        using var ines = _server.Browse();
        using var signedIn = await ines.SignInAsync("ines");
        var (first, second) = (await NewAsync(olas), await NewAsync(inesProgram));
        Assert.Equal((1, 1), (first.New, second.New));
        Assert.NotEqual(first.Tag, second.Tag);

        // She may only read, and says what she has seen all the same; that is hers alone.
        using var seen = await ines.SendAsync($"/watchlists/{list.Id}", "/watchlists/seen", ("until", "2"), ("list", list.Id));
        Assert.Equal(HttpStatusCode.Redirect, seen.StatusCode);
        Assert.Equal((1, 0), ((await NewAsync(olas)).New, (await NewAsync(inesProgram)).New));
        Assert.Contains("nothing new", await ines.PageAsync($"/watchlists/{list.Id}"), StringComparison.Ordinal);
        using var removal = await ines.SendAsync("/watchlists", "/watchlists", ("do", "remove"), ("list", list.Id));
        Assert.Equal(HttpStatusCode.Forbidden, removal.StatusCode);

        async Task<(int New, string Tag)> NewAsync(HttpClient program)
        {
            using var answer = await program.GetAsync(new Uri($"/api/v1/watchlists/{list.Id}", UriKind.Relative), TestContext.Current.CancellationToken);
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            return (json.RootElement.GetProperty("new").GetInt32(), answer.Headers.ETag!.Tag);
        }
    }

    [Fact]
    public async Task Assistant_IsAskedTool_ByTool()
    {
        using var reader = _server.Program(_server.Token("ola", AccessScope.Read));
        Assert.DoesNotContain("SAY7", await CallAsync(reader, "search", "{\"q\": \"bridge\"}"), StringComparison.Ordinal);
        Assert.Contains(ProblemCodes.OutOfScope, await CallAsync(reader, "add", "{\"text\": \"A text, he said.\"}"), StringComparison.Ordinal);
        Assert.Null(_server.Ledger.Ask(l => l.Entries(null).Last().Provenance.Author));
        using var writer = _server.Program(_server.Token("ola", AccessScope.Write));
        Assert.Contains("added", await CallAsync(writer, "add", "{\"text\": \"A text, he said.\"}"), StringComparison.Ordinal);
        Assert.Equal("ola", _server.Ledger.Ask(l => l.Entries(null).Last().Provenance.Author));
    }

    [Fact]
    public async Task Token_CountsAlone_WhereACookieIsThereToo()
    {
        using var browser = _server.Browse();
        using var signedIn = await browser.SignInAsync("rosa");
        using var program = _server.Program("sayso_wrong");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/documents", UriKind.Relative)) { Headers = { { "Cookie", $"sayso-session={browser.Session}" } } };
        using var answer = await program.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    internal static async Task<string?> CodeOf(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("code").GetString();
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient program, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative)) { Content = method == "POST" ? new StringContent("A text, she said.") : null };
        return await program.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<string> CallAsync(HttpClient program, string tool, string arguments)
    {
        var session = string.Empty;
        foreach (var message in new[]
        {
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""",
            $$$"""{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{{{arguments}}}}}""",
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/mcp", UriKind.Relative)) { Content = new StringContent(message, Encoding.UTF8, "application/json") };
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
            if (session.Length > 0)
            {
                request.Headers.Add("Mcp-Session-Id", session);
            }

            using var answer = await program.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, text);
            session = answer.Headers.TryGetValues("Mcp-Session-Id", out var given) ? given.Single() : session;
            if (message.Contains("tools/call", StringComparison.Ordinal))
            {
                return text;
            }
        }

        return string.Empty;
    }

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var program = _server.Program(token);
        using var answer = await program.GetAsync(new Uri("/api/v1/documents", UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
