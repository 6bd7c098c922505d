using NodaTime;

namespace Sayso.Core.Access;

/// <summary>What a program shows instead of a password. The token itself is known to its holder only; a hash of it is kept.</summary>
/// <param name="Name">What it is called, in lists and in the audit.</param>
/// <param name="User">On whose behalf it acts.</param>
/// <param name="Scope">What it may do; never more than its user.</param>
/// <param name="Created">When it was made.</param>
public sealed record AccessToken(string Name, string User, AccessScope Scope, Instant Created)
{
    /// <summary>From when on it is good no more; <c>null</c> for never.</summary>
    public Instant? Expires { get; init; }

    /// <summary>When it was revoked; <c>null</c> where it was not.</summary>
    public Instant? Revoked { get; init; }

    /// <summary>When it was last shown, to the hour; <c>null</c> for never.</summary>
    public Instant? Used { get; init; }

    /// <summary>How it stands.</summary>
    /// <param name="now">When.</param>
    public TokenState StateAt(Instant now) =>
        Revoked is not null ? TokenState.Revoked : Expires <= now ? TokenState.Expired : TokenState.Good;
}

/// <summary>How a token stands.</summary>
public enum TokenState
{
    /// <summary>It is taken.</summary>
    Good,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was revoked.</summary>
    Revoked,
}
