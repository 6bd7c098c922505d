using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using NodaTime;
using Sayso.Core.Access;
using Sayso.Core.Errors;
using Sayso.Core.Text;
using Sayso.Web.Api;
using Sayso.Web.Hosting;

namespace Sayso.Web.Access;

/// <summary>
/// Who may come in: a bearer token or the cookie of a session is looked up at every request, so that what is revoked is revoked
/// at once. Safe for use by several threads.
/// </summary>
internal sealed class Gate : IDisposable
{
    private const string Scheme = "Bearer ";

    /// <summary>Bytes that are read of somebody who is nobody: a name, a password and a form's token have room in them.</summary>
    private const long MostStrangerBytes = 16 << 10;

    /// <summary>How often an open stream is asked whether its token is still good.</summary>
    private static readonly TimeSpan _glance = TimeSpan.FromSeconds(5);

    private readonly IAccessStore _store;
    private readonly TimeProvider _time;

    public Gate(ServeOptions options, TimeProvider time)
    {
        (_store, _time) = (options.Access!, time);
        Limits = options.Limits;
        Log = new AuditLog(_store, time);
        Rates = new RateLimits(options.Limits);
        Desk = new SignInDesk(_store, options.Limits, time);
    }

    /// <summary>How much is answered.</summary>
    public ServeLimits Limits { get; }

    /// <summary>Who did what.</summary>
    public AuditLog Log { get; }

    /// <summary>How much is answered to whom.</summary>
    public RateLimits Rates { get; }

    /// <summary>Passwords and sessions.</summary>
    public SignInDesk Desk { get; }

    /// <summary>Users, tokens and sessions.</summary>
    public IAccessStore Store => _store;

    /// <summary>Entries of the audit, the newest first.</summary>
    public IReadOnlyList<AuditEntry> Audit(AuditQuery query) => _store.Audit(query);

    /// <summary>Finds out who asks; whoever that is, the request goes on.</summary>
    public Task IdentifyAsync(HttpContext context, RequestDelegate next)
    {
        Known(context)?.Enter(context);
        return next(context);
    }

    /// <summary>Lets it go on, or says why not.</summary>
    public async Task DecideAsync(HttpContext context, RequestDelegate next)
    {
        if (ScopeRules.IsOpen(context.Request))
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                size.MaxRequestBodySize = MostStrangerBytes;
            }

            await next(context);
            return;
        }

        if (Visitor.Of(context) is not { } visitor)
        {
            await TurnAwayAsync(context);
            return;
        }

        var needed = ScopeRules.Needed(context.Request);
        if (visitor.Scope < needed)
        {
            throw Refusal(context, ClosedSet.NameOf(needed));
        }

        await using var watch = IsStream(context)
            ? _time.CreateTimer(_ => EndIfGone(context), null, _glance, _glance)
            : null;
        await next(context);
    }

    /// <summary>Says that somebody may not do what needs a scope, and keeps that.</summary>
    public SaysoException Refusal(HttpContext context, string needed)
    {
        var visitor = Visitor.Of(context)!;
        Log.NoteRefusal(AuditAction.Refused, visitor.Name, RateLimits.NetworkOf(context), $"{visitor.Key} has no scope “{needed}”");
        return Refusal(visitor.Scope, needed);
    }

    /// <summary>Says that a scope is too small.</summary>
    public static SaysoException Refusal(AccessScope? has, string needed) => new(
        ProblemCodes.OutOfScope,
        $"This needs the scope “{needed}”, and {(has is { } scope ? $"you have “{ClosedSet.NameOf(scope)}”" : "you have none")}. "
        + "Whoever keeps the server gives it: sayso user, sayso token.");

    /// <summary>Answers one who asks too much.</summary>
    public async ValueTask LimitAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var context = rejected.HttpContext;
        Log.NoteRefusal(AuditAction.Limited, Visitor.Of(context)?.Name, RateLimits.NetworkOf(context), "too many requests");
        await Pipeline.LimitAsync(context, RateLimits.WaitOf(rejected.Lease));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Log.Dispose();
        Rates.Dispose();
        Desk.Dispose();
    }

    /// <summary>Whether an answer may stay open for as long as the asker likes: then it has no bound of time either.</summary>
    private static bool IsStream(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<DisableRequestTimeoutAttribute>() is not null;

    private void EndIfGone(HttpContext context)
    {
        try
        {
            if (Known(context) is null)
            {
                context.Abort();
            }
        }
        catch (Exception e) when (e is SaysoException or ObjectDisposedException or InvalidOperationException)
        {
            // The request has ended meanwhile, or the file of users is held for a moment: the next glance sees.
        }
    }

    /// <summary>Whoever shows a good token, or has a good session. A token that is shown counts, whatever the cookie.</summary>
    private Visitor? Known(HttpContext context)
    {
        var request = context.Request;
        return request.Headers.Authorization is { Count: > 0 } shown
            ? shown is [{ } one] && one.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? OfToken(one[Scheme.Length..].Trim()) : null
            : MayUseCookie(request) && Desk.Find(context) is { } found ? found : null;
    }

    /// <summary>
    /// A browser sends cookies by itself, also where another site made it ask. Programs that write therefore show a token, and
    /// a page's form is taken only where the browser says that it is ours.
    /// </summary>
    private static bool MayUseCookie(HttpRequest request) =>
        ScopeRules.IsSafe(request) || (!ProblemDetail.IsForProgram(request) && Guard.IsSaidToBeFromHere(request));

    private Visitor? OfToken(string token)
    {
        var now = Instant.FromDateTimeOffset(_time.GetUtcNow());
        if (_store.FindToken(Secret.HashOf(token)) is not { } found || found.StateAt(now) is not TokenState.Good
            || _store.FindUser(found.User) is not { } user)
        {
            return null;
        }

        if (found.Used is not { } used || now - used > Duration.FromHours(1))
        {
            _store.UseToken(found.Name, now);
        }

        return new Visitor(user.Name, found.Scope < user.Scope ? found.Scope : user.Scope) { Token = found.Name };
    }

    /// <summary>A person is sent to sign in; a program, or what would have changed something, is told.</summary>
    private Task TurnAwayAsync(HttpContext context)
    {
        var (request, hasToken) = (context.Request, context.Request.Headers.Authorization.Count > 0);
        if (!ProblemDetail.IsForProgram(request) && ScopeRules.IsSafe(request) && !hasToken)
        {
            context.Response.Redirect(Links.With(ScopeRules.SignIn, ("back", Links.Local($"{request.Path}{request.QueryString}"))));
            return Task.CompletedTask;
        }

        var why = hasToken ? "a token that is not known, has expired or was revoked" : "no token, and no session that counts for this";
        Log.NoteRefusal(AuditAction.Refused, null, RateLimits.NetworkOf(context), why);
        context.Response.Headers.WWWAuthenticate = hasToken ? "Bearer realm=\"sayso\", error=\"invalid_token\"" : "Bearer realm=\"sayso\"";
        var message = hasToken
            ? "The token is not known, has expired, or was revoked."
            : "This needs a token: Authorization: Bearer sayso_…, as `sayso token add` gives it. In a browser, sign in.";
        return Pipeline.ShowAsync(context, new Problem(ProblemCodes.NotSignedIn, message), StatusCodes.Status401Unauthorized);
    }
}
