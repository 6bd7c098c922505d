using System.Net;
using System.Text.RegularExpressions;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;

namespace Sayso.Web.Tests.Hosting;

/// <summary>Handing in over HTTP, as a browser without script sends it.</summary>
public sealed partial class AddRoutesTests : IAsyncLifetime
{
    private readonly TemporaryLedger _ledger = new();
    private readonly List<IntakeInput> _read = [];
    private readonly HttpClient _browser = new(new HttpClientHandler { AllowAutoRedirect = false });
    private SiteServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        var site = Made.Site(_ledger) with { Intake = Read };
        _server = await SiteServer.StartAsync(site, "127.0.0.1", 0, TestContext.Current.CancellationToken);
        _browser.BaseAddress = new Uri(_server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _server.DisposeAsync();
        _ledger.Dispose();
    }

    [Fact]
    public async Task Links_AreReadEachOnce_AndToldOneByOne()
    {
        using var answer = await Send(("links", "https://post.example/a\n\n  https://post.example/b https://post.example/a\r\n<https://post.example/c>,\nnonsense"), ("outlet", "The Post"), ("url", "https://other.example/"));
        Assert.Equal((HttpStatusCode.Redirect, "/add/1"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        var page = await Ended("/add/1");
        Assert.Equal(["https://post.example/a", "https://post.example/b", "https://post.example/c", "nonsense"], _read.Select(i => i.Address));
        Assert.All(_read, i => Assert.Equal(("The Post", null, 0, i.Address), (i.Stated.Outlet, i.Stated.Url, i.Bytes.Length, i.Name)));
        Assert.Contains("SAY1022", page, StringComparison.Ordinal);
        Assert.Contains("3 documents added with 0 statements; 1 could not be read.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<progress", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyLinks_OrNothing_AreRefused_WithWords()
    {
        using var many = await Send(("links", string.Join('\n', Enumerable.Range(0, new ServeLimits().Links + 1).Select(i => $"https://post.example/{i}"))));
        Assert.Equal(HttpStatusCode.BadRequest, many.StatusCode);
        Assert.Contains(ProblemCodes.TooLarge, await many.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var none = await Send(("links", " \n "));
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
        Assert.Contains(ProblemCodes.Empty, await none.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(_read);
    }

    private IEnumerable<IntakeResult> Read(IReadOnlyList<IntakeInput> inputs, CancellationToken cancellationToken)
    {
        foreach (var input in inputs)
        {
            _read.Add(input);
            yield return input.Name == "nonsense"
                ? new IntakeResult(input.Name) { Problems = [new Problem(ProblemCodes.ServerRefused, "no address")] }
                : new IntakeResult(input.Name) { DocumentId = new string('a', 32), Outcome = AddOutcome.Added };
        }
    }

    private async Task<string> Ended(string path)
    {
        for (var tries = 0; ; tries++)
        {
            if (await _browser.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken) is var page && page.Contains("data-ended", StringComparison.Ordinal))
            {
                return page;
            }

            Assert.True(tries < 100, "It does not end.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private async Task<HttpResponseMessage> Send(params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await _browser.GetStringAsync(new Uri("/add", UriKind.Relative), TestContext.Current.CancellationToken)).Groups[1].Value;
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("form-token", token)))
        {
            form.Add(new StringContent(value), name);
        }

        return await _browser.PostAsync(new Uri("/add", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
