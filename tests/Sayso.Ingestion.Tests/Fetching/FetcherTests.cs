using System.IO.Compression;
using System.Text;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Ingestion.Fetching;

namespace Sayso.Ingestion.Tests.Fetching;

/// <summary>Addresses, on servers of our own: which are refused, what is obeyed, what is survived.</summary>
public sealed class FetcherTests : IDisposable
{
    private const string Page = """
        <!doctype html><html><head><title>Ferry left on time</title></head><body><article><h1>Ferry left on time</h1>
        <p>Lotte Quist, the harbour master, said on Thursday that the ferry had left on time, and that nobody had been late for it at all.</p>
        <p>It was built twenty years ago, and has been in the yard for repairs twice since the summer of last year.</p></article></body></html>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sayso-fetch-");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Quick, and allowed to ask this machine, which nobody but a test can.</summary>
    private static FetchOptions Quick { get; } = new()
    {
        TestNetworks = ["127.0.0.1/32"],
        HostPause = TimeSpan.Zero,
        FirstWait = TimeSpan.FromMilliseconds(5),
        Timeout = TimeSpan.FromSeconds(20),
    };

    private static async Task<FetchResult> Fetch(string address, FetchOptions? options = null, WarcArchive? archive = null)
    {
        using var fetcher = new Fetcher(options ?? Quick, archive);
        return await fetcher.FetchAsync(new FetchRequest(address), TestContext.Current.CancellationToken);
    }

    /// <summary>A server that has no robots.txt.</summary>
    private static LoopbackServer Serve(Func<Asked, byte[]?> answer) => new(asked => asked.Path == "/robots.txt" ? LoopbackServer.NotFound() : answer(asked));

    public static TheoryData<string> Private =>
    [
        "http://127.0.0.1/", "http://127.0.0.1:8080/", "http://localhost/", "http://127.1/", "http://0x7f000001/", "http://2130706433/", "http://017700000001/",
        "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/", "http://[::]/", "http://10.1.2.3/", "http://172.16.0.1/", "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/", "http://[fd00::1]/", "http://100.64.0.1/", "http://168.63.129.16/", "http://[64:ff9b::7f00:1]/",
        "http://224.0.0.1/", "http://255.255.255.255/", "https://127.0.0.1/", "http://[2002:7f00:1::]/",
    ];

    [Theory]
    [MemberData(nameof(Private))]
    public async Task PrivateAddress_IsNeverAsked(string address)
    {
        var result = await Fetch(address, new FetchOptions { Timeout = TimeSpan.FromSeconds(20) });
        Assert.Equal(ProblemCodes.ForbiddenAddress, result.Problem?.Code);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://192.168.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("//10.0.0.1/x")]
    public async Task Redirect_IntoAPrivateNetwork_IsNotFollowed(string target)
    {
        using var server = Serve(_ => LoopbackServer.Answer("302 Found", [], $"Location: {target}"));
        var result = await Fetch(server.At("/a"));
        Assert.Equal(ProblemCodes.ForbiddenAddress, result.Problem?.Code);
        Assert.Equal(["/a"], server.Paths);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://gull.example/")]
    [InlineData("http://user:word@gull.example/")]
    [InlineData("http://")]
    [InlineData("https:///x")]
    public async Task OtherAddress_IsRefused(string address) =>
        Assert.Equal(ProblemCodes.ServerRefused, (await Fetch(address)).Problem?.Code);

    [Fact]
    public async Task Redirect_IsFollowed_AndTheLastAddressIsThePages()
    {
        using var server = Serve(asked => asked.Path == "/new" ? LoopbackServer.Ok(Page) : LoopbackServer.Answer("301 Moved Permanently", [], "Location: /new"));
        var result = await Fetch(server.At("/old"));
        Assert.Null(result.Problem);
        Assert.Equal((server.At("/old"), server.At("/new")), (result.Address, result.FinalAddress));
        var document = new DocumentReader().ReadFetched(result, StatedMetadata.None).Single().Document!;
        Assert.Equal((server.At("/new"), server.At("/old"), "Ferry left on time"), (document.Url, document.Path, document.Title));
    }

    [Theory]
    [InlineData("/loop")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task Redirect_WithoutEndOrAim_IsRefused(string target)
    {
        using var server = Serve(_ => LoopbackServer.Answer("302 Found", [], target.Length > 0 ? [$"Location: {target}"] : []));
        Assert.Equal(ProblemCodes.ServerRefused, (await Fetch(server.At("/loop"))).Problem?.Code);
    }

    [Fact]
    public async Task Robots_IsAskedOnce_AndObeyed()
    {
        using var server = new LoopbackServer(asked => LoopbackServer.Ok(asked.Path == "/robots.txt" ? "User-agent: *\nDisallow: /\n\nUser-agent: sayso\nDisallow: /drafts/\n" : Page));
        using var fetcher = new Fetcher(Quick);
        foreach (var (path, code) in new[] { ("/a", null), ("/drafts/b", ProblemCodes.RobotsRefused), ("/c", null) })
        {
            Assert.Equal(code, (await fetcher.FetchAsync(new FetchRequest(server.At(path)), TestContext.Current.CancellationToken)).Problem?.Code);
        }

        Assert.Equal(["/robots.txt", "/a", "/c"], server.Questions.Select(q => q.Path));
    }

    [Theory]
    [InlineData("404 Not Found", true)]
    [InlineData("401 Unauthorized", true)]
    [InlineData("503 Service Unavailable", false)]
    public async Task Robots_ThatCannotBeHad_AllowsOrRefusesAll(string status, bool allows)
    {
        using var server = new LoopbackServer(asked => asked.Path == "/robots.txt" ? LoopbackServer.Answer(status, []) : LoopbackServer.Ok(Page));
        Assert.Equal(allows ? null : ProblemCodes.RobotsRefused, (await Fetch(server.At("/a"))).Problem?.Code);
        Assert.Equal(allows ? ["/a"] : [], server.Paths);
    }

    [Fact]
    public async Task Robots_HoldsBehindARedirectToo()
    {
        using var server = new LoopbackServer(asked => asked.Path switch
        {
            "/robots.txt" => LoopbackServer.Ok("User-agent: *\nDisallow: /secret\n"),
            "/a" => LoopbackServer.Answer("302 Found", [], "Location: /secret"),
            _ => LoopbackServer.Ok(Page),
        });
        Assert.Equal(ProblemCodes.RobotsRefused, (await Fetch(server.At("/a"))).Problem?.Code);
        Assert.Equal(["/a"], server.Paths);
    }

    [Fact]
    public async Task Request_SaysWhatItIs_AndCarriesNoCookie()
    {
        using var server = Serve(_ => LoopbackServer.Ok(Page, "Set-Cookie: id=1; Path=/"));
        using var fetcher = new Fetcher(Quick);
        await fetcher.FetchAsync(new FetchRequest(server.At("/a")), TestContext.Current.CancellationToken);
        await fetcher.FetchAsync(new FetchRequest(server.At("/b")), TestContext.Current.CancellationToken);
        var asked = server.Questions.Last();
        Assert.StartsWith("Sayso/", asked.Header["user-agent"], StringComparison.Ordinal);
        Assert.DoesNotContain("cookie", asked.Header.Keys);
        Assert.DoesNotContain("x-forwarded-for", asked.Header.Keys);
    }

    [Fact]
    public async Task ConditionalRequest_GivesUnchanged_AndKeepsTheMarks()
    {
        using var server = Serve(asked => asked.Header.GetValueOrDefault("if-none-match") == "\"7\"" && asked.Header.ContainsKey("if-modified-since")
            ? LoopbackServer.Answer("304 Not Modified", [])
            : LoopbackServer.Ok(Page, "ETag: \"7\"", "Last-Modified: Thu, 12 Mar 2026 07:05:00 GMT"));
        using var fetcher = new Fetcher(Quick);
        var first = await fetcher.FetchAsync(new FetchRequest(server.At("/a")), TestContext.Current.CancellationToken);
        Assert.Equal(("\"7\"", "Thu, 12 Mar 2026 07:05:00 GMT", false), (first.ETag, first.LastModified, first.IsUnchanged));
        var second = await fetcher.FetchAsync(new FetchRequest(server.At("/a")) { ETag = first.ETag, LastModified = first.LastModified }, TestContext.Current.CancellationToken);
        Assert.True(second is { IsUnchanged: true, Problem: null, ETag: "\"7\"" });
    }

    [Theory]
    [InlineData("503 Service Unavailable", 2, true)]
    [InlineData("429 Too Many Requests", 2, true)]
    [InlineData("503 Service Unavailable", 9, false)]
    [InlineData("404 Not Found", 1, false)]
    [InlineData("403 Forbidden", 1, false)]
    public async Task FailureThatMayPass_IsTriedAgain(string status, int failures, bool comesThrough)
    {
        var asked = 0;
        using var server = Serve(_ => Interlocked.Increment(ref asked) <= failures ? LoopbackServer.Answer(status, [], "Retry-After: 0") : LoopbackServer.Ok(Page));
        var result = await Fetch(server.At("/a"));
        Assert.Equal(comesThrough ? null : ProblemCodes.ServerRefused, result.Problem?.Code);
        Assert.Equal(status[0] == '4' && status[2] != '9' ? 1 : 3, server.Paths.Count);
    }

    [Fact]
    public async Task RetryAfter_ThatIsTooLong_EndsTheTries()
    {
        using var server = Serve(_ => LoopbackServer.Answer("503 Service Unavailable", [], "Retry-After: 7200"));
        var result = await Fetch(server.At("/a"));
        Assert.Contains("7200 seconds", result.Problem!.Message, StringComparison.Ordinal);
        Assert.Single(server.Paths);
    }

    [Fact]
    public async Task ServerThatNeverAnswers_IsGivenUp()
    {
        using var server = Serve(_ => null);
        var result = await Fetch(server.At("/a"), Quick with { Timeout = TimeSpan.FromSeconds(2), Tries = 2 });
        Assert.Equal(ProblemCodes.Unreachable, result.Problem?.Code);
        Assert.InRange(server.Questions.Count, 1, 3);
    }

    [Fact]
    public async Task NobodyThere_IsUnreachable()
    {
        string address;
        using (var server = Serve(_ => null))
        {
            address = server.At("/a");
        }

        Assert.Equal(ProblemCodes.Unreachable, (await Fetch(address)).Problem?.Code);
        Assert.Equal(ProblemCodes.Unreachable, (await Fetch("http://no-such-host.invalid/")).Problem?.Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LargeAnswer_IsRefused_WhetherItSaysSoOrNot(bool saysSo)
    {
        var body = new byte[50_000];
        byte[] Bytes() => saysSo ? LoopbackServer.Answer("200 OK", body) : [.. "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8, .. body];
        using var server = Serve(_ => Bytes());
        Assert.Equal(ProblemCodes.TooLarge, (await Fetch(server.At("/a"), Quick with { MaxBytes = 10_000 })).Problem?.Code);
    }

    public static TheoryData<string> Codings => ["gzip", "br", "deflate", "x-gzip", "gzip, gzip"];

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task PackedAnswer_IsUnpacked_AndABombRefused(string coding)
    {
        using var server = Serve(asked => LoopbackServer.Answer("200 OK", Packed(asked.Path == "/bomb" ? new byte[40_000_000] : Encoding.UTF8.GetBytes(Page), coding), $"Content-Encoding: {coding}"));
        Assert.Equal(Page, Encoding.UTF8.GetString((await Fetch(server.At("/a"))).Body.Span));
        Assert.Equal(ProblemCodes.Expands, (await Fetch(server.At("/bomb"))).Problem?.Code);
    }

    [Theory]
    [InlineData("gzip, gzip, gzip", ProblemCodes.Expands)]
    [InlineData("zstd", ProblemCodes.Damaged)]
    [InlineData("gzip", ProblemCodes.Damaged)]
    public async Task AnswerThatCannotBeUnpacked_IsRefused(string coding, string code)
    {
        using var server = Serve(_ => LoopbackServer.Answer("200 OK", Encoding.UTF8.GetBytes(Page), $"Content-Encoding: {coding}"));
        Assert.Equal(code, (await Fetch(server.At("/a"))).Problem?.Code);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nx")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx")]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("")]
    public async Task AnswerThatIsNone_IsUnreachable(string bytes)
    {
        using var server = Serve(_ => Encoding.Latin1.GetBytes(bytes));
        Assert.Equal(ProblemCodes.Unreachable, (await Fetch(server.At("/a"))).Problem?.Code);
    }

    [Fact]
    public async Task HugeHeader_IsUnreachable()
    {
        using var server = Serve(_ => LoopbackServer.Ok(Page, "X: " + new string('x', 200_000)));
        Assert.Equal(ProblemCodes.Unreachable, (await Fetch(server.At("/a"))).Problem?.Code);
    }

    [Fact]
    public async Task Charset_OfTheServer_Counts()
    {
        const string Words = "Борис Лунд сказал, что мост был открыт в четверг утром и что никто не опоздал на первый паром";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var server = Serve(_ => LoopbackServer.Answer("200 OK", Encoding.GetEncoding(1251).GetBytes(Words), "Content-Type: text/plain; charset=\"windows-1251\""));
        var document = new DocumentReader().ReadFetched(await Fetch(server.At("/a.txt")), StatedMetadata.None).Single().Document!;
        Assert.Equal((Words, "ru"), (document.Text, document.Language));
    }

    [Theory]
    [InlineData("https://other.example/story", false)]
    [InlineData("SELF/story", true)]
    public async Task CanonicalAddress_CountsOnItsOwnSiteOnly(string canonical, bool counts)
    {
        LoopbackServer? server = null;
        using (server = Serve(_ => LoopbackServer.Ok(Page.Replace("<head>", $"<head><link rel=canonical href=\"{canonical.Replace("SELF", server!.At(""), StringComparison.Ordinal)}\">", StringComparison.Ordinal))))
        {
            var document = new DocumentReader().ReadFetched(await Fetch(server.At("/a?utm=1")), StatedMetadata.None).Single().Document!;
            Assert.Equal(server.At(counts ? "/story" : "/a?utm=1"), document.Url);
        }
    }

    [Fact]
    public async Task Host_IsAskedWithPauses()
    {
        using var server = Serve(_ => LoopbackServer.Ok(Page));
        using var fetcher = new Fetcher(Quick with { HostPause = TimeSpan.FromMilliseconds(150) });
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => fetcher.FetchAsync(new FetchRequest(server.At($"/{i}")), TestContext.Current.CancellationToken)));

        // Four pages and robots.txt: four pauses.
        Assert.True(clock.ElapsedMilliseconds >= 590, $"{clock.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task Archive_HoldsWhatWasSent_AsOurOwnReaderReadsIt()
    {
        var packed = Packed(Encoding.UTF8.GetBytes(Page), "gzip");
        using var server = Serve(asked => asked.Path == "/a" ? LoopbackServer.Answer("302 Found", [], "Location: /b") : LoopbackServer.Answer("200 OK", packed, "Content-Encoding: gzip", "Content-Type: text/html"));
        using (var archive = new WarcArchive(_folder.FullName))
        {
            Assert.Null((await Fetch(server.At("/a"), archive: archive)).Problem);
        }

        var file = Assert.Single(Directory.GetFiles(_folder.FullName));
        var document = Assert.Single(new DocumentReader().ReadFile(file, StatedMetadata.None)).Document!;
        Assert.Equal((server.At("/b"), "Ferry left on time"), (document.Url, document.Title));
        Assert.Equal(Page, Encoding.UTF8.GetString(document.Raw.Span));

        // What is purged goes, with the question; the rest keeps its bytes.
        Assert.Equal(0, ArchivePurge.Remove(_folder.FullName, new string('0', 64), TestContext.Current.CancellationToken));
        Assert.Equal(1, ArchivePurge.Remove(_folder.FullName, document.RawHash, TestContext.Current.CancellationToken));
        Assert.All(new DocumentReader().ReadFile(file, StatedMetadata.None), r => Assert.Null(r.Document));
        using var left = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var text = left.ReadToEnd();
        Assert.Contains("302 Found", text, StringComparison.Ordinal);
        Assert.DoesNotContain("GET /b ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archive_PurgesAFeed_ThatHoldsTheDocument()
    {
        const string Feed = "<rss version=\"2.0\"><channel><title>Gull</title><item><title>Ferry left on time today</title><description>The harbour master said so on Thursday.</description></item></channel></rss>";
        using var server = Serve(_ => LoopbackServer.Ok(Feed));
        FetchResult result;
        using (var archive = new WarcArchive(_folder.FullName))
        {
            result = await Fetch(server.At("/feed"), archive: archive);
        }

        var item = new DocumentReader().ReadFetched(result, StatedMetadata.None).Single().Document!;
        Assert.Equal(1, ArchivePurge.Remove(_folder.FullName, item.RawHash, TestContext.Current.CancellationToken));
    }

    private static byte[] Packed(byte[] bytes, string codings)
    {
        foreach (var coding in codings.Split(", "))
        {
            using var made = new MemoryStream();
            using (Stream packer = coding switch
            {
                "br" => new BrotliStream(made, CompressionLevel.Fastest, leaveOpen: true),
                "deflate" => new ZLibStream(made, CompressionLevel.SmallestSize, leaveOpen: true),
                _ => new GZipStream(made, CompressionLevel.SmallestSize, leaveOpen: true),
            })
            {
                packer.Write(bytes);
            }

            bytes = made.ToArray();
        }

        return bytes;
    }
}
