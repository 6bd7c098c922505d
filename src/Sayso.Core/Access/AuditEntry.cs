using NodaTime;

namespace Sayso.Core.Access;

/// <summary>What is kept of who did what.</summary>
public enum AuditAction
{
    /// <summary>A user signed in.</summary>
    SignIn,

    /// <summary>Name and password did not go together.</summary>
    SignInFailed,

    /// <summary>A user signed out.</summary>
    SignOut,

    /// <summary>A session was ended from elsewhere.</summary>
    SessionEnd,

    /// <summary>A request was refused: no token or session, a bad one, or one that may not do this.</summary>
    Refused,

    /// <summary>Requests were refused since there were too many.</summary>
    Limited,

    /// <summary>Documents were handed in.</summary>
    DocumentAdd,

    /// <summary>Something was corrected or noted.</summary>
    Correct,

    /// <summary>A watchlist was made, removed, brought back, or said to be seen.</summary>
    WatchlistChange,

    /// <summary>A user was added.</summary>
    UserAdd,

    /// <summary>A user was removed, with tokens and sessions.</summary>
    UserRemove,

    /// <summary>A user may do more, or less, than before.</summary>
    ScopeChange,

    /// <summary>A password was set, which ends the user's sessions.</summary>
    PasswordChange,

    /// <summary>A token was made.</summary>
    TokenAdd,

    /// <summary>A token was revoked.</summary>
    TokenRevoke,
}

/// <summary>Who did what, when and from where. Holds no password, no token and no hash of one.</summary>
/// <param name="Sequence">Its number, from 1; 0 before it is kept.</param>
/// <param name="At">When.</param>
/// <param name="Action">What.</param>
public sealed record AuditEntry(long Sequence, Instant At, AuditAction Action)
{
    /// <summary>Where an entry comes from that was made at the command line.</summary>
    public const string CommandLine = "command line";

    /// <summary>Who; <c>null</c> where that is not known.</summary>
    public string? User { get; init; }

    /// <summary>From which address, or <see cref="CommandLine"/>.</summary>
    public string? From { get; init; }

    /// <summary>More of it, in words; <c>null</c> where there is no more.</summary>
    public string? Detail { get; init; }

    /// <summary>For how many like it stands; refusals of one minute that are alike are one entry.</summary>
    public long Count { get; init; } = 1;
}

/// <summary>Which entries of the audit are asked for. What is not given does not narrow.</summary>
public sealed record AuditQuery
{
    /// <summary>Of this user, whatever the case of its letters.</summary>
    public string? User { get; init; }

    /// <summary>Of this kind.</summary>
    public AuditAction? Action { get; init; }

    /// <summary>From then on.</summary>
    public Instant? Since { get; init; }

    /// <summary>Before this number: those further back.</summary>
    public long? Before { get; init; }

    /// <summary>At most so many, the newest.</summary>
    public int Limit { get; init; } = int.MaxValue;
}
