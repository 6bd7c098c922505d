using NodaTime;
using Sayso.Core.Access;

namespace Sayso.Storage.Tests.Doubles;

/// <summary>Users in lists: what the SQLite file is compared with. For use by one thread.</summary>
internal sealed class InMemoryAccess : IAccessStore
{
    private readonly List<(User User, string Hash)> _users = [];
    private readonly List<(AccessToken Token, string Hash)> _tokens = [];
    private readonly List<(SignInSession Session, string Hash)> _sessions = [];
    private readonly List<AuditEntry> _audit = [];
    private long _lastSession;

    public IReadOnlyList<User> Users() => [.. _users.Select(u => u.User).OrderBy(u => User.KeyOf(u.Name), StringComparer.Ordinal)];

    public User? FindUser(string name) => Users().FirstOrDefault(u => IsSame(u.Name, name));

    public string? PasswordHashOf(string name) => _users.FirstOrDefault(u => IsSame(u.User.Name, name)).Hash;

    public bool AddUser(User user, string passwordHash)
    {
        if (FindUser(user.Name) is not null)
        {
            return false;
        }

        _users.Add((user, passwordHash));
        return true;
    }

    public bool SetPassword(string name, string passwordHash, long? keptSession = null)
    {
        _sessions.RemoveAll(s => IsSame(s.Session.User, name) && s.Session.Id != keptSession);
        var at = _users.FindIndex(u => IsSame(u.User.Name, name));
        if (at >= 0)
        {
            _users[at] = (_users[at].User, passwordHash);
        }

        return at >= 0;
    }

    public bool SetScope(string name, AccessScope scope, bool keepsAnAdmin = false)
    {
        var at = _users.FindIndex(u => IsSame(u.User.Name, name));
        if (at < 0 || _users[at].User.Scope == scope || (keepsAnAdmin && IsLastAdmin(name)))
        {
            return false;
        }

        _users[at] = (_users[at].User with { Scope = scope }, _users[at].Hash);
        return true;
    }

    public bool RemoveUser(string name, bool keepsAnAdmin = false)
    {
        if (keepsAnAdmin && IsLastAdmin(name))
        {
            return false;
        }

        _tokens.RemoveAll(t => IsSame(t.Token.User, name));
        _sessions.RemoveAll(s => IsSame(s.Session.User, name));
        return _users.RemoveAll(u => IsSame(u.User.Name, name)) > 0;
    }

    public IReadOnlyList<AccessToken> Tokens() => [.. _tokens.Select(t => t.Token).OrderBy(t => User.KeyOf(t.Name), StringComparer.Ordinal)];

    public bool AddToken(AccessToken token, string hash)
    {
        if (_tokens.Any(t => IsSame(t.Token.Name, token.Name)))
        {
            return false;
        }

        _tokens.Add((token, hash));
        return true;
    }

    public AccessToken? FindToken(string hash) => _tokens.FirstOrDefault(t => t.Hash == hash).Token;

    public void UseToken(string name, Instant now) => Change(name, t => t with { Used = now });

    public bool RevokeToken(string name, Instant now) =>
        Tokens().Any(t => IsSame(t.Name, name) && t.Revoked is null) && Change(name, t => t with { Revoked = now });

    public IReadOnlyList<SignInSession> Sessions(string user) => [.. _sessions.Select(s => s.Session).Where(s => IsSame(s.User, user)).OrderByDescending(s => s.Id)];

    public void AddSession(SignInSession session, string hash) => _sessions.Add((session with { Id = ++_lastSession }, hash));

    public SignInSession? FindSession(string hash) => _sessions.FirstOrDefault(s => s.Hash == hash).Session;

    public void UseSession(long id, Instant now)
    {
        var at = _sessions.FindIndex(s => s.Session.Id == id);
        _sessions[at] = (_sessions[at].Session with { Seen = now }, _sessions[at].Hash);
    }

    public bool EndSession(string user, long id) => _sessions.RemoveAll(s => s.Session.Id == id && IsSame(s.Session.User, user)) > 0;

    public void EndOldSessions(Instant now, Instant idleSince) => _sessions.RemoveAll(s => s.Session.Expires <= now || s.Session.Seen < idleSince);

    public void Append(AuditEntry entry) => _audit.Add(entry with { Sequence = _audit.Count + 1 });

    public IReadOnlyList<AuditEntry> Audit(AuditQuery query) =>
    [
        .. _audit.Where(e => (query.User is null || (e.User is not null && IsSame(e.User, query.User))) && (query.Action is null || e.Action == query.Action)
                && (query.Since is null || e.At >= query.Since) && (query.Before is null || e.Sequence < query.Before))
            .OrderByDescending(e => e.Sequence).Take(query.Limit),
    ];

    public void Dispose()
    {
        // Nothing is held.
    }

    private bool IsLastAdmin(string name) =>
        _users.Where(u => u.User.Scope is AccessScope.Admin).Select(u => u.User.Name).ToList() is [var only] && IsSame(only, name);

    private static bool IsSame(string one, string other) => User.KeyOf(one) == User.KeyOf(other);

    private bool Change(string name, Func<AccessToken, AccessToken> change)
    {
        var at = _tokens.FindIndex(t => IsSame(t.Token.Name, name));
        _tokens[at] = (change(_tokens[at].Token), _tokens[at].Hash);
        return true;
    }
}
