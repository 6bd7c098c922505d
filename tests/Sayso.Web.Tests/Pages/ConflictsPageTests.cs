using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Sayso.Core.Conflicts;
using Sayso.Core.Corrections;
using Sayso.Web.Hosting;
using Sayso.Web.Pages;
using Sayso.Web.Parts;

namespace Sayso.Web.Tests.Pages;

public sealed class ConflictsPageTests : IDisposable
{
    private readonly BunitContext _browser = new();
    private readonly TemporaryLedger _ledger = MadeConflict.Ledger();

    public ConflictsPageTests() => _browser.Services.AddSingleton(Made.Site(_ledger));

    public void Dispose()
    {
        _browser.Dispose();
        _ledger.Dispose();
    }

    [Fact]
    public void Conflict_CanBeJudged_WithAKeyForEachVerdict()
    {
        var page = Page(ConflictState.Open);
        var conflict = MadeConflict.Only(_ledger);
        Assert.Contains("1 to judge, 0 judged", page.Find(".lead").TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "2", "3", "n", "r"], page.FindAll("[data-item] [data-hotkey]").Select(b => b.GetAttribute("data-hotkey")).Order(StringComparer.Ordinal));
        Assert.All(page.FindAll("[data-hotkey]"), b => Assert.Equal(b.GetAttribute("data-hotkey"), b.GetAttribute("aria-keyshortcuts")));
        var form = page.Find("form.judge");
        Assert.Equal((conflict.Id, "judge", "/conflicts"), (Field(form, "what"), Field(form, "do"), Field(form, "back")));

        // The buttons beside the passages are of the same form.
        Assert.All(page.FindAll("blockquote button"), b => Assert.Equal(form.Id, b.GetAttribute("form")));
        Assert.Equal(conflict.Passages.Select(p => $"wrong {p.DocumentId}:{p.Span.Start}-{p.Span.End}"), page.FindAll("blockquote button").Select(b => b.GetAttribute("value")));
    }

    [Fact]
    public void JudgedOnes_StandBehindTheFilter_WithTheirVerdictAndHistory()
    {
        MadeConflict.Judge(_ledger, ConflictVerdict.NoConflict);
        var open = Page(ConflictState.Open);
        Assert.Empty(open.FindAll(".conflict"));
        Assert.Contains("All are judged", open.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Equal(["to judge 0", "judged 1"], open.FindAll(".clocks a").Select(a => a.TextContent));

        var judged = Page(ConflictState.Judged);
        Assert.StartsWith("no conflict, different things – rosa", judged.Find(".verdict").TextContent, StringComparison.Ordinal);
        Assert.Contains("“seen the list”", judged.Find(".hand-list li").TextContent, StringComparison.Ordinal);
        Assert.Equal("undo", judged.Find(".hand-list form button").GetAttribute("value"));
    }

    [Fact]
    public void WrongPassage_IsMarked()
    {
        var passage = MadeConflict.Only(_ledger).Passages[1];
        MadeConflict.Judge(_ledger, ConflictVerdict.Wrong, $"{passage.DocumentId}:{passage.Span.Start}-{passage.Span.End}");
        var sides = Page(ConflictState.Judged).FindAll("blockquote");
        Assert.Equal([false, true, false], sides.Select(s => s.ClassList.Contains("is-wrong")));
    }

    [Fact]
    public void SignedInReader_IsNotAskedForAName_AndStrangerIs()
    {
        Assert.Empty(Card(MadeConflict.Hand(_ledger) with { IsSignedIn = true }).FindAll("form.judge input[name=author]"));
        Assert.Equal(string.Empty, Card(MadeConflict.Hand(_ledger, string.Empty)).Find("form.judge input[name=author]").GetAttribute("value"));
        Assert.Empty(Card(null).FindAll("button"));
    }

    [Fact]
    public void Lines_TellWhatWasFound_AndWarnOnlyOfWhatMayBeOne()
    {
        Assert.Contains("to be judged", Lines().Markup, StringComparison.Ordinal);
        Assert.Single(Lines().FindAll(".alarm-word"));
        MadeConflict.Judge(_ledger, ConflictVerdict.NoConflict);
        Assert.Contains("no conflict, different things", Lines().Markup, StringComparison.Ordinal);
        Assert.Empty(Lines().FindAll(".alarm-word"));
    }

    [Fact]
    public void Desk_RefusesWhatMakesNoSense()
    {
        Assert.Equal("SAY2013", Code(() => MadeConflict.Judge(_ledger, ConflictVerdict.Wrong)));
        Assert.Equal("SAY2013", Code(() => MadeConflict.Judge(_ledger, ConflictVerdict.Wrong, "ffffffff")));
        Assert.Equal("SAY2013", Code(() => MadeConflict.Judge(_ledger, ConflictVerdict.Real, MadeConflict.Article.Id)));
        MadeConflict.Judge(_ledger, ConflictVerdict.Wrong, MadeConflict.Article.Id);
        Assert.Equal("SAY2013", Code(() => MadeConflict.Judge(_ledger, ConflictVerdict.Wrong, MadeConflict.Article.Id)));
        MadeConflict.Judge(_ledger, ConflictVerdict.Real);
        Assert.Equal([CorrectionState.Overruled, CorrectionState.InForce], _ledger.Ask(CorrectionBook.Of).Entries.Select(e => e.State));

        static string Code(Func<object> make) => Assert.Throws<Core.Errors.SaysoException>(make).Problem.Code;
    }

    private static string? Field(IElement form, string name) => form.QuerySelector($"[name={name}]")?.GetAttribute("value");

    private IRenderedComponent<ConflictsPage> Page(ConflictState state) => _browser.Render<ConflictsPage>(p => p
        .Add(x => x.View, ConflictsView.Of(MadeConflict.State(_ledger), new ConflictFilter { State = state })).Add(x => x.Hand, MadeConflict.Hand(_ledger)));

    private IRenderedComponent<ConflictCase> Card(Hand? hand) => _browser.Render<ConflictCase>(p => p
        .Add(x => x.Card, ConflictCard.Of(MadeConflict.State(_ledger), MadeConflict.Only(_ledger).Id)).Add(x => x.Hand, hand));

    private IRenderedComponent<ConflictLines> Lines() => _browser.Render<ConflictLines>(p => p.Add(x => x.Conflicts, [MadeConflict.Only(_ledger)]));
}
