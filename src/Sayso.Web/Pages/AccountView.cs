using NodaTime;
using Sayso.Core.Access;

namespace Sayso.Web.Pages;

/// <summary>A user's own sessions and tokens.</summary>
/// <param name="Name">The user.</param>
/// <param name="Scope">What may be done.</param>
/// <param name="Now">The time.</param>
public sealed record AccountView(string Name, AccessScope Scope, Instant Now)
{
    /// <summary>The sessions, the newest first.</summary>
    public IReadOnlyList<SignInSession> Sessions { get; init; } = [];

    /// <summary>The tokens that are good.</summary>
    public IReadOnlyList<AccessToken> Tokens { get; init; } = [];

    /// <summary>The session that asks; 0 where a token does.</summary>
    public long Current { get; init; }

    /// <summary>What came of what was asked for; <c>null</c> where nothing was.</summary>
    public string? Said { get; init; }

    /// <summary>Whether that was done.</summary>
    public bool IsGood { get; init; }

    /// <summary>What the scope lets one do, in words.</summary>
    public string Means => Scope switch
    {
        AccessScope.Read => "You may read everything, and change nothing.",
        AccessScope.Write => "You may read, add documents, correct and note; your name signs what you do.",
        _ => "You may read, add, correct and note under your name, and see who did what.",
    };
}
