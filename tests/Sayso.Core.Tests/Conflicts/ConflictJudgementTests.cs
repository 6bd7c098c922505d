using Sayso.Core.Analysis;
using Sayso.Core.Conflicts;
using Sayso.Core.Corrections;
using Sayso.Core.Origins;
using Sayso.Core.Tests.Analysis;
using Sayso.Core.Tests.Corrections;
using Sayso.Core.Tests.Figures;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Conflicts;

public sealed class ConflictJudgementTests
{
    private static readonly Conflict _conflict = Assert.Single(FigureBuilderTests.Ferry().Views().Conflicts);

    private static Conflict Judged(params Correction[] corrections) =>
        Assert.Single(FigureBuilderTests.Ferry().Views(MadeCorrections.Book(corrections)).Conflicts);

    private static Correction Found(ConflictVerdict verdict, Conflict conflict, params Passage[] wrong) => ConflictJudgement.Kept(conflict, verdict, wrong);

    [Fact]
    public void Conflict_IsOpen_UntilJudged_AndAgain_WhenThatIsUndone()
    {
        Assert.Equal((false, true, null), (_conflict.IsJudged, _conflict.Alerts, _conflict.Judgement));
        Assert.True(Judged(Found(ConflictVerdict.NoConflict, _conflict)).IsJudged);
        Assert.False(Judged(Found(ConflictVerdict.NoConflict, _conflict), MadeCorrections.Undo(1)).IsJudged);
    }

    [Theory]
    [InlineData(ConflictVerdict.Real, true, "a real conflict – rosa, 1 January 1970: “because”")]
    [InlineData(ConflictVerdict.NoConflict, false, "no conflict, different things – rosa, 1 January 1970: “because”")]
    public void OnlyNoConflict_WarnsNobody(ConflictVerdict verdict, bool alerts, string words)
    {
        var judged = Judged(Found(verdict, _conflict));
        Assert.Equal((alerts, words), (judged.Alerts, JudgementWords.Of(judged)));
    }

    [Fact]
    public void WhatIsWrong_IsAPassage()
    {
        var judged = Judged(Found(ConflictVerdict.Wrong, _conflict, _conflict.Passages[1]));
        Assert.Equal([false, true, false], judged.Passages.Select(judged.Judgement!.IsWrong));
        Assert.True(judged.Alerts);
        Assert.Equal("found 1 of 3 passages of a conflict wrong", CorrectionWords.Of(judged.Judgement.Entry.Correction));
    }

    [Fact]
    public void LaterVerdict_Holds_AndTheEarlierSaysSo()
    {
        Correction[] both = [Found(ConflictVerdict.Real, _conflict), Found(ConflictVerdict.NoConflict, _conflict)];
        Assert.Equal(ConflictVerdict.NoConflict, Judged(both).Judgement!.Verdict);
        var entries = MadeCorrections.Book(both).Entries;
        Assert.Equal([CorrectionState.Overruled, CorrectionState.InForce], entries.Select(e => e.State));
        Assert.Equal([2L], entries[0].OverruledBy);
    }

    [Fact]
    public void MoreThatJoins_OpensItAgain_AndTellsWhatWasFoundBefore()
    {
        var before = _conflict with { Passages = _conflict.Passages.Take(2).ToValueList() };
        var grown = Judged(Found(ConflictVerdict.NoConflict, before));
        Assert.Equal((false, true), (grown.IsJudged, grown.Alerts));
        Assert.StartsWith("before more joined it: no conflict", JudgementWords.Of(grown), StringComparison.Ordinal);

        // One passage in common is another conflict; and of less than was judged, all is.
        Assert.Null(Judged(Found(ConflictVerdict.NoConflict, _conflict with { Passages = new([_conflict.Passages[0], new Passage("elsewhere", new TextSpan(0, 3))]) })).Judgement);
        Assert.True(MadeCorrections.Book(Found(ConflictVerdict.Real, _conflict)).JudgementOf(before)!.Covers(before));
        Assert.Null(MadeCorrections.Book(Found(ConflictVerdict.Real, _conflict)).JudgementOf(_conflict with { Kind = ConflictKind.Time }));
    }

    [Fact]
    public void Verdict_Holds_WhereAPassageWasReadAnewWithOtherBounds()
    {
        var wider = _conflict.Passages.Select(p => p with { Span = new TextSpan(Math.Max(0, p.Span.Start - 2), p.Span.End + 2) }).ToValueList();
        Assert.True(Judged(Found(ConflictVerdict.Real, _conflict with { Passages = wider })).IsJudged);
    }

    [Fact]
    public void OpenOnes_ComeFirst_AndEitherCanBeAskedFor()
    {
        var ledger = FigureBuilderTests.Ferry().Add("Weir Post", "2031-03-14T09:00:00", "Animals bought\nThe farm bought 1,200 goats and 800 sheep, for a total of 1,900 animals.");
        var two = ledger.Views().Conflicts;
        Assert.Equal(2, two.Count);
        var views = ledger.Views(MadeCorrections.Book(Found(ConflictVerdict.Real, two[0])));
        Assert.Equal([two[1].Id, two[0].Id], views.Conflicts.Select(c => c.Id));
        Assert.Equal([two[1].Id], Asked(views, ConflictState.Open));
        Assert.Equal([two[0].Id], Asked(views, ConflictState.Judged));
    }

    [Theory]
    [InlineData("real", 2, true)]
    [InlineData("wrong", 3, true)]
    [InlineData("wrong", 2, false)]
    [InlineData("real", 3, false)]
    [InlineData("perhaps", 2, false)]
    public void Correction_IsWellFormed_WithAVerdictAndItsPassages(string verdict, int sets, bool expected)
    {
        var correction = new Correction(CorrectionKind.JudgeConflict, new([.. new ValueList<string>[] { new(["c1", "value"]), new(["d:0-3", "e:4-9"]), new(["d:0-3"]) }.Take(sets)])) { Value = verdict };
        Assert.Equal(expected, correction.IsWellFormed);
        Assert.False((correction with { Sets = new([new(["c1", "value"]), new(["nowhere"])]) }).IsWellFormed);
    }

    private static IEnumerable<string> Asked(LedgerViews views, ConflictState state) => views.Conflicts.Where(new ConflictQuery { State = state }.Holds).Select(c => c.Id);
}
