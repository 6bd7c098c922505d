using Microsoft.AspNetCore.Http;
using NodaTime;
using Sayso.Core.Access;

namespace Sayso.Web.Access;

/// <summary>Checks passwords, begins and ends sessions. Safe for use by several threads.</summary>
internal sealed class SignInDesk(IAccessStore store, ServeLimits limits, TimeProvider time) : IDisposable
{
    private const string Cookie = "sayso-session";

    /// <summary>Over TLS a browser takes a cookie of this name only from this host and over TLS.</summary>
    private const string SecureCookie = $"__Host-{Cookie}";

    private const int PasswordsAtOnce = 2;
    private const int LongestAgent = 200;

    private static readonly Duration _seen = Duration.FromMinutes(1);

    // Hashing is slow on purpose: a crowd that tries to sign in must not take all processors.
    private readonly SemaphoreSlim _hashing = new(PasswordsAtOnce);

    /// <summary>The user whose name and password these are; <c>null</c> where they do not go together, after as long a time.</summary>
    public Task<User?> CheckAsync(string name, string password, CancellationToken cancellationToken) =>
        HashingAsync(() => Passwords.Verify(store.PasswordHashOf(name), password) ? store.FindUser(name) : null, cancellationToken);

    /// <summary>Does something that hashes a password, when it is its turn.</summary>
    public async Task<T> HashingAsync<T>(Func<T> act, CancellationToken cancellationToken)
    {
        await _hashing.WaitAsync(cancellationToken);
        try
        {
            return act();
        }
        finally
        {
            _hashing.Release();
        }
    }

    /// <summary>Whether there is such a user: for the audit, which keeps no word that was typed by mistake in place of a name.</summary>
    public string? NameOf(string typed) => store.FindUser(typed)?.Name;

    /// <summary>Begins a session under a new secret; the one that the browser had is ended.</summary>
    public void Begin(HttpContext context, User user)
    {
        var now = Now();
        store.EndOldSessions(now, now - Duration.FromTimeSpan(limits.Idle));
        End(context);
        var secret = Secret.New();
        var agent = context.Request.Headers.UserAgent.ToString();
        store.AddSession(
            new SignInSession(0, user.Name, now, now + Duration.FromTimeSpan(limits.Session))
            {
                Address = RateLimits.NetworkOf(context),
                Agent = agent.Length == 0 ? null : agent[..Math.Min(agent.Length, LongestAgent)],
            },
            Secret.HashOf(secret));
        context.Response.Cookies.Append(NameFor(context), secret, Options(context, limits.Session));
    }

    /// <summary>Ends the session that the browser has, if it has one.</summary>
    public void End(HttpContext context)
    {
        if (Session(context) is { } session)
        {
            store.EndSession(session.User, session.Id);
        }

        context.Response.Cookies.Delete(NameFor(context), Options(context, null));
    }

    /// <summary>Who is signed in in the browser that asks.</summary>
    public Visitor? Find(HttpContext context)
    {
        var now = Now();
        if (Session(context) is not { } session || session.Expires <= now || session.Seen + Duration.FromTimeSpan(limits.Idle) < now
            || store.FindUser(session.User) is not { } user)
        {
            return null;
        }

        if (now - session.Seen > _seen)
        {
            store.UseSession(session.Id, now);
        }

        return new Visitor(user.Name, user.Scope) { Session = session.Id };
    }

    /// <summary>The sessions of a user, the newest first.</summary>
    public IReadOnlyList<SignInSession> Sessions(string user)
    {
        store.EndOldSessions(Now(), Now() - Duration.FromTimeSpan(limits.Idle));
        return store.Sessions(user);
    }

    /// <summary>The tokens of a user that are good.</summary>
    public IReadOnlyList<AccessToken> Tokens(string user) =>
        [.. store.Tokens().Where(t => t.User == user && t.StateAt(Now()) is TokenState.Good)];

    /// <summary>Ends a session of a user.</summary>
    public bool End(string user, long session) => store.EndSession(user, session);

    /// <summary>Sets a user's password; all sessions but one end.</summary>
    /// <exception cref="Core.Errors.SaysoException">The password is too weak (<c>SAY7008</c>).</exception>
    public void SetPassword(Visitor visitor, string password) =>
        store.SetPassword(visitor.Name, Passwords.Hash(visitor.Name, password), visitor.Session);

    /// <inheritdoc/>
    public void Dispose() => _hashing.Dispose();

    private static string NameFor(HttpContext context) => context.Request.IsHttps ? SecureCookie : Cookie;

    /// <summary>Lax and not strict: a link in a message leads to the page, not to signing in again. Nothing is changed by following a link.</summary>
    private static CookieOptions Options(HttpContext context, TimeSpan? age) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = "/",
        MaxAge = age,
        IsEssential = true,
    };

    private SignInSession? Session(HttpContext context) =>
        context.Request.Cookies[NameFor(context)] is { Length: > 0 } secret ? store.FindSession(Secret.HashOf(secret)) : null;

    private Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());
}
