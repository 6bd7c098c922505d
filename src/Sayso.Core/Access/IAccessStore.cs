using NodaTime;

namespace Sayso.Core.Access;

/// <summary>Users, tokens, sessions and the audit of one ledger. Safe for use by several threads and processes.</summary>
public interface IAccessStore : IDisposable
{
    /// <summary>All users, by name.</summary>
    IReadOnlyList<User> Users();

    /// <summary>The user of a name, whatever the case of its letters; <c>null</c> where there is none.</summary>
    User? FindUser(string name);

    /// <summary>The hash of a user's password; <c>null</c> where there is no such user.</summary>
    string? PasswordHashOf(string name);

    /// <summary>Adds a user; <c>false</c> where there is one of that name.</summary>
    bool AddUser(User user, string passwordHash);

    /// <summary>Sets the hash of a password and ends the user's sessions; <c>false</c> where there is no such user.</summary>
    /// <param name="name">The user.</param>
    /// <param name="passwordHash">The new hash.</param>
    /// <param name="keptSession">A session that goes on; <c>null</c> for none.</param>
    bool SetPassword(string name, string passwordHash, long? keptSession = null);

    /// <summary>Sets what a user may do, from the next request on; <c>false</c> where nothing was changed.</summary>
    /// <param name="name">The user.</param>
    /// <param name="scope">What the user may do.</param>
    /// <param name="keepsAnAdmin">Whether the last user who may all stays one.</param>
    bool SetScope(string name, AccessScope scope, bool keepsAnAdmin = false);

    /// <summary>Removes a user, with tokens and sessions; <c>false</c> where nobody was removed.</summary>
    /// <param name="name">The user.</param>
    /// <param name="keepsAnAdmin">Whether the last user who may all stays.</param>
    bool RemoveUser(string name, bool keepsAnAdmin = false);

    /// <summary>All tokens, revoked and expired ones too, by name.</summary>
    IReadOnlyList<AccessToken> Tokens();

    /// <summary>Adds a token of a user who is there; <c>false</c> where there is one of that name.</summary>
    bool AddToken(AccessToken token, string hash);

    /// <summary>The token of a hash; <c>null</c> where there is none.</summary>
    AccessToken? FindToken(string hash);

    /// <summary>Notes that a token was shown.</summary>
    void UseToken(string name, Instant now);

    /// <summary>Revokes a token; <c>false</c> where there is none of that name that is not revoked yet.</summary>
    bool RevokeToken(string name, Instant now);

    /// <summary>The sessions of a user, the newest first.</summary>
    IReadOnlyList<SignInSession> Sessions(string user);

    /// <summary>Begins a session.</summary>
    void AddSession(SignInSession session, string hash);

    /// <summary>The session of a hash; <c>null</c> where there is none.</summary>
    SignInSession? FindSession(string hash);

    /// <summary>Notes that a session asked for something.</summary>
    void UseSession(long id, Instant now);

    /// <summary>Ends a session of a user; <c>false</c> where there is none of that number.</summary>
    bool EndSession(string user, long id);

    /// <summary>Ends those whose time is over.</summary>
    /// <param name="now">The time.</param>
    /// <param name="idleSince">Those that asked for nothing since then, too.</param>
    void EndOldSessions(Instant now, Instant idleSince);

    /// <summary>Keeps an entry of the audit, under the next number.</summary>
    void Append(AuditEntry entry);

    /// <summary>Entries of the audit, the newest first.</summary>
    IReadOnlyList<AuditEntry> Audit(AuditQuery query);
}
