using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sayso.Core.Analysis;
using Sayso.Core.Errors;
using Sayso.Core.Export;
using Sayso.Core.Ledger;
using Sayso.Core.Watchlists;
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
    }

    private WatchlistBook Book(ILedger ledger) => new(ledger, state.Site.Time);

    private IResult Lists(HttpContext context)
    {
        var claims = state.Claims.Ask();
        var off = Routes.Asked(context, "off");
        return Pipeline.Page<WatchlistsPage>(
            (nameof(WatchlistsPage.View), state.Ledgers.Ask(l => WatchlistsView.Of(l, Book(l), claims, off))),
            (nameof(WatchlistsPage.Token), Routes.Token(context)));
    }

    private IResult List(HttpContext context)
    {
        var claims = state.Claims.Ask();
        return Pipeline.Page<WatchlistPage>(
            (nameof(WatchlistPage.View), state.Ledgers.Ask(l => WatchlistView.Of(l, Book(l).Find(Routes.Part(context, "id")), claims))),
            (nameof(WatchlistPage.Token), Routes.Token(context)));
    }

    private async Task FeedAsync(HttpContext context)
    {
        var views = await state.Claims.AskAsync(null, context.RequestAborted);
        var feed = state.Ledgers.Ask(l =>
        {
            var list = Book(l).Find(Routes.Part(context, "id"));
            return AtomFeed.Of(list, new WatchlistNews(l, () => views.Ledger).Of(list, AtomFeed.MostEntries).Latest, $"{context.Request.Scheme}://{context.Request.Host}", id => l.GetDocument(id).Document);
        });
        context.Response.ContentType = "application/atom+xml; charset=utf-8";
        await context.Response.Body.WriteAsync(feed, context.RequestAborted);
    }

    private async Task ChangeAsync(HttpContext context)
    {
        await ((IAntiforgery)context.RequestServices.GetService(typeof(IAntiforgery))!).ValidateRequestAsync(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var claim = form["claim"].ToString() is { Length: > 0 } asked ? (await state.Claims.AskAsync(null, context.RequestAborted)).Ledger.Find(asked) : null;
        var author = context.Request.Cookies[Hand.AuthorCookie] ?? string.Empty;
        var back = state.Ledgers.Ask(l => Change(Book(l), form, (claim, author)));
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
            case "seen":
                return Links.Watchlist(book.Seen(list).Id);
            case "undo":
                return book.Undo(list) is { IsRemoved: false } there ? Links.Watchlist(there.Id) : "/watchlists";
            case "remove":
                return Links.With("/watchlists", ("off", book.Remove(list).Id));
            case var other:
                throw new SaysoException(ProblemCodes.BadWatchlist, $"“{other}” is nothing that can be done with a watchlist.");
        }
    }
}
