using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Sayso.Core.Access;
using Sayso.Core.Errors;
using Sayso.Core.Text;
using Sayso.Web.Hosting;
using Sayso.Web.Pages;

namespace Sayso.Web.Access;

/// <summary>Signing in and out, one's own sessions, and the audit.</summary>
internal sealed class AccessRoutes(SiteState state, Gate gate)
{
    private const int LongestField = 1000;

    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        Routes.Get(app, ScopeRules.SignIn, context => SignInPage(context, null, StatusCodes.Status200OK));
        app.MapPost(ScopeRules.SignIn, (RequestDelegate)SignInAsync);
        app.MapPost(ScopeRules.SignOut, (RequestDelegate)SignOutAsync);
        Routes.Get(app, ScopeRules.Account, context => AccountPage(context, null, StatusCodes.Status200OK));
        app.MapPost($"{ScopeRules.Account}/end", (RequestDelegate)EndAsync);
        app.MapPost($"{ScopeRules.Account}/password", (RequestDelegate)SetPasswordAsync);
        Routes.Get(app, ScopeRules.Audit, Audit);
    }

    private static async Task<IFormCollection> FormAsync(HttpContext context)
    {
        await Routes.ValidateAsync(context);
        return await context.Request.ReadFormAsync(context.RequestAborted);
    }

    private static RazorComponentResult<SignInPage> SignInPage(HttpContext context, Problem? problem, int status) => Shown<SignInPage>(
        status,
        (nameof(Pages.SignInPage.Token), Routes.Token(context)),
        (nameof(Pages.SignInPage.Back), Links.Local(context.Request.HasFormContentType ? context.Request.Form["back"] : Routes.Asked(context, "back")) ?? "/"),
        (nameof(Pages.SignInPage.Problem), problem));

    private static RazorComponentResult<TPage> Shown<TPage>(int status, params (string Name, object? Value)[] parameters)
        where TPage : Microsoft.AspNetCore.Components.IComponent =>
        new(parameters.ToDictionary(p => p.Name, p => p.Value)) { StatusCode = status, PreventStreamingRendering = true };

    private async Task SignInAsync(HttpContext context)
    {
        var form = await FormAsync(context);
        var (name, password) = (form["name"].ToString().Trim(), form["password"].ToString());
        var from = RateLimits.NetworkOf(context);
        if (name.Length > LongestField || password.Length > LongestField)
        {
            throw new SaysoException(ProblemCodes.TooLarge, "Neither names nor passwords are that long.");
        }

        if (gate.Rates.TrySignIn(context, name) is { } wait)
        {
            gate.Log.NoteRefusal(AuditAction.Limited, gate.Desk.NameOf(name), from, "too many attempts to sign in");
            await Pipeline.LimitAsync(context, wait);
            return;
        }

        if (await gate.Desk.CheckAsync(name, password, context.RequestAborted) is not { } user)
        {
            // Not what was typed: it may be a password in the wrong field.
            var known = gate.Desk.NameOf(name);
            gate.Log.NoteRefusal(AuditAction.SignInFailed, known, from, known is null ? "a name that is not known" : "a wrong password");
            var problem = new Problem(ProblemCodes.SignInFailed, "Name and password do not go together.");
            await SignInPage(context, problem, StatusCodes.Status401Unauthorized).ExecuteAsync(context);
            return;
        }

        gate.Desk.Begin(context, user);
        gate.Log.Note(AuditAction.SignIn, user.Name, from);
        await Results.LocalRedirect(Links.Local(form["back"]) ?? "/").ExecuteAsync(context);
    }

    private async Task SignOutAsync(HttpContext context)
    {
        await FormAsync(context);
        gate.Desk.End(context);
        gate.Log.Note(AuditAction.SignOut, Visitor.Of(context)!.Name, RateLimits.NetworkOf(context));
        await Results.LocalRedirect(ScopeRules.SignIn).ExecuteAsync(context);
    }

    private RazorComponentResult<AccountPage> AccountPage(HttpContext context, (string Words, bool IsGood)? said, int status)
    {
        var visitor = Visitor.Of(context)!;
        return Shown<AccountPage>(
            status,
            (nameof(Pages.AccountPage.View), new AccountView(visitor.Name, visitor.Scope, Now())
            {
                Sessions = gate.Desk.Sessions(visitor.Name),
                Tokens = gate.Desk.Tokens(visitor.Name),
                Current = visitor.Session,
                Said = said?.Words,
                IsGood = said?.IsGood ?? false,
            }),
            (nameof(Pages.AccountPage.Token), Routes.Token(context)));
    }

    private async Task EndAsync(HttpContext context)
    {
        var form = await FormAsync(context);
        var visitor = Visitor.Of(context)!;
        if (!long.TryParse(form["session"], NumberStyles.None, CultureInfo.InvariantCulture, out var session) || !gate.Desk.End(visitor.Name, session))
        {
            throw new SaysoException(ProblemCodes.NoSuchName, "That session has ended already.");
        }

        gate.Log.Note(AuditAction.SessionEnd, visitor.Name, RateLimits.NetworkOf(context), $"session {session}");
        await Results.LocalRedirect(ScopeRules.Account).ExecuteAsync(context);
    }

    private async Task SetPasswordAsync(HttpContext context)
    {
        var form = await FormAsync(context);
        var visitor = SignedIn(context);
        var (present, wanted) = (form["present"].ToString(), form["wanted"].ToString());
        if (gate.Rates.TrySignIn(context, visitor.Name) is { } wait)
        {
            await Pipeline.LimitAsync(context, wait);
            return;
        }

        var complaint = await gate.Desk.CheckAsync(visitor.Name, present, context.RequestAborted) is null
            ? "The present password is another one. Nothing was changed."
            : Set(visitor, wanted);
        if (complaint is null)
        {
            gate.Log.Note(AuditAction.PasswordChange, visitor.Name, RateLimits.NetworkOf(context), visitor.Name);
        }

        var said = (complaint ?? "The password is changed, and all other sessions are ended.", complaint is null);
        await AccountPage(context, said, complaint is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest).ExecuteAsync(context);
    }

    /// <summary>A token can be taken from where it lies; it must not become a password.</summary>
    private static Visitor SignedIn(HttpContext context) => Visitor.Of(context) is { Token: null } visitor
        ? visitor
        : throw new SaysoException(ProblemCodes.OutOfScope, "A password is changed by its user, signed in, not by a token.");

    private string? Set(Visitor visitor, string password)
    {
        try
        {
            gate.Desk.SetPassword(visitor, password);
            return null;
        }
        catch (SaysoException e) when (e.Problem.Code == ProblemCodes.WeakPassword)
        {
            return $"{e.Problem.Message} Nothing was changed.";
        }
    }

    private IResult Audit(HttpContext context)
    {
        var query = new AuditQuery
        {
            User = Routes.Asked(context, "user"),
            Action = ClosedSet.Parse<AuditAction>(Routes.Asked(context, "action")),
            Since = Routes.Day(context, "since")?.AtMidnight().InUtc().ToInstant(),
            Before = long.TryParse(Routes.Asked(context, "before"), NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null,
            Limit = AuditView.PageLength + 1,
        };
        return Pipeline.Page<AuditPage>((nameof(AuditPage.View), new AuditView(gate.Audit(query), query, Now())));
    }

    private Instant Now() => Instant.FromDateTimeOffset(state.Site.Time.GetUtcNow());
}
