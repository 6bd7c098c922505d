using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Sayso.Core.Analysis;
using Sayso.Core.Corrections;
using Sayso.Core.Ledger;
using Sayso.Web.Hosting;
using Sayso.Web.Pages;
using Sayso.Web.Parts;

namespace Sayso.Web.Tests.Parts;

/// <summary>The parts of pages that correct: what they send, whom they ask for a name, and how they tell what was done.</summary>
public sealed class HandPartsTests : IDisposable
{
    private readonly BunitContext _browser = new();
    private readonly TemporaryLedger _ledger = new([(Made.Document(), Made.Statements(Made.Document()))]);

    public HandPartsTests() => _browser.Services.AddSingleton(Made.Site(_ledger));

    public void Dispose()
    {
        _browser.Dispose();
        _ledger.Dispose();
    }

    [Fact]
    public void EveryForm_SendsItsTokenAndTheWayBack_ToOnePlace()
    {
        Corrected(by => by.Note(Made.Document().Id, "ask", new Signature("rosa", null)));
        foreach (var form in Claim().FindAll("form").Concat(Note().FindAll("form")).Concat(List().FindAll("form")))
        {
            Assert.Equal(("post", "/correct"), (form.GetAttribute("method"), form.GetAttribute("action")));
            Assert.Equal(("t", "/claims/x"), (Value(form, SiteState.TokenField), Value(form, "back")));
        }
    }

    [Fact]
    public void Name_IsAskedFor_UnlessOneIsSignedIn()
    {
        Assert.Equal("rosa", Note().Find("[name=author]").GetAttribute("value"));
        Assert.True(Note().Find("[name=author]").HasAttribute("required"));
        var signedIn = Note(Hand() with { IsSignedIn = true });
        Assert.Empty(signedIn.FindAll("[name=author]"));
        Assert.Contains("as rosa", signedIn.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Reason_IsAskedFor_WhereACorrectionNeedsOne()
    {
        Assert.Empty(Note().FindAll("[name=reason]"));
        Assert.All(Claim().FindAll("form:has([name=claim]), form:has([name=grade])"), f => Assert.True(f.QuerySelector("[name=reason]")!.HasAttribute("required")));
    }

    [Fact]
    public void Claim_CanBeSplitMovedMergedGradedAndNoted_ByItsStatements()
    {
        var page = Claim();
        Assert.Equal(["different", "grade", "merge", "move", "note", "same", "split"], page.FindAll("button[name=do]").Select(b => b.GetAttribute("value")!).Distinct().Where(v => v != "undo").Order(StringComparer.Ordinal));
        Assert.Equal(Made.Statements(Made.Document())[0].Id, page.Find("input[name=statement]").GetAttribute("value"));
        Assert.Equal(6, page.FindAll("select[name=grade]")[0].Children.Length);
        Assert.NotEmpty(page.FindAll("datalist#claims option"));
        Assert.NotNull(page.Find("input[name=other]").GetAttribute("list"));
    }

    [Fact]
    public void Outlet_IsGradedFromAToF_AndShowsTheGradeItHas()
    {
        Corrected(desk => desk.Grade("The Varn Post", "B", new Signature("rosa", "corrects its errors")));
        var form = _browser.Render<OutletGrade>(p => p.Add(x => x.Hand, Hand()).Add(x => x.Outlets, ["The Varn Post", "Kess Mail"]));
        Assert.Equal(["The Varn Post (now B)", "Kess Mail"], form.FindAll("select[name=what] option").Select(o => o.TextContent));
        Assert.Equal(["A", "B", "C", "D", "E", "F"], form.FindAll("select[name=grade] option").Select(o => o.GetAttribute("value")));
    }

    [Fact]
    public void List_TellsTheLatestFirst_HowEachStands_AndUndoesWhatIsNotUndone()
    {
        var note = Corrected(desk => desk.Note(Made.Document().Id, "ask <b>", new Signature("rosa", null)));
        Corrected(desk => desk.Undo(note, new Signature("ola", null)));
        var entries = List().FindAll("li");
        Assert.Equal(["3", "2"], entries.Select(e => e.GetAttribute("value")));
        Assert.Contains("undone by entry 3", entries[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("ask <b>", entries[1].TextContent, StringComparison.Ordinal);
        Assert.Empty(entries[1].QuerySelectorAll("form"));
        Assert.Equal("Bring it back", entries[0].QuerySelector("button")!.TextContent);
        Assert.Equal("3", Value(entries[0].QuerySelector("form")!, "entry"));
        Assert.Equal(Links.Document(Made.Document().Id), entries[1].QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void WhatWasMade_IsSaidOnce_WithItsUndoing_AndAStrangerIsAskedForAName()
    {
        var note = Corrected(desk => desk.Note(Made.Document().Id, "ask", new Signature("rosa", "to be sure")));
        var hand = Hand();
        Assert.Empty(_browser.Render<HandMade>(p => p.Add(x => x.Hand, hand)).FindAll(".made"));
        var told = _browser.Render<HandMade>(p => p.Add(x => x.Hand, hand with { Made = hand.Book.Entry(note), Author = string.Empty }));
        Assert.Equal("Done: rosa noted: ask – to be sure.", told.Find("[role=status] p").TextContent);
        Assert.True(told.Find("form [name=author]").HasAttribute("required"));
        Assert.Equal("hidden", _browser.Render<HandUndo>(p => p.Add(x => x.Hand, hand).Add(x => x.Entry, hand.Book.Entry(note)!)).Find("[name=author]").GetAttribute("type"));
    }

    [Fact]
    public void History_TeachesWhereItIsEmpty()
    {
        Assert.Contains("Nothing yet", _browser.Render<HistoryPage>(p => p.Add(x => x.Hand, Hand())).Find(".empty").TextContent, StringComparison.Ordinal);
        Corrected(desk => desk.Note(Made.Document().Id, "ask", new Signature("rosa", null)));
        Assert.Single(_browser.Render<HistoryPage>(p => p.Add(x => x.Hand, Hand())).FindAll(".hand-list li"));
    }

    private static string? Value(IElement form, string name) => form.QuerySelector($"[name={name}]")?.GetAttribute("value");

    private ClaimState State() => _ledger.Ask(l => new ClaimState(new LedgerViews(Made.Claims(l, new ClaimQuery(), CancellationToken.None)), true, null));

    private long Corrected(Func<CorrectionDesk, LedgerEntry> make) =>
        _ledger.Ask(l => make(new CorrectionDesk(l, () => new LedgerViews(Made.Claims(l, new ClaimQuery(), CancellationToken.None)), "1.0"))).Sequence;

    private Hand Hand() => new("t", "/claims/x") { Author = "rosa", Book = _ledger.Ask(CorrectionBook.Of) };

    private IRenderedComponent<NoteForm> Note(Hand? hand = null) => _browser.Render<NoteForm>(p => p.Add(x => x.Hand, hand ?? Hand()).Add(x => x.What, "x"));

    private IRenderedComponent<HandList> List() => _browser.Render<HandList>(p => p.Add(x => x.Hand, Hand()).Add(x => x.Entries, Hand().Book.Entries));

    private IRenderedComponent<ClaimByHand> Claim()
    {
        var claim = State().Claims!.Of(Made.Statements(Made.Document())[0].Id)!;
        var view = ClaimView.Of(State(), claim.Claim.Id);
        return _browser.Render<ClaimByHand>(p => p.Add(x => x.Hand, Hand()).Add(x => x.Claim, view.Claim)
            .Add(x => x.Statements, [.. view.Sides.SelectMany(s => s.Statements)]).Add(x => x.Others, view.Others));
    }
}
