using System.Text;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Storage.Tests.Chain;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Files;

/// <summary>Backups, what purging leaves in the file, and files that were torn.</summary>
public sealed class CopyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private SqliteLedger Open(string name = "test.db") => SqliteLedger.Open(new LedgerOptions { Path = _folder.File(name), CreateIfMissing = true });

    private static Core.Documents.Document Numbered(int number) =>
        Made.Document($"{Made.Text} Number {number}. {string.Join(' ', Enumerable.Range(0, 300).Select(i => i * (number + 7) % 9973))}");

    private static void Fill(SqliteLedger ledger, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var document = Numbered(i);
            ledger.Add(document, Made.Statements(document), Made.Reading);
        }
    }

    [Fact]
    public async Task BackUp_IsALedgerOfOneMoment_WhileAnotherProcessWrites()
    {
        using var host = new HostProcess("add", _folder.File(), "busy", "100000");
        Assert.True(await host.Lines(5, TestContext.Current.CancellationToken));
        List<long> entries = [];
        for (var i = 0; i < 3; i++)
        {
            SqliteLedger.BackUp(new LedgerOptions { Path = _folder.File() }, _folder.File($"copy{i}.db"));
            using var copy = Open($"copy{i}.db");
            var report = copy.Verify(TestContext.Current.CancellationToken);
            Assert.Empty(report.Faults);
            entries.Add(report.Entries);
        }

        await host.Kill();
        Assert.Equal(entries.Order(), entries);
        Assert.True(entries[0] >= 5);
    }

    [Fact]
    public void BackUp_ReplacesNothing_AndLeavesNoUnfinishedFile()
    {
        using (var ledger = Open())
        {
            Fill(ledger, 3);
        }

        File.WriteAllText(_folder.File("there.db"), "mine");
        var options = new LedgerOptions { Path = _folder.File() };
        Assert.Equal(ProblemCodes.OutputFailed, Assert.Throws<SaysoException>(() => SqliteLedger.BackUp(options, _folder.File("there.db"))).Problem.Code);
        Assert.Equal("mine", File.ReadAllText(_folder.File("there.db")));
        Assert.Equal(ProblemCodes.OutputFailed, Assert.Throws<SaysoException>(() => SqliteLedger.BackUp(options, Path.Combine(_folder.Path, "no", "folder.db"))).Problem.Code);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.part"));
    }

    [Fact]
    public void Purge_LeavesNoTraceInTheFile()
    {
        const string Secret = "Quillonby Thessarane";
        var document = Made.Document($"{Made.Text} {Secret} was named in the letter.", "https://bell.example/thessarane") with { Title = Secret, Byline = Secret };
        using (var ledger = Open())
        {
            Fill(ledger, 30);
            ledger.Add(document, [Made.Statement(document, "harbour master", "said", Secret)], Made.Reading);
            Fill(ledger, 60);
            Assert.True(Traces() > 0);
            Assert.True(ledger.Purge(document.Id, null, Made.Person));
            Assert.Equal(0, Traces());
            Assert.Empty(ledger.Verify(TestContext.Current.CancellationToken).Faults);
        }

        Assert.Equal(0, Traces());

        int Traces() => Directory.GetFiles(_folder.Path).Sum(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            var text = Encoding.UTF8.GetString(bytes.ToArray());

            // The index holds words in lower case, parted where the word before begins alike.
            return new[] { "Quillonby", "quillonby", "Thessarane", "thessarane", "hessarane", "uillonby" }.Count(word => text.Contains(word, StringComparison.Ordinal));
        });
    }

    /// <summary>A ledger whose last entries are in the log only, as a crash leaves it.</summary>
    private (byte[] File, byte[] Log, IReadOnlyList<string> Ids) Crashed()
    {
        using var ledger = Open("live.db");
        Fill(ledger, 12);
        return (Read("live.db"), Read("live.db-wal"), ledger.DocumentIds());

        byte[] Read(string name)
        {
            using var stream = new FileStream(_folder.File(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
    }

    [Fact]
    public void TornLog_LosesTheLastEntriesOnly()
    {
        var (file, log, ids) = Crashed();
        var random = new Random(3);
        HashSet<int> kept = [];
        foreach (var length in Enumerable.Range(0, 30).Select(_ => random.Next(log.Length)).Append(log.Length).Append(0))
        {
            // A page that was half written: its end is another's, or nothing.
            var torn = log[..length];
            torn.AsSpan(Math.Max(0, length - random.Next(1, 600))).Fill((byte)random.Next(256));
            Write(file, length == log.Length ? log : torn);
            using var ledger = SqliteLedger.Open(new LedgerOptions { Path = _folder.File("torn.db"), CreateIfMissing = true });
            Assert.Empty(ledger.Verify(TestContext.Current.CancellationToken).Faults);
            var there = ledger.DocumentIds();
            Assert.Equal(ids.Take(there.Count), there);
            kept.Add(there.Count);
            Assert.Equal(AddOutcome.Added, ledger.Add(Made.Document("After the crash."), [], Made.Reading));
        }

        Assert.Contains(ids.Count, kept);
        Assert.True(kept.Count > 4, "The log was cut in too few places to tell.");
    }

    [Fact]
    public void TornFile_IsDamagedOrWhole_NeverWrong()
    {
        using (var ledger = Open("live.db"))
        {
            Fill(ledger, 40);
        }

        var file = File.ReadAllBytes(_folder.File("live.db"));
        string[] codes = [ProblemCodes.LedgerDamaged, ProblemCodes.NotALedger, ProblemCodes.NoLedger];
        var random = new Random(4);
        foreach (var length in Enumerable.Range(0, 40).Select(_ => random.Next(file.Length)).Concat([1, 100, 4095, 4096, file.Length - 1, file.Length - 4096]))
        {
            Write(file[..length], []);
            try
            {
                using var ledger = SqliteLedger.Open(new LedgerOptions { Path = _folder.File("torn.db") });
                Assert.NotEmpty(ledger.Verify(TestContext.Current.CancellationToken).Faults);
            }
            catch (SaysoException e)
            {
                Assert.Contains(e.Problem.Code, codes);
            }
        }
    }

    private void Write(byte[] file, byte[] log)
    {
        foreach (var name in new[] { "torn.db", "torn.db-shm", "torn.db-wal" })
        {
            File.Delete(_folder.File(name));
        }

        File.WriteAllBytes(_folder.File("torn.db"), file);
        if (log.Length > 0)
        {
            File.WriteAllBytes(_folder.File("torn.db-wal"), log);
        }
    }
}
