using Microsoft.Data.Sqlite;
using NodaTime;
using Sayso.Core.Access;
using Sayso.Core.Errors;
using Sayso.Core.Text;
using Sayso.Storage.Files;

namespace Sayso.Storage.Access;

/// <summary>
/// Users, tokens, sessions and the audit in a SQLite file beside the ledger: <c>sayso.db-access</c>, which only its owner may read.
/// Safe for use by several threads and processes.
/// </summary>
public sealed class SqliteAccess : IAccessStore
{
    private const string Ending = "-access";

    private readonly Lock _lock = new();
    private readonly Database _database;

    private SqliteAccess(Database database) => _database = database;

    /// <summary>Where the users of a ledger are kept.</summary>
    /// <param name="ledger">The ledger's file.</param>
    public static string PathOf(string ledger) => Path.GetFullPath(ledger) + Ending;

    /// <summary>Opens the users of a ledger; <c>null</c> where it never had any.</summary>
    /// <param name="ledger">The ledger's file.</param>
    /// <exception cref="SaysoException">The file cannot be used (<c>SAY7009</c>).</exception>
    public static SqliteAccess? Open(string ledger) => File.Exists(PathOf(ledger)) ? OpenOrCreate(ledger) : null;

    /// <summary>Opens the users of a ledger, and makes the file where there is none.</summary>
    /// <param name="ledger">The ledger's file.</param>
    /// <exception cref="SaysoException">The file cannot be used (<c>SAY7009</c>).</exception>
    public static SqliteAccess OpenOrCreate(string ledger)
    {
        var path = PathOf(ledger);
        try
        {
            return new SqliteAccess(AccessFile.Open(path));
        }
        catch (Exception e) when (e is SaysoException or SqliteException or IOException or UnauthorizedAccessException)
        {
            throw AccessFile.Failed(path, e);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<User> Users() => Do(d => d.All("SELECT name, scope, created FROM user ORDER BY key", UserOf));

    /// <inheritdoc/>
    public User? FindUser(string name) =>
        Do(d => d.First("SELECT name, scope, created FROM user WHERE key = $key", UserOf, ("$key", User.KeyOf(name))));

    /// <inheritdoc/>
    public string? PasswordHashOf(string name) =>
        Do(d => d.First("SELECT password FROM user WHERE key = $key", r => r.GetString(0), ("$key", User.KeyOf(name))));

    /// <inheritdoc/>
    public bool AddUser(User user, string passwordHash)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Do(d => d.Execute(
            "INSERT INTO user (key, name, scope, password, created) VALUES ($key, $name, $scope, $password, $created) "
            + "ON CONFLICT (key) DO NOTHING",
            ("$key", User.KeyOf(user.Name)),
            ("$name", user.Name),
            ("$scope", ClosedSet.NameOf(user.Scope)),
            ("$password", passwordHash),
            ("$created", user.Created.ToUnixTimeTicks()))) > 0;
    }

    /// <inheritdoc/>
    public bool SetPassword(string name, string passwordHash, long? keptSession = null) => Do(d => d.Transaction(() =>
    {
        var key = User.KeyOf(name);
        d.Execute("DELETE FROM session WHERE user = $key AND id IS NOT $kept", ("$key", key), ("$kept", keptSession));
        return d.Execute("UPDATE user SET password = $password WHERE key = $key", ("$password", passwordHash), ("$key", key)) > 0;
    }));

    /// <inheritdoc/>
    public bool SetScope(string name, AccessScope scope, bool keepsAnAdmin = false) => Do(d => d.Execute(
        $"UPDATE user SET scope = $scope WHERE key = $key AND scope <> $scope AND {IsSpare}",
        ("$scope", ClosedSet.NameOf(scope)),
        ("$key", User.KeyOf(name)),
        ("$keeps", keepsAnAdmin ? 1 : 0),
        ("$admin", ClosedSet.NameOf(AccessScope.Admin)))) > 0;

    /// <inheritdoc/>
    public bool RemoveUser(string name, bool keepsAnAdmin = false) => Do(d => d.Execute(
        $"DELETE FROM user WHERE key = $key AND {IsSpare}",
        ("$key", User.KeyOf(name)),
        ("$keeps", keepsAnAdmin ? 1 : 0),
        ("$admin", ClosedSet.NameOf(AccessScope.Admin)))) > 0;

    /// <inheritdoc/>
    public IReadOnlyList<AccessToken> Tokens() => Do(d => d.All($"{TokenColumns} ORDER BY token.key", TokenOf));

    /// <inheritdoc/>
    public bool AddToken(AccessToken token, string hash)
    {
        ArgumentNullException.ThrowIfNull(token);
        return Do(d => d.Execute(
            "INSERT INTO token (key, name, user, scope, hash, created, expires) VALUES ($key, $name, $user, $scope, $hash, $created, $expires) "
            + "ON CONFLICT (key) DO NOTHING",
            ("$key", User.KeyOf(token.Name)),
            ("$name", token.Name),
            ("$user", User.KeyOf(token.User)),
            ("$scope", ClosedSet.NameOf(token.Scope)),
            ("$hash", hash),
            ("$created", token.Created.ToUnixTimeTicks()),
            ("$expires", token.Expires?.ToUnixTimeTicks()))) > 0;
    }

    /// <inheritdoc/>
    public AccessToken? FindToken(string hash) => Do(d => d.First($"{TokenColumns} WHERE hash = $hash", TokenOf, ("$hash", hash)));

    /// <inheritdoc/>
    public void UseToken(string name, Instant now) =>
        Do(d => d.Execute("UPDATE token SET used = $now WHERE key = $key", ("$now", now.ToUnixTimeTicks()), ("$key", User.KeyOf(name))));

    /// <inheritdoc/>
    public bool RevokeToken(string name, Instant now) => Do(d => d.Execute(
        "UPDATE token SET revoked = $now WHERE key = $key AND revoked IS NULL", ("$now", now.ToUnixTimeTicks()), ("$key", User.KeyOf(name)))) > 0;

    /// <inheritdoc/>
    public IReadOnlyList<SignInSession> Sessions(string user) =>
        Do(d => d.All($"{SessionColumns} WHERE session.user = $user ORDER BY id DESC", SessionOf, ("$user", User.KeyOf(user))));

    /// <inheritdoc/>
    public void AddSession(SignInSession session, string hash)
    {
        ArgumentNullException.ThrowIfNull(session);
        Do(d => d.Execute(
            "INSERT INTO session (user, hash, created, expires, seen, address, agent) "
            + "VALUES ($user, $hash, $created, $expires, $seen, $address, $agent)",
            ("$user", User.KeyOf(session.User)),
            ("$hash", hash),
            ("$created", session.Created.ToUnixTimeTicks()),
            ("$expires", session.Expires.ToUnixTimeTicks()),
            ("$seen", session.Seen.ToUnixTimeTicks()),
            ("$address", session.Address),
            ("$agent", session.Agent)));
    }

    /// <inheritdoc/>
    public SignInSession? FindSession(string hash) => Do(d => d.First($"{SessionColumns} WHERE hash = $hash", SessionOf, ("$hash", hash)));

    /// <inheritdoc/>
    public void UseSession(long id, Instant now) =>
        Do(d => d.Execute("UPDATE session SET seen = $now WHERE id = $id", ("$now", now.ToUnixTimeTicks()), ("$id", id)));

    /// <inheritdoc/>
    public bool EndSession(string user, long id) =>
        Do(d => d.Execute("DELETE FROM session WHERE id = $id AND user = $user", ("$id", id), ("$user", User.KeyOf(user)))) > 0;

    /// <inheritdoc/>
    public void EndOldSessions(Instant now, Instant idleSince) => Do(d => d.Execute(
        "DELETE FROM session WHERE expires <= $now OR seen < $idle", ("$now", now.ToUnixTimeTicks()), ("$idle", idleSince.ToUnixTimeTicks())));

    /// <inheritdoc/>
    public void Append(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Do(d => d.Execute(
            "INSERT INTO audit (at, action, user, key, place, detail, count) VALUES ($at, $action, $user, $key, $place, $detail, $count)",
            ("$at", entry.At.ToUnixTimeTicks()),
            ("$action", ClosedSet.NameOf(entry.Action)),
            ("$user", entry.User),
            ("$key", entry.User is { } user ? User.KeyOf(user) : null),
            ("$place", entry.From),
            ("$detail", entry.Detail),
            ("$count", entry.Count)));
    }

    /// <inheritdoc/>
    public IReadOnlyList<AuditEntry> Audit(AuditQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Do(d => d.All(
            """
            SELECT sequence, at, action, user, place, detail, count FROM audit
            WHERE ($key IS NULL OR key = $key) AND ($action IS NULL OR action = $action) AND ($since IS NULL OR at >= $since)
                AND ($before IS NULL OR sequence < $before)
            ORDER BY sequence DESC LIMIT $limit
            """,
            EntryOf,
            ("$key", query.User is { } user ? User.KeyOf(user) : null),
            ("$action", query.Action is { } action ? ClosedSet.NameOf(action) : null),
            ("$since", query.Since?.ToUnixTimeTicks()),
            ("$before", query.Before),
            ("$limit", query.Limit)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _database.Dispose();
        }
    }

    /// <summary>Asked in the same step as the change, so that two admins who remove each other at once leave one.</summary>
    private const string IsSpare = "($keeps = 0 OR scope <> $admin OR (SELECT count(*) FROM user WHERE scope = $admin) > 1)";

    private const string TokenColumns =
        "SELECT token.name, user.name, token.scope, token.created, expires, revoked, used FROM token JOIN user ON user.key = token.user";

    private const string SessionColumns =
        "SELECT id, user.name, session.created, expires, seen, address, agent FROM session JOIN user ON user.key = session.user";

    private static User UserOf(SqliteDataReader row) => new(row.GetString(0), ScopeOf(row, 1), TimeOf(row, 2));

    private static AccessToken TokenOf(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), ScopeOf(row, 2), TimeOf(row, 3))
    {
        Expires = MayBeTimeOf(row, 4),
        Revoked = MayBeTimeOf(row, 5),
        Used = MayBeTimeOf(row, 6),
    };

    private static SignInSession SessionOf(SqliteDataReader row) => new(row.GetInt64(0), row.GetString(1), TimeOf(row, 2), TimeOf(row, 3))
    {
        Seen = TimeOf(row, 4),
        Address = WordsOf(row, 5),
        Agent = WordsOf(row, 6),
    };

    private static AuditEntry EntryOf(SqliteDataReader row) => new(row.GetInt64(0), TimeOf(row, 1), ActionOf(row.GetString(2)))
    {
        User = WordsOf(row, 3),
        From = WordsOf(row, 4),
        Detail = WordsOf(row, 5),
        Count = row.GetInt64(6),
    };

    private static AuditAction ActionOf(string word) =>
        ClosedSet.Parse<AuditAction>(word) ?? throw new InvalidDataException($"“{word}” is nothing that is audited.");

    private static AccessScope ScopeOf(SqliteDataReader row, int at) =>
        ClosedSet.Parse<AccessScope>(row.GetString(at)) ?? throw new InvalidDataException("A scope is malformed.");

    private static Instant TimeOf(SqliteDataReader row, int at) => Instant.FromUnixTimeTicks(row.GetInt64(at));

    private static Instant? MayBeTimeOf(SqliteDataReader row, int at) => row.IsDBNull(at) ? null : TimeOf(row, at);

    private static string? WordsOf(SqliteDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    private T Do<T>(Func<Database, T> step)
    {
        lock (_lock)
        {
            try
            {
                return step(_database);
            }
            catch (SaysoException e)
            {
                throw AccessFile.Failed(_database.Path, e);
            }
        }
    }
}
