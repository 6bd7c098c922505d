using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
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
    /// <summary>How often another process may append between the two beginnings of a verification.</summary>
    private const int MostTries = 5;

    private readonly DocumentTable _documents = new(database);
    private readonly AnalysisTable _analyses = new(database);
    private readonly CorrectionTable _correctionTable = new(database);
    private readonly Faults _faults = new(cancellationToken);
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

    /// <summary>
    /// Verifies the ledger as it is now, whatever other processes append meanwhile: the chain, the search and the file side by side, each
    /// on a connection of its own.
    /// </summary>
    public VerifyReport Run()
    {
        using var search = database.Beside();
        using var file = database.Beside();
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (database.Snapshot(() => search.Snapshot(() => file.Snapshot(
                () => AreOne(database, search, file) ? Check(search, file) : null))) is { } report)
            {
                return report;
            }
        }

        return database.Snapshot(() => Check(database, database));
    }

    /// <summary>Whether all see the same ledger: another process may append between their beginnings.</summary>
    private static bool AreOne(params Database[] databases) => databases.Select(one => new EntryTable(one).Head()).Distinct().Count() == 1;

    /// <summary>Runs all checks.</summary>
    /// <param name="search">A connection that sees the same ledger, for the search; the same one for one after the other.</param>
    /// <param name="file">Another one, for the file.</param>
    private VerifyReport Check(Database search, Database file)
    {
        Faults ofSearch = new(cancellationToken), ofFile = new(cancellationToken);
        try
        {
            Parallel.Invoke(
                new ParallelOptions { MaxDegreeOfParallelism = ReferenceEquals(search, database) ? 1 : -1 },
                CheckChain,
                () => ofSearch.Try("The search", () => new SearchCheck(search, ofSearch.Add, cancellationToken).Run()),
                () => ofFile.Try("The file", () => FileCheck.Run(file, ofFile.Add)));
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        return new VerifyReport(_entries, _faults.With(ofSearch).With(ofFile).Found.ToValueList(), _head) { Purged = _purgings.ToValueList() };
    }

    private void CheckChain()
    {
        Try("The chain", () => _purged = new Purge(database).All());
        Try("The chain", WalkChain);
        Try("The tables", CheckNothingElse);
        Try("What is shown", CheckPresent);
        Try("The schema", () => SchemaCheck.Run(database, Fault));
    }

    private void Fault(string fault) => _faults.Add(fault);

    private void Try(string what, Action check) => _faults.Try(what, check);

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

                using (var hash = EntryHash.Superseded(entry.DocumentId))
                {
                    CheckAnalysis(entry, hash, name);
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
        using (var hash = EntryHash.Added(row))
        {
            CheckAnalysis(entry, hash, name);
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

    /// <summary>
    /// Hashes the statements of an entry as they are stored. Reading them and writing them again would come to the same: one statement
    /// has one form (<see cref="UnderstandingCodec"/>).
    /// </summary>
    private void CheckAnalysis(EntryRow entry, ContentHash hash, string name)
    {
        var head = _analyses.Head(entry.Sequence);
        if (head is not { } analysis || analysis.Document != entry.Document || analysis.First != _numbered + 1)
        {
            Fault($"{name}: its analysis is missing or out of place.");
        }

        if (head is not { } there)
        {
            return;
        }

        _analysed++;
        _numbered += there.Count;
        _statements += there.Count;
        EntryHash.AddHead(hash, there.First, there.Count);
        var found = _analyses.AddStored(entry.Sequence, there.First, there.Count, hash);
        if (found != there.Count)
        {
            Fault($"{name}: of its {there.Count} statements {found} are there.");
            return;
        }

        Compare(entry, hash.ToHex(), name);
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
