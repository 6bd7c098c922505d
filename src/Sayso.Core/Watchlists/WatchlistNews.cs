using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;

namespace Sayso.Core.Watchlists;

/// <summary>
/// What is on watchlists, and what of it is new: statements of documents that were added, or shown again, since the reader looked
/// last. Read anew with another model, a document is no news.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="claims">Its claims; asked for where a list has one.</param>
public sealed class WatchlistNews(ILedger ledger, Func<ClaimedLedger> claims)
{
    private readonly Lazy<Dictionary<string, (long Sequence, Instant At)>> _arrivals = new(() => Arrivals(ledger.Entries(null)));

    /// <summary>
    /// What is on a list: how much, and the statements that came last, the latest first, of one document in the order of its text. Of a
    /// list of many only those that are wanted are held.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="most">Statements at most; 0 to count only.</param>
    /// <param name="onlyNew">Of those that its reader has not seen.</param>
    /// <exception cref="SaysoException">A filter of its search is not understood (<c>SAY2016</c>).</exception>
    public WatchlistContent Of(Watchlist list, int most, bool onlyNew = false)
    {
        ArgumentNullException.ThrowIfNull(list);
        var (count, fresh) = (0, 0);
        PriorityQueue<WatchedStatement, (long Sequence, int Place)> latest = new();
        foreach (var statement in Statements(list, documentId: null))
        {
            if (!_arrivals.Value.TryGetValue(statement.Statement.DocumentId, out var arrival))
            {
                continue;
            }

            var isNew = arrival.Sequence > list.SeenEntry;
            (count, fresh) = (count + 1, fresh + (isNew ? 1 : 0));
            if (most > 0 && (isNew || !onlyNew))
            {
                latest.Enqueue(new WatchedStatement(statement, arrival.Sequence, arrival.At, isNew), (arrival.Sequence, -statement.Statement.Place.Start));
                if (latest.Count > most)
                {
                    _ = latest.Dequeue();
                }
            }
        }

        return new WatchlistContent(fresh, count)
        {
            Latest = latest.UnorderedItems.Select(i => i.Element).OrderByDescending(s => s.Sequence).ThenBy(s => s.Entry.Statement.Place).ToValueList(),
        };
    }

    /// <summary>What an entry brought to a list; nothing for one that brings no document.</summary>
    public IReadOnlyList<WatchedStatement> Of(Watchlist list, LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(entry);
        return !Brings(entry) || ledger.GetDocument(entry.DocumentId).IsRetracted ? []
            : [.. Statements(list, entry.DocumentId).Select(s => new WatchedStatement(s, entry.Sequence, entry.At, IsNew: true)).OrderBy(s => s.Entry.Statement.Place)];
    }

    private IEnumerable<LedgerStatement> Statements(Watchlist list, string? documentId)
    {
        if (list.Claim is null)
        {
            var query = SavedFilters.Query(list.Search);
            var document = query.DocumentId is { } prefix ? ledger.GetDocument(prefix).Document.Id : null;
            return documentId is not null && document is not null && document != documentId ? [] : ledger.Statements(query with { DocumentId = documentId ?? document });
        }

        return Claim(list.Claim)?.Claim.Statements.Where(s => documentId is null || s.Traits.Statement.DocumentId == documentId).Select(s => ledger.GetStatement(s.Traits.Id)) ?? [];
    }

    /// <summary>The claim of a list; <c>null</c> where nothing of it is shown any more.</summary>
    public LedgerClaim? Claim(string id)
    {
        try
        {
            return claims().Find(id);
        }
        catch (SaysoException e) when (e.Problem.Code == ProblemCodes.NotFound)
        {
            return null;
        }
    }

    private static bool Brings(LedgerEntry entry) => entry.Kind is EntryKind.Add or EntryKind.Restore;

    private static Dictionary<string, (long Sequence, Instant At)> Arrivals(IEnumerable<LedgerEntry> entries)
    {
        Dictionary<string, (long, Instant)> arrivals = new(StringComparer.Ordinal);
        foreach (var entry in entries.Where(Brings))
        {
            arrivals[entry.DocumentId] = (entry.Sequence, entry.At);
        }

        return arrivals;
    }
}
