using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Sayso.Core.Errors;

namespace Sayso.Web.Api;

/// <summary>Failures as programs read them: RFC 9457, with our code beside the status.</summary>
internal static class ProblemDetail
{
    private const int SecondsToWait = 5;

    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether a program asks, a reader of feeds too, so that a page would be of no use.</summary>
    public static bool IsForProgram(HttpRequest request) => request.Path.StartsWithSegments("/api/v1")
        || request.Path.StartsWithSegments("/mcp") || request.Path.StartsWithSegments(ApiRoutes.Description) || (request.Path.StartsWithSegments("/watchlists") && request.Path.Value!.EndsWith(".atom", StringComparison.OrdinalIgnoreCase));

    /// <summary>The status that goes with a code.</summary>
    public static int StatusOf(string code) => code switch
    {
        ProblemCodes.NotFound => StatusCodes.Status404NotFound,
        ProblemCodes.AmbiguousId or ProblemCodes.BadRequest or ProblemCodes.BadCursor or ProblemCodes.BadTime or ProblemCodes.Usage or ProblemCodes.NoReason or ProblemCodes.NothingToCorrect or ProblemCodes.NotACorrection or ProblemCodes.BadWatchlist
            or ProblemCodes.BadName or ProblemCodes.WeakPassword => StatusCodes.Status400BadRequest,
        ProblemCodes.AlreadyUndone or ProblemCodes.LastAdmin => StatusCodes.Status409Conflict,
        ProblemCodes.NotSignedIn or ProblemCodes.SignInFailed => StatusCodes.Status401Unauthorized,
        ProblemCodes.ForeignRequest or ProblemCodes.OutOfScope => StatusCodes.Status403Forbidden,
        ProblemCodes.NoSuchName => StatusCodes.Status404NotFound,
        ProblemCodes.TooManyRequests => StatusCodes.Status429TooManyRequests,
        ProblemCodes.TookTooLong => StatusCodes.Status504GatewayTimeout,
        ProblemCodes.Purged => StatusCodes.Status410Gone,
        ProblemCodes.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ProblemCodes.Failed => StatusCodes.Status500InternalServerError,
        _ when code.StartsWith("SAY1", StringComparison.Ordinal) => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status503ServiceUnavailable,
    };

    /// <summary>Answers with a failure.</summary>
    public static async Task SendAsync(HttpContext context, Problem problem, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json; charset=utf-8";
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = SecondsToWait.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, _options))
        {
            json.WriteStartObject();
            json.WriteString("type", $"urn:sayso:problem:{problem.Code}");
            json.WriteString("title", ReasonPhrases.GetReasonPhrase(status));
            json.WriteNumber("status", status);
            json.WriteString("detail", problem.Message);
            json.WriteString("code", problem.Code);
            json.WriteEndObject();
        }

        await context.Response.Body.WriteAsync(body.ToArray(), context.RequestAborted);
    }
}
