using NodaTime;
using NodaTime.Text;
using Sayso.Core.Access;
using Sayso.Core.Text;
using Sayso.Web.Access;
using Sayso.Web.Hosting;

namespace Sayso.Web.Pages;

/// <summary>Who did what: a part of it, the newest first.</summary>
public sealed record AuditView
{
    /// <summary>Entries of one page.</summary>
    public const int PageLength = 100;

    private static readonly LocalDateTimePattern _second = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    private readonly AuditQuery _query;

    /// <summary>Makes it of what was found.</summary>
    /// <param name="found">The entries, one more than a page has where there are more.</param>
    /// <param name="query">What was asked.</param>
    /// <param name="now">The time.</param>
    public AuditView(IReadOnlyList<AuditEntry> found, AuditQuery query, Instant now)
    {
        ArgumentNullException.ThrowIfNull(found);
        (_query, Now) = (query, now);
        Entries = [.. found.Take(PageLength)];
        Older = found.Count > PageLength ? Address(Entries[^1].Sequence) : null;
    }

    /// <summary>The entries.</summary>
    public IReadOnlyList<AuditEntry> Entries { get; }

    /// <summary>The time.</summary>
    public Instant Now { get; }

    /// <summary>Where those further back are; <c>null</c> where there are none.</summary>
    public string? Older { get; }

    /// <summary>Whose entries are asked for.</summary>
    public string? User => _query.User;

    /// <summary>Which are asked for.</summary>
    public AuditAction? Action => _query.Action;

    /// <summary>Since which day; <c>null</c> for all.</summary>
    public string? Since => _query.Since is { } since ? LocalDatePattern.Iso.Format(since.InUtc().Date) : null;

    /// <summary>When an entry was made, to the second: whoever looks here compares it with other records.</summary>
    public static string TimeOf(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return _second.Format(entry.At.InUtc().LocalDateTime);
    }

    /// <summary>An action in words.</summary>
    public static string WordsOf(AuditAction action) => action switch
    {
        AuditAction.SignIn => "signed in",
        AuditAction.SignInFailed => "failed to sign in",
        AuditAction.SignOut => "signed out",
        AuditAction.SessionEnd => "ended a session",
        AuditAction.Refused => "was refused",
        AuditAction.Limited => "asked too much",
        AuditAction.DocumentAdd => "handed in",
        AuditAction.Correct => "corrected",
        AuditAction.WatchlistChange => "changed a watchlist",
        AuditAction.UserAdd => "added a user",
        AuditAction.UserRemove => "removed a user",
        AuditAction.PasswordChange => "set a password",
        AuditAction.TokenAdd => "made a token",
        _ => "revoked a token",
    };

    /// <summary>Whether it is something that an administrator looks for.</summary>
    public static bool IsAlarm(AuditAction action) => action is AuditAction.SignInFailed or AuditAction.Refused or AuditAction.Limited;

    private string Address(long before) => Links.With(
        ScopeRules.Audit,
        ("user", User),
        ("action", Action is { } action ? ClosedSet.NameOf(action) : null),
        ("since", Since),
        ("before", before.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
