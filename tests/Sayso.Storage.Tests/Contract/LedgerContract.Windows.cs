using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Claims;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Contract;

/// <content>Claims of a ledger that has more statements than they are reckoned of.</content>
public abstract partial class LedgerContract
{
    private static readonly string[] _piers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    [Fact]
    public void Window_IsWhole_WithinTheBound()
    {
        AddPiers(0, 3);
        var window = ClaimWindow.Of(Ledger, 3);
        Assert.True(window.IsWhole);
        Assert.Equal((3, 3, 0, null), (window.Statements, window.Total, window.Older, window.Words));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClaimWindow.Of(Ledger, 0));
    }

    [Fact]
    public void Window_HasWholeDocuments_ThoseAddedLast_OneAtLeast()
    {
        var document = Added(Made.Document());
        AddPiers(0, 2);
        var window = ClaimWindow.Of(Ledger, 4);
        Assert.False(window.IsWhole);
        Assert.Equal((2, 5, "Claims of the latest 2 of 5 statements."), (window.Statements, window.Total, window.Words));
        Assert.False(window.Has(document.Id));

        var other = Made.Document("It is dark. " + Made.Text);
        Ledger.Add(other, Made.Statements(other), Made.Reading);
        window = ClaimWindow.Of(Ledger, 1);
        Assert.Equal((3, 8), (window.Statements, window.Total));
        Assert.True(window.Has(other.Id));
    }

    [Fact]
    public void Window_GoesOnByTenthsOfTheBound()
    {
        AddPiers(0, 12);
        Assert.Equal([10, 9, 8, 7], new[] { 10, 9, 8, 7 }.Select(most => ClaimWindow.Of(Ledger, most).Statements));
        for (var i = 0; i < 40; i++)
        {
            Add($"Per Lund said that boat {i} was lost.", "Per Lund", $"that boat {i} was lost", null);
        }

        // Of 40, a tenth is 4: 52 less 12 are within, then 12 have to go, and next time 16.
        Assert.Equal(40, ClaimWindow.Of(Ledger, 40).Statements);
        Add("Per Lund said that it snows.", "Per Lund", "that it snows", null);
        Assert.Equal(37, ClaimWindow.Of(Ledger, 40).Statements);
        Add("Per Lund said that it rains.", "Per Lund", "that it rains", null);
        Assert.Equal(38, ClaimWindow.Of(Ledger, 40).Statements);
    }

    [Fact]
    public void Window_KeepsWhatCorrectionsAreAbout_AndNothingRetracted()
    {
        var ids = AddPiers(0, 12);
        var statements = ids.Select(id => Ledger.Statements(new StatementQuery { DocumentId = id }).Single().Statement.Id).ToList();
        var graded = Ledger.Correct(new Correction(CorrectionKind.GradeClaim, new([new([statements[0]])])) { Value = "5" }, "old", Made.Person);
        _ = Ledger.Correct(new Correction(CorrectionKind.NoteStatement, new([new([statements[1]])])) { Value = "odd" }, null, Made.Person);
        var window = ClaimWindow.Of(Ledger, 6);
        Assert.Equal((6, 2), (window.Statements, window.Older));
        Assert.Equal([true, true, false], ids.Take(3).Select(id => window.Has(id)));
        Assert.Equal("Claims of the latest 6 of 12 statements, and of 2 older documents that corrections are about.", window.Words);

        _ = Ledger.Correct(new Correction(CorrectionKind.Undo, ValueList<ValueList<string>>.Empty) { Undoes = graded.Sequence }, null, Made.Person);
        Ledger.Retract(ids[1], null, Made.Reading);
        window = ClaimWindow.Of(Ledger, 6);
        Assert.Equal((6, 11, 0), (window.Statements, window.Total, window.Older));
    }

    [Fact]
    public void Window_KeepsNoMoreThanHalf()
    {
        var ids = AddPiers(0, 12);
        foreach (var id in ids.Take(5))
        {
            _ = Ledger.Correct(new Correction(CorrectionKind.NoteStatement, new([new([Ledger.Statements(new StatementQuery { DocumentId = id }).Single().Statement.Id])])) { Value = "odd" }, null, Made.Person);
        }

        var window = ClaimWindow.Of(Ledger, 6);
        Assert.Equal((6, 3), (window.Statements, window.Older));
        Assert.Equal([false, false, true, true, true, false], ids.Take(6).Select(id => window.Has(id)));
    }

    [Fact]
    public void Window_AsOf_IsOfWhatWasKnownThen()
    {
        for (var day = 1; day <= 8; day++)
        {
            Add($"Per Lund said that boat {day} was lost.", "Per Lund", $"that boat {day} was lost", Made.Time($"2031-03-0{day}T08:00:00Z"));
        }

        var window = ClaimWindow.Of(Ledger, 3, new LocalDate(2031, 3, 5));
        Assert.Equal((3, 5), (window.Statements, window.Total));
        Assert.True(ClaimWindow.Of(Ledger, 3, new LocalDate(2031, 3, 3)).IsWhole);
        var claims = Reckoned().Read(Ledger, new ClaimQuery { AsOf = new LocalDate(2031, 3, 5), MostStatements = 3 }, TestContext.Current.CancellationToken);
        Assert.Equal([3, 4, 5], claims.Documents.Values.Select(d => d.Published!.Value.Day).Order());
        Assert.Equal(window.Words, claims.Window.Words);
    }

    [Fact]
    public void Claims_OfAWindow_AreKept_UntilAWiderOneIsAskedFor()
    {
        var ct = TestContext.Current.CancellationToken;
        AddPiers(0, 12);
        var analysis = Reckoned();
        var few = analysis.Read(Ledger, new ClaimQuery { MostStatements = 4 }, ct);
        Assert.Equal((4, 4), (few.Documents.Count, few.Window.Statements));
        Assert.Equal(Lines(few), Lines(Assert.IsType<ClaimedLedger>(ClaimAnalysis.ReadKept(Ledger, ct))));
        Assert.Equal(4, ClaimAnalysis.ReadKept(Ledger, ct)!.Window.Statements);
        Assert.Equal(4, ClaimAnalysis.Meanings(Ledger, ct).Count);
        var ids = analysis.ClaimIds(Ledger, ct);
        Assert.Equal(4, Ledger.Statements(new StatementQuery()).Count(s => ids(s.Statement.Id) is not null));

        // What is kept of more is as good.
        var more = analysis.Read(Ledger, new ClaimQuery { MostStatements = 6 }, ct);
        Assert.Equal(6, more.Window.Statements);
        Assert.Equal(6, ClaimAnalysis.Meanings(Ledger, ct).Count);
        Assert.Equal(6, Reckoned().Read(Reopen(Ledger), new ClaimQuery { MostStatements = 4 }, ct).Window.Statements);
        var all = analysis.Read(Ledger, new ClaimQuery(), ct);
        Assert.True(all.Window.IsWhole);
        Assert.Equal(12, ClaimAnalysis.Meanings(Ledger, ct).Count);
        Assert.Equal(Lines(all), Lines(analysis.Read(Ledger, new ClaimQuery { MostStatements = 4 }, ct)));
        Assert.Equal(12, analysis.Stream(Ledger, ct).SelectMany(c => c.Claim.Statements).Count());
    }

    [Fact]
    public void Claims_OfAWindowThatGoesOn_AreThoseMadeAnew()
    {
        var ct = TestContext.Current.CancellationToken;
        var growing = Reckoned(grows: true);
        var query = new ClaimQuery { MostStatements = 20 };
        for (var i = 0; i < 30; i++)
        {
            Add($"Per Lund said that boat {i} was lost.", "Per Lund", $"that boat {i} was lost", null);
            var grown = growing.Read(Ledger, query, ct);
            Assert.InRange(grown.Window.Statements, Math.Min(i + 1, 19), 20);
            Assert.Equal(grown.Window.Statements, grown.Documents.Count);
            Assert.Equal(Lines(Reckoned().Read(Ledger, query with { AsOf = new LocalDate(2999, 1, 1) }, ct)), Lines(grown));
            Assert.Equal(Lines(grown), Lines(Assert.IsType<ClaimedLedger>(ClaimAnalysis.ReadKept(Ledger, ct))));
        }
    }

    private static ClaimAnalysis Reckoned(bool grows = false) =>
        new((texts, _) => [.. texts.Select(text => new SentenceVector([1, text.Length % 7, text.Length % 11]))]) { Grows = grows };

    private List<string> AddPiers(int from, int to) => [.. _piers[from..to].Select(p => Add($"Ola Berg said pier {p} is shut.", "Ola Berg", $"pier {p} is shut", null))];

    private string Add(string text, string who, string what, OffsetDateTime? published)
    {
        var document = Made.Document(text) with { Published = published };
        Ledger.Add(document, [Made.Statement(document, who, "said", what)], Made.Reading);
        return document.Id;
    }
}
