using NodaTime;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;

namespace Sayso.Core.Watchlists;

/// <summary>
/// The watchlists of a ledger. Each change is one more entry of its log with all that the list then is; the latest counts, and
/// undoing puts the one before it back. Lists are everybody's; how far somebody has looked is told of each reader.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="time">The clock.</param>
/// <param name="reader">
/// Who reads: on a shared server a user's name; empty where nobody has to say who he is. Whoever has not looked yet has seen what was
/// there when a list was made.
/// </param>
public sealed class WatchlistBook(ILedger ledger, TimeProvider time, string reader = "")
{
    /// <summary>The lists that are there, in the order of making, as the reader has seen them.</summary>
    public IReadOnlyList<Watchlist> Lists => [.. Latest().Where(l => !l.IsRemoved)];

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
        var known = Latest().FirstOrDefault(l => l.Id == id);
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

    /// <summary>Says that the reader has seen all of a list that is there now, or that was there when it was shown.</summary>
    /// <param name="list">Its name, its id or the id's beginning.</param>
    /// <param name="until">The ledger's last entry when it was shown; <c>null</c> for now.</param>
    /// <exception cref="SaysoException">There is none so called (<c>SAY2007</c>), or several (<c>SAY2008</c>).</exception>
    public Watchlist Seen(string list, long? until = null)
    {
        var (found, last) = (Find(list), ledger.LastEntry());
        return Keep(found with { SeenEntry = Math.Clamp(until ?? last, found.SeenEntry, Math.Max(last, found.SeenEntry)), SeenAt = Now() });
    }

    /// <summary>
    /// Puts a list back to what it was before the latest change: removed, made, or seen by the reader. Undone twice, it is as it was.
    /// </summary>
    /// <exception cref="SaysoException">
    /// There is none so called (<c>SAY2007</c>), or several (<c>SAY2008</c>); or somebody else has made it, and the reader has changed nothing (<c>SAY2016</c>).
    /// </exception>
    public Watchlist Undo(string list)
    {
        var found = Find(list, withRemoved: true);
        var log = Log().Where(l => l.List.Id == found.Id).ToList();
        var before = log.LastOrDefault(l => l.List != found).List;
        return Keep(before ?? (log[0].Reader is { } maker && maker != reader
            ? throw new SaysoException(ProblemCodes.BadWatchlist, $"You have changed nothing of “{found.Name}” that could be undone: {(maker.Length == 0 ? "somebody else" : maker)} has made it.")
            : found with { IsRemoved = !found.IsRemoved }));
    }

    /// <summary>A list by its name, its id or the id's beginning.</summary>
    /// <exception cref="SaysoException">There is none so called (<c>SAY2007</c>), or several (<c>SAY2008</c>).</exception>
    public Watchlist Find(string list) => Find(list, withRemoved: false);

    private Watchlist Find(string list, bool withRemoved)
    {
        ArgumentNullException.ThrowIfNull(list);
        List<Watchlist> all = [.. Latest().Where(l => withRemoved || !l.IsRemoved)];
        var found = all.Where(l => l.Name.Equals(list.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        found = found.Count > 0 ? found : [.. all.Where(l => list.Length > 0 && l.Id.StartsWith(list, StringComparison.Ordinal))];
        return found.Count switch
        {
            1 => found[0],
            0 => throw new SaysoException(ProblemCodes.NotFound, $"There is no watchlist “{list}” in the ledger. `sayso watchlist list` has them."),
            _ => throw new SaysoException(ProblemCodes.AmbiguousId, $"Several watchlists are called “{list}”: give more of the id."),
        };
    }

    private IEnumerable<Watchlist> Latest() => Log().GroupBy(l => l.List.Id, StringComparer.Ordinal).Select(g => g.Last().List);

    /// <summary>What lists were after each change, as the reader had seen them by then, with whose change it was.</summary>
    private IEnumerable<(Watchlist List, string? Reader)> Log()
    {
        Dictionary<string, (long Entry, Instant At)> seen = new(StringComparer.Ordinal);
        foreach (var (list, changer) in ledger.WatchlistLog().Select(WatchlistCodec.Decode))
        {
            // What was kept before readers were told apart is of all of them.
            if (changer is null || changer == reader || !seen.TryGetValue(list.Id, out var until))
            {
                seen[list.Id] = until = (list.SeenEntry, list.SeenAt);
            }

            yield return (list with { SeenEntry = until.Entry, SeenAt = until.At }, changer);
        }
    }

    private Watchlist Keep(Watchlist list)
    {
        ledger.KeepWatchlist(WatchlistCodec.Encode(list, reader));
        return list;
    }

    private Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());
}
