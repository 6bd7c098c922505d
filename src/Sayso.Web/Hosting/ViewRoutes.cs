using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Sayso.Core.Changes;
using Sayso.Core.Conflicts;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Web.Pages;

namespace Sayso.Web.Hosting;

/// <summary>What is to be seen in the claims.</summary>
internal sealed class ViewRoutes(SiteState state)
{
    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        Routes.Get(app, "/", Stories);
        Routes.Get(app, "/stories/{id}", context => WhenThere<StoryPage>(c => StoryView.Of(c, Routes.Part(context, "id"), Changes(context), Today())));
        Routes.Get(app, "/figures", Figures);
        Routes.Get(app, "/figures/{id}", context => WhenThere<FigurePage>(c => FigureView.Of(c, Routes.Part(context, "id"))));
        Routes.Get(app, "/positions", Positions);
        Routes.Get(app, "/timeline", Timeline);
        Routes.Get(app, "/changes", context => Pipeline.Page<ChangesPage>(
            (nameof(ChangesPage.View), state.Ledgers.Ask(l => ChangesView.Of(state.Versions.Of(l, context.RequestAborted))))));
        Routes.Get(app, "/conflicts", Conflicts);
        Routes.Get(app, "/conflicts/{id}", Conflict);
    }

    private static bool Has(HttpContext context, string name) => Routes.Asked(context, name) is not null;

    private IResult WhenThere<TPage>(Func<ClaimState, object> viewOf)
        where TPage : IComponent
    {
        var claims = state.Claims.Ask();
        return claims.Views is null
            ? Pipeline.Page<ClaimsPendingPage>((nameof(ClaimsPendingPage.State), claims))
            : Pipeline.Page<TPage>(("View", viewOf(claims)));
    }

    private IResult Conflicts(HttpContext context)
    {
        var filter = new ConflictFilter
        {
            Kind = ClosedSet.Parse<ConflictKind>(Routes.Asked(context, "kind")),
            State = ClosedSet.Parse<ConflictState>(Routes.Asked(context, "state")) ?? ConflictState.Open,
        };
        return Pipeline.Page<ConflictsPage>((nameof(ConflictsPage.View), ConflictsView.Of(state.Claims.Ask(), filter)), (nameof(ConflictsPage.Hand), HandOf(context)));
    }

    private IResult Conflict(HttpContext context)
    {
        var claims = state.Claims.Ask();
        return claims.Views is null
            ? Pipeline.Page<ClaimsPendingPage>((nameof(ClaimsPendingPage.State), claims))
            : Pipeline.Page<ConflictPage>((nameof(ConflictPage.Card), ConflictCard.Of(claims, Routes.Part(context, "id"))),
                (nameof(ConflictPage.State), claims), (nameof(ConflictPage.Hand), HandOf(context)));
    }

    private IReadOnlyList<PageChange> Changes(HttpContext context) => state.Ledgers.Ask(l => state.Versions.Of(l, context.RequestAborted)).Changes;

    private LocalDate Today() => Instant.FromDateTimeOffset(state.Site.Time.GetUtcNow()).InUtc().Date;

    private Hand HandOf(HttpContext context) => state.Ledgers.Ask(l => Hand.Of(context, l));

    private IReadOnlySet<string> KnownOn(LocalDate day) => state.Ledgers.Ask(l =>
        l.Documents(new DocumentQuery { AsOf = day }).Select(d => d.Document.Id).ToHashSet(StringComparer.Ordinal));

    private IResult Stories(HttpContext context) => Pipeline.Page<StoriesPage>(
        (nameof(StoriesPage.View), StoriesView.Of(state.Claims.Ask(), Changes(context), Today())),
        (nameof(StoriesPage.Token), Routes.Token(context)));

    private IResult Figures(HttpContext context)
    {
        var filter = new FigureFilter
        {
            Text = Routes.Asked(context, "q"),
            WithSingle = Has(context, "single"),
            OnlyMoved = Has(context, "moved")
        };
        return Pipeline.Page<FiguresPage>((nameof(FiguresPage.View), FiguresView.Of(state.Claims.Ask(), filter)));
    }

    private IResult Positions(HttpContext context)
    {
        var filter = new PositionFilter
        {
            Text = Routes.Asked(context, "q"),
            Who = Routes.Asked(context, "who"),
            WithSingle = Has(context, "single"),
            OnlyMoved = Has(context, "moved"),
        };
        return Pipeline.Page<PositionsPage>((nameof(PositionsPage.View), PositionsView.Of(state.Claims.Ask(), filter)));
    }

    private IResult Timeline(HttpContext context)
    {
        var filter = new TimelineFilter
        {
            Text = Routes.Asked(context, "q"),
            Who = Routes.Asked(context, "who"),
            Clock = ClosedSet.Parse<TimelineClock>(Routes.Asked(context, "clock")) ?? TimelineClock.Happened,
            AsOf = Routes.Day(context, TimelineFilter.AsOfField),
        };
        var view = TimelineView.Of(state.Claims.Ask(), filter, KnownOn);
        if (Routes.Asked(context, TimelineFilter.StepField) is { } step)
        {
            // A form without script sends how far its slider was moved: the address that lasts has the day.
            LocalDate? day = view.Known is { } known && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days < view.LastStep
                ? known.First.PlusDays(days) : null;
            return Results.LocalRedirect((filter with { AsOf = day }).By(filter.Clock));
        }

        return Routes.Asked(context, "part") is null
            ? Pipeline.Page<TimelinePage>((nameof(TimelinePage.View), view))
            : Pipeline.Page<TimelineEvents>((nameof(TimelineEvents.View), view));
    }
}
