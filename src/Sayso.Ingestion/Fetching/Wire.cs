using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using Microsoft.Security.AntiSSRF;
using Sayso.Core.Errors;

namespace Sayso.Ingestion.Fetching;

/// <summary>What is asked of a server.</summary>
/// <param name="Address">The address.</param>
/// <param name="Request">What the user wants, with the marks of the last time.</param>
internal sealed record Question(Uri Address, FetchRequest Request)
{
    /// <summary>The pause that the site asks for.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>Most bytes that are taken; the option's without.</summary>
    public long? MaxBytes { get; init; }
}

/// <summary>What came back.</summary>
/// <param name="Exchange">The answer; <c>null</c> where there was none.</param>
/// <param name="Problem">Why there was none.</param>
/// <param name="MayPass">Whether it is worth another try.</param>
internal readonly record struct Answer(Exchange? Exchange, Problem? Problem, bool MayPass);

/// <summary>
/// One question over the wire. Each connection is made to an address that the policy has seen and allowed, so that neither
/// a redirect nor a name that changes its address between two look-ups leads into a private network.
/// </summary>
internal sealed class Wire : IDisposable
{
    private const int MaxHeaderKibibytes = 64;

    private readonly FetchOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    public Wire(FetchOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        var policy = new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest) { AllowPlainTextHttp = true, AddXFFHeader = false };
        if (options.TestNetworks.Count > 0)
        {
            policy.AddAllowedAddresses([.. options.TestNetworks]);
        }

        var handler = policy.GetHandler();
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.MaxResponseHeadersLength = MaxHeaderKibibytes;
        handler.ConnectTimeout = options.Timeout;
        _client = new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Asks once.</summary>
    public async Task<Answer> AskAsync(Question question, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(question.Address.Host.Trim('[', ']'), out var literal)
            && (literal.Equals(IPAddress.Any) || literal.Equals(IPAddress.IPv6Any)))
        {
            // The system takes them for this machine; the policy never gets to see them.
            return Refused(question);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.Timeout);
        try
        {
            using var message = Message(question);
            var at = _time.GetUtcNow();
            using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token)
                .ConfigureAwait(false);
            var (body, isTooLarge) = await BodyAsync(response, question.MaxBytes ?? _options.MaxBytes, limit.Token).ConfigureAwait(false);
            var exchange = new Exchange(question.Address, at)
            {
                Status = (int)response.StatusCode,
                Request = Written(message),
                StatusLine = $"HTTP/1.1 {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd(),
                Header = [.. Fields(response.Headers), .. Fields(response.Content.Headers)],
                Body = body,
                IsTooLarge = isTooLarge,
            };
            return new Answer(exchange, null, exchange.Status is 429 or 500 or 502 or 503 or 504);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(question, $"did not answer within {_options.Timeout.TotalSeconds:0.#} seconds.", mayPass: true);
        }
        catch (Exception e) when (Forbidden(e))
        {
            return Refused(question);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or System.Net.Sockets.SocketException
            or AuthenticationException or AntiSSRFException)
        {
            var certificate = e.InnerException is AuthenticationException;
            return Failed(question, $"cannot be reached: {(certificate ? "its certificate does not hold" : Innermost(e).Message.TrimEnd('.'))}.", mayPass: !certificate);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or UriFormatException or NotSupportedException)
        {
            return Failed(question, $"cannot be asked: {e.Message.TrimEnd('.')}.", mayPass: false);
        }
    }

    /// <summary>The encoding that a content type names; <c>null</c> where it names none.</summary>
    public static string? CharsetOf(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) ? type.CharSet?.Trim('"', '\'', ' ') : null;

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private HttpRequestMessage Message(Question question)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, question.Address);
        message.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        message.Headers.TryAddWithoutValidation("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
            + "application/feed+json, application/xml;q=0.9, */*;q=0.5");
        message.Headers.TryAddWithoutValidation("Accept-Encoding", ContentCoding.Accepted);
        if (question.Request.ETag is { } mark)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", mark);
        }

        if (question.Request.LastModified is { } time)
        {
            message.Headers.TryAddWithoutValidation("If-Modified-Since", time);
        }

        return message;
    }

    private static async Task<(byte[] Body, bool IsTooLarge)> BodyAsync(HttpResponseMessage response, long most,
        CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > most)
        {
            return ([], true);
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (bytes.Length + read > most)
            {
                return ([], true);
            }

            bytes.Write(buffer, 0, read);
        }

        return (bytes.ToArray(), false);
    }

    private static string Written(HttpRequestMessage message) =>
        $"GET {message.RequestUri!.PathAndQuery} HTTP/1.1\r\nHost: {message.RequestUri.Authority}\r\n{string.Concat(Fields(message.Headers).Select(f => $"{f.Name}: {f.Value}\r\n"))}\r\n";

    private static IEnumerable<(string Name, string Value)> Fields(HttpHeaders headers) =>
        headers.NonValidated.SelectMany(field => field.Value.Select(value => (field.Key, value.ReplaceLineEndings(" "))));

    private static Answer Refused(Question question) =>
        new(null, new Problem(ProblemCodes.ForbiddenAddress,
            $"{Named(question)} leads to this machine or a private network. Nothing was fetched."), MayPass: false);

    private static Answer Failed(Question question, string why, bool mayPass) =>
        new(null, new Problem(ProblemCodes.Unreachable, $"{Named(question)} {why}"), mayPass);

    private static string Named(Question question) => question.Address.AbsoluteUri;

    /// <summary>
    /// The policy refuses connections with an exception of its own, which the client may wrap; a failed look-up is one too.
    /// </summary>
    private static bool Forbidden(Exception e) => Chain(e).OfType<AntiSSRFException>()
        .Any(refused => !refused.Message.StartsWith("DNS", StringComparison.Ordinal));

    private static Exception Innermost(Exception e) => Chain(e).Last();

    private static IEnumerable<Exception> Chain(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }
}
