using Sayso.Core.Documents;
using Sayso.Core.Ledger;
using Sayso.Web.Hosting;
using Sayso.Web.Pages;
using Sayso.Web.Reading;

namespace Sayso.Web.Tests.Pages;

/// <summary>Pages that were read again.</summary>
public sealed class VersionTextTests
{
    private const string Before = "Headline\n\nThe harbour is open.\n\nIt took 1,480 tonnes on Monday, the master said.\n\nNobody was hurt.\n\nThe end.";
    private const string After = "Headline\n\nThe harbour is open.\n\nIt took 1,180 tonnes on Monday, the master said.\n\nThe end.\n\nA correction was made.";

    [Fact]
    public void Versions_StandBesideEachOther_AndWordsThatDifferAreMarkedWhole()
    {
        var (from, to) = (Made.Document(Before), Made.Document(After));
        var rows = VersionText.Of(from, to).Rows;
        Assert.Equal([2, 0, 0, 1, 0], rows.Select(r => r.Same));
        Assert.Equal(["1,480"], Marked(from, rows[1].Before));
        Assert.Equal(["1,180"], Marked(to, rows[1].After));
        Assert.Empty(rows[2].After);
        Assert.Empty(rows[4].Before);
    }

    [Fact]
    public void Versions_ThatAreTheSame_HaveNothingToTell() =>
        Assert.Equal(5, Assert.Single(VersionText.Of(Made.Document(Before), Made.Document(Before)).Rows).Same);

    [Fact]
    public void Pages_AreLookedForAgain_OnlyWhenTheLedgerHasGrown()
    {
        const string Url = "https://port.example/news";
        using var ledger = new TemporaryLedger([(Made.Document(Before) with { Url = Url }, [])]);
        var shelf = new VersionShelf();
        var none = ledger.Ask(l => shelf.Of(l, TestContext.Current.CancellationToken));
        Assert.Empty(none.Versions);
        Assert.Same(none, ledger.Ask(l => shelf.Of(l, TestContext.Current.CancellationToken)));
        ledger.Ask(l => l.Add(Made.Document(After) with { Url = Url }, [], Made.Reading));
        var some = ledger.Ask(l => shelf.Of(l, TestContext.Current.CancellationToken));
        Assert.Equal(2, some.Versions.Count);
        Assert.Equal(1, ChangesView.Of(some).Count);
    }

    private static IEnumerable<string> Marked(Document document, IReadOnlyList<Piece> pieces) =>
        pieces.Where(p => p.Marks.Count > 0).Select(p => p.Span.Slice(document.Text).ToString());
}
