using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using Sayso.Web.Access;
using Sayso.Web.Api;
using Sayso.Web.Pages;

namespace Sayso.Web.Hosting;

/// <summary>Which address shows what. Every state of a page is in its address.</summary>
internal sealed class Routes
{
    private const string ForEver = "public, max-age=31536000, immutable";

    private readonly SiteState _state;

    private Routes(SiteState state) => _state = state;

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder app, SiteState state)
    {
        var routes = new Routes(state);
        Get(app, "/documents", routes.Documents);
        Get(app, "/documents/{id}", routes.Document);
        Get(app, "/statements/{id}", routes.Statement);
        Get(app, "/search", routes.Search);
        Get(app, "/actors", routes.Actors);
        Get(app, "/settings", _ => Pipeline.Page<SettingsPage>((nameof(SettingsPage.IsShared), state.Gate is not null)));
        Get(app, "/health", routes.Health);
        Get(app, "/assets/{hash}/{name}", Asset);
        new ClaimRoutes(state).Map(app);
        new ViewRoutes(state).Map(app);
        new AddRoutes(state).Map(app);
        new ExportRoutes(state).Map(app);
        new CorrectionRoutes(state).Map(app);
        new WatchlistRoutes(state).Map(app);
        ApiRoutes.Map(app, state);
        app.MapMcp("/mcp").ExcludeFromDescription().DisableRequestTimeout();
        if (state.Gate is { } gate)
        {
            new AccessRoutes(state, gate).Map(app);
        }
    }

    /// <summary>Maps a page.</summary>
    public static void Get(IEndpointRouteBuilder app, string pattern, Func<HttpContext, IResult> show) =>
        app.MapMethods(pattern, ["GET", "HEAD"], (RequestDelegate)(context => show(context).ExecuteAsync(context)));

    /// <summary>A value of the address; <c>null</c> where it is empty.</summary>
    public static string? Asked(HttpContext context, string name) =>
        context.Request.Query[name].ToString().Trim() is { Length: > 0 } value ? value : null;

    /// <summary>A part of the path.</summary>
    public static string Part(HttpContext context, string name) => (string)context.GetRouteValue(name)!;

    /// <summary>The token that this browser's forms need.</summary>
    public static string Token(HttpContext context) =>
        ((IAntiforgery)context.RequestServices.GetService(typeof(IAntiforgery))!).GetAndStoreTokens(context).RequestToken!;

    /// <summary>Takes a form only from a page of ours.</summary>
    /// <exception cref="AntiforgeryValidationException">It has no token, or another one.</exception>
    public static Task ValidateAsync(HttpContext context) =>
        ((IAntiforgery)context.RequestServices.GetService(typeof(IAntiforgery))!).ValidateRequestAsync(context);

    /// <summary>A day of the address; <c>null</c> where there is none, or no day.</summary>
    public static LocalDate? Day(HttpContext context, string name) =>
        Asked(context, name) is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : null;

    private static IResult Asset(HttpContext context)
    {
        if (SiteAssets.Find(Part(context, "name")) is not { } asset)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = ForEver;
        return Results.Bytes(asset.Bytes, asset.Type);
    }

    private Hand HandOf(HttpContext context) => _state.Ledgers.Ask(l => Hand.Of(context, l));

    private Instant Now() => Instant.FromDateTimeOffset(_state.Site.Time.GetUtcNow());

    private IResult Documents(HttpContext context)
    {
        var filter = new DocumentFilter
        {
            Text = Asked(context, "q"),
            Outlet = Asked(context, "outlet"),
            Since = Day(context, "since"),
            Until = Day(context, "until"),
            WithRetracted = Asked(context, "retracted") is not null,
        };
        return Pipeline.Page<DocumentsPage>(
            (nameof(DocumentsPage.View), _state.Ledgers.Ask(l => DocumentsView.Of(l, filter, _state.Digest.Ask()?.Outlets ?? []))),
            (nameof(DocumentsPage.Token), Token(context)));
    }

    private IResult Document(HttpContext context) =>
        Pipeline.Page<DocumentPage>((nameof(DocumentPage.View), _state.Ledgers.Ask(l => DocumentView.Of(l, Part(context, "id"), Now(), _state.Claims.Known))),
            (nameof(DocumentPage.Hand), HandOf(context)));

    private IResult Statement(HttpContext context)
    {
        var view = _state.Ledgers.Ask(l => StatementView.Of(l, Part(context, "id")));
        return Pipeline.Page<StatementPage>((nameof(StatementPage.View), view with { Claim = _state.Claims.Known?.Of(view.Statement.Id) }));
    }

    private IResult Search(HttpContext context)
    {
        var filter = new SearchFilter
        {
            Text = Asked(context, "q"),
            Outlet = Asked(context, "outlet"),
            Stance = Asked(context, "stance"),
            Who = Asked(context, "who"),
        };
        var reach = _state.Reach(context.RequestAborted);
        var view = _state.Ledgers.Ask(l => SearchView.Of(l, filter, reach, _state.WhyOnlyWords));
        return Asked(context, "part") is null
            ? Pipeline.Page<SearchPage>((nameof(SearchPage.View), view))
            : Pipeline.Page<SearchResults>((nameof(SearchResults.View), view));
    }

    private IResult Actors(HttpContext context) => Asked(context, "name") is { } name
        ? Pipeline.Page<ActorPage>((nameof(ActorPage.View), _state.Ledgers.Ask(l => ActorView.Of(l, name, _state.Claims.KnownViews))), (nameof(ActorPage.Hand), HandOf(context)))
        : Pipeline.Page<ActorsPage>((nameof(ActorsPage.View), ActorsView.Of(_state.Digest.Ask())));

    private IResult Health(HttpContext context) => Pipeline.Page<HealthPage>(
        (nameof(HealthPage.View), _state.Ledgers.Ask(l => HealthView.Of(l, Asked(context, "verify") is not null, Now(), context.RequestAborted))));
}
