using System.Net;
using Sayso.Core.Errors;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion.Fetching;

/// <summary>
/// Addresses → bytes, within bounds: no address of this machine or a private network at any hop, what <c>robots.txt</c>
/// asks, a pause between two questions to one host, a few tries, and every answer in the archive. Safe for use by several
/// threads at once.
/// </summary>
public sealed class Fetcher : IDisposable
{
    private readonly FetchOptions _options;
    private readonly WarcArchive? _archive;
    private readonly TimeProvider _time;
    private readonly Wire _wire;
    private readonly HostPaces _paces;
    private readonly Robots _robots;

    /// <summary>Makes one; it keeps connections open until it is disposed.</summary>
    /// <param name="options">Bounds; <c>null</c>: the usual.</param>
    /// <param name="archive">Where every answer goes; it stays its owner's.</param>
    /// <param name="time">The clock; <c>null</c>: the system's.</param>
    public Fetcher(FetchOptions? options = null, WarcArchive? archive = null, TimeProvider? time = null)
    {
        _options = options ?? new FetchOptions();
        _archive = archive;
        _time = time ?? TimeProvider.System;
        _wire = new Wire(_options, _time);
        _paces = new HostPaces(_time);
        _robots = new Robots(_options, _time);
    }

    /// <summary>Whether a path on the command line is an address.</summary>
    public static bool IsAddress(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Fetches an address, through redirects; what cannot be had is a result with a problem.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!Uri.TryCreate(request.Address, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
            || address.Host.Length == 0 || address.UserInfo.Length > 0)
        {
            return FetchResult.Failed(request.Address, ProblemCodes.ServerRefused,
                $"“{request.Address}” is no address that can be fetched: http or https, without a name and password.");
        }

        for (var hop = 0; hop <= _options.MaxRedirects; hop++)
        {
            var (exchange, problem) = await AskAsync(address, request, cancellationToken).ConfigureAwait(false);
            if (exchange is null)
            {
                return new FetchResult(request.Address) { Problem = problem };
            }

            if (exchange.Status is not (301 or 302 or 303 or 307 or 308))
            {
                return Result(request, exchange);
            }

            if (Next(exchange) is not { } next)
            {
                return FetchResult.Failed(request.Address, ProblemCodes.ServerRefused,
                    $"{Named(request, address)} sends on to no address that can be fetched.");
            }

            address = next;
        }

        return FetchResult.Failed(request.Address, ProblemCodes.ServerRefused,
            $"{request.Address} sends on more than {_options.MaxRedirects} times.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _wire.Dispose();
        _paces.Dispose();
        _robots.Dispose();
    }

    /// <summary>One exchange with its tries, where the site allows it.</summary>
    private async Task<(Exchange? Exchange, Problem? Problem)> AskAsync(Uri address, FetchRequest request,
        CancellationToken cancellationToken)
    {
        var (rules, failure) = await _robots.OfAsync(address, SendAsync, cancellationToken).ConfigureAwait(false);
        if (failure is not null)
        {
            return (null, failure);
        }

        if (!rules.Allows(address.PathAndQuery))
        {
            return (null, rules == RobotsRules.RefuseAll
                ? new Problem(ProblemCodes.RobotsRefused,
                    $"{Named(request, address)} was not fetched, since its site's robots.txt cannot be had; try again later.")
                : new Problem(ProblemCodes.RobotsRefused,
                    $"{Named(request, address)} was not fetched: its site's robots.txt asks programs not to."));
        }

        return await SendAsync(new Question(address, request) { Delay = rules.Delay }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(Exchange? Exchange, Problem? Problem)> SendAsync(Question question, CancellationToken cancellationToken)
    {
        var pause = question.Delay is { } delay && delay > _options.HostPause
            ? (delay < _options.MaxHostPause ? delay : _options.MaxHostPause) : _options.HostPause;
        var wait = _options.FirstWait;
        for (var tried = 1; ; tried++)
        {
            Answer answer;
            using (await _paces.TurnAsync(question.Address.Authority, pause, cancellationToken).ConfigureAwait(false))
            {
                answer = await _wire.AskAsync(question, cancellationToken).ConfigureAwait(false);
            }

            if (answer.Exchange is { } exchange)
            {
                _archive?.Write(exchange);
            }

            var asked = answer.Exchange is { } later ? RetryAfter(later) : null;
            if (!answer.MayPass || tried >= _options.Tries || asked > _options.MaxWait)
            {
                return (answer.Exchange, answer.Problem);
            }

            await Task.Delay(asked > wait ? asked.Value : wait, _time, cancellationToken).ConfigureAwait(false);
            wait *= 4;
        }
    }

    private FetchResult Result(FetchRequest request, Exchange exchange)
    {
        var name = Named(request, exchange.Address);
        var final = exchange.Address.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.UriEscaped);
        var result = new FetchResult(request.Address)
        {
            FinalAddress = final,
            ETag = exchange.Field("ETag") ?? request.ETag,
            LastModified = exchange.Field("Last-Modified") ?? request.LastModified,
        };
        if (exchange.Status == 304)
        {
            return result with { IsUnchanged = true };
        }

        if (exchange.Status is < 200 or > 299)
        {
            var later = RetryAfter(exchange) is { } wait && wait > TimeSpan.Zero ? $" It asks to wait {wait.TotalSeconds:0} seconds." : "";
            return FetchResult.Failed(request.Address, ProblemCodes.ServerRefused,
                $"{name}: the server answers “{exchange.StatusLine[(exchange.StatusLine.IndexOf(' ', StringComparison.Ordinal) + 1)..]}”.{later}");
        }

        if (exchange.IsTooLarge)
        {
            return FetchResult.Failed(request.Address, ProblemCodes.TooLarge,
                $"{name} is larger than {ByteCount.Of(_options.MaxBytes)}, more than an article can be.");
        }

        var (body, problem) = ContentCoding.Undo(exchange.Body, exchange.Field("Content-Encoding"), _options);
        return body is null
            ? FetchResult.Failed(request.Address, problem!.Code, $"{name}: {problem.Message}")
            : result with { Body = body, Charset = Wire.CharsetOf(exchange.Field("Content-Type")) };
    }

    private TimeSpan? RetryAfter(Exchange exchange) => exchange.Field("Retry-After") switch
    {
        null => null,
        var text when int.TryParse(text, out var seconds) && seconds >= 0 => TimeSpan.FromSeconds(seconds),
        var text => TimeText.Parse(text) is { } until ? until.ToDateTimeOffset() - _time.GetUtcNow() : null,
    };

    private static Uri? Next(Exchange exchange) =>
        exchange.Field("Location") is { } place && Uri.TryCreate(exchange.Address, place, out var next)
            && next.Scheme is "http" or "https" && next.UserInfo.Length == 0 && next.Host.Length > 0
            ? next
            : null;

    /// <summary>The address for a message: the one that was asked for, and the one that it led to.</summary>
    private static string Named(FetchRequest request, Uri address) => address.AbsoluteUri == request.Address
        || address.OriginalString == request.Address
        ? request.Address
        : $"{request.Address} leads to {address.AbsoluteUri}, which";
}
