using Microsoft.AspNetCore.Http;
using Sayso.Core.Access;
using Sayso.Web.Api;

namespace Sayso.Web.Access;

/// <summary>
/// What a request needs, told by its method and path before anything is looked up, so that an address added later is not open by
/// oversight: reading needs <c>read</c>, anything else <c>write</c>, and only what is named here is otherwise.
/// </summary>
internal static class ScopeRules
{
    /// <summary>Where one signs in.</summary>
    public const string SignIn = "/sign-in";

    /// <summary>What one signs out by.</summary>
    public const string SignOut = "/sign-out";

    /// <summary>One's own sessions and password.</summary>
    public const string Account = "/account";

    /// <summary>What one has seen of a watchlist.</summary>
    public const string Seen = "/watchlists/seen";

    /// <summary>Who did what.</summary>
    public const string Audit = "/audit";

    /// <summary>The users, for programs.</summary>
    public const string Users = $"{ApiMap.Root}/users";

    /// <summary>The tokens, for programs.</summary>
    public const string Tokens = $"{ApiMap.Root}/tokens";

    /// <summary>Who did what, for programs.</summary>
    public const string AuditEntries = $"{ApiMap.Root}/audit";

    private const string Assets = "/assets";
    private const string Assistants = "/mcp";

    private static readonly string[] _admins = [Audit, Users, Tokens, AuditEntries];

    /// <summary>Whether anybody may ask it: signing in, and how that page looks.</summary>
    public static bool IsOpen(HttpRequest request) => IsAsset(request) || request.Path.Equals(SignIn, StringComparison.Ordinal);

    /// <summary>Whether it is a style, script, font or icon, which are the same for everybody.</summary>
    public static bool IsAsset(HttpRequest request) => IsSafe(request) && request.Path.StartsWithSegments(Assets, StringComparison.Ordinal);

    /// <summary>What it needs.</summary>
    public static AccessScope Needed(HttpRequest request)
    {
        var path = request.Path;

        // Routes do not mind case, and so this must not where it asks for more.
        return _admins.Any(admin => path.StartsWithSegments(admin, StringComparison.OrdinalIgnoreCase)) ? AccessScope.Admin
            : IsSafe(request) ? AccessScope.Read
            // What an assistant may do is asked tool by tool.
            : path.StartsWithSegments(Assistants, StringComparison.Ordinal)
                || path.Equals(SignOut, StringComparison.Ordinal)
                || path.Equals(Seen, StringComparison.Ordinal)
                || path.StartsWithSegments(Account, StringComparison.Ordinal) ? AccessScope.Read
            : AccessScope.Write;
    }

    /// <summary>Whether it only looks.</summary>
    public static bool IsSafe(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
