using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Sayso.Web.Pages;

namespace Sayso.Web.Tests.Pages;

public sealed class DocumentPageTests : IDisposable
{
    private readonly BunitContext _browser = new();
    private readonly TemporaryLedger _ledger = new([(Made.Document(), Made.Statements(Made.Document()))]);

    public DocumentPageTests() => _browser.Services.AddSingleton(Made.Site(_ledger));

    public void Dispose()
    {
        _browser.Dispose();
        _ledger.Dispose();
    }

    [Fact]
    public void Text_IsTheDocuments_WithMarksAndNumbersLeftOut()
    {
        var page = Page();
        foreach (var number in page.FindAll(".ref"))
        {
            number.Remove();
        }

        string[] shown = [page.Find("h1").TextContent, .. page.FindAll(".para > p").Select(p => p.TextContent)];
        Assert.Equal(Made.Text.Split('\n'), shown.Select(t => t.Trim()));
    }

    [Fact]
    public void Roles_HaveTheirMarks_AndFiguresTheirReading()
    {
        var page = Page();
        Assert.Equal("engineer Ada Lorn", Words(page, ".src[data-s='1']"));
        Assert.Equal("said", Words(page, ".cue[data-s='1']"));
        Assert.Equal("The bridge at Varn carries 40 trucks a day", Words(page, ".w1[data-s='1']"));
        Assert.Contains(page.FindAll(".fig"), f => f.GetAttribute("data-tip")!.Contains("40", StringComparison.Ordinal));
    }

    [Fact]
    public void Notes_StandBesideTheirParagraph_EachWithItsStance()
    {
        var page = Page();
        var notes = page.FindAll(".note");
        Assert.Equal(["1", "2"], notes.Select(n => n.GetAttribute("data-s")));
        Assert.Equal("deny", notes[1].QuerySelector(".stance")!.TextContent.Trim());
        Assert.Equal(notes.Select(n => $"#{n.Id}"), page.FindAll(".ref").Select(r => r.GetAttribute("href")));
    }

    [Fact]
    public void Documents_AreEmpty_AndSayWhatToDo()
    {
        using var empty = new TemporaryLedger();
        var page = _browser.Render<DocumentsPage>(p => p.Add(x => x.View, empty.Ask(l => DocumentsView.Of(l, new DocumentFilter(), []))).Add(x => x.Token, "t"));
        Assert.Equal("/add", page.Find(".welcome a").GetAttribute("href"));
    }

    private IRenderedComponent<DocumentPage> Page() => _browser.Render<DocumentPage>(p => p.Add(
        x => x.View,
        _ledger.Ask(l => DocumentView.Of(l, Made.Document().Id, Instant.FromUtc(2031, 4, 1, 0, 0)))));

    private static string Words(IRenderedComponent<DocumentPage> page, string selector) => string.Concat(page.FindAll(selector).Select(e => e.TextContent));
}
