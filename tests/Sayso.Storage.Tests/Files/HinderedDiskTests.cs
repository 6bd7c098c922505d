using System.Diagnostics;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Files;

/// <summary>Disks that are full or cannot be written.</summary>
public sealed class HinderedDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private bool _isMounted;

    public void Dispose()
    {
        if (_isMounted)
        {
            Run("umount", _folder.Path);
        }

        _folder.Dispose();
    }

    private SqliteLedger Open(bool create = true) =>
        SqliteLedger.Open(new LedgerOptions { Path = _folder.File(), CreateIfMissing = create, BusyTimeout = TimeSpan.Zero });

    private static bool Run(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    /// <summary>Lays a small disk over the folder, where the system lets us.</summary>
    private void Mount(string options)
    {
        _isMounted = OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", _folder.Path);
        Assert.SkipUnless(_isMounted, "Only root may lay a small disk over a folder.");
    }

    /// <summary>Adds documents until no room is left; the ids of those that were reported as added.</summary>
    private static List<string> Fill(SqliteLedger ledger)
    {
        var random = new Random(1);
        List<string> added = [];
        while (true)
        {
            var document = Made.Document(string.Join(' ', Enumerable.Range(0, 4000).Select(_ => random.Next())));
            try
            {
                ledger.Add(document, [], Made.Reading);
                added.Add(document.Id);
            }
            catch (SaysoException e)
            {
                Assert.Equal(ProblemCodes.DiskFull, e.Problem.Code);
                Assert.False(ledger.Contains(document.Id));
                return added;
            }
        }
    }

    [Fact]
    public void Add_SaysDiskFull_KeepsWhatWasReported_DatabaseAtItsLimit()
    {
        List<string> added;
        using (var ledger = Open())
        {
            ledger.Database.Execute("PRAGMA max_page_count = 200");
            added = Fill(ledger);
            Assert.NotEmpty(added);
            Assert.Equal(added, ledger.DocumentIds());
            Assert.Empty(ledger.Verify(TestContext.Current.CancellationToken).Faults);
            // Room again: it goes on.
            ledger.Database.Execute("PRAGMA max_page_count = 4000");
            Assert.Equal(AddOutcome.Added, ledger.Add(Made.Document(), [], Made.Reading));
        }

        using var again = Open();
        Assert.Equal([.. added, Made.Document().Id], again.DocumentIds());
        Assert.Empty(again.Verify(TestContext.Current.CancellationToken).Faults);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1500)]
    [InlineData(3001)]
    public void Add_SaysDiskFull_KeepsWhatWasReported_DiskFull(int kibibytes)
    {
        Mount($"size={kibibytes}k");
        List<string> added;
        using (var ledger = Open())
        {
            added = Fill(ledger);
            Assert.NotEmpty(added);
            Assert.Equal(added, ledger.DocumentIds());
        }

        Assert.Equal(added.Count, ReadAll());
        // Room again: it goes on.
        Assert.True(Run("mount", "-o", "remount,size=16m", _folder.Path));
        using var again = Open();
        Assert.Equal(added, again.DocumentIds());
        Assert.Equal(AddOutcome.Added, again.Add(Made.Document(), [], Made.Reading));
        Assert.Empty(again.Verify(TestContext.Current.CancellationToken).Faults);
    }

    /// <summary>A full disk may have no room even for reading; then it says so.</summary>
    private int ReadAll()
    {
        try
        {
            using var ledger = Open();
            return ledger.DocumentIds().Count(id => ledger.GetDocument(id).Document.Raw.Length > 0);
        }
        catch (SaysoException e) when (e.Problem.Code == ProblemCodes.DiskFull)
        {
            Assert.True(Run("mount", "-o", "remount,size=8m", _folder.Path));
            return ReadAll();
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(100)]
    public void Open_SaysDiskFull_NoRoomForALedger(int kibibytes)
    {
        Mount($"size={kibibytes}k");
        Assert.Equal(ProblemCodes.DiskFull, Assert.Throws<SaysoException>(() => Open().Dispose()).Problem.Code);
        Assert.True(Run("mount", "-o", "remount,size=16m", _folder.Path));
        using var ledger = Open();
        Assert.Equal(AddOutcome.Added, ledger.Add(Made.Document(), [], Made.Reading));
    }

    private static void AddOne(SqliteLedger ledger)
    {
        var document = Made.FullDocument();
        ledger.Add(document, Made.Statements(document), Made.Reading);
    }

    private static void ReadsButRefusesChanges(SqliteLedger ledger)
    {
        Assert.True(ledger.IsReadOnly);
        var id = ledger.DocumentIds().Single();
        Assert.Equal(Made.FullDocument().Text, ledger.GetDocument(id).Document.Text);
        Assert.Equal(3, ledger.Statements(new StatementQuery()).Count());
        Assert.Single(ledger.Statements(new StatementQuery { Text = "\"two fishermen\"", Outlet = "évening" }));
        Assert.Equal(AddOutcome.AlreadyThere, ledger.Add(Made.FullDocument(), [], Made.Reading));
        foreach (var change in new Action[]
        {
            () => ledger.Add(Made.Document("New."), [], Made.Reading),
            () => ledger.Retract(id, null, Made.Person),
            () => ledger.Supersede(id, [], Made.Person),
        })
        {
            Assert.Equal(ProblemCodes.ReadOnlyLedger, Assert.Throws<SaysoException>(change).Problem.Code);
        }

        Assert.Empty(ledger.Verify(TestContext.Current.CancellationToken).Faults);
        Assert.Equal(1, ledger.Count().Entries);
    }

    [Fact]
    public void ReadOnlyDisk_LetsRead_RefusesChanges()
    {
        Mount("size=16m");
        using (var ledger = Open())
        {
            AddOne(ledger);
        }

        Assert.True(Run("mount", "-o", "remount,ro", _folder.Path));
        using (var ledger = Open())
        {
            ReadsButRefusesChanges(ledger);
        }

        Assert.Equal(
            ProblemCodes.ReadOnlyLedger,
            Assert.Throws<SaysoException>(() => SqliteLedger.Open(new LedgerOptions { Path = _folder.File("new.db"), CreateIfMissing = true })).Problem.Code);
    }

    [Fact]
    public void ReadOnlyDisk_SaysWhatToDo_LedgerNotClosed()
    {
        Mount("size=16m");
        using var open = Open();
        AddOne(open);
        // As on a disk that was taken out while a process had the ledger open: the log is there, its index is not.
        File.Copy(_folder.File(), _folder.File("copy.db"));
        File.Copy(_folder.File() + "-wal", _folder.File("copy.db-wal"));
        open.Dispose();
        Assert.True(Run("mount", "-o", "remount,ro", _folder.Path));
        var failure = Assert.Throws<SaysoException>(() => SqliteLedger.Open(new LedgerOptions { Path = _folder.File("copy.db") }));
        Assert.Equal(ProblemCodes.ReadOnlyLedger, failure.Problem.Code);
    }

    public static TheoryData<bool, bool> Protections => new() { { true, false }, { false, true }, { true, true } };

    [Theory]
    [MemberData(nameof(Protections))]
    public void ProtectedFileOrFolder_LetsRead_RefusesChanges(bool file, bool folder)
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows() && Environment.UserName != "root", "Permissions do not bind root.");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using (var ledger = Open())
        {
            AddOne(ledger);
        }

        File.SetUnixFileMode(_folder.File(), file ? UnixFileMode.UserRead : UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute | (folder ? 0 : UnixFileMode.UserWrite));
        try
        {
            using var ledger = Open();
            ReadsButRefusesChanges(ledger);
        }
        finally
        {
            File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        }
    }
}
