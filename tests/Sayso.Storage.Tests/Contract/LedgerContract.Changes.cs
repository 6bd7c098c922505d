using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Contract;

/// <content>Retracting, restoring, superseding, and the entries that say so.</content>
public abstract partial class LedgerContract
{
    [Fact]
    public void Retract_HidesEverywhere_UntilRestored()
    {
        var hidden = Added(Made.FullDocument());
        var other = Added(Made.Document());
        Assert.True(Ledger.Retract(hidden.Id, "not ours", Made.Person));
        Assert.False(Ledger.Retract(hidden.Id, "again", Made.Person));
        Assert.Equal([other.Id], Ledger.Documents(new DocumentQuery()).Select(d => d.Document.Id));
        Assert.Equal([other.Id], Ledger.Documents(new DocumentQuery { Text = "lighthouse" }).Select(d => d.Document.Id));
        Assert.All(Ledger.Statements(new StatementQuery()), s => Assert.Equal(other.Id, s.Statement.DocumentId));
        Assert.All(Ledger.Statements(new StatementQuery { Text = "said" }), s => Assert.Equal(other.Id, s.Statement.DocumentId));
        Assert.Empty(Ledger.Statements(new StatementQuery { DocumentId = hidden.Id }));
        Assert.Equal(2, Ledger.Documents(new DocumentQuery { IncludeRetracted = true }).Count());
        Assert.True(Ledger.GetDocument(hidden.Id).IsRetracted);
        Assert.True(Ledger.GetStatement(Made.Statements(hidden)[0].Id).IsRetracted);
        Assert.Equal(new LedgerCounts(1, 3, 1, 3), Ledger.Count());

        Assert.True(Ledger.Restore(hidden.Id, null, Made.Person));
        Assert.False(Ledger.Restore(hidden.Id, null, Made.Person));
        Assert.Equal(2, Ledger.Documents(new DocumentQuery { Text = "lighthouse" }).Count());
        Assert.Equal(new LedgerCounts(2, 6, 0, 4), Ledger.Count());
        Assert.False(Ledger.GetStatement(Made.Statements(hidden)[0].Id).IsRetracted);
    }

    [Fact]
    public void Changes_Refuse_UnknownDocument()
    {
        Added(Made.Document());
        Fails(ProblemCodes.NotFound, () => Ledger.Retract("0", null, Made.Person));
        Fails(ProblemCodes.NotFound, () => Ledger.Restore("0", null, Made.Person));
        Fails(ProblemCodes.NotFound, () => Ledger.Supersede("0", [], Made.Reading));
        Assert.Equal(1, Ledger.Count().Entries);
    }

    [Fact]
    public void EmptyId_IsNoDocument_NotEvenTheOnlyOne()
    {
        var document = Added(Made.Document("One statement only, Ilse Vorn said."), "Ilse Vorn", "said", "One statement only");
        Fails(ProblemCodes.AmbiguousId, () => Ledger.GetDocument(""));
        Fails(ProblemCodes.AmbiguousId, () => Ledger.GetStatement(""));
        Assert.Equal(document.Id, Ledger.GetDocument(document.Id[..1]).Document.Id);

        Core.Documents.Document Added(Core.Documents.Document document, string source, string cue, string content)
        {
            Ledger.Add(document, [Made.Statement(document, source, cue, content)], Made.Reading);
            return document;
        }
    }

    [Fact]
    public void Supersede_ShowsTheNew_KeepsTheOld()
    {
        var document = Added(Made.Document());
        var old = Made.Statements(document);
        var fresh = new[] { Made.Statement(document, "two fishermen", "added", "Nobody lit it"), old[0] };
        var model = new Provenance("1.1", "model-b");
        Assert.True(Ledger.Supersede(document.Id, fresh, model));

        var shown = Ledger.Statements(new StatementQuery()).ToList();
        Assert.Equal(["added", "denied"], shown.Select(s => s.CueText));
        Assert.All(shown, s => Assert.Equal((false, model), (s.IsSuperseded, s.Provenance)));
        Assert.Empty(Ledger.Statements(new StatementQuery { Text = "dark" }));
        Assert.Single(Ledger.Statements(new StatementQuery { Text = "\"two fishermen\"" }));
        Assert.Equal((2, model), (Ledger.GetDocument(document.Id).StatementCount, Ledger.GetDocument(document.Id).Provenance));

        var gone = Ledger.GetStatement(old[1].Id);
        Assert.Equal((true, Made.Reading, "said"), (gone.IsSuperseded, gone.Provenance, gone.CueText));
        var both = Ledger.GetStatement(old[0].Id);
        Assert.Equal((false, model), (both.IsSuperseded, both.Provenance));
    }

    [Fact]
    public void Supersede_ChangesNothing_SameModelAndStatements()
    {
        var document = Added(Made.Document());
        var statements = Made.Statements(document);
        Assert.False(Ledger.Supersede(document.Id, statements, Made.Reading with { ProgramVersion = "2.0" }));
        Assert.False(Ledger.Supersede(document.Id, [.. statements.Reverse()], Made.Reading));
        Assert.Equal(1, Ledger.Count().Entries);
        Assert.True(Ledger.Supersede(document.Id, statements, Made.Reading with { ModelVersion = "model-b" }));
        Assert.True(Ledger.Supersede(document.Id, statements[..1], Made.Reading with { ModelVersion = "model-b" }));
        Assert.True(Ledger.Supersede(document.Id, [], Made.Reading with { ModelVersion = null }));
        Assert.Equal(new LedgerCounts(1, 0, 0, 4), Ledger.Count());
    }

    [Fact]
    public void Supersede_StaysHidden_Retracted()
    {
        var document = Added(Made.Document());
        Ledger.Retract(document.Id, null, Made.Person);
        Assert.True(Ledger.Supersede(document.Id, [], Made.Person));
        Assert.Empty(Ledger.Documents(new DocumentQuery()));
        Assert.True(Ledger.GetDocument(document.Id).IsRetracted);
    }

    [Fact]
    public void Purge_LeavesIdAndHash_NothingElse()
    {
        var document = Added(Made.FullDocument());
        var other = Added(Made.Document(Made.Text + " Again."));
        Ledger.Supersede(document.Id, Made.Statements(document)[1..], Made.Reading with { ModelVersion = "model-b" });
        Assert.True(Ledger.Purge(document.Id, "asked for", Made.Person));
        Assert.False(Ledger.Purge(document.Id, null, Made.Person));

        var ledger = Reopen(Ledger);
        var left = ledger.GetDocument(document.Id);
        Assert.True(left is { IsPurged: true, IsRetracted: true, StatementCount: >= 0 });
        Assert.Equal(new Core.Documents.Document { Id = document.Id, Raw = default, RawHash = document.RawHash, MediaType = document.MediaType, Text = "" }, left.Document with { Raw = default });
        Assert.Equal(0, left.Document.Raw.Length);
        Assert.Empty(ledger.Documents(new DocumentQuery { Text = "fishermen", Outlet = "bell", IncludeRetracted = true }));
        Assert.Equal([other.Id], ledger.Documents(new DocumentQuery { Text = "lighthouse" }).Select(d => d.Document.Id));
        Assert.All(ledger.Statements(new StatementQuery()), s => Assert.Equal(other.Id, s.Statement.DocumentId));
        Fails(ProblemCodes.NotFound, () => ledger.GetStatement(Made.Statements(document)[0].Id));
        Assert.Equal([other.Id], ledger.DocumentIds());
        Assert.True(ledger.Contains(document.Id));
        Assert.Equal(AddOutcome.Purged, ledger.Add(document, [], Made.Reading));
        Fails(ProblemCodes.Purged, () => ledger.Restore(document.Id, null, Made.Person));
        Fails(ProblemCodes.Purged, () => ledger.Supersede(document.Id, [], Made.Person));
        var last = ledger.Entries(document.Id).Last();
        Assert.Equal((EntryKind.Purge, "asked for", "rosa"), (last.Kind, last.Reason, last.Provenance.Author));

        // What comes after has numbers of its own.
        var third = Made.Document(Made.Text + " Later.", "https://bell.example/dark");
        Assert.Equal(AddOutcome.Added, ledger.Add(third, Made.Statements(third), Made.Reading));
        Assert.Equal(3, ledger.Statements(new StatementQuery { DocumentId = third.Id }).Count());
        Assert.Empty(ledger.Verify(CancellationToken.None).Faults);
    }

    [Fact]
    public void FindText_FindsTheFirstShown_WithExactlyThisText()
    {
        var first = Added(Made.Document(Made.Text, "https://bell.example/a"));
        var second = Added(Made.Document(Made.Text, "https://other.example/b"));
        Assert.Equal(first.Id, Ledger.FindText(Made.Text));
        Assert.Null(Ledger.FindText(Made.Text + " "));
        Assert.Null(Ledger.FindText(Made.Text[..^1] + "!"));
        Assert.Null(Ledger.FindText(""));
        Ledger.Retract(first.Id, null, Made.Person);
        Assert.Equal(second.Id, Ledger.FindText(Made.Text));
    }

    [Fact]
    public void Entries_TellWhatWasDone()
    {
        var first = Added(Made.Document());
        var second = Added(Made.Document("Second."), []);
        Ledger.Retract(first.Id, "a hoax", Made.Person);
        Ledger.Supersede(second.Id, [], Made.Reading with { ModelVersion = "model-b" });
        Ledger.Restore(first.Id, null, Made.Person);

        var entries = Reopen(Ledger).Entries(null).ToList();
        Assert.Equal([1, 2, 3, 4, 5], entries.Select(e => e.Sequence));
        Assert.Equal([EntryKind.Add, EntryKind.Add, EntryKind.Retract, EntryKind.Supersede, EntryKind.Restore], entries.Select(e => e.Kind));
        Assert.Equal([first.Id, second.Id, first.Id, second.Id, first.Id], entries.Select(e => e.DocumentId));
        Assert.Equal([null, null, "a hoax", null, null], entries.Select(e => e.Reason));
        Assert.Equal(("rosa", null), (entries[2].Provenance.Author, entries[2].Provenance.ModelVersion));
        Assert.Equal(entries.OrderBy(e => e.At), entries);
        Assert.Equal([1, 3, 5], Ledger.Entries(first.Id).Select(e => e.Sequence));
        Assert.Empty(Ledger.Entries("0"));

        Core.Documents.Document Added(Core.Documents.Document document, Core.Attributions.Statement[]? statements = null)
        {
            Ledger.Add(document, statements ?? Made.Statements(document), Made.Reading);
            return document;
        }
    }

    [Fact]
    public void Verify_IsSound_AfterEveryKindOfChange()
    {
        var document = Added(Made.FullDocument());
        Ledger.Retract(document.Id, "a \0 hoax 🗼", Made.Person);
        Ledger.Supersede(document.Id, [], Made.Person);
        Ledger.Restore(document.Id, null, Made.Person);
        Ledger.Add(Made.Document(Made.Text + "!", document.Url), [], Made.Reading);
        var report = Ledger.Verify(CancellationToken.None);
        Assert.Empty(report.Faults);
        Assert.Equal(5, report.Entries);
    }
}
