using System.Security.Cryptography;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Storage.Files;
using Sayso.Storage.Rows;

namespace Sayso.Storage.Chain;

/// <summary>
/// Recomputes every hash from what is stored, entry by entry, then checks that nothing is there that no entry added, that
/// what is shown follows from the entries, and that file, schema and search are whole.
/// </summary>
/// <remarks>
/// One thing a chain cannot show from inside: that its last entries were cut off with all that they added. Who keeps the
/// head's hash elsewhere can.
/// </remarks>
internal sealed class Verification(Database database, CancellationToken cancellationToken)
{
    /// <summary>More are not listed: the first is what matters.</summary>
    private const int MostFaults = 100;

    private readonly DocumentTable _documents = new(database);
    private readonly AnalysisTable _analyses = new(database);
    private readonly CorrectionTable _correctionTable = new(database);
    private readonly List<string> _faults = [];
    private readonly Dictionary<long, (long Analysis, bool IsRetracted)> _present = [];
    private readonly List<string> _purgings = [];
    private HashSet<long> _purged = [];
    private long _entries;
    private long _problems;
    private long _analysed;
    private long _numbered;
    private long _statements;
    private long _corrections;
    private string _head = EntryHash.Start;

    /// <summary>Verifies the ledger as it is now, whatever other processes append meanwhile.</summary>
    public VerifyReport Run() => database.Snapshot(() =>
    {
        Try("The chain", () => _purged = new Purge(database).All());
        Try("The chain", WalkChain);
        Try("The tables", CheckNothingElse);
        Try("What is shown", CheckPresent);
        Try("The schema", () => SchemaCheck.Run(database, Fault));
        Try("The search", () => SearchCheck.Run(database, Fault, cancellationToken));
        Try("The file", () => database.All("PRAGMA integrity_check(20)", r => r.GetString(0)).Where(line => line != "ok").ToList()
            .ForEach(Fault));
        return new VerifyReport(_entries, _faults.ToValueList(), _head) { Purged = _purgings.ToValueList() };
    });

    private void Fault(string fault)
    {
        if (_faults.Count < MostFaults)
        {
            _faults.Add(fault);
        }
    }

    /// <summary>Runs a check; that it cannot be run to its end for damage is what it finds.</summary>
    private void Try(string what, Action check)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            check();
        }
        catch (SaysoException e) when (e.Problem.Code is ProblemCodes.LedgerDamaged or ProblemCodes.NotALedger)
        {
            Fault($"{what}: {e.InnerException?.Message ?? e.Message}");
        }
    }

    private void WalkChain()
    {
        foreach (var entry in new EntryTable(database).All())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = entry.Kind == EntryKind.Correct
                ? $"Entry {entry.Sequence} (correct)" : $"Entry {entry.Sequence} ({KindWord.Of(entry.Kind)} {entry.DocumentId})";
            if (entry.Sequence != _entries + 1)
            {
                Fault($"Entry {_entries + 1} is missing.");
            }

            if (entry.Previous != _head)
            {
                Fault($"{name} does not follow the entry before it.");
            }

            if (entry.Hash != EntryHash.Of(entry))
            {
                Fault($"{name} is not what its hash says.");
            }

            Try(name, () => CheckPayload(entry, name));
            _entries = entry.Sequence;
            _head = entry.Hash;
        }
    }

    private void CheckPayload(EntryRow entry, string name)
    {
        switch (entry.Kind)
        {
            case EntryKind.Add:
                CheckAdd(entry, name);
                break;
            case EntryKind.Supersede:
                Show(entry, name, s => s with { Analysis = entry.Sequence });
                if (_purged.Contains(entry.Document))
                {
                    CheckEmptied(entry, name);
                    break;
                }

                if (Analysis(entry, name) is { } analysis)
                {
                    Compare(entry, EntryHash.OfSupersede(entry.DocumentId, analysis), name);
                }

                break;
            case EntryKind.Purge:
                _purgings.Add(entry.DocumentId);
                Show(entry, name, s => s with { IsRetracted = true });
                Compare(entry, EntryHash.OfPurge(entry.DocumentId, _documents.Get(entry.Document)?.Document.RawHash ?? ""), name);
                break;
            case EntryKind.Correct:
                CheckCorrection(entry, name);
                break;
            default:
                Show(entry, name, s => s with { IsRetracted = entry.Kind == EntryKind.Retract });
                Compare(entry, EntryHash.OfToggle(entry.Kind, entry.DocumentId), name);
                break;
        }
    }

    private void CheckCorrection(EntryRow entry, string name)
    {
        if (_correctionTable.Body(entry.Sequence) is not { } body)
        {
            Fault($"{name}: what it corrected is missing.");
            return;
        }

        _corrections++;
        Compare(entry, EntryHash.OfCorrection(body), name);
    }

    private void CheckAdd(EntryRow entry, string name)
    {
        // Known even if its contents are damaged, so that later entries are not faulted for it.
        _present[entry.Sequence] = (entry.Sequence, false);
        var row = _documents.Get(entry.Sequence);
        if (row is null || entry.Document != entry.Sequence)
        {
            Fault($"{name}: its document is missing.");
            return;
        }

        if (_purged.Contains(entry.Sequence))
        {
            if (!Purge.IsEmpty(row) || _documents.Raw(entry.Sequence).Length > 0)
            {
                Fault($"{name}: its document was purged, and something of it is there.");
            }

            CheckEmptied(entry, name);
            return;
        }

        _problems += row.Document.Problems.Count;
        if (Analysis(entry, name) is { } analysis)
        {
            Compare(entry, EntryHash.OfAdd(row, analysis), name);
        }

        var instant = database.Number("SELECT published_at FROM document WHERE entry = $entry", ("$entry", entry.Sequence));
        if (instant != StoredTime.Ticks(row.Document.Published))
        {
            Fault($"{name}: its publication time for sorting is another than the one stated.");
        }

        if (Convert.ToHexStringLower(SHA256.HashData(_documents.Raw(entry.Sequence))) != row.Document.RawHash)
        {
            Fault($"{name}: its raw bytes are not what their hash says.");
        }
    }

    /// <summary>Of a purged analysis the numbers of its statements are left.</summary>
    private void CheckEmptied(EntryRow entry, string name)
    {
        if (_analyses.Head(entry.Sequence) is not { } head || head.Document != entry.Document || head.First != _numbered + 1)
        {
            Fault($"{name}: its analysis is missing or out of place.");
            return;
        }

        _analysed++;
        _numbered += head.Count;
    }

    private AnalysisRow? Analysis(EntryRow entry, string name)
    {
        var analysis = _analyses.Get(entry.Sequence);
        if (analysis is null || analysis.Document != entry.Document || analysis.First != _numbered + 1)
        {
            Fault($"{name}: its analysis is missing or out of place.");
        }

        if (analysis is not null)
        {
            _analysed++;
            _numbered += analysis.Statements.Count;
            _statements += analysis.Statements.Count;
        }

        return analysis;
    }

    private void Compare(EntryRow entry, string payload, string name)
    {
        if (entry.Payload != payload)
        {
            Fault($"{name}: what it added is not what its hash says.");
        }
    }

    private void Show(EntryRow entry, string name, Func<(long Analysis, bool IsRetracted), (long, bool)> change)
    {
        if (_present.TryGetValue(entry.Document, out var state))
        {
            _present[entry.Document] = change(state);
        }
        else
        {
            Fault($"{name}: its document was not added before it.");
        }
    }

    private void CheckNothingElse()
    {
        foreach (var (table, expected) in new[] { ("document", _present.Count), ("problem", _problems), ("analysis", _analysed),
            ("statement", _statements), ("correction", _corrections) })
        {
            var rows = database.Number($"SELECT count(*) FROM {table}");
            if (rows != expected)
            {
                Fault($"The table {table} has {rows} rows; the entries added {expected}.");
            }
        }
    }

    private void CheckPresent()
    {
        var rows = 0;
        foreach (var (document, analysis, isRetracted) in database.Stream(
            "SELECT document, analysis, retracted FROM present", r => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2) != 0)))
        {
            rows++;
            if (!_present.TryGetValue(document, out var state) || state != (analysis, isRetracted))
            {
                Fault($"What is shown of document {document} does not follow from the entries.");
            }
        }

        if (rows != _present.Count)
        {
            Fault($"{_present.Count - rows} documents are not shown for no reason.");
        }
    }
}
