using Microsoft.Data.Sqlite;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Files;

/// <summary>What is opened as a ledger, and what is not.</summary>
public sealed class OpeningTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File();

    public void Dispose() => _folder.Dispose();

    private SqliteLedger Open(bool create = false, string? path = null) =>
        SqliteLedger.Open(new LedgerOptions { Path = path ?? Path, CreateIfMissing = create, BusyTimeout = TimeSpan.Zero });

    private void Fails(string code, bool create = false, string? path = null)
    {
        var failure = Assert.Throws<SaysoException>(() => Open(create, path).Dispose());
        Assert.Equal(code, failure.Problem.Code);
        Assert.Contains(System.IO.Path.GetFileName(path ?? Path), failure.Message, StringComparison.Ordinal);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        Chain.Tampering.Execute(connection, sql);
    }

    [Fact]
    public void Open_MakesNoFile_UnlessAsked()
    {
        Fails(ProblemCodes.NoLedger);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
        Open(create: true).Dispose();
        Assert.Equal([Path], Directory.GetFileSystemEntries(_folder.Path));
        Open().Dispose();
    }

    [Fact]
    public void Open_SaysWhatIsMissing_Folder()
    {
        var path = _folder.File("nowhere/ledger.db");
        Fails(ProblemCodes.NoLedger, path: path);
        Fails(ProblemCodes.LedgerFailed, create: true, path);
        Assert.False(Directory.Exists(_folder.File("nowhere")));
    }

    [Fact]
    public void Open_TakesAnEmptyFileForNone()
    {
        File.WriteAllBytes(Path, []);
        Fails(ProblemCodes.NoLedger);
        Open(create: true).Dispose();
        Open().Dispose();
    }

    [Fact]
    public void Open_TakesADatabaseWithoutContentForNone()
    {
        // What a process leaves that is killed while it makes a ledger.
        Execute("PRAGMA journal_mode = WAL");
        Fails(ProblemCodes.NoLedger);
        Open(create: true).Dispose();
        Open().Dispose();
    }

    public static TheoryData<string> NoLedgers => ["text", "long text", "one byte", "other database", "other application", "folder"];

    [Theory]
    [MemberData(nameof(NoLedgers))]
    public void Open_RefusesAndHarmsNothing_NoLedger(string kind)
    {
        switch (kind)
        {
            case "text":
                File.WriteAllText(Path, "Shopping list: lamp oil, wicks.");
                break;
            case "long text":
                File.WriteAllText(Path, new string('x', 100_000));
                break;
            case "one byte":
                File.WriteAllBytes(Path, [0]);
                break;
            case "other database":
                Execute("CREATE TABLE mine (x)");
                break;
            case "other application":
                Execute("PRAGMA application_id = 7");
                Execute("PRAGMA user_version = 1");
                break;
            case "folder":
                Directory.CreateDirectory(Path);
                break;
        }

        var before = File.Exists(Path) ? File.ReadAllBytes(Path) : [];
        Fails(ProblemCodes.NotALedger);
        Fails(ProblemCodes.NotALedger, create: true);
        Assert.Equal(before, File.Exists(Path) ? File.ReadAllBytes(Path) : []);
        Assert.Equal([Path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Open_Refuses_NewerSchema()
    {
        Open(create: true).Dispose();
        Execute($"PRAGMA user_version = {SqliteLedger.SchemaVersion + 1}");
        Fails(ProblemCodes.NewerLedger);
        Fails(ProblemCodes.NewerLedger, create: true);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(4000)]
    [InlineData(6000)]
    [InlineData(60_000)]
    public void Use_SaysDamaged_FileCutShort(int length)
    {
        AddSome();
        using (var file = File.OpenWrite(Path))
        {
            file.SetLength(length);
        }

        UseSaysDamaged();
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void Use_SaysDamaged_FileOverwrittenFromThere(double from)
    {
        AddSome();
        var bytes = File.ReadAllBytes(Path);
        bytes.AsSpan((int)(bytes.Length * from)).Fill(0xA5);
        File.WriteAllBytes(Path, bytes);
        UseSaysDamaged();
    }

    [Fact]
    public void Use_SaysDamaged_TablesMissing()
    {
        AddSome();
        Execute("DROP TABLE present");
        UseSaysDamaged();
    }

    private void AddSome()
    {
        using var ledger = Open(create: true);
        for (var i = 0; i < 60; i++)
        {
            var document = Made.Document($"{Made.Text} {i}");
            ledger.Add(document, Made.Statements(document), Made.Reading);
        }
    }

    /// <summary>Every use either works or says that the ledger is damaged, and verifying finds something.</summary>
    private void UseSaysDamaged()
    {
        var said = 0;
        Attempt(() =>
        {
            using var ledger = Open();
            Attempt(() => ledger.Documents(new DocumentQuery { IncludeContent = true }).ToList());
            Attempt(() => ledger.Statements(new StatementQuery()).ToList());
            Attempt(() => ledger.Statements(new StatementQuery { Text = "said" }).ToList());
            Attempt(() => ledger.Entries(null).ToList());
            Attempt(() => ledger.Count());
            Attempt(() => ledger.Add(Made.Document("New."), [], Made.Reading));
            return said += ledger.Verify(CancellationToken.None).Faults.Count;
        });
        Assert.NotEqual(0, said);

        void Attempt(Func<object> use)
        {
            try
            {
                _ = use();
            }
            catch (SaysoException e)
            {
                Assert.Equal(ProblemCodes.LedgerDamaged, e.Problem.Code);
                said++;
            }
        }
    }

    [Theory]
    [InlineData("with space & 100%.db")]
    [InlineData("file:odd?mode=memory")]
    [InlineData(":memory:")]
    [InlineData("é 🗼#.db")]
    [InlineData("a;Mode=ReadOnly")]
    public void Open_TakesAPathAsItIs(string name)
    {
        var path = _folder.File(name);
        using (var ledger = Open(create: true, path))
        {
            ledger.Add(Made.Document(), [], Made.Reading);
        }

        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
        using var again = Open(path: path);
        Assert.Equal(1, again.Count().Documents);
    }

    [Fact]
    public void Changes_AreRefused_WhileAListIsRead()
    {
        using var ledger = Open(create: true);
        var document = Made.Document();
        ledger.Add(document, Made.Statements(document), Made.Reading);
        foreach (var _ in ledger.Statements(new StatementQuery()))
        {
            Assert.Throws<InvalidOperationException>(() => ledger.Retract(document.Id, null, Made.Person));
        }

        Assert.True(ledger.Retract(document.Id, null, Made.Person));
    }

    [Fact]
    public void Lists_ShowOneState_WhileAnotherChangesIt()
    {
        using var ledger = Open(create: true);
        using var other = Open();
        var document = Made.Document();
        ledger.Add(document, Made.Statements(document), Made.Reading);
        var seen = ledger.Statements(new StatementQuery()).Select(s =>
        {
            other.Supersede(document.Id, [], Made.Person);
            return s.IsSuperseded;
        });
        Assert.Equal([false, false, false], seen);
        Assert.Empty(ledger.Statements(new StatementQuery()));
    }
}
