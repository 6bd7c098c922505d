using System.Net;
using System.Text;
using System.Text.Json;
using Sayso.Core.Access;
using Sayso.Core.Errors;

namespace Sayso.Web.Tests.Access;

/// <summary>Users and tokens kept over HTTP, and who tries to without being let.</summary>
public sealed class AdminTests : IAsyncLifetime
{
    private SharedServer _server = null!;
    private HttpClient _admin = null!;

    /// <summary>All that an admin may ask.</summary>
    public static TheoryData<string, string> Requests => new()
    {
        { "GET", "/api/v1/users" }, { "GET", "/api/v1/tokens" }, { "GET", "/api/v1/audit" }, { "HEAD", "/api/v1/users" }, { "GET", "/API/V1/Users" }, { "GET", "/api/v1/users/" }, { "GET", "/api/v1/%75sers" },
        { "POST", "/api/v1/users" }, { "PATCH", "/api/v1/users/ines" }, { "DELETE", "/api/v1/users/rosa" }, { "POST", "/api/v1/tokens" }, { "DELETE", "/api/v1/tokens/token%200" },
    };

    public async ValueTask InitializeAsync()
    {
        _server = await SharedServer.StartAsync();
        _admin = _server.Program(_server.Token("rosa", AccessScope.Admin));
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task User_IsAdded_MayMore_AndIsRemoved()
    {
        using var added = await SendAsync(_admin, "POST", "/api/v1/users", $$"""{"name": "Bo Lund", "password": "{{SharedServer.Password}}", "scope": "read"}""");
        Assert.Equal((HttpStatusCode.Created, "/api/v1/users/Bo%20Lund"), (added.StatusCode, added.Headers.Location!.OriginalString));
        Assert.Equal("""{"name":"Bo Lund","scope":"read","created":"2031-04-01T08:00:00Z"}""", (await TextAsync(added)).TrimEnd());
        using var browser = _server.Browse();
        using var signedIn = await browser.SignInAsync("bo lund");
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);

        using var promoted = await SendAsync(_admin, "PATCH", "/api/v1/users/BO%20LUND", """{"scope": "admin"}""");
        Assert.Equal("admin", (await JsonAsync(promoted)).GetProperty("scope").GetString());
        using var seen = await browser.GetAsync("/audit");
        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);

        using var removed = await SendAsync(_admin, "DELETE", "/api/v1/users/Bo%20Lund");
        Assert.Equal(HttpStatusCode.OK, removed.StatusCode);
        using var gone = await browser.GetAsync("/documents");
        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        Assert.Equal(["ines", "ola", "rosa"], (await ItemsAsync("/api/v1/users")).Select(u => u.GetProperty("name").GetString()!));
        Assert.Equal(
            ["user-remove Bo Lund rosa", "scope-change Bo Lund, from read to admin rosa", "user-add Bo Lund, read rosa"],
            (await ItemsAsync("/api/v1/audit?user=rosa")).Select(e => $"{e.GetProperty("action")} {e.GetProperty("detail")} {e.GetProperty("user")}"));
    }

    [Fact]
    public async Task Token_IsMadeOnce_Works_AndIsRevokedAtOnce()
    {
        using var made = await SendAsync(_admin, "POST", "/api/v1/tokens", """{"name": "desk", "user": "ola", "scope": "write", "expires": "2031-04-30"}""");
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.True(made.Headers.CacheControl!.NoStore);
        var secret = (await JsonAsync(made)).GetProperty("token").GetString()!;
        Assert.StartsWith(Secret.TokenPrefix, secret, StringComparison.Ordinal);
        using var program = _server.Program(secret);
        using var before = await SendAsync(program, "POST", "/api/v1/documents", "A text, she said.");
        Assert.Equal(HttpStatusCode.Created, before.StatusCode);

        // What its user may no more, it may no more either, from the next request on.
        using var demoted = await SendAsync(_admin, "PATCH", "/api/v1/users/ola", """{"scope": "read"}""");
        using var less = await SendAsync(program, "POST", "/api/v1/documents", "Another text, she said.");
        Assert.Equal(HttpStatusCode.Forbidden, less.StatusCode);

        using var revoked = await SendAsync(_admin, "DELETE", "/api/v1/tokens/DESK");
        Assert.Equal("revoked", (await JsonAsync(revoked)).GetProperty("state").GetString());
        using var after = await SendAsync(program, "GET", "/api/v1/documents");
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
        var all = await TextAsync(await SendAsync(_admin, "GET", "/api/v1/tokens")) + await TextAsync(await SendAsync(_admin, "GET", "/api/v1/audit"));
        Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret.HashOf(secret), all, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task SmallerScope_IsRefused_AndChangesNothing(string method, string path)
    {
        // A token of an admin that may only write, and one for all of somebody who may only write.
        foreach (var token in new[] { _server.Token("rosa", AccessScope.Write), _server.Token("rosa", AccessScope.Read), _server.Token("ola", AccessScope.Admin) })
        {
            using var program = _server.Program(token);
            using var answer = await SendAsync(program, method, path, method is "GET" or "HEAD" ? null : """{"name": "eve", "user": "rosa", "scope": "admin", "password": "five words make a good one"}""");
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.True(method == "HEAD" || ProblemCodes.OutOfScope == await TokenTests.CodeOf(answer));
        }

        AssertUntouched();
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Cookie_OfAnAdmin_ReadsOnly(string method, string path)
    {
        using var browser = _server.Browse();
        using var signedIn = await browser.SignInAsync("rosa");
        using var program = _server.Program();
        using var request = Made(method, path, method is "GET" or "HEAD" ? null : """{"name": "eve", "user": "rosa", "scope": "admin", "password": "five words make a good one"}""");
        request.Headers.Add("Cookie", browser.Cookies.GetCookieHeader(_server.Address));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await program.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(method is "GET" or "HEAD" ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, answer.StatusCode);
        AssertUntouched();
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Host", "rebound.example")]
    public async Task ForgedOrigin_IsRefused_WithAGoodTokenToo(string header, string value)
    {
        foreach (var (method, path) in new[] { ("POST", "/api/v1/users"), ("PATCH", "/api/v1/users/ines"), ("DELETE", "/api/v1/users/ola") })
        {
            using var request = Made(method, path, """{"scope": "admin"}""");
            request.Headers.TryAddWithoutValidation(header, value);
            using var answer = await _admin.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        AssertUntouched();
    }

    [Fact]
    public async Task LastAdmin_CannotBeLost_OverTheNetwork()
    {
        foreach (var (method, body) in new[] { ("PATCH", """{"scope": "write"}"""), ("DELETE", (string?)null) })
        {
            using var refused = await SendAsync(_admin, method, "/api/v1/users/rosa", body);
            Assert.Equal((HttpStatusCode.Conflict, ProblemCodes.LastAdmin), (refused.StatusCode, await TokenTests.CodeOf(refused)));
        }

        AssertUntouched();
        using var promoted = await SendAsync(_admin, "PATCH", "/api/v1/users/ola", """{"scope": "admin"}""");
        using var other = _server.Program(_server.Token("ola", AccessScope.Admin));

        // Each takes it from the other, both at once: one of them is too late.
        var answers = await Task.WhenAll(
            SendAsync(_admin, "PATCH", "/api/v1/users/ola", """{"scope": "read"}"""),
            SendAsync(other, "PATCH", "/api/v1/users/rosa", """{"scope": "read"}"""));
        Assert.Contains(answers, a => a.StatusCode is HttpStatusCode.OK);
        Assert.Single(_server.Store.Users(), u => u.Scope is AccessScope.Admin);
        Array.ForEach(answers, a => a.Dispose());
    }

    [Theory]
    [InlineData("/api/v1/users", """{"name": "<b>", "password": "five words make a good one"}""", HttpStatusCode.BadRequest, ProblemCodes.BadName)]
    [InlineData("/api/v1/users", """{"name": "OLA", "password": "five words make a good one"}""", HttpStatusCode.BadRequest, ProblemCodes.BadName)]
    [InlineData("/api/v1/users", """{"name": "eve", "password": "hunter2"}""", HttpStatusCode.BadRequest, ProblemCodes.WeakPassword)]
    [InlineData("/api/v1/users", """{"name": "eve", "password": "five words make a good one", "scope": "root"}""", HttpStatusCode.BadRequest, ProblemCodes.BadRequest)]
    [InlineData("/api/v1/users", """{"name": "eve", "password": "hunter2", "isAdmin": true}""", HttpStatusCode.BadRequest, ProblemCodes.BadRequest)]
    [InlineData("/api/v1/users", """{"name": "eve", "name": "mallory", "password": "hunter2"}""", HttpStatusCode.BadRequest, ProblemCodes.BadRequest)]
    [InlineData("/api/v1/users", """{"name": null, "password": "hunter2"}""", HttpStatusCode.BadRequest, ProblemCodes.BadRequest)]
    [InlineData("/api/v1/users", """{"password": "hunter2"}""", HttpStatusCode.BadRequest, ProblemCodes.BadRequest)]
    [InlineData("/api/v1/users", """hunter2""", HttpStatusCode.BadRequest, ProblemCodes.BadRequest)]
    [InlineData("/api/v1/users", """null""", HttpStatusCode.BadRequest, ProblemCodes.BadRequest)]
    [InlineData("/api/v1/users", "", HttpStatusCode.BadRequest, ProblemCodes.BadRequest)]
    [InlineData("/api/v1/tokens", """{"name": "desk", "user": "nobody"}""", HttpStatusCode.NotFound, ProblemCodes.NoSuchName)]
    [InlineData("/api/v1/tokens", """{"name": "desk", "user": "ola", "scope": "admin"}""", HttpStatusCode.Forbidden, ProblemCodes.OutOfScope)]
    [InlineData("/api/v1/tokens", """{"name": "desk", "user": "ola", "expires": "2031-03-31"}""", HttpStatusCode.BadRequest, ProblemCodes.Usage)]
    [InlineData("/api/v1/tokens", """{"name": "desk", "user": "ola", "expires": "soon"}""", HttpStatusCode.BadRequest, ProblemCodes.BadRequest)]
    [InlineData("/api/v1/tokens", """{"name": "token 0", "user": "ola"}""", HttpStatusCode.BadRequest, ProblemCodes.BadName)]
    public async Task Body_IsRefused_WithItsCode_AndNotShownAgain(string path, string body, HttpStatusCode status, string code)
    {
        using var answer = await SendAsync(_admin, "POST", path, body);
        Assert.Equal((status, code), (answer.StatusCode, await TokenTests.CodeOf(answer)));
        Assert.DoesNotContain("hunter2", await TextAsync(answer), StringComparison.Ordinal);
        AssertUntouched();
    }

    [Fact]
    public async Task Body_IsJson_AndSmall()
    {
        using var form = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/users", UriKind.Relative)) { Content = new StringContent("""{"name": "eve", "password": "five words make a good one"}""", Encoding.UTF8, "text/plain") };
        using var refused = await _admin.SendAsync(form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var large = await SendAsync(_admin, "POST", "/api/v1/users", $$"""{"name": "eve", "password": "{{new string('a', 20_000)}}"}""");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        foreach (var (method, path) in new[] { ("PATCH", "/api/v1/users/nobody"), ("DELETE", "/api/v1/users/nobody"), ("DELETE", "/api/v1/tokens/none"), ("DELETE", "/api/v1/users/%1b") })
        {
            using var missing = await SendAsync(_admin, method, path, """{"scope": "read"}""");
            Assert.Equal((HttpStatusCode.NotFound, ProblemCodes.NoSuchName), (missing.StatusCode, await TokenTests.CodeOf(missing)));
        }

        AssertUntouched();
    }

    [Fact]
    public async Task LedgerWithoutUsers_HasNoneOfIt()
    {
        using var ledger = new TemporaryLedger([]);
        await using var server = await SiteServer.StartAsync(Tests.Made.Site(ledger), "127.0.0.1", 0, TestContext.Current.CancellationToken);
        using var program = new HttpClient { BaseAddress = new Uri(server.Address) };
        foreach (var (method, path) in Requests.Select(r => r.Data).Where(r => r.Item2.StartsWith("/api/v1/", StringComparison.Ordinal) && r.Item2[^1] != '/'))
        {
            using var answer = await SendAsync(program, method, path, method is "GET" or "HEAD" ? null : """{"name": "eve", "user": "eve", "scope": "admin", "password": "five words make a good one"}""");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private void AssertUntouched()
    {
        Assert.Equal([("ines", AccessScope.Read), ("ola", AccessScope.Write), ("rosa", AccessScope.Admin)], _server.Store.Users().Select(u => (u.Name, u.Scope)));
        Assert.All(_server.Store.Tokens(), t => Assert.Null(t.Revoked));
        Assert.DoesNotContain(_server.Store.Audit(new AuditQuery()), e => e.Action is AuditAction.UserAdd or AuditAction.UserRemove or AuditAction.ScopeChange or AuditAction.TokenAdd or AuditAction.TokenRevoke);
    }

    private async Task<IReadOnlyList<JsonElement>> ItemsAsync(string path)
    {
        using var answer = await SendAsync(_admin, "GET", path);
        return [.. (await JsonAsync(answer)).GetProperty("items").EnumerateArray()];
    }

    private static HttpRequestMessage Made(string method, string path, string? body) => new(new HttpMethod(method), new Uri(path, UriKind.Relative))
    {
        Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
    };

    private static async Task<HttpResponseMessage> SendAsync(HttpClient program, string method, string path, string? body = null)
    {
        using var request = Made(method, path, body);
        return await program.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonSerializer.Deserialize<JsonElement>(await TextAsync(answer));
}
