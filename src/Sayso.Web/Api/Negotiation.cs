using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Sayso.Web.Api;

/// <summary>In which form an answer goes out, and whether the asker has it already.</summary>
internal static class Negotiation
{
    /// <summary>JSON.</summary>
    public const string Json = "application/json; charset=utf-8";

    /// <summary>JSON Lines: an object a line.</summary>
    public const string Lines = "application/jsonl; charset=utf-8";

    private const int TagDigits = 32;

    private static readonly string[] _lineTypes = ["application/jsonl", "application/x-ndjson", "application/x-jsonlines"];

    /// <summary>Whether the asker wants an object a line.</summary>
    public static bool WantsLines(HttpRequest request) => MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && accepted.Any(type => type.Quality is null or > 0 && _lineTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase));

    /// <summary>The one of several media types that the asker likes best; of equals, and for whoever takes anything, the first.</summary>
    public static string Chosen(HttpRequest request, IReadOnlyList<string> types)
    {
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
        {
            return types[0];
        }

        return types.MaxBy(type => accepted.Where(a => new MediaTypeHeaderValue(type).IsSubsetOf(a)).OrderByDescending(Closeness).Select(a => a.Quality ?? 1).FirstOrDefault())!;

        // RFC 9110, 12.5.1: what is named most exactly counts.
        static int Closeness(MediaTypeHeaderValue range) => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2;
    }

    /// <summary>
    /// Tags the answer, and says whether it need not be sent: a tag is of the ledger's state and the question, so that nothing is
    /// reckoned for an asker who has the answer.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="state">The ledger's state.</param>
    public static bool HasAlready(HttpContext context, string state)
    {
        var (request, response) = (context.Request, context.Response);
        var about = string.Create(CultureInfo.InvariantCulture, $"{state}\n{request.Path}{request.QueryString}\n{WantsLines(request)}");
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(about)))[..TagDigits]}\"");
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = "Accept, Authorization, Cookie";
        return EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
            && known.Any(k => k.Tag == "*" || k.Compare(tag, useStrongComparison: false));
    }
}
