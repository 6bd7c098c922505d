using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sayso.Web.Pages;
using Sayso.Web.Parts;

namespace Sayso.Web.Hosting;

/// <summary>What is claimed.</summary>
internal sealed class ClaimRoutes(SiteState state)
{
    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        Routes.Get(app, "/claims", Claims);
        Routes.Get(app, "/claims/state", Working);
        Routes.Get(app, "/claims/{id}", Claim);
    }

    private IResult Claims(HttpContext context)
    {
        var filter = new ClaimFilter
        {
            Text = Routes.Asked(context, "q"),
            WithSingle = Routes.Asked(context, "single") is not null,
            OnlyAlerts = Routes.Asked(context, "alerts") is not null,
            OnlyDisputed = Routes.Asked(context, "disputed") is not null,
        };
        return Pipeline.Page<ClaimsPage>(
            (nameof(ClaimsPage.View), ClaimsView.Of(state.Claims.Ask(), filter)),
            (nameof(ClaimsPage.Token), Routes.Token(context)));
    }

    private IResult Claim(HttpContext context)
    {
        var claims = state.Claims.Ask();
        return claims.Claims is null
            ? Pipeline.Page<ClaimsPendingPage>((nameof(ClaimsPendingPage.State), claims))
            : Pipeline.Page<ClaimPage>((nameof(ClaimPage.View), ClaimView.Of(claims, Routes.Part(context, "id"))),
                (nameof(ClaimPage.Hand), state.Ledgers.Ask(l => Hand.Of(context, l))));
    }

    private IResult Working(HttpContext context)
    {
        var claims = state.Claims.Ask();
        return Pipeline.Page<ClaimsWorking>(
            (nameof(ClaimsWorking.HasSome), claims.Claims is not null),
            (nameof(ClaimsWorking.HasEnded), claims.IsFresh));
    }
}
