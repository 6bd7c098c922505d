using System.Net;
using Microsoft.AspNetCore.Http;

namespace Sayso.Web.Hosting;

/// <summary>
/// What keeps other web sites out. Where the ledger has no users, whoever reaches the page may do all: only this machine does
/// (it listens on the loopback alone), and in its browsers only the page itself. A site elsewhere that has its name lead to
/// the loopback (DNS rebinding) is told by the name; one that sends forms here by what browsers say of where a request began,
/// and by the token that every form needs beside it.
/// </summary>
internal static class Guard
{
    /// <summary>
    /// Nothing but what the page itself serves: no script or style within a document's markup, no frame, no other host.
    /// </summary>
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly string[] _handedOn = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP"];

    /// <summary>Whether an address is this machine's own.</summary>
    public static bool IsLoopback(string address) =>
        address.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(address.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>Whether a request may be answered at all, where this machine only is served.</summary>
    public static bool IsOurs(HttpRequest request) => IsLoopback(request.Host.Host) && (IsSafe(request) || IsFromHere(request));

    /// <summary>
    /// Whether a request may be answered at all, where users are asked for. A host that is a number cannot be a name that
    /// somebody had lead here.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="hosts">The server's own names.</param>
    public static bool IsOurs(HttpRequest request, IReadOnlyList<string> hosts) =>
        (IsLoopback(request.Host.Host) || IPAddress.TryParse(request.Host.Host.Trim('[', ']'), out _) || hosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase))
        && (IsSafe(request) || IsFromHere(request));

    /// <summary>Whether a proxy hands a request on: before a server that asks nobody who he is, that lets everybody in.</summary>
    public static bool IsHandedOn(HttpRequest request) => _handedOn.Any(request.Headers.ContainsKey);

    /// <summary>Whether a browser says that a request began on a page of ours; silence is no such word.</summary>
    public static bool IsSaidToBeFromHere(HttpRequest request) =>
        IsFromHere(request) && (request.Headers["Sec-Fetch-Site"].ToString() is "same-origin" || request.Headers.Origin.ToString().Length > 0);

    /// <summary>Sets what every answer says to the browser.</summary>
    public static void Head(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";

        // Without any referrer a browser calls the origin of our own forms "null", as it does a stranger's.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers.CacheControl = "no-cache";
    }

    /// <summary>
    /// Whether it only looks, and is no part that another site's page loads behind its reader's back: what that learns, were it only how
    /// long an answer takes, or sets going is the site's (W3C, Fetch Metadata). Links lead here from anywhere. Assistants' protocol asks
    /// where any request began.
    /// </summary>
    private static bool IsSafe(HttpRequest request) => (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !request.Path.StartsWithSegments("/mcp")
        && (request.Headers["Sec-Fetch-Site"].ToString() is not ("cross-site" or "same-site") || request.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate");

    /// <summary>Browsers say where a request began; what is no browser says nothing, and then has to have the token.</summary>
    private static bool IsFromHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        // Where a browser lets no referrer out, a form has the origin "null"; that it began here is then said by the other header alone.
        return site is "same-origin" && origin is "null"
            || (site is "" or "same-origin" && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value)));
    }
}
