using Microsoft.Data.Sqlite;
using Sayso.Core.Corrections;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Core.Watchlists;
using Sayso.Storage.Files;
using Sayso.Storage.Migrations;
using Sayso.Storage.Tests.Chain;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Migrations;

/// <summary>
/// Ledgers of every earlier schema are brought up to date. <c>NNNN.sql</c> in this folder is what a program of schema
/// NNNN left; a new schema needs its migration and such a file, and is tested then.
/// </summary>
public sealed class MigrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>How the hash of each file's last entry begins: opening changes none.</summary>
    private static readonly string[] _heads = ["0921e545710787382d131e476f6398167b", "0e10d1fc52341112a5b89cd751f4629bdb", "0e10d1fc52341112a5b89cd751f4629bdb", "0e10d1fc52341112a5b89cd751f4629bdb", "6239aa9e446df21d315b5bf59781949aff", "6239aa9e446df21d315b5bf59781949aff", "6239aa9e446df21d315b5bf59781949aff", "6239aa9e446df21d315b5bf59781949aff"];

    public static TheoryData<int> Schemas => [.. Enumerable.Range(1, SqliteLedger.SchemaVersion)];

    private static string Left(int schema)
    {
        using var reader = new StreamReader(typeof(MigrationTests).Assembly.GetManifestResourceStream($"{schema:D4}.sql")!);
        return reader.ReadToEnd();
    }

    /// <summary>A ledger as the program of a schema left it.</summary>
    private string Old(int schema)
    {
        var options = new LedgerOptions { Path = _folder.File(), CreateIfMissing = true };
        using (var database = LedgerFile.Open(options, [.. Migration.All.Take(schema)]))
        {
            database.Transaction(() => database.Execute(Left(schema)));
        }

        return options.Path;
    }

    private static long UserVersion(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return (long)Tampering.Rows(connection, "PRAGMA user_version")[0][0]!;
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Open_BringsUpToDate_EverySchema(int schema)
    {
        var path = Old(schema);
        Assert.Equal(schema, UserVersion(path));
        using (var ledger = SqliteLedger.Open(new LedgerOptions { Path = path }))
        {
            // Verifying also compares tables, indexes and triggers with those of a new ledger.
            var report = ledger.Verify(TestContext.Current.CancellationToken);
            Assert.Empty(report.Faults);
            Assert.Equal(_heads[schema - 1], report.Head[..34]);
            Assert.Equal(new LedgerCounts(3, 5, 1, schema < 5 ? 8 : 10), ledger.Count());
            Assert.Equal(schema < 5 ? [] : [CorrectionKind.ClaimMerge, CorrectionKind.Undo], ledger.Corrections().Select(e => e.Correction!.Kind));

            Assert.Equal(schema < 6 ? [] : ["The lighthouse"], new WatchlistBook(ledger, TimeProvider.System).Lists.Select(l => l.Name));

            var full = Made.FullDocument();
            var kept = ledger.GetDocument(full.Id);
            Assert.Equal(full with { Raw = default }, kept.Document with { Raw = default });
            Assert.Equal(full.Raw.ToArray(), kept.Document.Raw.ToArray());
            Assert.Equal("model-b", kept.Provenance.ModelVersion);
            Assert.Equal(
                [("harbour master Ilse Vorn", "said", "The lighthouse is dark"), ("two fishermen", "added", "“Nobody lit it,”")],
                ledger.Statements(new StatementQuery { DocumentId = full.Id }).Select(s => (s.SourceText!, s.CueText, s.ContentText)));
            Assert.Equal(schema > 1, ledger.Statements(new StatementQuery { DocumentId = full.Id }).Last().Statement.Parent is not null);
            Assert.Equal(2, ledger.Statements(new StatementQuery { Text = "fishermen" }).Count());
            Assert.Equal(2, ledger.Statements(new StatementQuery { Who = "ILSE VÖRN" }).Count());
            Assert.Equal(2, ledger.Documents(new DocumentQuery { Text = "\"nobody lit it\"" }).Count());

            Assert.Equal(AddOutcome.AlreadyThere, ledger.Add(full, [], Made.Reading));
            Assert.True(ledger.Restore(ledger.DocumentIds()[2], null, Made.Person));
            Assert.Equal(AddOutcome.Added, ledger.Add(Made.Document("New."), [], Made.Reading));
            var noted = new Correction(CorrectionKind.NoteDocument, new([new([full.Id])])) { Value = "to be asked" };
            Assert.Equal(noted, ledger.Correct(noted, null, Made.Person).Correction);
            Assert.True(ledger.Purge(ledger.DocumentIds()[1], null, Made.Person));
            Assert.Empty(ledger.Verify(TestContext.Current.CancellationToken).Faults);
        }

        Assert.Equal(SqliteLedger.SchemaVersion, UserVersion(path));
    }

    // The mechanism, on migrations that only this test knows.
    private static readonly Migration _next = Migration.FromFile(
        $"{SqliteLedger.SchemaVersion + 1:D4}-notes-and-moods.sql",
        """
        ALTER TABLE document ADD COLUMN note TEXT;
        DROP TRIGGER document_stays;
        UPDATE document SET note = 'old; entry ' || entry;
        CREATE TRIGGER document_stays BEFORE UPDATE ON document BEGIN SELECT raise(ABORT, 'documents never change'); END;
        CREATE TABLE mood (document INTEGER NOT NULL PRIMARY KEY REFERENCES document (entry), word TEXT NOT NULL) STRICT;
        """);

    private static readonly Migration _afterNext = new(_next.Number + 1, "moods", "INSERT INTO mood SELECT entry, 'calm' FROM document");

    private static Database Open(string path, params Migration[] more) =>
        LedgerFile.Open(new LedgerOptions { Path = path, BusyTimeout = TimeSpan.FromSeconds(30) }, [.. Migration.All, .. more]);

    [Fact]
    public void Open_RunsWhatIsNew_InOrder_Once()
    {
        var path = Old(SqliteLedger.SchemaVersion);
        Assert.Equal((SqliteLedger.SchemaVersion + 1, "notes and moods"), (_next.Number, _next.Name));
        Open(path, _next).Dispose();
        Assert.Equal(_next.Number, UserVersion(path));
        using var database = Open(path, _next, _afterNext);
        Assert.Equal(_afterNext.Number, UserVersion(path));
        Assert.Equal("old; entry 3", database.First("SELECT note FROM document WHERE entry = 3", r => r.GetString(0)));
        Assert.Equal(4, database.Number("SELECT count(*) FROM mood"));
        Assert.Equal(1, database.Number("PRAGMA foreign_keys"));
        Open(path, _next, _afterNext).Dispose();
    }

    [Fact]
    public void Open_RefusesTheNewer_OlderProgram()
    {
        var path = Old(SqliteLedger.SchemaVersion);
        Open(path, _next).Dispose();
        var failure = Assert.Throws<SaysoException>(() => SqliteLedger.Open(new LedgerOptions { Path = path }));
        Assert.Equal(ProblemCodes.NewerLedger, failure.Problem.Code);
    }

    public static TheoryData<string> Broken =>
    [
        // Fails at its end; refers to nothing; is refused by what guards the entries.
        "CREATE TABLE half (x) STRICT; INSERT INTO nowhere VALUES (1)",
        "CREATE TABLE half (x INTEGER REFERENCES entry (sequence)) STRICT; INSERT INTO half VALUES (99)",
        "CREATE TABLE half (x INTEGER) STRICT; UPDATE document SET title = 'x'",
    ];

    [Theory]
    [MemberData(nameof(Broken))]
    public void Open_ChangesNothing_MigrationFails(string sql)
    {
        var path = Old(SqliteLedger.SchemaVersion);
        Assert.Throws<SaysoException>(() => Open(path, _next, new Migration(_next.Number + 1, "broken", sql)));
        Assert.Equal(SqliteLedger.SchemaVersion, UserVersion(path));
        Assert.Empty(SampleLedger.Verify(path).Faults);
    }

    [Fact]
    public async Task Open_BringsUpToDateOnce_SeveralAtATime()
    {
        var path = Old(SqliteLedger.SchemaVersion);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Open(path, _next, _afterNext).Dispose())));
        using var database = Open(path, _next, _afterNext);
        Assert.Equal(4, database.Number("SELECT count(*) FROM mood"));
    }

    [Fact]
    public void Ordered_Refuses_GapsAndDoubles()
    {
        var first = new Migration(1, "a", "");
        var second = new Migration(2, "b", "");
        Assert.Equal([first, second], Migration.Ordered([second, first]));
        Assert.Throws<InvalidOperationException>(() => Migration.Ordered([first, first]));
        Assert.Throws<InvalidOperationException>(() => Migration.Ordered([second]));
        Assert.Throws<InvalidOperationException>(() => Migration.Ordered([first, new Migration(3, "c", "")]));
    }
}
