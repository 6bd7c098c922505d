using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Sayso.Core.Access;
using Sayso.Core.Text;

namespace Sayso.Web.Access;

/// <summary>Who asks, where that is asked for.</summary>
/// <param name="Name">The user's name.</param>
/// <param name="Scope">What may be done.</param>
internal sealed record Visitor(string Name, AccessScope Scope)
{
    private const string ScopeClaim = "sayso-scope";

    /// <summary>The name of the token that was shown; <c>null</c> for a session.</summary>
    public string? Token { get; init; }

    /// <summary>The session; 0 for a token.</summary>
    public long Session { get; init; }

    /// <summary>What requests are counted by.</summary>
    public string Key => Token is null ? $"session {Session}" : $"token {Token}";

    /// <summary>Whoever asks; <c>null</c> where nobody has to say.</summary>
    public static Visitor? Of(HttpContext? context) => context?.Features.Get<Visitor>();

    /// <summary>By whose looking what is new on a watchlist is told: the user's name; empty where nobody has to say who he is.</summary>
    public static string ReaderOf(HttpContext context) => Of(context)?.Name ?? string.Empty;

    /// <summary>The name that a message of an assistant carries; <c>null</c> where nobody has to say.</summary>
    public static string? NameOf(ClaimsPrincipal? user) => user?.Identity?.Name;

    /// <summary>Whether the user of an assistant's message may do this.</summary>
    public static bool May(ClaimsPrincipal? user, AccessScope scope) => ScopeOf(user) >= scope;

    /// <summary>What the user of an assistant's message may do; <c>null</c> where there is no user.</summary>
    public static AccessScope? ScopeOf(ClaimsPrincipal? user) => ClosedSet.Parse<AccessScope>(user?.FindFirst(ScopeClaim)?.Value);

    /// <summary>Makes it known to all that comes later in the request.</summary>
    public void Enter(HttpContext context)
    {
        context.Features.Set(this);

        // Forms are bound to the identity: one that was shown before signing in, or to somebody else, is not taken.
        context.User = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, Name), new Claim(ClaimTypes.NameIdentifier, $"{Name}\n{Key}"), new Claim(ScopeClaim, ClosedSet.NameOf(Scope))],
            "sayso"));
    }
}
