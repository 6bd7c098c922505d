using System.Security.Cryptography;
using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Storage.Chain;
using Sayso.Storage.Files;
using Sayso.Storage.Migrations;
using Sayso.Storage.Queries;
using Sayso.Storage.Rows;

namespace Sayso.Storage;

/// <summary>
/// The ledger in one SQLite file. Writers of several processes take turns; a change is on the disk when its method
/// returns (write-ahead log, <c>synchronous = FULL</c>). Not safe for use by several threads at once.
/// </summary>
public sealed class SqliteLedger : ILedger
{
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly EntryTable _entries;
    private readonly DocumentTable _documents;
    private readonly AnalysisTable _analyses;
    private readonly DocumentSearch _documentSearch;
    private readonly StatementSearch _statementSearch;
    private readonly KeptTable _kept;
    private readonly Purge _purge;
    private readonly CorrectionTable _corrections;
    private LedgerCounts? _counts;

    private SqliteLedger(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
        _entries = new EntryTable(database);
        _documents = new DocumentTable(database);
        _analyses = new AnalysisTable(database);
        _documentSearch = new DocumentSearch(database, _documents);
        _statementSearch = new StatementSearch(database);
        _kept = new KeptTable(database);
        _purge = new Purge(database);
        _corrections = new CorrectionTable(database);
    }

    /// <summary>The schema that this program writes.</summary>
    public static int SchemaVersion => Migration.All.Count;

    /// <summary>Whether the system lets the ledger be read only: then every change fails with <see cref="ProblemCodes.ReadOnlyLedger"/>.</summary>
    public bool IsReadOnly => _database.IsReadOnly;

    /// <summary>The database, for tests that hinder it.</summary>
    internal Database Database => _database;

    /// <summary>Opens a ledger; one of an earlier schema is brought up to date. Makes a file only if asked to.</summary>
    /// <exception cref="SaysoException">
    /// There is none, it is no ledger, damaged, locked, of a newer program, or the system refuses it.
    /// </exception>
    public static SqliteLedger Open(LedgerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new SqliteLedger(LedgerFile.Open(options, Migration.All), options.Time);
    }

    /// <inheritdoc/>
    public AddOutcome Add(Document document, IReadOnlyList<Statement> statements, Provenance provenance)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(provenance);
        if (Convert.ToHexStringLower(SHA256.HashData(document.Raw.Span)) != document.RawHash)
        {
            throw new ArgumentException("The raw hash is not that of the bytes.", nameof(document));
        }

        var ordered = StatementPlace.InOrder(statements, document.Id, document.Text.Length);
        if (Known(document.Id) is { } known)
        {
            return known;
        }

        // Outside the transaction, since it takes longest and needs nothing of the ledger.
        var compressed = RawCodec.Compress(document.Raw.Span);
        var kept = WellFormed.Of(document);
        return _database.Transaction(() =>
        {
            if (Known(document.Id) is { } quicker)
            {
                return quicker;
            }

            var sequence = _entries.Head().Sequence + 1;
            var row = new DocumentRow(sequence, kept, document.Raw.Length, _documents.VersionOf(kept.Url, kept.RawHash));
            var analysis = new AnalysisRow(sequence, sequence, _analyses.NextNumber(), ordered);
            Append(new Change(EntryKind.Add, sequence, document.Id, EntryHash.OfAdd(row, analysis), provenance, Reason: null));
            _documents.Insert(row, compressed);
            _analyses.Insert(analysis, kept.Text);
            _database.Execute(
                "INSERT INTO present (document, analysis, retracted) VALUES ($document, $analysis, 0)",
                ("$document", sequence),
                ("$analysis", sequence));
            return row.Version > 1 ? AddOutcome.NewVersion : AddOutcome.Added;
        });
    }

    /// <summary>
    /// Writes a copy of a ledger, as it is at one moment, whatever others write meanwhile. The copy is a ledger itself; it
    /// is complete and on the disk before it gets its name.
    /// </summary>
    /// <param name="options">Which ledger.</param>
    /// <param name="path">The copy's file: there must be none yet.</param>
    /// <exception cref="SaysoException">The ledger cannot be read, or the copy not be written.</exception>
    public static void BackUp(LedgerOptions options, string path)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var ledger = Open(options with { CreateIfMissing = false });
        LedgerCopy.Write(ledger._database, Path.GetFullPath(path));
    }

    /// <inheritdoc/>
    public bool Contains(string documentId) => _documents.Find(documentId) is not null;

    /// <inheritdoc/>
    public bool Retract(string documentId, string? reason, Provenance provenance) => Toggle(EntryKind.Retract, documentId, reason, provenance);

    /// <inheritdoc/>
    public bool Restore(string documentId, string? reason, Provenance provenance) => Toggle(EntryKind.Restore, documentId, reason, provenance);

    /// <inheritdoc/>
    public bool Purge(string documentId, string? reason, Provenance provenance)
    {
        ArgumentNullException.ThrowIfNull(provenance);
        // What is deleted is overwritten at once, whatever becomes of the sweeping.
        _database.Execute("PRAGMA secure_delete = ON");
        var isNew = _database.Transaction(() =>
        {
            var document = Find(documentId);
            if (_purge.Is(document))
            {
                return false;
            }

            var row = _documents.Get(document)!;
            Append(new Change(EntryKind.Purge, document, documentId, EntryHash.OfPurge(documentId, row.Document.RawHash), provenance, WellFormed.Of(reason)));
            _purge.Empty(row);
            return true;
        });
        _purge.Sweep();
        return isNew;
    }

    /// <inheritdoc/>
    public string? FindText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _documents.FindText(WellFormed.Of(text)!);
    }

    /// <inheritdoc/>
    public string? NewestAt(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return _documents.NewestAt(WellFormed.Of(url)!);
    }

    /// <inheritdoc/>
    public bool Supersede(string documentId, IReadOnlyList<Statement> statements, Provenance provenance)
    {
        ArgumentNullException.ThrowIfNull(provenance);
        return _database.Transaction(() =>
        {
            var document = FindWhole(documentId);
            var text = _documents.Get(document)!.Document.Text;
            var ordered = StatementPlace.InOrder(statements, documentId, text.Length);
            var present = _database.Number("SELECT analysis FROM present WHERE document = $document", ("$document", document))
                ?? throw Failures.Damaged(_database.Path, $"the state of document {documentId} is missing");
            var model = _database.First("SELECT model_version FROM entry WHERE sequence = $entry", r => r.TextOrNull(0), ("$entry", present));
            if (model == WellFormed.Of(provenance.ModelVersion) && _analyses.Get(present)!.Statements.SequenceEqual(ordered))
            {
                return false;
            }

            var sequence = _entries.Head().Sequence + 1;
            var analysis = new AnalysisRow(sequence, document, _analyses.NextNumber(), ordered);
            Append(new Change(EntryKind.Supersede, document, documentId, EntryHash.OfSupersede(documentId, analysis), provenance, Reason: null));
            _analyses.Hide(present);
            _analyses.Insert(analysis, text);
            _database.Execute(
                "UPDATE present SET analysis = $analysis WHERE document = $document", ("$analysis", sequence), ("$document", document));
            return true;
        });
    }

    /// <inheritdoc/>
    public LedgerDocument GetDocument(string idOrPrefix)
    {
        var id = Resolve("document", "documents", idOrPrefix);
        return _documentSearch.Get(Find(id));
    }

    /// <inheritdoc/>
    public LedgerStatement GetStatement(string idOrPrefix) => _statementSearch.Get(Resolve("statement", "statements", idOrPrefix));

    /// <inheritdoc/>
    public IEnumerable<LedgerDocument> Documents(DocumentQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(query.Limit ?? 0, nameof(query));
        return _documentSearch.Find(query);
    }

    /// <inheritdoc/>
    public IEnumerable<LedgerStatement> Statements(StatementQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(query.Limit ?? 0, nameof(query));
        return _statementSearch.Find(query);
    }

    /// <inheritdoc/>
    public IEnumerable<LedgerEntry> Entries(string? documentId) => (documentId is null ? _entries.All() : _entries.Of(documentId)).Select(View);

    /// <inheritdoc/>
    public LedgerEntry Correct(Correction correction, string? reason, Provenance provenance)
    {
        ArgumentNullException.ThrowIfNull(correction);
        ArgumentNullException.ThrowIfNull(provenance);
        if (!correction.IsWellFormed || string.IsNullOrWhiteSpace(provenance.Author))
        {
            throw new ArgumentException("A correction is formed as its kind is, and has an author.", nameof(correction));
        }

        var body = CorrectionCodec.Encode(correction);
        return _database.Transaction(() =>
        {
            _corrections.RefuseUnknown(correction);
            if (correction.Undoes is { } undoes)
            {
                CorrectionBook.RefuseUndoing([.. Corrections()], undoes);
            }

            var entry = Append(new Change(EntryKind.Correct, EntryRow.NoDocument, "", EntryHash.OfCorrection(body), provenance, WellFormed.Of(reason)));
            _corrections.Insert(entry.Sequence, body);
            return View(entry);
        });
    }

    /// <inheritdoc/>
    public IEnumerable<LedgerEntry> Corrections() => _entries.Corrections().Select(View);

    /// <inheritdoc/>
    public IReadOnlyList<string> DocumentIds() => _database.All(
        "SELECT id FROM document d WHERE NOT EXISTS (SELECT 1 FROM entry x WHERE x.document = d.entry AND x.kind = 'purge') ORDER BY entry", r => r.GetString(0));

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? Kept(string kind, string key) => _kept.Get(kind, key);

    /// <inheritdoc/>
    public IEnumerable<KeptValue> KeptFrom(string kind, string keyPrefix) => _kept.From(kind, keyPrefix);

    /// <inheritdoc/>
    public bool Keep(KeptBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return !IsReadOnly && _database.Transaction(() =>
        {
            var holds = !_purge.AnyAfter(batch.Entry) && (batch.Behind is not { } behind || _kept.Has(behind));
            if (holds)
            {
                _kept.Put(batch.Values, batch.ClearedKinds);
            }

            return holds;
        });
    }

    /// <inheritdoc/>
    public T AtOneMoment<T>(Func<T> question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return _database.Snapshot(question);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> WatchlistLog() => _database.All("SELECT body FROM watchlist ORDER BY number", r => r.GetString(0));

    /// <inheritdoc/>
    public void KeepWatchlist(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        _ = _database.Transaction(() => _database.Execute("INSERT INTO watchlist (body) VALUES ($body)", ("$body", WellFormed.Of(json))));
    }

    /// <inheritdoc/>
    public VerifyReport Verify(CancellationToken cancellationToken) =>
        new Verification(_database, cancellationToken).Run();

    /// <inheritdoc/>
    public LedgerCounts Count()
    {
        // Each change of what is shown is an entry: what was counted is true until the next one.
        if (_counts is null || _counts.Entries != LastEntry())
        {
            _counts = CountAnew();
        }

        return _counts;
    }

    /// <inheritdoc/>
    public long LastEntry() => _entries.Head().Sequence;

    /// <inheritdoc/>
    public IEnumerable<LedgerEntry> EntriesAfter(long entry) => _entries.After(entry).Select(View);

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private LedgerCounts CountAnew() => _database.First(
        """
        SELECT count(*) FILTER (WHERE p.retracted = 0), ifnull(sum(a.count) FILTER (WHERE p.retracted = 0), 0),
            count(*) FILTER (WHERE p.retracted = 1), (SELECT ifnull(max(sequence), 0) FROM entry)
        FROM present p JOIN analysis a ON a.entry = p.analysis
        """,
        r => new LedgerCounts(r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), r.GetInt64(3)))!;

    private bool Toggle(EntryKind kind, string documentId, string? reason, Provenance provenance)
    {
        ArgumentNullException.ThrowIfNull(provenance);
        return _database.Transaction(() =>
        {
            var document = FindWhole(documentId);
            var changed = _database.Execute(
                "UPDATE present SET retracted = $retracted WHERE document = $document AND retracted <> $retracted",
                ("$retracted", kind == EntryKind.Retract ? 1 : 0),
                ("$document", document));
            if (changed == 0)
            {
                return false;
            }

            Append(new Change(kind, document, documentId, EntryHash.OfToggle(kind, documentId), provenance, WellFormed.Of(reason)));
            return true;
        });
    }

    private EntryRow Append(Change change)
    {
        var (last, previous) = _entries.Head();
        var entry = new EntryRow(
            last + 1,
            change.Kind,
            change.Document,
            change.DocumentId,
            Instant.FromDateTimeOffset(_time.GetUtcNow()).ToUnixTimeTicks(),
            WellFormed.Of(change.Provenance),
            change.Reason,
            change.Payload,
            previous,
            Hash: "");
        entry = entry with { Hash = EntryHash.Of(entry) };
        _entries.Insert(entry);
        return entry;
    }

    private LedgerEntry View(EntryRow e) => new(e.Sequence, e.Kind, e.DocumentId, Instant.FromUnixTimeTicks(e.At), e.Provenance, e.Reason, e.Payload, e.Previous, e.Hash)
    {
        Correction = e.Kind != EntryKind.Correct ? null
            : CorrectionCodec.Decode(_corrections.Body(e.Sequence) ?? throw Failures.Damaged(_database.Path, $"what entry {e.Sequence} corrected is missing")),
    };

    /// <summary>What adding a document would say that is there; <c>null</c> for one that is not.</summary>
    private AddOutcome? Known(string documentId) =>
        _database.Number(
            """
            SELECT p.retracted + EXISTS (SELECT 1 FROM entry x WHERE x.document = d.entry AND x.kind = 'purge')
            FROM document d JOIN present p ON p.document = d.entry WHERE d.id = $id
            """,
            ("$id", documentId)) switch
        {
            null => null,
            0 => AddOutcome.AlreadyThere,
            1 => AddOutcome.Retracted,
            _ => AddOutcome.Purged,
        };

    /// <summary>The key of a document that was not purged.</summary>
    private long FindWhole(string documentId) => Find(documentId) is var document && _purge.Is(document) ? throw Rows.Purge.Gone(documentId) : document;

    private long Find(string documentId) => _documents.Find(documentId) ?? throw NotFound("document", "documents", documentId);

    private string Resolve(string table, string command, string idOrPrefix)
    {
        ArgumentNullException.ThrowIfNull(idOrPrefix);
        if (idOrPrefix.Length == 0)
        {
            throw new SaysoException(ProblemCodes.AmbiguousId, $"Every {table}'s id begins with nothing: give its first digits. `sayso {command}` lists them.");
        }

        var ids = _database.All(
            table == "document"
                ? "SELECT id FROM document WHERE id >= $from AND id < $to ORDER BY id LIMIT 2"
                : "SELECT DISTINCT id FROM statement WHERE id >= $from AND id < $to ORDER BY id LIMIT 2",
            r => r.GetString(0),
            ("$from", idOrPrefix),
            ("$to", idOrPrefix + "\U0010FFFF"));
        return ids.Count == 0 ? throw NotFound(table, command, idOrPrefix)
            : ids.Count == 1 || ids[0] == idOrPrefix ? ids[0]
            : throw new SaysoException(ProblemCodes.AmbiguousId, $"Several {table}s begin with “{idOrPrefix}”: give more of the id.");
    }

    private static SaysoException NotFound(string noun, string command, string id) =>
        new(ProblemCodes.NotFound, $"There is no {noun} “{id}” in the ledger. `sayso {command}` lists them.");

    /// <summary>What an entry is to record.</summary>
    private sealed record Change(EntryKind Kind, long Document, string DocumentId, string Payload, Provenance Provenance, string? Reason);
}
