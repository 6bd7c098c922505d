using System.Net;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Documents;
using Sayso.Core.Ledger;
using Sayso.Web.Hosting;
using Sayso.Web.Pages;

namespace Sayso.Web.Tests.Pages;

public sealed class TimelinePageTests : IDisposable
{
    private const string Line = "The Corriel was built in 2009 in a yard at Varn.";

    private readonly BunitContext _browser = new();
    private readonly TemporaryLedger _ledger = new([
        (Dated(Line, "2031-03-12T08:00:00Z"), []),
        (Dated($"{Line} The Corriel was painted in 2030 in a yard at Kess.", "2031-03-14T08:00:00Z"), []),
        (Dated("The Corriel was sold on 12 March 2031 in a yard at Varn.", "2031-03-15T08:00:00Z"), []),
        (Made.Document("The Corriel was mended in May 2025 in a yard at Ostrel.", new StatedMetadata()) with { Published = null }, []),
    ]);

    public TimelinePageTests() => _browser.Services.AddSingleton(Made.Site(_ledger));

    public void Dispose()
    {
        _browser.Dispose();
        _ledger.Dispose();
    }

    [Fact]
    public void Slider_SaysItsDayInWords_FromTheFirstPublicationToNow()
    {
        var slider = Page("2031-03-14").Find("input[type=range]");
        Assert.Equal(("0", "3", "2", "14 March 2031"), (slider.GetAttribute("min"), slider.GetAttribute("max"), slider.GetAttribute("value"), slider.GetAttribute("aria-valuetext")));
        Assert.Equal("14 March 2031", Page("2031-03-14").Find("output").TextContent);
        Assert.Equal(("3", "now"), (Page(null).Find("input[type=range]").GetAttribute("value"), Page(null).Find("output").TextContent));
        Assert.Equal("As known on", Page(null).Find("label[for=as-of]").TextContent);
    }

    [Theory]
    [InlineData(null, "painted sold built mended")]
    [InlineData("2031-03-14", "painted built mended")]
    [InlineData("2031-03-13", "built mended")]
    [InlineData("2031-03-01", "mended")]
    public void Events_AreThoseOfWhatWasPublishedByThen_OrAddedWhereThatIsUnknown(string? day, string expected)
    {
        var shown = string.Join(' ', Page(day).FindAll(".what").Select(w => w.TextContent));
        Assert.All((string[])["painted", "sold", "built", "mended"], word => Assert.Equal(expected.Contains(word, StringComparison.Ordinal), shown.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Form_WithoutScript_LeadsToTheAddressOfTheDay()
    {
        await using var server = await SiteServer.StartAsync(Made.Site(_ledger), "127.0.0.1", 0, Xunit.TestContext.Current.CancellationToken);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(server.Address) };
        while (!(await browser.GetStringAsync(new Uri("/timeline", UriKind.Relative), Xunit.TestContext.Current.CancellationToken)).Contains("as-of", StringComparison.Ordinal))
        {
            await Task.Delay(50, Xunit.TestContext.Current.CancellationToken);
        }

        foreach (var (sent, leadsTo) in new[] { ("day=2", "/timeline?asOf=2031-03-14"), ("q=built&clock=said&day=0", "/timeline?q=built&clock=said&asOf=2031-03-12"), ("day=3&asOf=2031-03-12", "/timeline"), ("day=much", "/timeline") })
        {
            using var answer = await browser.GetAsync(new Uri($"/timeline?{sent}", UriKind.Relative), Xunit.TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.Redirect, leadsTo), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        }

        var part = await browser.GetStringAsync(new Uri("/timeline?asOf=2031-03-13&part=events", UriKind.Relative), Xunit.TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<html", part, StringComparison.Ordinal);
        Assert.Contains("by the end of 13 March 2031", part, StringComparison.Ordinal);
    }

    private static Document Dated(string text, string published) => Made.Document(text, new StatedMetadata()) with { Published = Made.Time(published) };

    private IRenderedComponent<TimelinePage> Page(string? day)
    {
        var state = _ledger.Ask(l => new ClaimState(new LedgerViews(Made.Claims(l, new ClaimQuery(), CancellationToken.None)), true, null));
        LocalDate? asOf = day is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        return _browser.Render<TimelinePage>(p => p.Add(x => x.View, TimelineView.Of(state, new TimelineFilter { AsOf = asOf },
            d => _ledger.Ask(l => l.Documents(new DocumentQuery { AsOf = d }).Select(x => x.Document.Id).ToHashSet(StringComparer.Ordinal)))));
    }
}
