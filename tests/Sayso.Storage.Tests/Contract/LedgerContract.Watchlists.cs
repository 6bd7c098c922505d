using Sayso.Core.Errors;
using Sayso.Core.Watchlists;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Contract;

/// <content>What readers come back to, kept beside the chain.</content>
public abstract partial class LedgerContract
{
    [Fact]
    public void Watchlists_AreKept_AndAddNoEntry()
    {
        Added(Made.Document());
        var book = new WatchlistBook(Ledger, new TickingClock());
        var made = book.Add(" The  lighthouse ", SavedSearch.Of(("about", "lighthouse"), ("who", null), ("stance", "deny")), null, "rosa");
        Assert.Equal(("The lighthouse", "about lighthouse, stance deny", 1L), (made.Name, made.Search.ToString(), made.SeenEntry));
        Assert.Equal(made, book.Add("The lighthouse", SavedSearch.Of(("stance", "deny"), ("about", "lighthouse")), null, "ola"));
        Assert.Equal([made], new WatchlistBook(Reopen(Ledger), TimeProvider.System).Lists);
        Assert.Equal(1, Ledger.Count().Entries);
        Assert.Empty(Ledger.Verify(TestContext.Current.CancellationToken).Faults);
    }

    [Fact]
    public void Watchlist_IsAsBefore_WhenAChangeIsUndone_AndAsAfter_WhenThatIs()
    {
        Added(Made.Document());
        var book = new WatchlistBook(Ledger, new TickingClock());
        var made = book.Add("The lighthouse", SavedSearch.All, null, "rosa");
        Ledger.Add(Made.Document("Another text."), [], Made.Reading);
        var seen = book.Seen("the LIGHTHOUSE");
        Assert.Equal((1L, 2L), (made.SeenEntry, seen.SeenEntry));
        Assert.Equal(made, book.Undo(made.Id[..6]));
        Assert.Equal(seen, book.Undo(made.Id));
        book.Remove(made.Id);
        Assert.Empty(book.Lists);
        Fails(ProblemCodes.NotFound, () => book.Find("The lighthouse"));
        Assert.Equal(seen, book.Undo("The lighthouse"));
        Assert.Equal([seen], book.Lists);
    }

    [Fact]
    public void Watchlists_StayWhenADocumentIsPurged()
    {
        var document = Added(Made.Document());
        new WatchlistBook(Ledger, new TickingClock()).Add("The lighthouse", SavedSearch.All, null, "rosa");
        Ledger.Purge(document.Id, null, Made.Person);
        Assert.Single(new WatchlistBook(Reopen(Ledger), TimeProvider.System).Lists);
    }

    [Fact]
    public void Watchlist_IsRefused_WithoutNameOrSense()
    {
        var book = new WatchlistBook(Ledger, new TickingClock());
        Fails(ProblemCodes.BadWatchlist, () => book.Add(" ", SavedSearch.All, null, "rosa"));
        foreach (var (name, value) in new[] { ("stance", "maybe"), ("since", "yesterday"), ("confidence", "2"), ("said", "soon"), ("colour", "red") })
        {
            Fails(ProblemCodes.BadWatchlist, () => book.Add("x", SavedSearch.Of((name, value)), null, "rosa"));
        }

        Fails(ProblemCodes.NotFound, () => book.Seen("x"));
        Assert.Empty(Ledger.WatchlistLog());
    }
}
