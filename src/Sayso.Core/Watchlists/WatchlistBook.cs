using NodaTime;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;

namespace Sayso.Core.Watchlists;

/// <summary>
/// The watchlists of a ledger. Each change is one more entry of its log with all that the list then is; the latest counts, and
/// undoing puts the one before it back.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="time">The clock.</param>
public sealed class WatchlistBook(ILedger ledger, TimeProvider time)
{
    /// <summary>The lists that are there, in the order of making.</summary>
    public IReadOnlyList<Watchlist> Lists => [.. Log().GroupBy(l => l.Id, StringComparer.Ordinal).Select(g => g.Last()).Where(l => !l.IsRemoved)];

    /// <summary>Makes a list. One that is there already with this name and search changes nothing; one that was removed is there again.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="search">What it looks for.</param>
    /// <param name="claim">A claim's id, to have that on the list; <c>null</c> for a search.</param>
    /// <param name="author">Who makes it.</param>
    /// <exception cref="SaysoException">It has no name, or its search is not understood (<c>SAY2016</c>).</exception>
    public Watchlist Add(string name, SavedSearch search, string? claim, string author)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(search);
        _ = SavedFilters.Query(search);
        if (PlainWords.Line(name) is not { Length: > 0 } called)
        {
            throw new SaysoException(ProblemCodes.BadWatchlist, "A watchlist needs a name, by which you will know it again.");
        }

        using var hash = new ContentHash("watchlist");
        hash.Add(called).Add(claim);
        foreach (var filter in search.Filters)
        {
            hash.Add(filter.Name).Add(filter.Value);
        }

        var id = hash.ToId();
        var now = Now();
        var known = Log().LastOrDefault(l => l.Id == id);
        return known is { IsRemoved: false } ? known : Keep(new Watchlist(id, called)
        {
            Search = search,
            Claim = claim,
            Author = author,
            CreatedAt = now,
            SeenEntry = ledger.LastEntry(),
            SeenAt = now,
        });
    }

    /// <summary>Takes a list off.</summary>
    /// <exception cref="SaysoException">There is none so called (<c>SAY2007</c>), or several (<c>SAY2008</c>).</exception>
    public Watchlist Remove(string list) => Keep(Find(list) with { IsRemoved = true });

    /// <summary>Says that all of a list was seen that is there now.</summary>
    /// <exception cref="SaysoException">There is none so called (<c>SAY2007</c>), or several (<c>SAY2008</c>).</exception>
    public Watchlist Seen(string list) => Keep(Find(list) with { SeenEntry = ledger.LastEntry(), SeenAt = Now() });

    /// <summary>Puts a list back to what it was before the latest change: seen, removed, or made. Undone twice, it is as it was.</summary>
    /// <exception cref="SaysoException">There is none so called (<c>SAY2007</c>), or several (<c>SAY2008</c>).</exception>
    public Watchlist Undo(string list)
    {
        var found = Find(list, withRemoved: true);
        var before = Log().LastOrDefault(l => l.Id == found.Id && l != found);
        return Keep(before ?? found with { IsRemoved = !found.IsRemoved });
    }

    /// <summary>A list by its name, its id or the id's beginning.</summary>
    /// <exception cref="SaysoException">There is none so called (<c>SAY2007</c>), or several (<c>SAY2008</c>).</exception>
    public Watchlist Find(string list) => Find(list, withRemoved: false);

    private Watchlist Find(string list, bool withRemoved)
    {
        ArgumentNullException.ThrowIfNull(list);
        List<Watchlist> all = [.. Log().GroupBy(l => l.Id, StringComparer.Ordinal).Select(g => g.Last()).Where(l => withRemoved || !l.IsRemoved)];
        var found = all.Where(l => l.Name.Equals(list.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        found = found.Count > 0 ? found : [.. all.Where(l => list.Length > 0 && l.Id.StartsWith(list, StringComparison.Ordinal))];
        return found.Count switch
        {
            1 => found[0],
            0 => throw new SaysoException(ProblemCodes.NotFound, $"There is no watchlist “{list}” in the ledger. `sayso watchlist list` has them."),
            _ => throw new SaysoException(ProblemCodes.AmbiguousId, $"Several watchlists are called “{list}”: give more of the id."),
        };
    }

    private List<Watchlist> Log() => [.. ledger.WatchlistLog().Select(WatchlistCodec.Decode)];

    private Watchlist Keep(Watchlist list)
    {
        ledger.KeepWatchlist(WatchlistCodec.Encode(list));
        return list;
    }

    private Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());
}
