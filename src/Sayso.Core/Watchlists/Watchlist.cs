using NodaTime;
using Sayso.Core.Ledger;
using Sayso.Core.Text;

namespace Sayso.Core.Watchlists;

/// <summary>
/// Something that a reader comes back to: a saved search of statements, or a claim. It says nothing of who said what, so that it
/// stands in the ledger's file beside the hash chain: it is copied with it, and nothing that is reckoned depends on it.
/// </summary>
/// <param name="Id">32 hexadecimal digits: a hash of its name and of what it looks for.</param>
/// <param name="Name">What its reader calls it.</param>
public sealed record Watchlist(string Id, string Name)
{
    /// <summary>What it looks for; empty for a claim.</summary>
    public SavedSearch Search { get; init; } = SavedSearch.All;

    /// <summary>The claim's id as it was when it was put on the list; <c>null</c> for a search.</summary>
    public string? Claim { get; init; }

    /// <summary>Who made it.</summary>
    public string Author { get; init; } = string.Empty;

    /// <summary>When.</summary>
    public Instant CreatedAt { get; init; }

    /// <summary>The number of the ledger's last entry that its reader has seen; what came by later ones is new.</summary>
    public long SeenEntry { get; init; }

    /// <summary>When its reader saw that.</summary>
    public Instant SeenAt { get; init; }

    /// <summary>Whether it was taken off; undoing that brings it back.</summary>
    public bool IsRemoved { get; init; }
}

/// <summary>A saved search: the filters of statements by the names and values that the command line has for them.</summary>
/// <param name="Filters">Names with values, in the order of the names; no name twice.</param>
public sealed record SavedSearch(ValueList<SavedFilter> Filters)
{
    /// <summary>Everything.</summary>
    public static SavedSearch All { get; } = new(ValueList<SavedFilter>.Empty);

    /// <summary>A search of these filters; those without a value are left out.</summary>
    public static SavedSearch Of(params IEnumerable<(string Name, string? Value)> filters)
    {
        ArgumentNullException.ThrowIfNull(filters);
        return new SavedSearch(filters.Where(f => !string.IsNullOrWhiteSpace(f.Value)).Select(f => new SavedFilter(f.Name, f.Value!.Trim())).OrderBy(f => f.Name, StringComparer.Ordinal).ToValueList());
    }

    /// <summary>In words: <c>stance deny, who Reve</c>; <c>every statement</c> for none.</summary>
    public override string ToString() => Filters.Count == 0 ? "every statement" : string.Join(", ", Filters.Select(f => $"{f.Name} {f.Value}"));
}

/// <summary>A filter of a saved search.</summary>
/// <param name="Name">Its name: one of <see cref="SavedFilters.Names"/>.</param>
/// <param name="Value">Its value, as it was typed.</param>
public readonly record struct SavedFilter(string Name, string Value);

/// <summary>A statement on a watchlist.</summary>
/// <param name="Entry">The statement.</param>
/// <param name="Sequence">The number of the entry that brought its document.</param>
/// <param name="At">When that was.</param>
/// <param name="IsNew">Whether that was after its reader looked last.</param>
public sealed record WatchedStatement(LedgerStatement Entry, long Sequence, Instant At, bool IsNew);

/// <summary>What is on a watchlist.</summary>
/// <param name="New">How many statements came since its reader looked last.</param>
/// <param name="Count">How many there are.</param>
public sealed record WatchlistContent(int New, int Count)
{
    /// <summary>Those that came last, the latest first, as many as were wanted.</summary>
    public ValueList<WatchedStatement> Latest { get; init; } = ValueList<WatchedStatement>.Empty;
}
