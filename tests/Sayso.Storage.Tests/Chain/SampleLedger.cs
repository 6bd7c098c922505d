using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Chain;

/// <summary>A ledger in which everything has happened once, closed, to be copied and tampered with.</summary>
internal sealed class SampleLedger : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SampleLedger()
    {
        Path = _folder.File("sample.db");
        using var ledger = SqliteLedger.Open(new LedgerOptions { Path = Path, CreateIfMissing = true, Time = new TickingClock() });
        var documents = new[]
        {
            Made.FullDocument(),
            Made.Document(),
            Made.Document(Made.Text + " And that was all.", "https://bell.example/dark") with { Outlet = "Courier" },
            Made.Document("No statement here."),
        };
        foreach (var document in documents)
        {
            ledger.Add(document, document.Text.Length > 20 ? Made.Statements(document) : [], Made.Reading);
        }

        ledger.Retract(documents[1].Id, "a hoax", Made.Person);
        ledger.Supersede(documents[0].Id, Made.Statements(documents[0])[1..], Made.Reading with { ModelVersion = "model-b" });
        ledger.Restore(documents[1].Id, null, Made.Person);
        ledger.Retract(documents[2].Id, null, Made.Person);
        var statements = Made.Statements(documents[1]);
        ledger.Correct(new Correction(CorrectionKind.ClaimMerge, new([new([statements[0].Id]), new([statements[1].Id])])), "one “claim” 🗼", Made.Person);
        ledger.Correct(new Correction(CorrectionKind.Undo, new([])) { Undoes = 9 }, null, Made.Person);
        Documents = documents;
    }

    /// <summary>The closed ledger.</summary>
    public string Path { get; }

    /// <summary>Entries 1 to 4 added these.</summary>
    public IReadOnlyList<Document> Documents { get; }

    /// <summary>Its entries.</summary>
    public const int Entries = 10;

    /// <summary>A copy of its own.</summary>
    public string Copy()
    {
        var copy = _folder.File("copy.db");
        File.Delete(copy + "-wal");
        File.Delete(copy + "-shm");
        File.Copy(Path, copy, overwrite: true);
        return copy;
    }

    /// <summary>What verifying a ledger finds.</summary>
    public static VerifyReport Verify(string path)
    {
        using var ledger = SqliteLedger.Open(new LedgerOptions { Path = path });
        return ledger.Verify(CancellationToken.None);
    }

    public void Dispose() => _folder.Dispose();
}
