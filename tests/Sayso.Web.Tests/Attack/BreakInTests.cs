using System.Net;
using System.Text.Json;
using Sayso.Core.Access;
using Sayso.Core.Errors;
using Sayso.Web.Tests.Access;

namespace Sayso.Web.Tests.Attack;

/// <summary>Tries to get into a server that has users.</summary>
public sealed class BreakInTests : IAsyncLifetime
{
    private SharedServer _server = null!;

    /// <summary>Every kind of address, asked by somebody who is nobody.</summary>
    public static TheoryData<string, string> Doors =>
    [
        .. AttackTests.Addresses.Select(a => ("GET", a.Data)),
        ("GET", "/nowhere"), ("GET", "/audit"), ("GET", "/api/v1/users"), ("GET", "/api/v1/tokens"), ("GET", "/api/v1/audit"), ("POST", "/api/v1/users"), ("POST", "/api/v1/tokens"), ("PATCH", "/api/v1/users/ines"), ("DELETE", "/api/v1/users/rosa"), ("DELETE", "/api/v1/tokens/x"), ("GET", "/account"), ("GET", "/api/v1/events"), ("GET", "/mcp"), ("GET", "/history"), ("GET", "/export/documents.jsonl"), ("GET", "/api/scalar/scalar.js"),
        ("HEAD", "/api/v1/documents"), ("HEAD", "/documents"), ("OPTIONS", "/api/v1/documents"), ("TRACE", "/"), ("POST", "/api/v1/documents"), ("PUT", "/api/v1/documents"), ("DELETE", "/api/v1/documents"),
        ("POST", "/mcp"), ("DELETE", "/mcp"), ("POST", "/add"), ("POST", "/add/sample"), ("POST", "/correct"), ("POST", "/sign-out"), ("POST", "/account/end"), ("POST", "/account/password"), ("POST", "/audit"),
        ("POST", "/assets/x/site.css"), ("GET", "/assetsx"), ("GET", "/sign-in/"), ("GET", "/sign-in/x"), ("GET", "/SIGN-IN/../documents"), ("GET", "/sign-in%2f..%2fdocuments"), ("GET", "/assets/x/%2e%2e/%2e%2e/documents"),
        ("GET", "//documents"), ("GET", "/documents/"), ("GET", "/API/V1/documents"), ("GET", "/assets/../documents"), ("POST", "/ADD"),
    ];

    public async ValueTask InitializeAsync() => _server = await SharedServer.StartAsync(new ServeOptions
    {
        Hosts = ["ledger.example"],
        Limits = new ServeLimits { Window = TimeSpan.FromDays(1), Requests = 1000, Strangers = 200, SignIns = 5 },
    });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Nobody_ComesIn_ByAnyDoor(string method, string path)
    {
        using var stranger = _server.Program();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"{_server.Address.GetLeftPart(UriPartial.Authority)}{path}"));
        using var answer = await stranger.SendAsync(request, TestContext.Current.CancellationToken);
        var isDoor = answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed
            || (answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.StartsWith("/sign-in", StringComparison.Ordinal))
            || (answer.StatusCode is HttpStatusCode.OK && path.StartsWith("/sign-in", StringComparison.OrdinalIgnoreCase));
        Assert.True(isDoor, $"{method} {path} answers {answer.StatusCode}");
        var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("bridge", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Varn", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rebound.example")]
    [InlineData("ledger.example.evil.example")]
    [InlineData("evil.example:80@ledger.example")]
    [InlineData("localhost.evil.example")]
    public async Task ForgedHost_IsRefused_WithAGoodTokenToo(string host)
    {
        using var program = _server.Program(_server.Token("rosa", AccessScope.Admin));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/documents", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Host", host);
        using var answer = await program.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
    }

    [Theory]
    [InlineData("ledger.example")]
    [InlineData("LEDGER.example:8443")]
    [InlineData("192.0.2.7")]
    public async Task OwnHost_IsAnswered(string host)
    {
        using var program = _server.Program(_server.Token("rosa", AccessScope.Read));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/documents", UriKind.Relative)) { Headers = { Host = host } };
        using var answer = await program.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task ForgedOrigin_WritesNothing_WithAGoodCookie()
    {
        using var browser = _server.Browse();
        using var signedIn = await browser.SignInAsync("rosa");
        var token = await browser.TokenAsync("/add");
        var cookies = browser.Cookies.GetCookieHeader(_server.Address);
        using var elsewhere = _server.Program();
        foreach (var (header, value) in new[] { ("Origin", "https://evil.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", string.Empty), ("X-None", "x") })
        {
            foreach (var path in new[] { "/add", "/correct", "/account/password", "/api/v1/documents", "/mcp" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
                {
                    Content = new FormUrlEncodedContent([KeyValuePair.Create("form-token", token), KeyValuePair.Create("text", "A text, he said.")]),
                    Headers = { { "Cookie", cookies } },
                };
                request.Headers.TryAddWithoutValidation(header, value);
                using var answer = await elsewhere.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized, $"{header}: {value}, {path} answers {answer.StatusCode}");
            }
        }

        Assert.Equal(1, _server.Ledger.Ask(l => l.Count().Entries));
    }

    [Fact]
    public async Task Cookie_WritesNothing_ByTheInterfaceForPrograms()
    {
        using var browser = _server.Browse();
        using var signedIn = await browser.SignInAsync("rosa");
        using var read = await browser.GetAsync("/api/v1/documents");
        using var written = await browser.PostAsync("/api/v1/documents", ("text", "A text, he said."));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Unauthorized], [read.StatusCode, written.StatusCode]);
    }

    [Fact]
    public async Task Form_IsTaken_FromItsOwnSessionOnly()
    {
        using var browser = _server.Browse();
        var before = await browser.TokenAsync("/sign-in");
        using var signedIn = await browser.SignInAsync("rosa");
        using var other = _server.Browse();
        using var otherIn = await other.SignInAsync("ola");
        foreach (var token in new[] { before, await other.TokenAsync("/add"), string.Empty, "x" })
        {
            using var refused = await browser.PostAsync("/add", ("form-token", token), ("text", "A text, he said."));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        Assert.Equal(1, _server.Ledger.Ask(l => l.Count().Entries));
    }

    [Fact]
    public async Task Session_ThatSomebodyElseChose_IsNeverSignedIn()
    {
        const string Chosen = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        using var victim = _server.Browse();
        victim.Cookies.Add(_server.Address, new Cookie("sayso-session", Chosen));
        using var first = await victim.SignInAsync("rosa");
        var given = victim.Session!;
        Assert.NotEqual(Chosen, given);
        using var thief = _server.Browse();
        thief.Cookies.Add(_server.Address, new Cookie("sayso-session", Chosen));
        using var refused = await thief.GetAsync("/documents");
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);

        // Signing in once more takes another one, and ends the first.
        using var second = await victim.SignInAsync("rosa");
        Assert.NotEqual(given, victim.Session);
        Assert.Single(_server.Store.Sessions("rosa"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    [InlineData(" //evil.example")]
    [InlineData("/sign-out")]
    [InlineData("/sign-in?back=/sign-in")]
    [InlineData("")]
    public async Task SigningIn_LeadsNowhereElse(string back)
    {
        using var browser = _server.Browse();
        using var answer = await browser.SignInAsync("rosa", back: back);
        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.DoesNotContain("evil", await browser.PageAsync($"/sign-in?back={Uri.EscapeDataString(back)}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownName_IsAnsweredAsAWrongPassword()
    {
        List<(HttpStatusCode Status, string Page, string Headers)> answers = [];
        foreach (var name in new[] { "rosa", "nobody", "<script>alert(1)</script>", "' OR 1=1 --" })
        {
            using var browser = _server.Browse();
            using var answer = await browser.SignInAsync(name, "a wrong password, long enough");
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("alert(1)", page, StringComparison.Ordinal);
            answers.Add((answer.StatusCode, System.Text.RegularExpressions.Regex.Replace(page, "value=\"[^\"]{40,}\"", string.Empty), string.Join(',', answer.Headers.Select(h => h.Key))));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, answers[0].Status);
        Assert.Contains(ProblemCodes.SignInFailed, answers[0].Page, StringComparison.Ordinal);
        Assert.Single(answers.Distinct());

        // What was typed is not kept: it may be a password in the wrong field.
        Assert.DoesNotContain(_server.Store.Audit(new AuditQuery()), e => $"{e.User}{e.Detail}".Contains("nobody", StringComparison.Ordinal) || $"{e.User}{e.Detail}".Contains("alert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Guessing_IsStopped_ForKnownAndUnknownNamesAlike()
    {
        foreach (var name in new[] { "rosa", "nobody" })
        {
            await using var server = await SharedServer.StartAsync(new ServeOptions { Limits = new ServeLimits { Window = TimeSpan.FromDays(1), SignIns = 5 } });
            using var browser = server.Browse();
            List<HttpStatusCode> answers = [];
            for (var i = 0; i < 8; i++)
            {
                using var answer = await browser.SignInAsync(name, $"a wrong password, number {i}");
                answers.Add(answer.StatusCode);
                Assert.Equal(answer.StatusCode is HttpStatusCode.TooManyRequests, answer.Headers.RetryAfter is not null);
            }

            Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.Unauthorized, 5), .. Enumerable.Repeat(HttpStatusCode.TooManyRequests, 3)], answers);

            // Not with the right one either, until the time is over.
            using var right = await browser.SignInAsync("rosa");
            Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
        }
    }

    [Fact]
    public async Task TenThousandWrongTokens_AreCutShort_AndTakeNothingFromOthers()
    {
        const int Attempts = 10_000, Allowed = 200, Good = 500;
        using var program = _server.Program(_server.Token("rosa", AccessScope.Read));
        using var thief = _server.Program();
        int refused = 0, limited = 0, other = 0, good = 0;
        await Parallel.ForAsync(0, Attempts + Good, new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = TestContext.Current.CancellationToken }, async (i, cancellationToken) =>
        {
            if (i % ((Attempts + Good) / Good) == 0)
            {
                using var mine = await program.GetAsync(new Uri("/api/v1/documents?limit=1", UriKind.Relative), cancellationToken);
                Interlocked.Add(ref good, mine.StatusCode is HttpStatusCode.OK ? 1 : 0);
                return;
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/documents", UriKind.Relative)) { Headers = { { "Authorization", $"Bearer {Secret.New(Secret.TokenPrefix)}" } } };
            using var answer = await thief.SendAsync(request, cancellationToken);
            _ = answer.StatusCode switch
            {
                HttpStatusCode.Unauthorized => Interlocked.Increment(ref refused),
                HttpStatusCode.TooManyRequests when answer.Headers.RetryAfter is not null && answer.Content.Headers.ContentType?.MediaType == "application/problem+json" => Interlocked.Increment(ref limited),
                _ => Interlocked.Increment(ref other),
            };
        });
        Assert.Equal((Allowed, Attempts - Allowed, 0, Good), (refused, limited, other, good));

        // Neither does it fill the disk.
        Assert.InRange(_server.Store.Audit(new AuditQuery()).Count, 2, 10);
        using var last = await thief.GetAsync(new Uri("/api/v1/documents", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(ProblemCodes.TooManyRequests, await TokenTests.CodeOf(last));
    }

    [Fact]
    public async Task ManyRequestsOfOne_AreCutShort_AndTakeNothingFromAnother()
    {
        await using var server = await SharedServer.StartAsync(new ServeOptions { Limits = new ServeLimits { Window = TimeSpan.FromDays(1), Requests = 50 } });
        using var eager = server.Program(server.Token("ola", AccessScope.Read));
        using var other = server.Program(server.Token("ola", AccessScope.Read));
        List<HttpStatusCode> answers = [];
        for (var i = 0; i < 60; i++)
        {
            using var answer = await eager.GetAsync(new Uri("/api/v1/documents", UriKind.Relative), TestContext.Current.CancellationToken);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal((50, 10), (answers.Count(s => s is HttpStatusCode.OK), answers.Count(s => s is HttpStatusCode.TooManyRequests)));
        using var untouched = await other.GetAsync(new Uri("/api/v1/documents", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, untouched.StatusCode);
        Assert.Equal(("ola", AuditAction.Limited), server.Store.Audit(new AuditQuery { Limit = 1 }).Select(e => (e.User, e.Action)).Single());
    }

    [Theory]
    [InlineData("/api/v1/documents?token=TOKEN")]
    [InlineData("/api/v1/documents?access_token=TOKEN")]
    [InlineData("/api/v1/documents?authorization=Bearer+TOKEN")]
    [InlineData("/documents?access_token=TOKEN")]
    [InlineData("/mcp?token=TOKEN")]
    [InlineData("/api/v1/events?access_token=TOKEN")]
    [InlineData("/watchlists/x.atom?token=TOKEN")]
    public async Task Token_InAnAddress_OpensNothing_AndIsNotKept(string path)
    {
        var token = _server.Token("rosa", AccessScope.Admin);
        using var program = _server.Program();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path.Replace("TOKEN", token, StringComparison.Ordinal), UriKind.Relative)) { Headers = { { "Cookie", $"sayso-session={token}; token={token}" } } };
        using var answer = await program.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Redirect, $"{answer.StatusCode}");
        Assert.DoesNotContain(token, string.Concat(_server.Store.Audit(new AuditQuery()).Select(e => e.ToString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IdempotencyKey_IsNoWayToAnothersAnswer()
    {
        // A document is known by its bytes: a key that was used before neither gives the answer to other bytes nor keeps them out.
        HttpStatusCode[] wanted = [HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.OK];
        List<string> ids = [];
        foreach (var (user, text, status) in new[] { ("rosa", "A text, she said.", wanted[0]), ("ola", "Another text, she said.", wanted[1]), ("ola", "A text, she said.", wanted[2]) })
        {
            using var program = _server.Program(_server.Token(user, AccessScope.Write));
            program.DefaultRequestHeaders.Add("Idempotency-Key", "one");
            using var answer = await program.PostAsync(new Uri("/api/v1/documents?name=a.txt", UriKind.Relative), new StringContent(text), TestContext.Current.CancellationToken);
            Assert.Equal(status, answer.StatusCode);
            ids.Add(answer.Headers.Location!.OriginalString);
        }

        Assert.Equal(ids[0], ids[2]);
        Assert.NotEqual(ids[0], ids[1]);
    }

    [Fact]
    public async Task Secrets_AreInNoAnswerAndNoEntry()
    {
        var token = _server.Token("rosa", AccessScope.Admin);
        using var browser = _server.Browse();
        using var signedIn = await browser.SignInAsync("rosa");
        using var wrong = await browser.SignInAsync("rosa", "a wrong password, long enough");
        using var program = _server.Program(token);
        using var noted = await program.PostAsync(new Uri("/api/v1/documents?name=a.txt", UriKind.Relative), new StringContent("A text, he said."), TestContext.Current.CancellationToken);
        string[] secrets = [token, Secret.HashOf(token), browser.Session!, Secret.HashOf(browser.Session!), _server.Store.PasswordHashOf("rosa")!, SharedServer.Password, "a wrong password, long enough"];
        List<string> said = [JsonSerializer.Serialize(_server.Store.Audit(new AuditQuery()).Select(e => e.ToString())), JsonSerializer.Serialize(_server.Store.Users().Select(u => u.ToString())), JsonSerializer.Serialize(_server.Store.Tokens().Select(t => t.ToString()))];
        foreach (var path in new[] { "/audit", "/account", "/settings", "/health", "/export/documents.jsonl", "/export/statements.csv", "/api/v1/documents" })
        {
            said.Add(await browser.PageAsync(path));
        }

        said.Add(System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_server.Ledger.Path, TestContext.Current.CancellationToken)));
        Assert.All(secrets, secret => Assert.DoesNotContain(said, text => text.Contains(secret, StringComparison.Ordinal)));
    }
}
