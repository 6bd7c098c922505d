using Sayso.Core.Corrections;
using Sayso.Core.Tests.Analysis;
using Sayso.Core.Text;
using static Sayso.Core.Tests.Corrections.MadeCorrections;

namespace Sayso.Core.Tests.Corrections;

public sealed class NameCorrectionTests
{
    private static Correction NotHim(string name, string[] others, string shownAs, params string[] documents) =>
        new(CorrectionKind.EntitySplit, documents.Length == 0 ? new([new([name]), new([.. others])]) : new([new([name]), new([.. others]), new([.. documents])])) { Value = shownAs };

    [Fact]
    public void Names_MeanWhomAPersonSaid()
    {
        var names = Book(Called("Anton Reve", "Anton Reve", "A. P. Reve"), Called("Anton Reve", "Anton Reve", "the transport minister")).Names;
        Assert.Equal(["Anton Reve", "Anton Reve", "Anton Reve", "Ola Berg"], new[] { "A. P. Reve", "the transport minister", "Anton Reve", "Ola Berg" }.Select(n => names.Of(n, "d", n)));
        Assert.Equal("Anton Reve", Book(Called("Anton Reve", "Anton Reve", "A. P. Reve")).Names.Of("Reve", "d", "A. P. Reve"));
    }

    [Fact]
    public void Split_HoldsInItsDocuments_AndAgainstAnEarlierMerge()
    {
        var split = NotHim("Reve", ["Anton Reve"], "Lena Reve", "d1");
        var names = Book(split).Names;
        Assert.Equal(("Lena Reve", "Anton Reve"), (names.Of("Reve", "d1", "Anton Reve"), names.Of("Reve", "d2", "Anton Reve")));

        var book = Book(Called("Anton Reve", "Anton Reve", "Reve"), NotHim("Reve", ["Anton Reve"], "Reve"));
        Assert.Equal("Reve", book.Names.Of("Reve", "d", "Anton Reve"));
        Assert.Equal(CorrectionState.Overruled, book.Entries[0].State);
        Assert.Equal("Anton Reve", Book(Called("Anton Reve", "Anton Reve", "Reve"), NotHim("Reve", ["Anton Reve"], "Reve"), Undo(2)).Names.Of("Reve", "d", "Anton Reve"));
    }

    [Fact]
    public void Positions_AreThoseOfOneActor_WhereNamesAreOne()
    {
        var ledger = new MadeLedger()
            .Add("Port Wire", "2031-03-12T08:00:00", "Wreck\nOla Berg denied that the gate of Marrow Weir stood open all night.", "Ola Berg|denied|that the gate of Marrow Weir stood open all night")
            .Add("Tarn Courier", "2031-03-14T08:00:00", "Weir\nO. Quist-Berg confirmed that the gate of Marrow Weir stood open all night.", "O. Quist-Berg|confirmed|that the gate of Marrow Weir stood open all night");
        Assert.Equal(2, ledger.Views().Positions.Select(p => p.Actor).Distinct().Count());
        var merged = ledger.Views(Book(Called("Ola Berg", "Ola Berg", "O. Quist-Berg")));
        Assert.Equal(["Ola Berg"], merged.Positions.Select(p => p.Actor).Distinct());
        Assert.Contains(merged.Positions, p => p.Moves.Count > 0);
    }

    [Fact]
    public void OutletsGrade_IsWhatAPersonSetLast()
    {
        Correction Grade(string letter) => new(CorrectionKind.GradeOutlet, new([new(["Port Wire"])])) { Value = letter };
        Assert.Null(Book().ReliabilityOf("Port Wire"));
        Assert.Equal("C", Book(Grade("B"), Grade("C")).ReliabilityOf("port wire")?.Correction.Value);
        Assert.Equal("B", Book(Grade("B"), Grade("C"), Undo(2)).ReliabilityOf("Port Wire")?.Correction.Value);
    }
}
