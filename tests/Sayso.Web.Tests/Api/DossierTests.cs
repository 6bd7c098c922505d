using System.Net;
using Sayso.Core.Dossiers;
using Sayso.Core.Documents;
using Sayso.Core.Errors;

namespace Sayso.Web.Tests.Api;

/// <summary>A claim's dossier over HTTP, and what hostile words may do in it.</summary>
public sealed class DossierTests : IAsyncLifetime
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'|*_`[x](javascript:alert(3))\u202e";

    private readonly TemporaryLedger _ledger = new([(Made.Document(), Made.Statements(Made.Document()))]);
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false });
    private readonly string _claim = Core.Claims.ClaimBuilder.IdOf(Made.Statements(Made.Document())[0].Id);
    private SiteServer _server = null!;

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
    [InlineData(null, "", "text/html")]
    [InlineData("*/*", "", "text/html")]
    [InlineData("text/markdown", "", "text/markdown")]
    [InlineData("text/html;q=0.5, text/markdown", "", "text/markdown")]
    [InlineData("text/*, text/html;q=0", "", "text/markdown")]
    [InlineData("text/markdown", "?format=html", "text/html")]
    [InlineData(null, "?format=markdown&as-of=2031-03-12", "text/markdown")]
    public async Task Dossier_ComesInTheFormThatIsAsked_AsAFile(string? accept, string query, string expected)
    {
        using var answer = await AskAsync(accept, $"/api/v1/claims/{_claim}/dossier{query}");
        Assert.Equal((HttpStatusCode.OK, expected), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains($"sayso-claim-{_claim[..10]}", answer.Content.Headers.ContentDisposition.FileName, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("40 trucks a day", text, StringComparison.Ordinal);
        Assert.Contains(_ledger.Ask(l => l.Entries(null).Last().Hash), text, StringComparison.Ordinal);
        Assert.Contains(query.Contains("as-of", StringComparison.Ordinal) ? "the end of 12 March 2031" : "all that the ledger has", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dossier_IsNotSentAgain_InTheSameForm()
    {
        using var html = await AskAsync("text/html", $"/api/v1/claims/{_claim}/dossier");
        using var markdown = await AskAsync("text/markdown", $"/api/v1/claims/{_claim}/dossier");
        Assert.NotEqual(html.Headers.ETag, markdown.Headers.ETag);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/v1/claims/{_claim}/dossier", UriKind.Relative)) { Headers = { IfNoneMatch = { html.Headers.ETag! } } };
        using var again = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/claims/ffff/dossier", HttpStatusCode.NotFound, ProblemCodes.NotFound)]
    [InlineData("/api/v1/claims/ffff/dossier?format=pdf", HttpStatusCode.BadRequest, ProblemCodes.BadRequest)]
    [InlineData("/api/v1/export", HttpStatusCode.BadRequest, ProblemCodes.BadRequest)]
    [InlineData("/api/v1/export?format=tarot", HttpStatusCode.BadRequest, ProblemCodes.BadRequest)]
    public async Task WhatIsNotThere_IsAProblem(string path, HttpStatusCode status, string code)
    {
        using var answer = await AskAsync(null, path);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClaimPage_LeadsToBothForms()
    {
        var page = await _client.GetStringAsync(new Uri($"/claims/{_claim}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains($"/api/v1/claims/{_claim}/dossier?format=html", page, StringComparison.Ordinal);
        Assert.Contains($"/api/v1/claims/{_claim}/dossier?format=markdown", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("byline")]
    [InlineData("outlet")]
    [InlineData("url")]
    [InlineData("url-script")]
    [InlineData("text")]
    public void HostileWords_StayWords_InEveryForm(string field)
    {
        var document = Made.Document($"The bridge, engineer Ada Lorn said. {(field == "text" ? Script : string.Empty)}");
        document = field switch
        {
            "title" => document with { Title = Script },
            "byline" => document with { Byline = Script },
            "outlet" => document with { Outlet = Script },
            "url" => document with { Url = $"https://x.example/\"{Script}>)" },
            "url-script" => document with { Url = "javascript:alert(1)" },
            _ => document,
        };
        var statement = Made.Statement(document, "engineer Ada Lorn", "said", field == "text" ? Script : "The bridge");
        using var ledger = new TemporaryLedger([(document, [statement])]);
        var dossier = ledger.Ask(l =>
        {
            var claims = Made.Claims(l, new Core.Analysis.ClaimQuery(), TestContext.Current.CancellationToken);
            return new DossierBuilder(l, claims, "1.0").Of(claims.Claims[0].Claim.Id, null);
        });
        var html = HtmlDossier.Of(dossier);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("href=\"(?!https?:|#)", html);
        Assert.DoesNotContain('\u202e', html);
        var markdown = MarkdownDossier.Of(dossier);
        Assert.DoesNotMatch(@"(?<!\\)<(?!https?://)", markdown);
        Assert.DoesNotMatch(@"(?<!\\)\]\((?!<https?://)", markdown);
        Assert.DoesNotContain('\u202e', markdown);
    }

    [Fact]
    public void Dossier_HasEverything_LineByLine()
    {
        const string First = "The dam at Varn holds back 40 million tonnes of water and has never leaked, engineer Ada Lorn said on Monday.";
        const string Second = "“The dam at Varn holds back 40 million tonnes of water and has never leaked,” according to Ada Lorn.\nNobody else spoke.";
        var (one, two) = (Dated(First, "The Varn Post", "2031-03-12T07:05:00+01:00"), Dated(Second, "Valley *News*", "2031-03-13T09:00:00Z"));
        const string Content = "The dam at Varn holds back 40 million tonnes of water and has never leaked";
        using var ledger = new TemporaryLedger([(one, [Made.Statement(one, "engineer Ada Lorn", "said", Content)]), (two, [Made.Statement(two, "Ada Lorn", "according to", Content)])]);
        var dossier = ledger.Ask(l =>
        {
            var claims = Made.Claims(l, new Core.Analysis.ClaimQuery(), TestContext.Current.CancellationToken);
            return new DossierBuilder(l, claims, "1.0").Of(claims.Claims[0].Claim.Id, null);
        });
        var origin = Assert.Single(dossier.Origins);
        Assert.Equal([1, 2], origin.Quotations.Select(q => q.Article));
        var proof = Assert.Single(origin.Proof);
        Assert.Equal((1, 2), (proof.First.Article, proof.Second.Article));
        Assert.Contains(proof.First.Words, p => p is { Mark: DossierMark.Shared } && p.Text.StartsWith(Content, StringComparison.Ordinal));
        Assert.Equal([Content, ", ", "engineer Ada Lorn", " ", "said", " on Monday."], origin.Quotations[0].Words.Select(p => p.Text));

        var markdown = MarkdownDossier.Of(dossier);
        string[] lines =
        [
            $"# {Content}",
            "2 articles of 2 outlets; 1 independent origin for it, none against. First seen 12 March 2031, 07:05 +01:00, The Varn Post.",
            "## For it",
            $"> **{Content}**, engineer Ada Lorn said on Monday.",
            "> — **engineer Ada Lorn** · asserts · certain · the article does not say when it was said",
            "| The Varn Post, 12 March 2031 \\[1\\] | Valley \\*News\\*, 13 March 2031 \\[2\\] |",
            "- Model: model-a",
        ];
        Assert.All(lines, line => Assert.Contains($"\n{line}\n", $"\n{markdown}", StringComparison.Ordinal));
        Assert.DoesNotContain("<script", HtmlDossier.Of(dossier), StringComparison.Ordinal);
        Assert.Equal(HtmlDossier.Of(dossier), HtmlDossier.Of(dossier));
    }

    private static Document Dated(string text, string outlet, string published) => Made.Document(text) with { Title = text[..10], Outlet = outlet, Published = Made.Time(published) };

    private async Task<HttpResponseMessage> AskAsync(string? accept, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (accept is not null)
        {
            request.Headers.Add("Accept", accept);
        }

        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
