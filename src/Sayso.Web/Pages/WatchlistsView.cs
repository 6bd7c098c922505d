using Sayso.Core.Analysis;
using Sayso.Core.Ledger;
using Sayso.Core.Watchlists;
using Sayso.Web.Hosting;
using Sayso.Web.Parts;
using Sayso.Web.Reading;

namespace Sayso.Web.Pages;

/// <summary>The watchlists, with how much is new on each.</summary>
/// <param name="Lists">They.</param>
/// <param name="State">How far the claims are.</param>
public sealed record WatchlistsView(IReadOnlyList<WatchlistLine> Lists, ClaimState State)
{
    /// <summary>The list that was taken off just now, by its id; <c>null</c> for none.</summary>
    public string? Off { get; private init; }

    /// <summary>Reads them.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="book">Its watchlists.</param>
    /// <param name="claims">Its claims, as far as they are.</param>
    /// <param name="off">The list that was taken off just now.</param>
    public static WatchlistsView Of(ILedger ledger, WatchlistBook book, ClaimState claims, string? off)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(claims);
        return new([.. book.Lists.Select(list => WatchlistLine.Of(ledger, list, claims.Claims))], claims) { Off = off };
    }
}

/// <summary>A watchlist in a list.</summary>
/// <param name="List">It.</param>
/// <param name="About">What it looks for, in words.</param>
/// <param name="Content">What is on it.</param>
public sealed record WatchlistLine(Watchlist List, string About, WatchlistContent Content)
{
    /// <summary>Where it is.</summary>
    public string Link => Links.Watchlist(List.Id);

    /// <summary>What it looks for; <c>null</c> where its name says that already.</summary>
    public string? Beside => About == List.Name || Wording.Clip(About, List.Name.Length) == List.Name ? null : About;

    internal static WatchlistLine Of(ILedger ledger, Watchlist list, ClaimedLedger? claims, int most = 0)
    {
        if (list.Claim is not null && claims is null)
        {
            return new WatchlistLine(list, "a claim; the claims are being reckoned", new WatchlistContent(0, 0));
        }

        var news = new WatchlistNews(ledger, () => claims!);
        var about = list.Claim is null ? list.Search.ToString() : news.Claim(list.Claim) is { } claim ? Wording.Line(claim.Claim.Proposition) : claims!.Window.IsWhole ? "a claim of which nothing is shown" : "a claim that none of the latest statements is of";
        return new WatchlistLine(list, about, news.Of(list, most));
    }
}

/// <summary>A watchlist with what is on it.</summary>
/// <param name="Line">The list.</param>
/// <param name="State">How far the claims are.</param>
public sealed record WatchlistView(WatchlistLine Line, ClaimState State)
{
    private const int MostShown = 200;

    /// <summary>What is new, what came last first, as many as are shown.</summary>
    public IReadOnlyList<SayRow> New { get; private init; } = [];

    /// <summary>What was seen.</summary>
    public IReadOnlyList<SayRow> Seen { get; private init; } = [];

    /// <summary>Whether there are more than are shown.</summary>
    public bool IsCut { get; private init; }

    /// <summary>The ledger's last entry before it was read: what comes later was not shown.</summary>
    public long Until { get; private init; }

    /// <summary>Reads it.</summary>
    public static WatchlistView Of(ILedger ledger, Watchlist list, ClaimState claims)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(claims);
        var until = list.Claim is null ? ledger.LastEntry() : claims.Entries;
        var line = WatchlistLine.Of(ledger, list, claims.Claims, MostShown);
        var shown = line.Content.Latest.ToLookup(s => s.IsNew, s => SayRow.Of(s.Entry));
        return new WatchlistView(line, claims) { New = [.. shown[true]], Seen = [.. shown[false]], IsCut = line.Content.Count > MostShown, Until = until };
    }
}
