using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Conflicts;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Entities;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;

namespace Sayso.Storage.Tests.Doubles;

/// <summary>
/// The ledger's contract over plain lists, written to be read: what <see cref="SqliteLedger"/> is compared with. Its
/// entries have no hashes.
/// </summary>
internal sealed class InMemoryLedger(TimeProvider time) : ILedger
{
    private readonly List<Held> _documents = [];
    private readonly List<LedgerEntry> _entries = [];
    private readonly Dictionary<(string Kind, string Key), ReadOnlyMemory<byte>> _kept = [];
    private readonly List<string> _watchlists = [];
    private int _read;

    public AddOutcome Add(Document document, IReadOnlyList<Statement> statements, Provenance provenance)
    {
        var ordered = Ordered(statements, document.Id, document.Text);
        if (_documents.Find(d => d.Document.Id == document.Id) is { } known)
        {
            return known.IsPurged ? AddOutcome.Purged : known.IsRetracted ? AddOutcome.Retracted : AddOutcome.AlreadyThere;
        }

        var versions = _documents.Where(d => document.Url is not null && d.Document.Url == document.Url).ToList();
        var newest = versions.MaxBy(d => d.Version);
        var version = newest is null ? 1 : newest.Document.RawHash == document.RawHash ? newest.Version : newest.Version + 1;
        _documents.Add(new Held(document, version, Log(EntryKind.Add, document.Id, provenance, null), [new Analysis(provenance, ordered, ++_read)]));
        return version > 1 ? AddOutcome.NewVersion : AddOutcome.Added;
    }

    public bool Contains(string documentId) => _documents.Exists(d => d.Document.Id == documentId);

    public bool Retract(string documentId, string? reason, Provenance provenance) => Toggle(documentId, true, reason, provenance);

    public bool Restore(string documentId, string? reason, Provenance provenance) => Toggle(documentId, false, reason, provenance);

    public bool Purge(string documentId, string? reason, Provenance provenance)
    {
        var kept = Find(documentId);
        if (kept.IsPurged)
        {
            return false;
        }

        var document = kept.Document;
        kept.Document = new Document { Id = document.Id, Raw = default, RawHash = document.RawHash, MediaType = document.MediaType, Text = "" };
        (kept.IsPurged, kept.IsRetracted) = (true, true);
        kept.Analyses.ForEach(a => a.Statements.Clear());
        _kept.Clear();
        Log(EntryKind.Purge, documentId, provenance, reason);
        return true;
    }

    public string? FindText(string text) => _documents.Find(d => !d.IsRetracted && text.Length > 0 && d.Document.Text == text)?.Document.Id;

    public string? NewestAt(string url) => _documents.Where(d => d.Document.Url == url && !d.IsRetracted)
        .OrderByDescending(d => d.Version).ThenByDescending(d => _documents.IndexOf(d)).FirstOrDefault()?.Document.Id;

    public bool Supersede(string documentId, IReadOnlyList<Statement> statements, Provenance provenance)
    {
        var kept = FindWhole(documentId);
        var ordered = Ordered(statements, documentId, kept.Document.Text);
        if (kept.Present.Provenance.ModelVersion == provenance.ModelVersion && kept.Present.Statements.SequenceEqual(ordered))
        {
            return false;
        }

        kept.Analyses.Add(new Analysis(provenance, ordered, ++_read));
        Log(EntryKind.Supersede, documentId, provenance, null);
        return true;
    }

    public LedgerDocument GetDocument(string idOrPrefix)
    {
        var id = Resolve(_documents.Select(d => d.Document.Id), idOrPrefix);
        return View(Find(id), withContent: true);
    }

    public LedgerStatement GetStatement(string idOrPrefix)
    {
        var all = _documents.SelectMany(d => d.Analyses.SelectMany(a => a.Statements.Select(s => (Document: d, Analysis: a, Statement: s)))).ToList();
        var id = Resolve(all.Select(x => x.Statement.Id).Distinct(), idOrPrefix);
        var found = all.Last(x => x.Statement.Id == id);
        return View(found.Document, found.Analysis, found.Statement);
    }

    public IEnumerable<LedgerDocument> Documents(DocumentQuery query)
    {
        if (query.After is { } after && !_documents.Exists(d => d.Document.Id == after && (!d.IsPurged || query.IncludeRetracted)))
        {
            throw new SaysoException(ProblemCodes.NotFound, after);
        }

        var shown = _documents.Where(d => query.IncludeRetracted || !d.IsRetracted || d.Document.Id == query.After).ToList();
        return shown
            .Where(d => query.IncludeEarlierVersions || !shown.Exists(l => d.Document.Url is not null && l.Document.Url == d.Document.Url && l.Version > d.Version))
            .Where(d => IsWithin(d.Document, query.Since, query.Until, query.Outlet) && IsKnown(d, query.AsOf))
            .Where(d => query.Url is null || d.Document.Url == query.Url)
            .Where(d => query.OfOutlet is null || (d.Document.Outlet ?? "") == query.OfOutlet)
            .Where(d => !query.IsReadAgain || (d.Document.Url is { } url && _documents.Count(o => o.Document.Url == url) > 1))
            .Where(d => query.Text is null || SimpleSearch.Holds(query.Text, d.Document.Title ?? "", d.Document.Text))
            .OrderBy(d => d.Document.Published is null)
            .ThenByDescending(d => d.Document.Published?.ToInstant())
            .ThenByDescending(d => d.Version)
            .ThenBy(d => d.Document.Id, StringComparer.Ordinal)
            .OrderByDescending(d => query.IsLastAddedFirst ? _documents.IndexOf(d) : 0)
            .SkipWhile(d => query.After is not null && d.Document.Id != query.After)
            .Where(d => d.Document.Id != query.After)
            .Take(query.Limit ?? int.MaxValue)
            .Select(d => View(d, query.IncludeContent))
            .ToList();
    }

    public IEnumerable<LedgerStatement> Statements(StatementQuery query) => query.After is { } after && !_documents.Exists(d => d.Present.Statements.Exists(s => s.Id == after))
        ? throw new SaysoException(ProblemCodes.NotFound, after)
        : Found(query);

    private List<LedgerStatement> Found(StatementQuery query) => _documents
        .Where(d => !d.IsRetracted && (query.DocumentId is null || d.Document.Id == query.DocumentId))
        .Where(d => IsWithin(d.Document, query.Since, query.Until, query.Outlet) && IsKnown(d, query.AsOf))
        .OrderBy(d => d.Document.Published is null)
        .ThenBy(d => d.Document.Published?.ToInstant())
        .ThenBy(d => d.Document.Id, StringComparer.Ordinal)
        .OrderByDescending(d => query.IsLastReadFirst ? d.Present.Number : 0)
        .SelectMany(d => d.Present.Statements.OrderByDescending(s => query.IsLastReadFirst ? d.Present.Statements.IndexOf(s) : 0).Select(s => View(d, d.Present, s)))
        .Where(s => query.Who is null || new WhoQuery(query.Who).Finds(s.Statement, s.SourceText))
        .Where(s => query.NameWords is null || Words(query.NameWords) is { Count: > 0 } held && held.TrueForAll(WhoQuery.Words([.. s.Statement.Chain.Select(h => h.Name)], s.SourceText).Contains))
        .Where(s => query.HoldsTimesOf(s.Statement))
        .Where(s => query.Stance is null || s.Statement.Attitude?.Stance == query.Stance)
        .Where(s => query.About is null || SimpleSearch.Holds(query.About, s.ContentText))
        .Where(s => query.Text is null || SimpleSearch.Holds(query.Text, s.SourceText ?? "", s.CueText, s.ContentText))
        .SkipWhile(s => query.After is not null && s.Statement.Id != query.After).Skip(query.After is null ? 0 : 1)
        .Take(query.Limit ?? int.MaxValue)
        .ToList();

    private static List<string> Words(string name) => [.. WhoQuery.Words([name], source: null)];

    public long LastEntry() => _entries.Count;

    public IEnumerable<LedgerEntry> EntriesAfter(long entry) => _entries.Where(e => e.Sequence > entry).ToList();

    public IEnumerable<LedgerEntry> Entries(string? documentId) => _entries.Where(e => documentId is null || e.DocumentId == documentId).ToList();

    public LedgerEntry Correct(Correction correction, string? reason, Provenance provenance)
    {
        var statements = _documents.SelectMany(d => d.Analyses.SelectMany(a => a.Statements.Select(s => s.Id))).ToHashSet();
        string[] documents = correction.Kind == CorrectionKind.NoteDocument ? [.. correction.Sets[0]]
            : correction.Kind == CorrectionKind.EntitySplit && correction.Sets.Count > 2 ? [.. correction.Sets[2]]
            : correction.Kind == CorrectionKind.JudgeConflict ? [.. ConflictJudgement.DocumentsOf(correction)] : [];
        if (!correction.IsWellFormed || provenance.Author is null)
        {
            throw new ArgumentException("The correction is not well formed.", nameof(correction));
        }

        if ((correction.IsOfStatements && !correction.Sets.All(set => set.All(statements.Contains))) || !documents.All(Contains))
        {
            throw new SaysoException(ProblemCodes.NotFound, "unknown");
        }

        if (correction.Undoes is { } undoes)
        {
            CorrectionBook.RefuseUndoing([.. Corrections()], undoes);
        }

        Log(EntryKind.Correct, "", provenance, reason);
        return _entries[^1] = _entries[^1] with { Correction = correction };
    }

    public IEnumerable<LedgerEntry> Corrections() => _entries.Where(e => e.Correction is not null).ToList();

    public IReadOnlyList<string> WatchlistLog() => [.. _watchlists];

    public void KeepWatchlist(string json) => _watchlists.Add(json);

    public IReadOnlyList<string> DocumentIds() => [.. _documents.Where(d => !d.IsPurged).Select(d => d.Document.Id)];

    public ReadOnlyMemory<byte>? Kept(string kind, string key) => _kept.TryGetValue((kind, key), out var value) ? value : default(ReadOnlyMemory<byte>?);

    public IEnumerable<KeptValue> KeptFrom(string kind, string keyPrefix) =>
        [.. _kept.Where(k => k.Key.Kind == kind && k.Key.Key.StartsWith(keyPrefix, StringComparison.Ordinal)).OrderBy(k => k.Key.Key, StringComparer.Ordinal).Select(k => new KeptValue(kind, k.Key.Key, k.Value))];

    public T AtOneMoment<T>(Func<T> question) => question();

    public bool Keep(KeptBatch batch)
    {
        if (_entries.Any(e => e.Sequence > batch.Entry && e.Kind == EntryKind.Purge)
            || (batch.Behind is { } behind && !(Kept(behind.Kind, behind.Key) ?? default).Span.SequenceEqual(behind.Value.Span)))
        {
            return false;
        }

        foreach (var old in _kept.Keys.Where(k => batch.ClearedKinds.Contains(k.Kind)).ToList())
        {
            _kept.Remove(old);
        }

        foreach (var (kind, key, value) in batch.Values)
        {
            _kept[(kind, key)] = value;
            if (value.IsEmpty)
            {
                _kept.Remove((kind, key));
            }
        }

        return true;
    }

    public VerifyReport Verify(CancellationToken cancellationToken) => new(_entries.Count, ValueList<string>.Empty, new string('0', 64));

    public LedgerCounts Count()
    {
        var shown = _documents.Where(d => !d.IsRetracted).ToList();
        return new LedgerCounts(shown.Count, shown.Sum(d => d.Present.Statements.Count), _documents.Count - shown.Count, _entries.Count);
    }

    public void Dispose()
    {
    }

    private bool Toggle(string documentId, bool retract, string? reason, Provenance provenance)
    {
        var kept = FindWhole(documentId);
        if (kept.IsRetracted == retract)
        {
            return false;
        }

        kept.IsRetracted = retract;
        Log(retract ? EntryKind.Retract : EntryKind.Restore, documentId, provenance, reason);
        return true;
    }

    private Instant Log(EntryKind kind, string documentId, Provenance provenance, string? reason)
    {
        var at = Instant.FromDateTimeOffset(time.GetUtcNow());
        _entries.Add(new LedgerEntry(_entries.Count + 1, kind, documentId, at, provenance, reason, "", "", ""));
        return at;
    }

    private Held Find(string id) => _documents.Find(d => d.Document.Id == id) ?? throw new SaysoException(ProblemCodes.NotFound, id);

    private Held FindWhole(string id) => Find(id) is { IsPurged: false } kept ? kept : throw new SaysoException(ProblemCodes.Purged, id);

    private static string Resolve(IEnumerable<string> ids, string prefix)
    {
        if (prefix.Length == 0)
        {
            throw new SaysoException(ProblemCodes.AmbiguousId, prefix);
        }

        var found = ids.Where(id => id.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        return found.Contains(prefix) ? prefix
            : found.Count == 1 ? found[0]
            : throw new SaysoException(found.Count == 0 ? ProblemCodes.NotFound : ProblemCodes.AmbiguousId, prefix);
    }

    private static bool IsWithin(Document document, LocalDate? since, LocalDate? until, string? outlet)
    {
        var day = document.Published?.ToInstant().InUtc().Date;
        return (since is null || day >= since)
            && (until is null || day <= until)
            && (outlet is null || document.Outlet?.Contains(outlet, StringComparison.OrdinalIgnoreCase) == true);
    }

    private static bool IsKnown(Held kept, LocalDate? asOf) =>
        asOf is null || (kept.Document.Published?.ToInstant() ?? kept.AddedAt).InUtc().Date <= asOf;

    private static List<Statement> Ordered(IReadOnlyList<Statement> statements, string documentId, string text)
    {
        var inside = statements.All(s => new[] { s.Source, s.Cue, s.Content }.All(r => r.All(span => span.End <= text.Length)));
        if (!inside || statements.Any(s => s.DocumentId != documentId || s.Cue.Count == 0) || statements.DistinctBy(s => s.Id).Count() < statements.Count)
        {
            throw new ArgumentException("A statement is not well formed.", nameof(statements));
        }

        return [.. statements.OrderBy(s => (s.Cue.Extent, s.Content.Extent, s.Source.Extent, s.Id), Comparer<(TextSpan, TextSpan, TextSpan, string)>.Create((a, b) =>
            a.Item1 != b.Item1 ? a.Item1.CompareTo(b.Item1)
            : a.Item2 != b.Item2 ? a.Item2.CompareTo(b.Item2)
            : a.Item3 != b.Item3 ? a.Item3.CompareTo(b.Item3)
            : string.CompareOrdinal(a.Item4, b.Item4)))];
    }

    private static LedgerDocument View(Held kept, bool withContent) => new(
        withContent ? kept.Document : kept.Document with { Raw = default, Text = "" },
        kept.AddedAt,
        kept.Version,
        kept.IsRetracted,
        kept.Present.Statements.Count,
        kept.Present.Provenance)
    {
        IsPurged = kept.IsPurged,
    };

    private static LedgerStatement View(Held kept, Analysis analysis, Statement statement) => new(
        statement,
        statement.Source.Count == 0 ? null : statement.Source.TextOf(kept.Document.Text),
        statement.Cue.TextOf(kept.Document.Text),
        statement.Content.TextOf(kept.Document.Text),
        kept.Document.Outlet,
        kept.Document.Title,
        kept.Document.Published,
        analysis != kept.Present,
        analysis.Provenance)
    {
        IsRetracted = kept.IsRetracted,
    };

    private sealed class Analysis(Provenance provenance, List<Statement> statements, int number)
    {
        public int Number { get; } = number;

        public Provenance Provenance { get; } = provenance;

        public List<Statement> Statements { get; } = statements;
    }

    private sealed class Held(Document document, int version, Instant addedAt, List<Analysis> analyses)
    {
        public Document Document { get; set; } = document;

        public int Version { get; } = version;

        public Instant AddedAt { get; } = addedAt;

        public List<Analysis> Analyses { get; } = analyses;

        public Analysis Present => Analyses[^1];

        public bool IsRetracted { get; set; }

        public bool IsPurged { get; set; }
    }
}
