using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sayso.Core.Errors;
using Sayso.Core.Export;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Web.Api.Contract;
using Sayso.Web.Hosting;

namespace Sayso.Web.Api;

/// <summary>
/// What is done to the ledger, as server-sent events: an event an entry, whoever made it, this server or another process. Its id
/// is the entry's number, so that a client that was cut off goes on where it was.
/// </summary>
internal sealed class LedgerEvents(SiteState state)
{
    private static readonly TimeSpan _glance = TimeSpan.FromMilliseconds(300);

    private static readonly ApiOperation _operation = new(
        "events", "events", "What is done to the ledger from now on, as server-sent events.", new ApiParameter("after", "Begin behind this entry, 0 for the first; from now on where it is not given. A Last-Event-ID goes before it."))
    {
        Claims = ClaimsWanted.None,
        Description = "The event's name is what was done (add, retract, restore, supersede, purge), its id the entry's number, its data one line of JSON.",
    };

    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder app) =>
        ApiMap.Describe(app.MapGet($"{ApiMap.Root}/events", (Func<HttpContext, Task>)SendAsync), _operation)
            .Produces<EntryResource>(StatusCodes.Status200OK, "text/event-stream")
            .DisableRequestTimeout();

    private async Task SendAsync(HttpContext context)
    {
        var query = new ApiQuery(context.Request.Query, _operation.AllParameters);
        var asked = context.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last ? last : query.Words("after");
        var after = asked is null ? state.Ledgers.Ask(l => l.LastEntry())
            : long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw ApiQuery.Bad($"“{asked}” is not the number of an entry.");
        await TypedResults.ServerSentEvents(EventsAsync(after, context.RequestAborted)).ExecuteAsync(context);
    }

    private async IAsyncEnumerable<SseItem<string>> EventsAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new EntryLines();
        while (!cancellationToken.IsCancellationRequested)
        {
            foreach (var entry in New(after))
            {
                after = entry.Sequence;
                yield return new SseItem<string>(lines.Text(entry), ClosedSet.NameOf(entry.Kind)) { EventId = entry.Sequence.ToString(CultureInfo.InvariantCulture) };
            }

            await Task.Delay(_glance, state.Site.Time, cancellationToken);
        }
    }

    private List<LedgerEntry> New(long after)
    {
        try
        {
            return state.Ledgers.Ask(l => l.EntriesAfter(after).ToList());
        }
        catch (SaysoException e) when (e.Problem.Code is ProblemCodes.LedgerLocked)
        {
            // Somebody writes: what is new is there the next time.
            return [];
        }
    }
}
