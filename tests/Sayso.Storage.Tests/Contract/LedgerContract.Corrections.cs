using Sayso.Core.Corrections;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Contract;

public abstract partial class LedgerContract
{
    [Fact]
    public void Correction_IsAnEntry_WithAuthorTimeAndReason()
    {
        var document = Added(Made.Document());
        var statements = Made.Statements(document);
        var merge = new Correction(CorrectionKind.ClaimMerge, new([new([statements[0].Id]), new([statements[1].Id])]));
        var entry = Ledger.Correct(merge, "one “claim”", Made.Person);
        Assert.Equal((2, EntryKind.Correct, "", "one “claim”", "rosa", merge), (entry.Sequence, entry.Kind, entry.DocumentId, entry.Reason, entry.Provenance.Author, entry.Correction));
        var undo = Ledger.Correct(new Correction(CorrectionKind.Undo, new([])) { Undoes = 2 }, null, Made.Person);

        var kept = Reopen(Ledger);
        Assert.Equal([entry, undo], kept.Corrections());
        Assert.Equal(3, kept.Entries(null).Count());
        Assert.Single(kept.Entries(document.Id));
        Assert.Equal(new LedgerCounts(1, 3, 0, 3), kept.Count());
        Assert.Empty(kept.Verify(TestContext.Current.CancellationToken).Faults);
    }

    [Fact]
    public void Correction_OfWhatIsNotThere_IsRefused()
    {
        var document = Added(Made.Document());
        Fails(ProblemCodes.NotFound, () => Ledger.Correct(new Correction(CorrectionKind.NoteStatement, new([new([document.Id])])) { Value = "x" }, null, Made.Person));
        Fails(ProblemCodes.NotFound, () => Ledger.Correct(new Correction(CorrectionKind.NoteDocument, new([new(["0"])])) { Value = "x" }, null, Made.Person));
        Fails(ProblemCodes.NotFound, () => Ledger.Correct(new Correction(CorrectionKind.JudgeConflict, new([new(["c", "value"]), new(["0:1-2"])])) { Value = "real" }, null, Made.Person));
        Assert.Throws<ArgumentException>(() => Ledger.Correct(new Correction(CorrectionKind.NoteDocument, new([new([document.Id])])), null, Made.Person));
        Assert.Throws<ArgumentException>(() => Ledger.Correct(new Correction(CorrectionKind.NoteDocument, new([new([document.Id])])) { Value = "x" }, null, Made.Reading));
        Assert.Equal(1, Ledger.Count().Entries);
    }

    [Fact]
    public void Undo_IsRefused_OfNoCorrection_OrTwice_AndCanItselfBeUndone()
    {
        var document = Added(Made.Document());
        Fails(ProblemCodes.NotACorrection, () => Undo(1));
        Ledger.Correct(new Correction(CorrectionKind.NoteDocument, new([new([document.Id])])) { Value = "x" }, null, Made.Person);
        Undo(2);
        Fails(ProblemCodes.AlreadyUndone, () => Undo(2));
        Undo(3);
        Undo(2);
        Assert.Equal(5, Ledger.Count().Entries);

        LedgerEntry Undo(long sequence) => Ledger.Correct(new Correction(CorrectionKind.Undo, new([])) { Undoes = sequence }, null, Made.Person);
    }

    [Fact]
    public void Corrections_Stay_WhereTheirDocumentIsHiddenOrPurged()
    {
        var document = Added(Made.Document());
        var note = new Correction(CorrectionKind.NoteStatement, new([new([Made.Statements(document)[0].Id])])) { Value = "to be asked" };
        Ledger.Correct(note, null, Made.Person);
        Ledger.Retract(document.Id, null, Made.Person);
        Ledger.Purge(document.Id, null, Made.Person);
        Assert.Equal(note, Assert.Single(Ledger.Corrections()).Correction);
        Assert.Equal(CorrectionState.Dormant, Assert.Single(CorrectionBook.Of(Ledger).Entries).State);
        Assert.Empty(Ledger.Verify(TestContext.Current.CancellationToken).Faults);
    }
}
