using System.Net;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;

namespace Sayso.Web.Tests.Api;

/// <summary>The interface for programs over HTTP.</summary>
public sealed class ApiTests : IAsyncLifetime
{
    private readonly TemporaryLedger _ledger = new([(Made.Document(), Made.Statements(Made.Document()))]);
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false });
    private SiteServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await SiteServer.StartAsync(Made.Site(_ledger) with { Intake = Taken }, "127.0.0.1", 0, TestContext.Current.CancellationToken);
        _client.BaseAddress = new Uri(_server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        _ledger.Dispose();
    }

    [Fact]
    public async Task List_GoesOnWhereItWas_ToItsEnd()
    {
        var first = await JsonAsync("/api/v1/statements?limit=1");
        var second = await JsonAsync($"/api/v1/statements?limit=1&cursor={first.GetProperty("next").GetString()}");
        Assert.Equal("that it was closed", second.GetProperty("items")[0].GetProperty("content").GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.Equal(2, (await JsonAsync("/api/v1/statements")).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("/api/v1/statements?cursor=nonsense", ProblemCodes.BadCursor)]
    [InlineData("/api/v1/statements?cursor=%00%ff", ProblemCodes.BadCursor)]
    [InlineData("/api/v1/documents?cursor=QUFBQUFBQUFBQUFBQUFBQWFh", ProblemCodes.BadCursor)]
    [InlineData("/api/v1/statements?abuot=bridge", ProblemCodes.BadRequest)]
    [InlineData("/api/v1/statements?limit=0", ProblemCodes.BadRequest)]
    [InlineData("/api/v1/statements?limit=100000", ProblemCodes.BadRequest)]
    [InlineData("/api/v1/statements?stance=maybe", ProblemCodes.BadRequest)]
    [InlineData("/api/v1/statements?since=yesterday", ProblemCodes.BadRequest)]
    [InlineData("/api/v1/statements?about=a&about=b", ProblemCodes.BadRequest)]
    [InlineData("/api/v1/claims?repeated=perhaps", ProblemCodes.BadRequest)]
    [InlineData("/api/v1/search", ProblemCodes.BadRequest)]
    [InlineData("/api/v1/events?after=never", ProblemCodes.BadRequest)]
    public async Task Question_IsRefusedInWords_WhereItIsNotUnderstood(string path, string code)
    {
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        await AssertProblemAsync(answer, HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task Cursor_IsRefused_ForAnotherQuestion()
    {
        var next = (await JsonAsync("/api/v1/statements?limit=1")).GetProperty("next").GetString();
        using var answer = await _client.GetAsync(new Uri($"/api/v1/statements?about=bridge&cursor={next}", UriKind.Relative), TestContext.Current.CancellationToken);
        await AssertProblemAsync(answer, HttpStatusCode.BadRequest, ProblemCodes.BadCursor);
    }

    [Theory]
    [InlineData("/api/v1/documents/ffff", HttpStatusCode.NotFound, ProblemCodes.NotFound)]
    [InlineData("/api/v1/claims/ffff", HttpStatusCode.NotFound, ProblemCodes.NotFound)]
    [InlineData("/api/v1/figures/ffff", HttpStatusCode.NotFound, ProblemCodes.NotFound)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound, ProblemCodes.NotFound)]
    public async Task WhatIsNotThere_IsAProblem_WithItsCode(string path, HttpStatusCode status, string code)
    {
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        await AssertProblemAsync(answer, status, code);
    }

    [Fact]
    public async Task Answer_IsNotSentAgain_UntilTheLedgerGrows()
    {
        using var first = await _client.GetAsync(new Uri("/api/v1/claims", UriKind.Relative), TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/claims", UriKind.Relative)) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await _client.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        using var added = await AddAsync("Another text.");
        using var later = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/claims", UriKind.Relative)) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var third = await _client.SendAsync(later, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
        Assert.NotEqual(first.Headers.ETag, third.Headers.ETag);
    }

    [Fact]
    public async Task Lines_AreTheItems_AnObjectALine()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/statements", UriKind.Relative)) { Headers = { { "Accept", "application/jsonl" } } };
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("application/jsonl", answer.Content.Headers.ContentType!.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines, (await JsonAsync("/api/v1/statements")).GetProperty("items").EnumerateArray().Select(i => i.GetRawText()));
    }

    [Fact]
    public async Task Document_SentTwice_IsThereOnce_AndTheAnswerSaysSo()
    {
        using var first = await AddAsync("The ferry sank, the coastguard said.");
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        using var second = await AddAsync("The ferry sank, the coastguard said.");
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal("already-there", JsonSerializer.Deserialize<JsonElement>(await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("items")[0].GetProperty("outcome").GetString());
        using var document = await _client.GetAsync(first.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, document.StatusCode);
    }

    [Fact]
    public async Task EmptyDocument_IsAProblem()
    {
        using var answer = await AddAsync(string.Empty);
        await AssertProblemAsync(answer, HttpStatusCode.UnprocessableEntity, ProblemCodes.Empty);
    }

    [Fact]
    public async Task WhatIsNew_IsTold_AndWhoWasCutOffGoesOn()
    {
        using var added = await AddAsync("Something new.");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/events?after=0", UriKind.Relative)) { Headers = { { "Last-Event-ID", "1" } } };
        using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        await using var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var events = SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal(("add", "2"), (events.Current.EventType, events.Current.EventId));

        using var later = await AddAsync("Newer still.");
        Assert.True(await events.MoveNextAsync());
        Assert.EndsWith(JsonSerializer.Deserialize<JsonElement>(events.Current.Data).GetProperty("document").GetString()!, later.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Description_IsOpenApi31_WithEveryAnswer()
    {
        var description = await JsonAsync("/api/openapi.json");
        Assert.StartsWith("3.1", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var operations = description.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject(), (p, o) => (Path: p.Name, Operation: o.Value)).ToList();
        Assert.True(operations.Count > 18);
        Assert.All(operations, o => Assert.NotEmpty(o.Operation.GetProperty("operationId").GetString()!));
        Assert.All(operations, o => Assert.True(o.Operation.GetProperty("responses").EnumerateObject().First(r => r.Name[0] == '2').Value.TryGetProperty("content", out _), o.Path));
    }

    [Fact]
    public async Task Page_OfTheDescription_HasNoScriptInIt_AndNamesNobodyElse()
    {
        using var answer = await _client.GetAsync(new Uri("/api", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotMatch("<script[^>]*>[^<]", page);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        using var script = await _client.GetAsync(new Uri("/api/scalar/scalar.js", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, script.StatusCode);
    }

    [Fact]
    public async Task OtherSitesRequest_IsAProblem()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/documents", UriKind.Relative)) { Headers = { { "Origin", "https://evil.example" } }, Content = new StringContent("A text.") };
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        await AssertProblemAsync(answer, HttpStatusCode.Forbidden, ProblemCodes.ForeignRequest);
    }

    private static async Task AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.Equal((code, (int)status), (problem.GetProperty("code").GetString(), problem.GetProperty("status").GetInt32()));
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }

    private Task<HttpResponseMessage> AddAsync(string text) =>
        _client.PostAsync(new Uri("/api/v1/documents?name=a.txt", UriKind.Relative), new StringContent(text), TestContext.Current.CancellationToken);

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private IEnumerable<IntakeResult> Taken(IReadOnlyList<IntakeInput> inputs, CancellationToken cancellationToken)
    {
        foreach (var input in inputs)
        {
            var document = Made.Document(Encoding.UTF8.GetString(input.Bytes.Span), input.Stated);
            yield return new IntakeResult(input.Name) { DocumentId = document.Id, Outcome = _ledger.Ask(l => l.Add(document, [], Made.Reading)) };
        }
    }
}
