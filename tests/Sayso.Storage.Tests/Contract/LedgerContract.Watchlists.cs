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
    public void Watchlist_IsSeenByEachReader()
    {
        Added(Made.Document());
        var clock = new TickingClock();
        var (ola, ines) = (new WatchlistBook(Ledger, clock, "ola"), new WatchlistBook(Ledger, clock, "ines"));
        var made = ola.Add("The lighthouse", SavedSearch.All, null, "ola");
        Assert.Equal([made], ines.Lists);
        Ledger.Add(Made.Document("Another text."), [], Made.Reading);
        var seen = ines.Seen(made.Id);
        Assert.Equal((2L, 1L, 1L), (seen.SeenEntry, ola.Find(made.Id).SeenEntry, new WatchlistBook(Ledger, clock).Find(made.Id).SeenEntry));

        // Each undoes what is hers, and nobody takes away what another has made by undoing.
        Assert.Equal(made, ines.Undo(made.Id));
        Assert.Equal(seen, ines.Undo(made.Id));
        Fails(ProblemCodes.BadWatchlist, () => new WatchlistBook(Ledger, clock, "rosa").Undo(made.Id));
        ola.Remove(made.Id);
        Assert.Empty(ines.Lists);
        Assert.Equal(seen, ines.Undo(made.Id));
        Assert.Equal([made], ola.Lists);

        // What was shown earlier does not make it less, nor more than there is.
        Assert.Equal((2L, 2L), (ines.Seen(made.Id, 1).SeenEntry, ola.Seen(made.Id, 99).SeenEntry));
    }

    [Fact]
    public void Watchlist_ThatWasSeenBeforeReadersWereToldApart_WasSeenByAll()
    {
        Added(Made.Document());
        var made = new WatchlistBook(Ledger, new TickingClock()).Add("The lighthouse", SavedSearch.All, null, "ola");
        Ledger.KeepWatchlist(Ledger.WatchlistLog()[0].Replace("\"seen\":1", "\"seen\":7", StringComparison.Ordinal).Replace(",\"reader\":\"\"", "", StringComparison.Ordinal));
        Assert.Equal((7L, 7L), (new WatchlistBook(Ledger, TimeProvider.System, "ola").Find(made.Id).SeenEntry, new WatchlistBook(Ledger, TimeProvider.System).Find(made.Id).SeenEntry));
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
