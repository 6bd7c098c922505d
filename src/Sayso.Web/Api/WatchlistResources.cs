using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sayso.Core.Errors;
using Sayso.Core.Export;
using Sayso.Core.Ledger;
using Sayso.Core.Watchlists;
using Sayso.Web.Access;
using Sayso.Web.Api.Contract;
using Sayso.Web.Hosting;

namespace Sayso.Web.Api;

/// <summary>Watchlists, what is on them, and what comes to them.</summary>
internal sealed class WatchlistResources(SiteState state)
{
    /// <summary>Statements of a list at most: those that came last.</summary>
    private const int MostStatements = 10_000;

    private static readonly TimeSpan _glance = TimeSpan.FromMilliseconds(300);

    private static readonly ApiParameter _new = new("new", "Only what its reader has not seen.", ParameterForm.Flag);

    private static readonly ApiOperation _events = new(
        "watchlistEvents", "watchlists", "What comes to a watchlist from now on, as server-sent events.", new ApiParameter("after", "Begin behind this entry of the ledger, 0 for the first; from now on where it is not given. A Last-Event-ID goes before it."))
    {
        Description = "An event named statement for each, its data one line of JSON; the last one of an entry has the entry's number for its id, so that who was cut off misses none.",
    };

    /// <summary>Maps them.</summary>
    public void Map(ApiMap map, IEndpointRouteBuilder app)
    {
        map.List<WatchlistResource, Watchlist>(
            "/watchlists",
            new ApiOperation("listWatchlists", "watchlists", "Saved searches and claims, with how much is new on each.") { Claims = ClaimsWanted.IfKnown, IsOfReaders = true },
            Lists);
        map.One<WatchlistResource>(
            "/watchlists/{id}",
            new ApiOperation("getWatchlist", "watchlists", "A watchlist.") { Claims = ClaimsWanted.IfKnown, IsOfReaders = true, Description = "The id may be its beginning, or the list's name." },
            question => Writer(question)(Find(question)));
        map.List<StatementResource, WatchedStatement>(
            "/watchlists/{id}/statements",
            new ApiOperation("listWatchlistStatements", "watchlists", "What is on a watchlist, what came last first; 10,000 statements at most.", _new) { Claims = ClaimsWanted.IfKnown, IsOfReaders = true },
            Statements);
        ApiMap.Describe(app.MapGet($"{ApiMap.Root}/watchlists/{{id}}/events", (Func<HttpContext, Task>)SendAsync), _events)
            .Produces<StatementResource>(StatusCodes.Status200OK, "text/event-stream")
            .DisableRequestTimeout();
    }

    private WatchlistBook Book(ApiQuestion question) => new(question.Ledger, state.Site.Time, Visitor.ReaderOf(question.Context));

    private Watchlist Find(ApiQuestion question) => Book(question).Find(question.Id);

    private static Func<Watchlist, ReadOnlyMemory<byte>> Writer(ApiQuestion question)
    {
        var news = new WatchlistNews(question.Ledger, () => question.Claims);
        var lines = question.Keep(new WatchlistLines());
        return list => lines.Watchlist(list, news.Of(list, most: 0));
    }

    private ListAnswer<Watchlist> Lists(ApiQuestion question) => new(Book(question).Lists, l => l.Id, Writer(question));

    private ListAnswer<WatchedStatement> Statements(ApiQuestion question)
    {
        var write = new StatementWriter(question);
        return new(
            new WatchlistNews(question.Ledger, () => question.Claims).Of(Find(question), MostStatements, question.Query.Flag("new")).Latest,
            s => s.Entry.Statement.Id,
            s => write.Write(s.Entry));
    }

    private async Task SendAsync(HttpContext context)
    {
        var query = new ApiQuery(context.Request.Query, _events.AllParameters);
        var id = Routes.Part(context, "id");
        var list = state.Ledgers.Ask(l => new WatchlistBook(l, state.Site.Time, Visitor.ReaderOf(context)).Find(id));
        var asked = context.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last ? last : query.Words("after");
        var after = asked is null ? state.Ledgers.Ask(l => l.LastEntry())
            : long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw ApiQuery.Bad($"“{asked}” is not the number of an entry.");
        await TypedResults.ServerSentEvents(EventsAsync(list, after, context.RequestAborted)).ExecuteAsync(context);
    }

    private async IAsyncEnumerable<SseItem<string>> EventsAsync(Watchlist list, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            if (state.Ledgers.Ask(l => l.LastEntry()) > after)
            {
                // Of a claim, what came is known once the claims are reckoned anew.
                var views = list.Claim is null ? (await state.Claims.LookAsync(cancellationToken)).Views : await state.Claims.AskAsync(null, cancellationToken);
                var (events, seen) = state.Ledgers.Ask(l => New(l, list, after, views));
                after = seen;
                foreach (var item in events)
                {
                    yield return item;
                }
            }

            await Task.Delay(_glance, state.Site.Time, cancellationToken);
        }
    }

    private static (List<SseItem<string>> Events, long Seen) New(ILedger ledger, Watchlist list, long after, Core.Analysis.LedgerViews? views)
    {
        List<SseItem<string>> events = [];
        using var lines = new JsonLines();
        var news = new WatchlistNews(ledger, () => views?.Ledger ?? throw ClaimShelf.Pending());
        foreach (var entry in ledger.EntriesAfter(after).ToList())
        {
            after = entry.Sequence;
            var came = news.Of(list, entry);
            for (var i = 0; i < came.Count; i++)
            {
                var text = ledger.GetDocument(entry.DocumentId).Document.Text;
                var line = lines.Statement(came[i].Entry, text, new Core.Text.CodePointMap(text), views?.Ledger.Of(came[i].Entry.Statement.Id)?.Claim.Id);
                events.Add(new SseItem<string>(Encoding.UTF8.GetString(line.Span[..^1]), "statement") { EventId = i == came.Count - 1 ? entry.Sequence.ToString(CultureInfo.InvariantCulture) : null });
            }
        }

        return (events, after);
    }
}
