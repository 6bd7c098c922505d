using CsCheck;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Storage.Rows;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Chain;

/// <summary>What is damaged is found; what is sound is not faulted.</summary>
public sealed class VerificationTests : IDisposable
{
    private readonly SampleLedger _sample = new();

    public void Dispose() => _sample.Dispose();

    private VerifyReport Tampered(params string[] sql)
    {
        var copy = _sample.Copy();
        Tampering.Run(copy, connection => Array.ForEach(sql, s => Assert.NotEqual(0, Tampering.Execute(connection, s))));
        return SampleLedger.Verify(copy);
    }

    [Fact]
    public void Verify_FindsNothing_Sound()
    {
        var report = SampleLedger.Verify(_sample.Copy());
        Assert.Empty(report.Faults);
        Assert.Equal(SampleLedger.Entries, report.Entries);
        Assert.Matches("^[0-9a-f]{64}$", report.Head);
    }

    [Fact]
    public void Verify_FindsNothing_AfterTamperingWithNothing()
    {
        var copy = _sample.Copy();
        Tampering.Run(copy, _ => { });
        Assert.Empty(SampleLedger.Verify(copy).Faults);
    }

    public static TheoryData<string> AllTables => [.. Tampering.Tables];

    [Theory]
    [MemberData(nameof(AllTables))]
    public void Verify_FindsAFlippedBit_WhereverItIs(string table)
    {
        var sound = Contents(_sample.Path);
        Gen.Select(Gen.Int[0, 16], Gen.Int[0, 100_000]).Sample(
            (column, at) =>
            {
                var copy = _sample.Copy();
                string? what = null;
                Tampering.Run(copy, connection => what = Tampering.Flip(connection, table, column, at));

                // The last byte of compressed bytes has bits that mean nothing: what is read is the same.
                Assert.True(what is null || SampleLedger.Verify(copy).Faults.Count > 0 || Contents(copy) == sound, what);
            },
            iter: 40,
            threads: 1);
    }

    [Fact]
    public void Verify_FindsOrIsNotConcerned_AnyFlippedBitOfTheFile()
    {
        var bytes = File.ReadAllBytes(_sample.Path);
        var sound = Contents(_sample.Path);
        Gen.Int[0, (bytes.Length * 8) - 1].Sample(
            at =>
            {
                var copy = _sample.Copy();
                File.WriteAllBytes(copy, Tampering.Flipped(bytes, at));
                string? found;
                try
                {
                    var faults = SampleLedger.Verify(copy).Faults;
                    found = faults.Count > 0 ? faults[0] : Contents(copy) == sound ? "the same" : null;
                }
                catch (SaysoException e)
                {
                    Assert.Contains(e.Problem.Code, new[] { ProblemCodes.LedgerDamaged, ProblemCodes.NotALedger, ProblemCodes.NewerLedger, ProblemCodes.NoLedger });
                    found = e.Problem.Message;
                }

                Assert.True(found is not null, $"bit {at % 8} of byte {at / 8}");
            },
            iter: 120,
            threads: 1);
    }

    public static TheoryData<string, string> Damages => new()
    {
        { "UPDATE document SET text = replace(text, 'dark', 'lit!') WHERE entry = 2", "Entry 2 " },
        { "UPDATE document SET text = text || 'x' WHERE entry = 3", "Entry 3 " },
        { "UPDATE document SET raw = zeroblob(9) WHERE entry = 4", "Entry 4 " },
        { "UPDATE document SET title = NULL WHERE entry = 1", "Entry 1 " },
        { "UPDATE entry SET reason = 'no hoax' WHERE sequence = 5", "Entry 5 " },
        { "UPDATE entry SET at = at + 1 WHERE sequence = 6", "Entry 6 " },
        { "UPDATE statement SET analysis = 6 WHERE number = 1", "Entry 1 " },
        { "UPDATE statement SET understanding = NULL WHERE number = 2", "Entry 1 " },
        { "UPDATE statement SET understanding = '{\"parent\":\"x\",\"more\":1}' WHERE number = 2", "Entry 1 " },
        { "UPDATE entry SET document = 1 WHERE sequence = 7", "Entry 7 " },
        { "UPDATE entry SET kind = 'restore' WHERE sequence = 8", "Entry 8 " },
        { "DELETE FROM entry WHERE sequence = 5", "Entry 5 is missing" },
        { "DELETE FROM document WHERE entry = 2", "Entry 2 " },
        { "DELETE FROM problem WHERE document = 1 AND place = 1", "Entry 1 " },
        { "DELETE FROM statement WHERE number = 11", "Entry 6 " },
        { "DELETE FROM analysis WHERE entry = 3", "Entry 3 " },
        { "INSERT INTO statement SELECT 12, 6, 'x', spans, NULL FROM statement WHERE number = 1", "The table statement" },
        { "INSERT INTO problem VALUES (2, 0, 'SAY1001', 'x')", "Entry 2 " },
        { "INSERT INTO analysis VALUES (5, 1, 1, 1)", "The table analysis" },
        { "UPDATE present SET retracted = 0 WHERE document = 3", "What is shown of document 3" },
        { "DELETE FROM present WHERE document = 3", "1 documents are not shown" },
        { "UPDATE document SET published_at = published_at + 1 WHERE entry = 1", "Entry 1 " },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void Verify_NamesTheFirstDamagedEntry(string sql, string expected)
    {
        Assert.StartsWith(expected, Tampered(sql).Faults[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_NamesWhatWasPurged_AndFindsNothingElse()
    {
        var copy = _sample.Copy();
        var purged = _sample.Documents[0];
        using (var ledger = SqliteLedger.Open(new LedgerOptions { Path = copy }))
        {
            ledger.Purge(purged.Id, null, Made.Person);
        }

        var report = SampleLedger.Verify(copy);
        Assert.Empty(report.Faults);
        Assert.Equal([purged.Id], report.Purged);
        Assert.Empty(SampleLedger.Verify(_sample.Copy()).Purged);
    }

    public static TheoryData<string, string> DamagesAfterPurging => new()
    {
        { "UPDATE document SET title = 'back' WHERE entry = 1", "Entry 1 " },
        { "UPDATE document SET raw = x'00' WHERE entry = 1", "Entry 1 " },
        { "UPDATE document SET raw_hash = 'x' WHERE entry = 1", "Entry 11 " },
        { "UPDATE document SET text = '' WHERE entry = 2", "Entry 2 " },
        { "UPDATE analysis SET count = count + 1 WHERE entry = 1", "Entry 2 " },
        { "DELETE FROM entry WHERE sequence = 11", "Entry 1 " },
        { "UPDATE entry SET document = 2 WHERE sequence = 11", "Entry 1 " },
        { "UPDATE present SET retracted = 0 WHERE document = 1", "What is shown of document 1" },
    };

    [Theory]
    [MemberData(nameof(DamagesAfterPurging))]
    public void Verify_NamesTheDamage_BesideAPurgedDocument(string sql, string expected)
    {
        var copy = _sample.Copy();
        using (var ledger = SqliteLedger.Open(new LedgerOptions { Path = copy }))
        {
            ledger.Purge(_sample.Documents[0].Id, null, Made.Person);
        }

        Tampering.Run(copy, connection => Assert.NotEqual(0, Tampering.Execute(connection, sql)));
        Assert.StartsWith(expected, SampleLedger.Verify(copy).Faults[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_FindsForgedEntry_WhoseOwnHashFits()
    {
        // The forger mends entry 5's hash; that entry 6 does not follow it any more gives it away.
        var copy = _sample.Copy();
        Tampering.Run(copy, c => Tampering.Execute(c, "UPDATE entry SET reason = 'forged' WHERE sequence = 5"));
        string mended;
        using (var ledger = SqliteLedger.Open(new LedgerOptions { Path = copy }))
        {
            var e = ledger.Entries(null).ElementAt(4);
            mended = Storage.Chain.EntryHash.Of(new Storage.Chain.EntryRow(
                5, e.Kind, 2, e.DocumentId, e.At.ToUnixTimeTicks(), e.Provenance, e.Reason, e.Payload, e.Previous, ""));
        }

        Tampering.Run(copy, c => Tampering.Execute(c, $"UPDATE entry SET hash = '{mended}' WHERE sequence = 5"));
        var fault = Assert.Single(SampleLedger.Verify(copy).Faults);
        Assert.StartsWith("Entry 6 ", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_FaultsOneEntryOnly_OneDamaged()
    {
        Assert.Single(Tampered("UPDATE entry SET reason = 'no hoax' WHERE sequence = 5").Faults);
    }

    [Theory]
    [InlineData("DROP TRIGGER entry_stays", "trigger entry_stays")]
    [InlineData("DROP INDEX document_by_url", "index document_by_url")]
    public void Verify_FindsMissingParts_OfTheSchema(string sql, string expected)
    {
        var copy = _sample.Copy();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            connection.Open();
            Tampering.Execute(connection, sql);
        }

        Assert.Contains(expected, Assert.Single(SampleLedger.Verify(copy).Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM statement_search WHERE rowid = 4", "statement_search")]
    [InlineData("INSERT INTO statement_search (rowid, source, cue, content) VALUES (1, 'a', 'ghost', 'b')", "statement_search")]
    [InlineData("DELETE FROM name_search WHERE rowid = 4", "name_search")]
    [InlineData("INSERT INTO name_search (rowid, names) VALUES (1, 'ghost')", "name_search")]
    [InlineData("UPDATE name_search SET names = 'harbour master ilse varn' WHERE rowid = 4", "name_search")]
    [InlineData("INSERT INTO document_search (document_search, rowid, title, text) SELECT 'delete', entry, title, text FROM document WHERE entry = 2", "document_search")]
    [InlineData("INSERT INTO document_search (rowid, title, text) VALUES (9, '', 'ghost')", "document_search")]
    public void Verify_FindsWordsMissingOrExtra_InTheSearch(string sql, string expected)
    {
        Assert.Contains(Tampered(sql).Faults, f => f.StartsWith($"The index {expected}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("statement_search")]
    [InlineData("document_search")]
    public void Verify_FindsAFlippedBit_OfTheSearch(string index)
    {
        var sound = Words(_sample.Path);
        Gen.Int[0, 1_000_000].Sample(
            at =>
            {
                var copy = _sample.Copy();
                Tampering.Run(copy, connection =>
                {
                    var pages = Tampering.Rows(connection, $"SELECT id, block FROM {index}_data WHERE id >= 10 ORDER BY id");
                    var page = pages[at % pages.Count];
                    Tampering.Execute(connection, $"UPDATE {index}_data SET block = $block WHERE id = {page[0]}", ("$block", Tampering.Flipped((byte[])page[1]!, at)));
                });
                Assert.True(SampleLedger.Verify(copy).Faults.Count > 0 || Words(copy) == sound, $"bit {at}");
            },
            iter: 200,
            threads: 1);

        string Words(string path)
        {
            using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False");
            connection.Open();
            Tampering.Execute(connection, $"CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, {index}, instance)");
            return string.Join('\n', Tampering.Rows(connection, "SELECT * FROM temp.words").Select(row => string.Join(' ', row)));
        }
    }

    [Theory]
    [InlineData(0, 0x24)] // Eight bytes a row, the database would read, where there are four.
    [InlineData(1, 1)]
    [InlineData(7, 0)]
    [InlineData(15, 0)] // The row, and then one that stands where it is not looked for.
    [InlineData(19, 1)]
    public void Verify_FindsDamage_OfTheRowsThatTheSearchLeavesOut(int at, byte value)
    {
        var copy = _sample.Copy();
        Tampering.Run(copy, connection =>
        {
            var page = Tampering.Rows(connection, "SELECT id, block FROM statement_search_data WHERE id > 1 << 53 ORDER BY id")[0];
            var block = (byte[])page[1]!;
            Assert.Equal("0400000000000001" + "00000000" + "00000001" + "00000000", Convert.ToHexString(block.AsSpan(0, 20)));
            block[at] = value;
            Tampering.Execute(connection, $"UPDATE statement_search_data SET block = $block WHERE id = {page[0]}", ("$block", block));
        });
        Assert.StartsWith("The index statement_search ", SampleLedger.Verify(copy).Faults[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_SeesOneLedger_WhileAnotherWrites()
    {
        var copy = _sample.Copy();
        using var writer = SqliteLedger.Open(new LedgerOptions { Path = copy });
        using var reader = SqliteLedger.Open(new LedgerOptions { Path = copy });
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(
            () =>
            {
                for (var i = 0; !stop.IsCancellationRequested; i++)
                {
                    writer.Add(Made.Document($"{Made.Text} {i}"), [], Made.Reading);
                }
            },
            TestContext.Current.CancellationToken);
        for (var i = 0; i < 20; i++)
        {
            Assert.Empty(reader.Verify(TestContext.Current.CancellationToken).Faults);
        }

        await stop.CancelAsync();
        await writing;
    }

    [Fact]
    public void Verify_StopsWhenCancelled()
    {
        using var ledger = SqliteLedger.Open(new LedgerOptions { Path = _sample.Copy() });
        Assert.Throws<OperationCanceledException>(() => ledger.Verify(new CancellationToken(canceled: true)));
        Assert.Empty(ledger.Verify(CancellationToken.None).Faults);
    }

    [Fact]
    public void Verify_FindsNothing_Twice()
    {
        using var ledger = SqliteLedger.Open(new LedgerOptions { Path = _sample.Copy() });
        Assert.Equal(ledger.Verify(CancellationToken.None), ledger.Verify(CancellationToken.None));
        ledger.Add(Made.Document("More."), [], Made.Reading);
        Assert.Empty(ledger.Verify(CancellationToken.None).Faults);
    }

    public static TheoryData<string> Changes =>
    [
        "UPDATE entry SET reason = 'x' WHERE sequence = 1", "DELETE FROM entry WHERE sequence = 8",
        "UPDATE document SET text = 'x' WHERE entry = 1", "DELETE FROM document WHERE entry = 4",
        "UPDATE problem SET message = 'x'", "DELETE FROM problem",
        "UPDATE analysis SET count = 0", "DELETE FROM analysis WHERE entry = 4",
        "UPDATE statement SET id = 'x'", "DELETE FROM statement WHERE number = 1",
        "INSERT OR REPLACE INTO statement SELECT number, analysis, 'x', spans, NULL FROM statement WHERE number = 1",
        "INSERT OR REPLACE INTO problem SELECT document, place, code, 'x' FROM problem",
        "INSERT OR REPLACE INTO analysis SELECT entry, document, first, 0 FROM analysis",
        "INSERT OR REPLACE INTO entry SELECT sequence, kind, document, at, 'x', NULL, NULL, NULL, payload, previous, hash FROM entry WHERE sequence = 3",
        "INSERT INTO entry SELECT sequence + 9, kind, document, at, 'x', NULL, NULL, NULL, payload, previous, hash FROM entry WHERE sequence = 3",
        "INSERT INTO entry SELECT 9, kind, document, at, 'x', NULL, NULL, NULL, payload, previous, 'y' FROM entry WHERE sequence = 3",
        "INSERT OR REPLACE INTO document SELECT 1, id, raw, raw_length, raw_hash, media_type, 'x', path, url, version, title, outlet, byline, published, published_at, modified, language FROM document WHERE entry = 1",
    ];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Database_Refuses_ToChangeWhatWasAdded(string sql)
    {
        var copy = _sample.Copy();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            connection.Open();
            var refusal = Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => Tampering.Execute(connection, sql));
            Assert.Equal(SQLitePCL.raw.SQLITE_CONSTRAINT_TRIGGER, refusal.SqliteExtendedErrorCode);
        }

        Assert.Empty(SampleLedger.Verify(copy).Faults);
    }

    private static string Contents(string path)
    {
        using var ledger = SqliteLedger.Open(new LedgerOptions { Path = path });
        var documents = ledger.DocumentIds().Select(ledger.GetDocument)
            .Select(d => $"{d} {Convert.ToHexString(d.Document.Raw.Span)} {string.Concat(d.Document.Problems)}");
        var words = new[] { "dark", "vorn", "denied", "all" }.Select(w => ledger.Statements(new StatementQuery { Text = w }).Count())
            .Concat(new[] { "vorn", "fishermen", "the ministry", "harbour master" }.Select(w => ledger.Statements(new StatementQuery { Who = w }).Count()));
        return string.Join('\n', documents
            .Concat(ledger.Statements(new StatementQuery()).Select(s => s.ToString()))
            .Concat(ledger.Entries(null).Select(e => e.ToString()))
            .Concat(ledger.Corrections().Select(e => CorrectionCodec.Encode(e.Correction!)))
            .Concat(words.Select(w => $"{w}")));
    }
}
