using System.Net;
using System.Text.RegularExpressions;
using Sayso.Core.Access;
using Sayso.Core.Corrections;
using Sayso.Core.Errors;
using Sayso.Web.Hosting;

namespace Sayso.Web.Tests.Access;

/// <summary>People and their browsers.</summary>
public sealed partial class SessionTests : IAsyncLifetime
{
    private SharedServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await SharedServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Page_LeadsToSigningIn_AndBack()
    {
        using var browser = _server.Browse();
        using var asked = await browser.GetAsync("/documents?q=bridge&outlet=The+Varn+Post");
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?back=%2Fdocuments%3Fq%3Dbridge%26outlet%3DThe%2BVarn%2BPost"), (asked.StatusCode, asked.Headers.Location!.OriginalString));
        var back = WebUtility.HtmlDecode(BackField().Match(await browser.PageAsync(asked.Headers.Location.OriginalString)).Groups[1].Value);
        Assert.Equal("/documents?q=bridge&outlet=The+Varn+Post", back);
        using var signedIn = await browser.SignInAsync("Rosa", back: back);
        Assert.Equal((HttpStatusCode.Redirect, back), (signedIn.StatusCode, signedIn.Headers.Location!.OriginalString));
        Assert.Contains("The Varn Post", await browser.PageAsync(back), StringComparison.Ordinal);
        Assert.Contains(">rosa</a>", await browser.PageAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookie_IsForTheServerAlone_AndNotForScript()
    {
        using var browser = _server.Browse();
        using var signedIn = await browser.SignInAsync("rosa");
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("sayso-session=", StringComparison.Ordinal) && !c.StartsWith("sayso-session=;", StringComparison.Ordinal));
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Session_EndsBySigningOut_AndIsGoodNoMore()
    {
        using var browser = _server.Browse();
        using var signedIn = await browser.SignInAsync("rosa");
        var stolen = browser.Session!;
        using var signedOut = await browser.SendAsync("/account", "/sign-out");
        Assert.Equal("/sign-in", signedOut.Headers.Location!.OriginalString);
        Assert.Null(browser.Session);
        Assert.Empty(_server.Store.Sessions("rosa"));
        using var thief = _server.Browse();
        thief.Cookies.Add(_server.Address, new Cookie("sayso-session", stolen));
        using var refused = await thief.GetAsync("/documents");
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
    }

    [Theory]
    [InlineData(13)]
    [InlineData(24 * 7)]
    public async Task Session_EndsWithItsTime(int hours)
    {
        using var browser = _server.Browse();
        using var signedIn = await browser.SignInAsync("rosa");
        for (var passed = 0; passed < hours - 13; passed += 6)
        {
            _server.Clock.Move(TimeSpan.FromHours(6));
            using var used = await browser.GetAsync("/documents");
            Assert.Equal(HttpStatusCode.OK, used.StatusCode);
        }

        _server.Clock.Move(TimeSpan.FromHours(13));
        using var late = await browser.GetAsync("/documents");
        Assert.Equal(HttpStatusCode.Redirect, late.StatusCode);
    }

    [Fact]
    public async Task Session_IsEndedFromAnother_ButNotSomebodyElses()
    {
        using var one = _server.Browse();
        using var other = _server.Browse();
        using var stranger = _server.Browse();
        using var first = await one.SignInAsync("rosa");
        using var second = await other.SignInAsync("rosa");
        using var third = await stranger.SignInAsync("ola");
        var page = await one.PageAsync("/account");
        Assert.Equal(2, Firefox().Count(page));
        var session = SessionField().Match(page).Groups[1].Value;
        using var refused = await stranger.SendAsync("/account", "/account/end", ("session", session));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        using var still = await other.GetAsync("/documents");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        using var ended = await one.SendAsync("/account", "/account/end", ("session", session));
        Assert.Equal("/account", ended.Headers.Location!.OriginalString);
        using var gone = await other.GetAsync("/documents");
        using var stays = await one.GetAsync("/documents");
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.OK], [gone.StatusCode, stays.StatusCode]);
    }

    [Fact]
    public async Task Password_IsChangedByItsUser_AndEndsOtherSessions()
    {
        using var one = _server.Browse();
        using var other = _server.Browse();
        using var first = await one.SignInAsync("ola");
        using var second = await other.SignInAsync("ola");
        const string Wanted = "three storks over Varn";
        foreach (var (present, wanted) in new[] { ("a wrong password", Wanted), (SharedServer.Password, "short"), (SharedServer.Password, new string('a', 20)) })
        {
            using var refused = await one.SendAsync("/account", "/account/password", ("present", present), ("wanted", wanted));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        using var changed = await one.SendAsync("/account", "/account/password", ("present", SharedServer.Password), ("wanted", Wanted));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        using var gone = await other.GetAsync("/documents");
        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        using var old = await other.SignInAsync("ola");
        using var now = await other.SignInAsync("ola", Wanted);
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Redirect], [old.StatusCode, now.StatusCode]);
    }

    [Fact]
    public async Task Password_IsNotChanged_ByAToken()
    {
        using var program = _server.Program(_server.Token("ola", AccessScope.Write));
        var (page, cookie) = await FormAsync(program, "/add");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/account/password", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("form-token", page), KeyValuePair.Create("present", SharedServer.Password), KeyValuePair.Create("wanted", "three storks over Varn")]),
            Headers = { { "Cookie", cookie } },
        };
        using var answer = await program.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Correction_IsSignedByItsUser_WhateverTheFormSays()
    {
        using var browser = _server.Browse();
        using var signedIn = await browser.SignInAsync("ola");
        var back = $"/documents/{Made.Document().Id[..10]}";
        var page = await browser.PageAsync(back);
        Assert.DoesNotContain("name=\"author\" required", page, StringComparison.Ordinal);
        Assert.Contains("as ola", page, StringComparison.Ordinal);
        using var noted = await browser.SendAsync(back, "/correct", ("back", back), ("do", "note"), ("what", Made.Document().Id), ("words", "ask again"), ("author", "rosa"));
        Assert.Equal(HttpStatusCode.Redirect, noted.StatusCode);
        Assert.Equal("ola", _server.Ledger.Ask(CorrectionBook.Of).Entries.Single().Author);
        Assert.Equal(("ola", AuditAction.Correct), _server.Store.Audit(new AuditQuery { Limit = 1 }).Select(e => (e.User, e.Action)).Single());
        Assert.False(noted.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith(Hand.AuthorCookie, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("ines", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("ola", HttpStatusCode.Redirect, HttpStatusCode.Forbidden)]
    [InlineData("rosa", HttpStatusCode.Redirect, HttpStatusCode.OK)]
    public async Task Person_MayDo_WhatTheScopeSays(string name, HttpStatusCode adding, HttpStatusCode auditing)
    {
        using var browser = _server.Browse();
        using var signedIn = await browser.SignInAsync(name);
        using var added = await browser.SendAsync("/add", "/add", ("text", "A text, he said."));
        using var audited = await browser.GetAsync("/audit");
        Assert.Equal([adding, auditing], [added.StatusCode, audited.StatusCode]);
        Assert.Equal(name == "rosa", (await browser.PageAsync("/")).Contains("href=\"/audit\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Audit_IsShown_NarrowedAndPaged()
    {
        using var browser = _server.Browse();
        using var signedIn = await browser.SignInAsync("rosa");
        foreach (var i in Enumerable.Range(0, 150))
        {
            _server.Store.Append(new AuditEntry(0, _server.Clock.Now, AuditAction.TokenAdd) { User = "ola", Detail = $"<b>token {i}</b>" });
        }

        var page = await browser.PageAsync("/audit");
        Assert.Contains("&lt;b&gt;token 149&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>token", page, StringComparison.Ordinal);
        Assert.DoesNotContain("token 49&lt;", page, StringComparison.Ordinal);
        var older = WebUtility.HtmlDecode(Older().Match(page).Groups[1].Value);
        Assert.Contains("token 49&lt;", await browser.PageAsync(older), StringComparison.Ordinal);
        var narrowed = await browser.PageAsync("/audit?user=ROSA&action=sign-in&since=2031-04-01");
        Assert.Contains("signed in", narrowed, StringComparison.Ordinal);
        Assert.DoesNotContain("token 1", narrowed, StringComparison.Ordinal);
        Assert.Contains("Nothing of that was done.", await browser.PageAsync("/audit?user=nobody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherAddress_IsServed_OnceThereAreUsers()
    {
        using var ledger = new TemporaryLedger([]);
        foreach (var options in new[] { new ServeOptions { Address = "0.0.0.0" }, new ServeOptions { Hosts = ["ledger.example"] }, new ServeOptions { Proxies = [IPNetwork.Parse("10.0.0.0/8")] } })
        {
            var refused = await Assert.ThrowsAsync<SaysoException>(() => SiteServer.StartAsync(Made.Site(ledger), options with { Port = 0 }, TestContext.Current.CancellationToken));
            Assert.Equal(ProblemCodes.NotLoopback, refused.Problem.Code);
            await using var server = await SharedServer.StartAsync(options);
        }
    }

    internal static async Task<(string Token, string Cookie)> FormAsync(HttpClient program, string path)
    {
        using var answer = await program.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("sayso-form", StringComparison.Ordinal)).Split(';')[0];
        return (FormToken().Match(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups[1].Value, cookie);
    }

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex("name=\"back\" value=\"([^\"]*)\"")]
    private static partial Regex BackField();

    [GeneratedRegex("name=\"session\" value=\"(\\d+)\"")]
    private static partial Regex SessionField();

    [GeneratedRegex(">Firefox</td>")]
    private static partial Regex Firefox();

    [GeneratedRegex("href=\"([^\"]+)\" rel=\"next\"")]
    private static partial Regex Older();
}
