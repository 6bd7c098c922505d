using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Sayso.Core.Access;
using Sayso.Core.Errors;
using Sayso.Core.Watchlists;

namespace Sayso.Web.Tests.Access;

/// <summary>Proxies, TLS, and how long an answer may take.</summary>
public sealed class ServingTests
{
    [Theory]
    [InlineData("127.0.0.0/8", "203.0.113.9", true)]
    [InlineData("192.0.2.0/24", "127.0.0.1", false)]
    [InlineData(null, "127.0.0.1", false)]
    public async Task Forwarding_IsBelieved_FromProxiesThatAreNamed(string? proxy, string from, bool isEncrypted)
    {
        await using var server = await SharedServer.StartAsync(new ServeOptions { Proxies = proxy is null ? [] : [IPNetwork.Parse(proxy)] });
        using var stranger = server.Program();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/documents", UriKind.Relative))
        {
            Headers = { { "X-Forwarded-For", "198.51.100.1, 203.0.113.9" }, { "X-Forwarded-Proto", "https" }, { "X-Forwarded-Host", "evil.example" } },
        };
        using var answer = await stranger.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(isEncrypted, answer.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal(from, server.Store.Audit(new AuditQuery()).Single().From);
    }

    [Fact]
    public async Task Certificate_IsServed_WithCookiesThatStayUnderIt()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=ledger.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        await using var server = await SharedServer.StartAsync(new ServeOptions { Certificate = certificate });
        Assert.Equal("https", server.Address.Scheme);
        using var browser = server.Program();
        var (token, cookie) = await SessionTests.FormAsync(browser, "/sign-in");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/sign-in", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("form-token", token), KeyValuePair.Create("name", "rosa"), KeyValuePair.Create("password", SharedServer.Password)]),
            Headers = { { "Cookie", cookie } },
        };
        using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var session = answer.Headers.GetValues("Set-Cookie").Last(c => c.Contains("sayso-session=", StringComparison.Ordinal));
        Assert.StartsWith("__Host-sayso-session=", session, StringComparison.Ordinal);
        Assert.Contains("; secure", session, StringComparison.OrdinalIgnoreCase);
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Answer_ThatTakesTooLong_IsCutShortWithItsCode()
    {
        using var end = new ManualResetEventSlim();
        await using var server = await SharedServer.StartAsync(
            new ServeOptions { Limits = new ServeLimits { Time = TimeSpan.FromMilliseconds(200), BodyBytes = 1000 } },
            (inputs, _) =>
            {
                end.Wait(TestContext.Current.CancellationToken);
                return [];
            });
        using var program = server.Program(server.Token("ola", AccessScope.Write));
        using var slow = await program.PostAsync(new Uri("/api/v1/documents", UriKind.Relative), new StringContent("A text, he said."), TestContext.Current.CancellationToken);
        end.Set();
        Assert.Equal(HttpStatusCode.GatewayTimeout, slow.StatusCode);
        Assert.Equal(ProblemCodes.TookTooLong, await TokenTests.CodeOf(slow));
        using var large = await program.PostAsync(new Uri("/api/v1/documents", UriKind.Relative), new StringContent(new string('a', 1001)), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        using var stranger = server.Program();
        using var flood = await stranger.PostAsync(new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("name", new string('a', 20_000))]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, flood.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/events?after=0")]
    [InlineData("/api/v1/watchlists/all/events?after=0")]
    public async Task Stream_IsEnded_OnceItsTokenIsRevoked_AndNotBefore(string path)
    {
        await using var server = await SharedServer.StartAsync(new ServeOptions { Limits = new ServeLimits { Time = TimeSpan.FromMilliseconds(200) } });
        server.Ledger.Ask(l => new WatchlistBook(l, server.Clock).Add("all", SavedSearch.Of([("about", "bridge")]), null, "ola"));
        using var program = server.Program(server.Token("ola", AccessScope.Read));
        using var stream = await program.GetStreamAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var buffer = new byte[4096];
        Assert.NotEqual(0, await stream.ReadAsync(buffer, TestContext.Current.CancellationToken));

        // Longer than answers may take: what is still open then goes on.
        var next = stream.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask();
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.False(next.IsFaulted || (next.IsCompletedSuccessfully && await next == 0), "the stream ended by itself");
        server.Store.RevokeToken("token 0", server.Clock.Now);
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (await next > 0 && await stream.ReadAsync(buffer, TestContext.Current.CancellationToken) > 0)
            {
            }

            throw new EndOfStreamException();
        });
    }
}
