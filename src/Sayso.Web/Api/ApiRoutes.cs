using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sayso.Web.Hosting;
using Scalar.AspNetCore;

namespace Sayso.Web.Api;

/// <summary>The interface for programs: its resources, its description, and the page that shows the description.</summary>
internal static class ApiRoutes
{
    /// <summary>Where the description is.</summary>
    public const string Description = "/api/openapi.json";

    private const string Scalar = "/api/scalar";

    /// <summary>
    /// The page's policy: as strict as all others but for styles, which Scalar makes in the browser. No script stands in the page,
    /// and nothing comes from elsewhere.
    /// </summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Whether a path is one of those that Scalar answers by itself, whatever stands in it, with a page that we do not show.</summary>
    public static bool IsScalarsOwn(PathString path) => path.StartsWithSegments(Scalar, out var rest) && rest != "/scalar.js";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder app, SiteState state)
    {
        var map = new ApiMap(app, state);
        LedgerResources.Map(map);
        ClaimResources.Map(map);
        new DocumentIntake(state).Map(app);
        new LedgerEvents(state).Map(app);
        new WatchlistResources(state).Map(map, app);
        new AccessResources(state).Map(app);
        app.MapOpenApi(Description);

        // Of what Scalar maps only its script is used: its own page has a script within its markup.
        app.MapScalarApiReference(Scalar, options => options.WithOpenApiRoutePattern(Description));
        Routes.Get(app, "/api", Page);
    }

    private static IResult Page(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        return Results.Text(
            $"""
             <!doctype html>
             <html lang="en">
             <head><meta charset="utf-8"><meta content="width=device-width" name="viewport"><title>Sayso: the interface for programs</title><link rel="icon" href="{SiteAssets.Url("icon.svg")}"></head>
             <body>
             <div id="api"><noscript>This page needs script; <a href="{Description}">the description itself</a> needs none.</noscript></div>
             <script src="/api/scalar/scalar.js"></script>
             <script src="{SiteAssets.Url("api.js")}"></script>
             </body>
             </html>
             """,
            "text/html",
            Encoding.UTF8);
    }
}
