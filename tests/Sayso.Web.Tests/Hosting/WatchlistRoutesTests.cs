using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sayso.Core.Watchlists;

namespace Sayso.Web.Tests.Hosting;

/// <summary>Watchlists over HTTP: as pages without script, as feeds, as events.</summary>
public sealed partial class WatchlistRoutesTests : IAsyncLifetime
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
    public async Task Search_IsSavedSeenRemovedAndBroughtBack_WithoutScript()
    {
        var token = await TokenOf("/watchlists");
        using var added = await Send(("form-token", token), ("do", "add"), ("name", "The <b>bridge</b>"), ("about", "bridge OR closed"), ("who", ""));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var list = Assert.Single(Lists());
        Assert.Equal($"/watchlists/{list.Id[..10]}", added.Headers.Location!.OriginalString);
        Assert.Equal("about bridge OR closed", list.Search.ToString());
        Assert.Contains("The &lt;b&gt;bridge&lt;/b&gt;", await Page("/watchlists"), StringComparison.Ordinal);

        using var removed = await Send(("form-token", token), ("do", "remove"), ("list", list.Id));
        Assert.Empty(Lists());
        Assert.Contains("Bring it back", await Page(removed.Headers.Location!.OriginalString), StringComparison.Ordinal);
        using var back = await Send(("form-token", token), ("do", "undo"), ("list", list.Id));
        Assert.Equal(list, Assert.Single(Lists()));
    }

    [Theory]
    [InlineData("about trucks", false)]
    [InlineData("Trucks", true)]
    public async Task WhatAListLooksFor_IsSaidBesideItsName_WhereThatSaysItNot(string name, bool isSaid)
    {
        Add(name, "trucks");
        Assert.Equal(isSaid, (await Page("/watchlists")).Contains("<span class=\"words\">about trucks", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatComes_IsNew_UntilItIsSeen()
    {
        var list = Add("Trucks", "trucks");
        Assert.Equal((0, 1), await CountsAsync(list));
        AddDocument("Sixty trucks crossed it on Friday, engineer Ada Lorn said.", "Sixty trucks crossed it");
        Assert.Equal((1, 2), await CountsAsync(list));
        var page = await Page($"/watchlists/{list.Id}");
        Assert.Contains("1 new of 2 statements", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Sixty trucks", StringComparison.Ordinal) < page.IndexOf("40 trucks", StringComparison.Ordinal));

        // What came since the page was shown was not seen.
        AddDocument("Seventy trucks crossed it on Saturday, engineer Ada Lorn said.", "Seventy trucks crossed it");
        var until = Until().Match(page).Groups[1].Value;
        using var seen = await Send("/watchlists/seen", ("form-token", await TokenOf("/watchlists")), ("until", until), ("list", list.Id));
        Assert.Equal(HttpStatusCode.Redirect, seen.StatusCode);
        Assert.Equal((1, 3), await CountsAsync(list));
        using var all = await Send("/watchlists/seen", ("form-token", await TokenOf("/watchlists")), ("until", "999"), ("list", list.Id));
        Assert.Equal((0, 3), await CountsAsync(list));

        // What is hidden is on no list; shown again it is new.
        var document = _ledger.Ask(l => l.Documents(new Core.Ledger.DocumentQuery()).First(d => d.Document.Id != Made.Document().Id).Document.Id);
        _ledger.Ask(l => l.Retract(document, null, Made.Reading));
        Assert.Equal((0, 2), await CountsAsync(list));
        _ledger.Ask(l => l.Restore(document, null, Made.Reading));
        Assert.Equal((1, 3), await CountsAsync(list));
    }

    [Fact]
    public async Task Claim_IsWatched_FromItsPage()
    {
        var claim = Core.Claims.ClaimBuilder.IdOf(Made.Statements(Made.Document())[1].Id);
        Assert.Contains("Watch this claim", await Page($"/claims/{claim}"), StringComparison.Ordinal);
        using var added = await Send(("form-token", await TokenOf("/watchlists")), ("do", "add"), ("name", "Closed?"), ("claim", claim[..8]));
        Assert.Equal(claim, Assert.Single(Lists()).Claim);
        AddDocument("It was closed, engineer Ada Lorn said.", "It was closed");
        AddDocument("The minister denied that it was closed.", "that it was closed");
        _ = await _browser.GetAsync(new Uri("/api/v1/claims", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((1, 2), await CountsAsync(Lists()[0]));
    }

    [Fact]
    public async Task Feed_HasWhatRfc4287Requires()
    {
        var list = Add("Trucks & ferries", "trucks");
        AddDocument("Sixty trucks crossed it \u0001 on Friday, engineer Ada Lorn said.", "Sixty trucks crossed it");
        using var answer = await _browser.GetAsync(new Uri($"/watchlists/{list.Id}.atom", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        var feed = AtomRules.Read(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("Trucks & ferries", $"urn:sayso:watchlist:{list.Id}", $"{_server.Address}/watchlists/{list.Id}.atom"), (feed.Title, feed.Id, feed.Self));
        Assert.Equal(["engineer Ada Lorn (assert): Sixty trucks crossed it", "engineer Ada Lorn (assert): The bridge at Varn carries 40 trucks a day"], feed.Entries);
    }

    [Fact]
    public async Task Events_TellWhatComes_AndWhoWasCutOffGoesOn()
    {
        var list = Add("Trucks", "trucks");
        AddDocument("Nobody spoke of it.", string.Empty);
        AddDocument("Sixty trucks crossed it on Friday, engineer Ada Lorn said.", "Sixty trucks crossed it");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/v1/watchlists/{list.Id}/events", UriKind.Relative)) { Headers = { { "Last-Event-ID", "1" } } };
        using var answer = await _browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        await using var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var events = SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal(("statement", "3"), (events.Current.EventType, events.Current.EventId));
        Assert.Equal("Sixty trucks crossed it", JsonSerializer.Deserialize<JsonElement>(events.Current.Data).GetProperty("content").GetProperty("text").GetString());
    }

    [Fact]
    public async Task Change_IsRefused_WithoutTokenNameOrSense()
    {
        using var strange = await Send(("do", "add"), ("name", "x"));
        Assert.Equal(HttpStatusCode.BadRequest, strange.StatusCode);
        var token = await TokenOf("/watchlists");
        foreach (var fields in new (string, string)[][] { [("do", "add"), ("name", " ")], [("do", "add"), ("name", "x"), ("stance", "maybe")], [("do", "dance")] })
        {
            using var refused = await Send([("form-token", token), .. fields]);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        using var nowhere = await Send("/watchlists/seen", ("form-token", token), ("until", "1"), ("list", "ffff"));
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
        using var never = await Send("/watchlists/seen", ("form-token", token), ("until", "soon"), ("list", "ffff"));
        using var unsigned = await Send("/watchlists/seen", ("until", "1"), ("list", "ffff"));
        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest], [never.StatusCode, unsigned.StatusCode]);
        Assert.Empty(Lists());
    }

    private IReadOnlyList<Watchlist> Lists() => _ledger.Ask(l => new WatchlistBook(l, TimeProvider.System).Lists);

    private Watchlist Add(string name, string about) => _ledger.Ask(l => new WatchlistBook(l, TimeProvider.System).Add(name, SavedSearch.Of(("about", about)), null, "rosa"));

    private void AddDocument(string text, string content)
    {
        var document = Made.Document(text);
        var source = text.Contains("engineer Ada Lorn", StringComparison.Ordinal) ? ("engineer Ada Lorn", "said") : ("The minister", "denied");
        _ledger.Ask(l => l.Add(document, content.Length == 0 ? [] : [Made.Statement(document, source.Item1, source.Item2, content)], Made.Reading));
    }

    private async Task<(int New, int All)> CountsAsync(Watchlist list)
    {
        var json = JsonSerializer.Deserialize<JsonElement>(await Page($"/api/v1/watchlists/{list.Id}"));
        return (json.GetProperty("new").GetInt32(), json.GetProperty("statements").GetInt32());
    }

    private async Task<string> Page(string path)
    {
        using var answer = await _browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {text}");
        return text;
    }

    private async Task<string> TokenOf(string path) => FormToken().Match(await Page(path)).Groups[1].Value;

    private Task<HttpResponseMessage> Send(params (string Name, string Value)[] fields) => Send("/watchlists", fields);

    private Task<HttpResponseMessage> Send(string path, params (string Name, string Value)[] fields) => _browser.PostAsync(
        new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), TestContext.Current.CancellationToken);

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex("name=\"until\" value=\"([^\"]+)\"")]
    private static partial Regex Until();
}
