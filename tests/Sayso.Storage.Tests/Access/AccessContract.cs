using NodaTime;
using Sayso.Core.Access;
using Sayso.Storage.Access;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Access;

/// <summary>What every store of users does; each kind inherits these tests. A test starts with an empty one.</summary>
public abstract class AccessContract : IDisposable
{
    private static readonly Instant _now = Instant.FromUtc(2031, 3, 12, 7, 5);
    private static readonly User _rosa = new("Rosa", AccessScope.Admin, _now);
    private static readonly User _ola = new("ola", AccessScope.Write, _now);
    private IAccessStore? _store;

    private IAccessStore Store => _store ??= Open();

    /// <summary>Opens an empty store.</summary>
    protected abstract IAccessStore Open();

    public virtual void Dispose()
    {
        _store?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void User_IsFound_WhateverTheCaseOfItsName()
    {
        Assert.True(Store.AddUser(_rosa, "hash-of-rosa"));
        Assert.True(Store.AddUser(_ola, "hash-of-ola"));
        Assert.False(Store.AddUser(new User("ROSA", AccessScope.Read, _now), "another"));
        Assert.Equal([_ola, _rosa], Store.Users());
        Assert.Equal(_rosa, Store.FindUser("rosa"));
        Assert.Equal("hash-of-rosa", Store.PasswordHashOf("rOSA"));
        Assert.Null(Store.FindUser("ros"));
        Assert.Null(Store.PasswordHashOf("nobody"));
    }

    [Fact]
    public void Scope_IsSet_AndTheLastAdminKeptWhereThatIsAskedFor()
    {
        Store.AddUser(_rosa, "x");
        Store.AddUser(_ola, "y");
        Assert.False(Store.SetScope("nobody", AccessScope.Read));
        Assert.False(Store.SetScope("rosa", AccessScope.Admin));
        Assert.False(Store.SetScope("rosa", AccessScope.Write, keepsAnAdmin: true));
        Assert.False(Store.RemoveUser("ROSA", keepsAnAdmin: true));
        Assert.True(Store.SetScope("OLA", AccessScope.Admin, keepsAnAdmin: true));
        Assert.True(Store.SetScope("rosa", AccessScope.Read, keepsAnAdmin: true));
        Assert.Equal([_ola with { Scope = AccessScope.Admin }, _rosa with { Scope = AccessScope.Read }], Store.Users());
        Assert.Equal("x", Store.PasswordHashOf("rosa"));
        Assert.True(Store.RemoveUser("rosa", keepsAnAdmin: true));
        Assert.True(Store.RemoveUser("ola"));
        Assert.Empty(Store.Users());
    }

    [Fact]
    public void Token_IsFoundByItsHash_UntilItsUserIsRemoved()
    {
        Store.AddUser(_rosa, "x");
        var token = new AccessToken("desk", "Rosa", AccessScope.Read, _now) { Expires = _now + Duration.FromDays(1) };
        Assert.True(Store.AddToken(token, "hash"));
        Assert.False(Store.AddToken(token with { Name = "DESK" }, "another hash"));
        Assert.Equal(token, Store.FindToken("hash"));
        Assert.Null(Store.FindToken("has"));
        Store.UseToken("desk", _now);
        Assert.True(Store.RevokeToken("Desk", _now));
        Assert.False(Store.RevokeToken("desk", _now));
        Assert.False(Store.RevokeToken("none", _now));
        Assert.Equal([token with { Used = _now, Revoked = _now }], Store.Tokens());
        Assert.True(Store.RemoveUser("rosa"));
        Assert.False(Store.RemoveUser("rosa"));
        Assert.Empty(Store.Tokens());
        Assert.Null(Store.FindToken("hash"));
    }

    [Fact]
    public void Token_StandsAsItsTimesSay()
    {
        var token = new AccessToken("desk", "Rosa", AccessScope.Read, _now) { Expires = _now + Duration.FromDays(1) };
        Assert.Equal(TokenState.Good, token.StateAt(_now));
        Assert.Equal(TokenState.Expired, token.StateAt(_now + Duration.FromDays(1)));
        Assert.Equal(TokenState.Revoked, (token with { Revoked = _now }).StateAt(_now + Duration.FromDays(2)));
        Assert.Equal(TokenState.Good, (token with { Expires = null }).StateAt(Instant.MaxValue));
    }

    [Fact]
    public void Session_EndsWithItsTimeItsUserAndItsPassword()
    {
        Store.AddUser(_rosa, "x");
        Store.AddUser(_ola, "x");
        var session = new SignInSession(0, "Rosa", _now, _now + Duration.FromDays(7)) { Address = "192.0.2.7", Agent = "a browser" };
        foreach (var (hash, user) in new[] { ("1", "Rosa"), ("2", "Rosa"), ("3", "ola") })
        {
            Store.AddSession(session with { User = user }, hash);
        }

        var first = Store.FindSession("1")!;
        Assert.Equal(session with { Id = first.Id }, first);
        Assert.Equal(["2", "1"], Store.Sessions("rosa").Select(s => s.Id == first.Id ? "1" : "2"));
        Store.UseSession(first.Id, _now + Duration.FromHours(1));
        Assert.False(Store.EndSession("ola", first.Id));

        Store.SetPassword("rosa", "y", first.Id);
        Assert.Null(Store.FindSession("2"));
        Assert.NotNull(Store.FindSession("1"));
        Assert.Equal("y", Store.PasswordHashOf("rosa"));
        Assert.False(Store.SetPassword("nobody", "y"));

        Store.EndOldSessions(_now + Duration.FromHours(2), _now + Duration.FromMinutes(30));
        Assert.NotNull(Store.FindSession("1"));
        Assert.Null(Store.FindSession("3"));
        Store.EndOldSessions(_now + Duration.FromDays(7), _now);
        Assert.Null(Store.FindSession("1"));

        Store.AddSession(session, "4");
        Assert.True(Store.EndSession("ROSA", Store.FindSession("4")!.Id));
        Assert.Null(Store.FindSession("4"));
        Store.AddSession(session, "5");
        Store.RemoveUser("Rosa");
        Assert.Null(Store.FindSession("5"));
    }

    [Fact]
    public void Audit_IsNarrowed_TheNewestFirst()
    {
        var entry = new AuditEntry(0, _now, AuditAction.SignIn) { User = "Rosa", From = "192.0.2.7" };
        var refused = new AuditEntry(0, _now + Duration.FromDays(1), AuditAction.Refused) { Detail = "no token", Count = 12 };
        Store.Append(entry);
        Store.Append(refused);
        Store.Append(entry with { At = _now + Duration.FromDays(2), User = "ola" });
        Assert.Equal([3, 2, 1], Sequences(new AuditQuery()));
        Assert.Equal(refused with { Sequence = 2 }, Store.Audit(new AuditQuery { Action = AuditAction.Refused }).Single());
        Assert.Equal([1], Sequences(new AuditQuery { User = "rosa" }));
        Assert.Equal([3, 2], Sequences(new AuditQuery { Since = _now + Duration.FromDays(1) }));
        Assert.Equal([2], Sequences(new AuditQuery { Before = 3, Limit = 1 }));
    }

    private IEnumerable<long> Sequences(AuditQuery query) => Store.Audit(query).Select(e => e.Sequence);
}

/// <summary>The contract, kept by the file.</summary>
public sealed class SqliteAccessTests : AccessContract
{
    private readonly TemporaryFolder _folder = new();

    protected override IAccessStore Open() => SqliteAccess.OpenOrCreate(_folder.File());

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }
}

/// <summary>The contract, kept by the double.</summary>
public sealed class InMemoryAccessTests : AccessContract
{
    protected override IAccessStore Open() => new InMemoryAccess();
}
