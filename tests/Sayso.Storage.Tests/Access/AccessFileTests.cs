using NodaTime;
using Sayso.Core.Access;
using Sayso.Core.Errors;
using Sayso.Storage.Access;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Access;

public sealed class AccessFileTests : IDisposable
{
    private static readonly User _rosa = new("rosa", AccessScope.Admin, Instant.FromUtc(2031, 3, 12, 7, 5));
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void File_IsReadByItsOwnerOnly_WithItsLog()
    {
        Assert.Null(SqliteAccess.Open(_folder.File()));
        using var store = SqliteAccess.OpenOrCreate(_folder.File());
        store.AddUser(_rosa, "hash");
        Assert.False(File.Exists(_folder.File()));
        foreach (var file in Directory.GetFiles(_folder.Path, "test.db-access*"))
        {
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite), file);
        }
    }

    [Fact]
    public void Change_IsSeenAtOnce_ByAnotherProcess()
    {
        using var one = SqliteAccess.OpenOrCreate(_folder.File());
        using var other = SqliteAccess.Open(_folder.File())!;
        one.AddUser(_rosa, "hash");
        one.AddToken(new AccessToken("desk", "rosa", AccessScope.Read, _rosa.Created), "hash");
        Assert.NotNull(other.FindToken("hash"));
        other.RevokeToken("desk", _rosa.Created);
        Assert.NotNull(one.FindToken("hash")!.Revoked);
    }

    [Fact]
    public async Task Store_IsUsedByManyThreads_AtOnce()
    {
        using var store = SqliteAccess.OpenOrCreate(_folder.File());
        store.AddUser(_rosa, "hash");
        await Parallel.ForAsync(0, 200, TestContext.Current.CancellationToken, (i, _) =>
        {
            store.Append(new AuditEntry(0, _rosa.Created, AuditAction.SignIn) { User = "rosa" });
            Assert.NotNull(store.FindUser("rosa"));
            return ValueTask.CompletedTask;
        });
        Assert.Equal(200, store.Audit(new AuditQuery()).Count);
    }

    [Theory]
    [InlineData("no database at all, and longer than a page's head of a hundred bytes, so that nobody takes it for an empty file of any kind")]
    [InlineData("SQLite format 3\0")]
    public void OtherFile_IsLeftAlone_WithItsCode(string content)
    {
        File.WriteAllText(_folder.File("test.db-access"), content);
        Assert.Equal(ProblemCodes.AccessFailed, Assert.Throws<SaysoException>(() => SqliteAccess.Open(_folder.File())).Problem.Code);
        Assert.Equal(content, File.ReadAllText(_folder.File("test.db-access")));
    }

    [Fact]
    public void Ledger_IsNoFileOfUsers()
    {
        SqliteLedger.Open(new LedgerOptions { Path = _folder.File("test.db-access"), CreateIfMissing = true }).Dispose();
        Assert.Equal(ProblemCodes.AccessFailed, Assert.Throws<SaysoException>(() => SqliteAccess.Open(_folder.File())).Problem.Code);
    }

    [Fact]
    public void Copy_OfALedger_HasNoUsers()
    {
        SqliteLedger.Open(new LedgerOptions { Path = _folder.File(), CreateIfMissing = true }).Dispose();
        using (var store = SqliteAccess.OpenOrCreate(_folder.File()))
        {
            store.AddUser(_rosa, "hash");
        }

        SqliteLedger.BackUp(new LedgerOptions { Path = _folder.File() }, _folder.File("copy.db"));
        Assert.Null(SqliteAccess.Open(_folder.File("copy.db")));
    }
}
