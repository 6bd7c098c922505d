using Microsoft.Data.Sqlite;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>Each kind of ledger that cannot be used: its code, the exit status, and that nothing is harmed.</summary>
[Trait("needs", "model")]
public sealed class BadLedgerTests : IDisposable
{
    private readonly Workplace _place = new();

    public BadLedgerTests() => Program.NeedsModel();

    [Fact]
    public void TextFile_IsNoLedger_AndStaysAsItIs()
    {
        var path = _place.Write("notes.txt", "My notes.\n");
        Refuse("SAY2001", "notes.txt");
        Assert.Equal("My notes.\n", File.ReadAllText(path));
    }

    [Fact]
    public void ShortenedLedger_IsDamaged_AndVerifyDoesNotSendToItself()
    {
        Add();
        using (var file = File.OpenWrite(Ledger))
        {
            file.SetLength(5000);
        }

        var listed = Program.Run(_place.Path, "statements");
        Assert.Equal((1, "SAY2006"), (listed.Code, listed.Codes.Single()));
        Assert.Contains("`sayso verify` says where", listed.Error, StringComparison.Ordinal);
        var verified = Program.Run(_place.Path, "verify");
        Assert.Equal(1, verified.Code);
        Assert.All(verified.Codes, code => Assert.Equal("SAY2006", code));
        Assert.DoesNotContain("sayso verify", verified.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherDatabase_IsNoLedger_AndStaysAsItIs()
    {
        Execute("CREATE TABLE mine(x)");
        var before = File.ReadAllBytes(Ledger);
        Refuse("SAY2001", "sayso.db");
        Assert.Equal(before, File.ReadAllBytes(Ledger));
    }

    [Fact]
    public void NewerLedger_IsRefused()
    {
        Add();
        Execute("PRAGMA user_version = 99");
        Refuse("SAY2002", "sayso.db");
    }

    [Fact]
    public void LockedLedger_IsWaitedFor_ThenSaid()
    {
        Add();
        using var connection = Open();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "BEGIN IMMEDIATE";
            command.ExecuteNonQuery();
        }

        var path = _place.Write("b.txt", Articles.Odd);
        var result = Program.Run(_place.Path, "add", path);
        Assert.Equal((1, "SAY2004"), (result.Code, result.Codes.Single()));
    }

    [Fact]
    public void ReadOnlyLedger_IsRead_ButNotWritten()
    {
        Add();
        _place.Write("b.txt", Articles.Odd);
        var result = InNamespace("mount --bind . . && mount -o remount,ro,bind . && cd . && \"$SAYSO\" statements && \"$SAYSO\" add b.txt");
        Assert.NotEmpty(result.Lines);
        Assert.Equal((1, "SAY2003"), (result.Code, result.Codes.Single()));
    }

    [Fact]
    public void FullDisk_LosesNothingThatWasReported()
    {
        foreach (var i in Enumerable.Range(0, 200))
        {
            _place.Write($"in/{i:000}.txt", $"{Guid.NewGuid()} {Convert.ToBase64String(Enumerable.Range(0, 9000).Select(n => (byte)(n * i * 31 % 251)).ToArray())}\n{Articles.Plain}");
        }

        Directory.CreateDirectory(Path.Combine(_place.Path, "small"));
        var result = InNamespace(
            "mount -t tmpfs -o size=1500k none small && cd small; \"$SAYSO\" add ../in >../added.txt; code=$?; \"$SAYSO\" verify >../verified.txt || exit 9; \"$SAYSO\" documents >../there.txt; exit $code");
        Assert.Equal((1, "SAY2005"), (result.Code, result.Codes.Single()));
        string[] added = [.. File.ReadLines(Path.Combine(_place.Path, "added.txt")).Where(l => l.StartsWith("added", StringComparison.Ordinal)).Select(l => l.Split('\t')[1])];
        Assert.Contains($" {added.Length} documents added, ", File.ReadLines(Path.Combine(_place.Path, "added.txt")).Last(), StringComparison.Ordinal);
        var there = File.ReadAllText(Path.Combine(_place.Path, "there.txt"));
        Assert.NotEmpty(added);
        Assert.All(added, id => Assert.Contains(id, there, StringComparison.Ordinal));
        Assert.Contains("is sound", File.ReadAllText(Path.Combine(_place.Path, "verified.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void FolderThatIsMissing_IsSaid()
    {
        var result = Program.Run(_place.Path, "add", _place.Write("a.txt", Articles.Plain), "--ledger", "nowhere/sayso.db");
        Assert.Equal(1, result.Code);
        Assert.StartsWith("SAY20", result.Codes.Single());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _place.Dispose();
    }

    private string Ledger => Path.Combine(_place.Path, "sayso.db");

    private void Add() => Assert.Equal(0, Program.Run(_place.Path, "add", _place.Write("a.txt", Articles.Plain)).Code);

    private void Refuse(string code, string ledger)
    {
        var input = _place.Write("new.txt", Articles.Odd);
        foreach (var arguments in new string[][] { ["add", input], ["statements"], ["verify"], ["retract", "ab"], ["export"] })
        {
            var result = Program.Run(_place.Path, [.. arguments, "--ledger", ledger]);
            Assert.Equal((1, code), (result.Code, result.Codes.Single()));
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Ledger, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a line of shell where it may mount what it likes and harm nobody; skips where the system has no such thing.</summary>
    private Result InNamespace(string line)
    {
        var can = Program.Shell(_place.Path, "unshare --user --map-root-user --mount true");
        Assert.SkipUnless(can.Code == 0, "This system lets nobody mount a small disk for a test.");
        File.WriteAllText(Path.Combine(_place.Path, "line.sh"), line);
        return Program.Shell(_place.Path, "unshare --user --map-root-user --mount bash line.sh");
    }
}
