using System.Collections.Concurrent;
using System.Text;
using Sayso.Core.Errors;

namespace Sayso.Ingestion.Fetching;

/// <summary>The rules of sites, fetched when they are first needed and kept for a day. Safe for use by several threads.</summary>
internal sealed class Robots(FetchOptions options, TimeProvider time) : IDisposable
{
    private const int MostRedirects = 5;

    private readonly ConcurrentDictionary<string, Site> _sites = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rules for an address; or why its site cannot be reached at all.</summary>
    public async Task<(RobotsRules Rules, Problem? Problem)> OfAsync(
        Uri address, Func<Question, CancellationToken, Task<(Exchange? Exchange, Problem? Problem)>> send,
        CancellationToken cancellationToken)
    {
        var site = _sites.GetOrAdd(address.GetLeftPart(UriPartial.Authority), _ => new Site());
        await site.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (site.Rules is { } known && time.GetUtcNow() - site.At < options.RobotsAge)
            {
                return (known, null);
            }

            var (rules, problem) = await FetchAsync(new Uri(address, "/robots.txt"), send, cancellationToken).ConfigureAwait(false);
            if (rules is null)
            {
                return (RobotsRules.RefuseAll, problem);
            }

            // A server that fails now may answer soon: that does not hold for a day.
            (site.Rules, site.At) = rules == RobotsRules.RefuseAll ? (null, default) : (rules, time.GetUtcNow());
            return (rules, null);
        }
        finally
        {
            site.Gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var site in _sites.Values)
        {
            site.Gate.Dispose();
        }
    }

    private async Task<(RobotsRules? Rules, Problem? Problem)> FetchAsync(
        Uri address, Func<Question, CancellationToken, Task<(Exchange? Exchange, Problem? Problem)>> send,
        CancellationToken cancellationToken)
    {
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            var question = new Question(address, new FetchRequest(address.AbsoluteUri));
            var (exchange, problem) = await send(question, cancellationToken).ConfigureAwait(false);
            if (exchange is null)
            {
                return (null, problem);
            }

            if (exchange.Status is >= 300 and < 400)
            {
                if (exchange.Field("Location") is { } place && Uri.TryCreate(address, place, out var next)
                    && next.Scheme is "http" or "https")
                {
                    address = next;
                    continue;
                }

                return (RobotsRules.AllowAll, null);
            }

            return (exchange.Status switch
            {
                >= 200 and < 300 => Read(exchange),
                >= 400 and < 500 and not 429 => RobotsRules.AllowAll,
                _ => RobotsRules.RefuseAll,
            }, null);
        }

        // More redirects than that count as no file (RFC 9309, 2.3.1.2).
        return (RobotsRules.AllowAll, null);
    }

    private RobotsRules Read(Exchange exchange)
    {
        var body = ContentCoding.Undo(exchange.Body, exchange.Field("Content-Encoding"), options).Body ?? [];
        return RobotsRules.Parse(Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, RobotsRules.MostBytes)), FetchOptions.RobotsName);
    }

    private sealed class Site
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public RobotsRules? Rules { get; set; }

        public DateTimeOffset At { get; set; }
    }
}
