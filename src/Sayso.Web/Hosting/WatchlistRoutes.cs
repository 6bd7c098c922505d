using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sayso.Core.Access;
using Sayso.Core.Analysis;
using Sayso.Core.Errors;
using Sayso.Core.Export;
using Sayso.Core.Ledger;
using Sayso.Core.Watchlists;
using Sayso.Web.Access;
using Sayso.Web.Pages;

namespace Sayso.Web.Hosting;

/// <summary>What readers come back to, as pages and as feeds.</summary>
internal sealed class WatchlistRoutes(SiteState state)
{
    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        Routes.Get(app, "/watchlists", Lists);
        Routes.Get(app, "/watchlists/{id}", List);
        app.MapMethods("/watchlists/{id}.atom", ["GET", "HEAD"], (RequestDelegate)FeedAsync);
        app.MapPost("/watchlists", (RequestDelegate)ChangeAsync);
        app.MapPost(ScopeRules.Seen, (RequestDelegate)SeeAsync);
    }

    private WatchlistBook Book(ILedger ledger, HttpContext context) => new(ledger, state.Site.Time, Visitor.ReaderOf(context));

    private IResult Lists(HttpContext context)
    {
        var claims = state.Claims.Ask();
        var off = Routes.Asked(context, "off");
        return Pipeline.Page<WatchlistsPage>(
            (nameof(WatchlistsPage.View), state.Ledgers.Ask(l => WatchlistsView.Of(l, Book(l, context), claims, off))),
            (nameof(WatchlistsPage.Token), Routes.Token(context)));
    }

    private IResult List(HttpContext context)
    {
        var claims = state.Claims.Ask();
        return Pipeline.Page<WatchlistPage>(
            (nameof(WatchlistPage.View), state.Ledgers.Ask(l => WatchlistView.Of(l, Book(l, context).Find(Routes.Part(context, "id")), claims))),
            (nameof(WatchlistPage.Token), Routes.Token(context)));
    }

    private async Task FeedAsync(HttpContext context)
    {
        var views = await state.Claims.AskAsync(null, context.RequestAborted);
        var feed = state.Ledgers.Ask(l =>
        {
            var list = Book(l, context).Find(Routes.Part(context, "id"));
            return AtomFeed.Of(list, new WatchlistNews(l, () => views.Ledger).Of(list, AtomFeed.MostEntries).Latest, $"{context.Request.Scheme}://{context.Request.Host}", id => l.GetDocument(id).Document);
        });
        context.Response.ContentType = "application/atom+xml; charset=utf-8";
        await context.Response.Body.WriteAsync(feed, context.RequestAborted);
    }

    /// <summary>What a reader has seen says nothing to others: whoever may read may say it.</summary>
    private async Task SeeAsync(HttpContext context)
    {
        await Routes.ValidateAsync(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var until = long.TryParse(form["until"], NumberStyles.None, CultureInfo.InvariantCulture, out var entry) ? entry
            : throw new SaysoException(ProblemCodes.BadWatchlist, "What was seen is told by the last entry that was shown.");
        await Results.LocalRedirect(Links.Watchlist(state.Ledgers.Ask(l => Book(l, context).Seen(form["list"].ToString(), until)).Id)).ExecuteAsync(context);
    }

    private async Task ChangeAsync(HttpContext context)
    {
        await Routes.ValidateAsync(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var claim = form["claim"].ToString() is { Length: > 0 } asked ? (await state.Claims.AskAsync(null, context.RequestAborted)).Ledger.Find(asked) : null;
        var visitor = Visitor.Of(context);
        var author = visitor?.Name ?? context.Request.Cookies[Hand.AuthorCookie] ?? string.Empty;
        var back = state.Ledgers.Ask(l => Change(Book(l, context), form, (claim, author)));
        state.Gate?.Log.Note(AuditAction.WatchlistChange, visitor?.Name, RateLimits.NetworkOf(context), $"{form["do"]} {(form["list"].ToString() is { Length: > 0 } list ? list : form["name"])}");
        await Results.LocalRedirect(back).ExecuteAsync(context);
    }

    /// <summary>Makes the change; the page that shows it.</summary>
    private static string Change(WatchlistBook book, IFormCollection form, (LedgerClaim? Claim, string Author) about)
    {
        var list = form["list"].ToString();
        switch (form["do"].ToString())
        {
            case "add":
                var search = SavedSearch.Of(SavedFilters.Names.Select(name => (name, (string?)form[name].ToString())));
                return Links.Watchlist(book.Add(form["name"].ToString(), about.Claim is null ? search : SavedSearch.All, about.Claim?.Claim.Id, about.Author).Id);
            case "undo":
                return book.Undo(list) is { IsRemoved: false } there ? Links.Watchlist(there.Id) : "/watchlists";
            case "remove":
                return Links.With("/watchlists", ("off", book.Remove(list).Id));
            case var other:
                throw new SaysoException(ProblemCodes.BadWatchlist, $"“{other}” is nothing that can be done with a watchlist.");
        }
    }
}
