using Sayso.Core.Attributions;
using Sayso.Core.Claims;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Ledger;
using Sayso.Core.Search;

namespace Sayso.Core.Analysis;

/// <summary>Brings the statements of a ledger together into claims.</summary>
/// <param name="encode">Gives texts their vectors, in their order; called for what is new only.</param>
public sealed class ClaimAnalysis(Func<IReadOnlyList<string>, CancellationToken, IReadOnlyList<SentenceVector>> encode)
{
    private readonly Lock _lock = new();
    private KnownClaims? _known;

    /// <summary>Which rules of claims and origins these are: raised where the same statements would make others.</summary>
    public static string RulesVersion => KeptClaims.Rules;

    /// <summary>Statements of a ledger whose claims are reckoned at most, where no other bound is set: of one with more, the latest (<see cref="ClaimWindow"/>).</summary>
    public const int UsualMost = 200_000;

    /// <summary>
    /// Whether what was reckoned last is held, so that only what is touched by what comes is reckoned: for whoever asks again and again.
    /// </summary>
    public bool Grows { get; init; }

    /// <summary>The claims of a ledger, as persons corrected them until now, whatever the day. One thread at a time reckons.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="query">Of which documents.</param>
    /// <param name="cancellationToken">Ends it between two documents with an <see cref="OperationCanceledException"/>.</param>
    public ClaimedLedger Read(ILedger ledger, ClaimQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(query);
        var most = query.MostStatements ?? UsualMost;
        var kept = new KeptClaims(ledger, most);
        if (query.AsOf is null && kept.Read(cancellationToken) is { } read)
        {
            return read;
        }

        if (query.AsOf is not null)
        {
            var window = ClaimWindow.Of(ledger, most, query.AsOf);
            return Added(new GrowingClaims(CorrectionBook.Of(ledger)), window.Documents(ledger).Select(d => Told(ledger, d)), new KeptVectors(ledger, encode).Of, cancellationToken).Claims(window, out _);
        }

        lock (_lock)
        {
            return Grown(ledger, most, kept, cancellationToken);
        }
    }

    /// <summary>Adds what came since the last time; begins anew where something else was done than adding.</summary>
    private ClaimedLedger Grown(ILedger ledger, int most, KeptClaims kept, CancellationToken cancellationToken)
    {
        // What is kept as the claims of a state has no document that came later: what is other than them is kept beside them.
        var (last, added, window, shown) = ledger.AtOneMoment(() =>
        {
            var window = ClaimWindow.Of(ledger, most);
            var added = _known?.Begin == window.Begin ? _known?.Added(ledger) : null;
            return (ledger.LastEntry(), added, window, added is null ? window.Documents(ledger).ToList() : []);
        });
        var vectors = new KeptVectors(ledger, encode) { Entry = last };
        var before = _known?.Entries ?? 0;

        // What is made anew does not stand beside what was known before: each may take most of the memory.
        var begun = added is null ? null : _known!.Claims;
        _known = null;
        var claims = Added(begun ?? new GrowingClaims(CorrectionBook.Of(ledger)),
            added is null ? shown.Select(d => Told(ledger, d)) : added.Select(id => Told(ledger, ledger.GetDocument(id).Document)), vectors.Of, cancellationToken);
        var claimed = claims.Claims(window, out var changes);
        if (added is null || !kept.Keep(changes, (before, last), window, vectors.Fresh))
        {
            kept.Keep(claimed, last, vectors.Fresh);
        }

        // Actors are made of all claims: not for each few documents, but when somebody looks for them (Reach).
        if (added is null)
        {
            new KeptActors(ledger).Keep(new LedgerViews(claimed).Actors, last, KeptClaims.StateOf(last, window));
        }

        _known = Grows ? new KnownClaims(claims, last, last == 0 ? string.Empty : ledger.EntriesAfter(last - 1).First().Hash, window.Begin) : null;
        return claimed;
    }

    /// <summary>The claims of a ledger as they are kept, nothing reckoned anew; <c>null</c> where none are, or it grew since.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="cancellationToken">Ends it between two claims with an <see cref="OperationCanceledException"/>.</param>
    public static ClaimedLedger? ReadKept(ILedger ledger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return new KeptClaims(ledger, most: 0).Read(cancellationToken);
    }

    /// <summary>
    /// The claims of a ledger as it is, one by one: where it keeps those of its present state, none is held longer than it is looked
    /// at. No change can be made before the enumeration ends.
    /// </summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="cancellationToken">Ends it between two claims with an <see cref="OperationCanceledException"/>.</param>
    public IEnumerable<LedgerClaim> Stream(ILedger ledger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var kept = new KeptClaims(ledger, UsualMost);
        if (kept.IsCurrent)
        {
            return kept.Stream(cancellationToken);
        }

        // Reckoning keeps them, unless the ledger cannot be written.
        var read = Read(ledger, new ClaimQuery(), cancellationToken).Claims;
        return kept.IsCurrent ? kept.Stream(cancellationToken) : read;
    }

    /// <summary>
    /// The ids of the claims that statements of a ledger are of; those without content have none, nor those outside the window that
    /// claims are kept of. Where the ledger has claims of its present state, they are looked up one by one; of a ledger that has none, and
    /// more than <see cref="UsualMost"/> statements, none is known: only to name them, they are not reckoned.
    /// </summary>
    public Func<string, string?> ClaimIds(ILedger ledger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var kept = new KeptClaims(ledger, most: 0);
        if (kept.IsCurrent)
        {
            return kept.ClaimOf;
        }

        if (ledger.Count().Statements > UsualMost)
        {
            return _ => null;
        }

        var claimed = Read(ledger, new ClaimQuery(), cancellationToken);
        return statement => claimed.Of(statement)?.Claim.Id;
    }

    /// <summary>
    /// Where else than in words a ledger can be searched, by what it keeps since its claims were made: nothing is encoded, and of
    /// a ledger whose claims were never made it is nowhere. Documents that came since are read, once.
    /// </summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="cancellationToken">Ends it between two documents with an <see cref="OperationCanceledException"/>.</param>
    public SearchReach Reach(ILedger ledger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var (claims, kept) = (new KeptClaims(ledger, most: 0), new KeptActors(ledger));
        var entry = ledger.LastEntry();
        if (claims.CurrentState is { } state && !kept.AreOf(state) && claims.Read(cancellationToken) is { } read)
        {
            kept.Keep(new LedgerViews(read).Actors, entry, state);
        }

        return new SearchReach(new ActorIndex(kept.Read()), Meanings(ledger, cancellationToken), words => encode([words], cancellationToken)[0]);
    }

    /// <summary>
    /// What the statements of a ledger mean, by the vectors that it keeps since its claims were made: nothing is encoded, and a
    /// statement that none is kept for is left out. Empty for a ledger of more than <see cref="MeaningIndex.MostStatements"/>.
    /// </summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="cancellationToken">Ends it between two documents with an <see cref="OperationCanceledException"/>.</param>
    public static MeaningIndex Meanings(ILedger ledger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.Count().Statements > MeaningIndex.MostStatements ? MeaningIndex.Empty : new KeptMeanings(ledger).Read(cancellationToken);
    }

    /// <summary>The claims of documents.</summary>
    /// <param name="read">Documents with their statements, each document once, in any order.</param>
    /// <param name="cancellationToken">Ends it between two documents with an <see cref="OperationCanceledException"/>.</param>
    public ClaimedLedger Read(IEnumerable<(Document Document, IReadOnlyList<Statement> Statements)> read, CancellationToken cancellationToken) =>
        Read(read, CorrectionBook.Empty, encode, cancellationToken);

    /// <summary>The claims of documents, as a person corrected them.</summary>
    /// <param name="read">Documents with their statements, each document once, in any order.</param>
    /// <param name="corrections">What a person said of them.</param>
    /// <param name="cancellationToken">Ends it between two documents with an <see cref="OperationCanceledException"/>.</param>
    public ClaimedLedger Read(IEnumerable<(Document Document, IReadOnlyList<Statement> Statements)> read, CorrectionBook corrections, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(corrections);
        return Read(read, corrections, encode, cancellationToken);
    }

    private static ClaimedLedger Read(IEnumerable<(Document Document, IReadOnlyList<Statement> Statements)> read, CorrectionBook corrections, Func<IReadOnlyList<string>, CancellationToken, IReadOnlyList<SentenceVector>> encode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        var count = 0;
        var claims = Added(new GrowingClaims(corrections), read.Select(Counted), encode, cancellationToken);
        return claims.Claims(ClaimWindow.Whole(count), out _);

        (Document, IReadOnlyList<Statement>) Counted((Document Document, IReadOnlyList<Statement> Statements) told)
        {
            count += told.Statements.Count;
            return told;
        }
    }

    private static GrowingClaims Added(GrowingClaims claims, IEnumerable<(Document Document, IReadOnlyList<Statement> Statements)> read, Func<IReadOnlyList<string>, CancellationToken, IReadOnlyList<SentenceVector>> encode, CancellationToken cancellationToken)
    {
        foreach (var (document, statements) in read)
        {
            if (!claims.Has(document.Id))
            {
                claims.Add(document, statements, encode, cancellationToken);
            }
        }

        return claims;
    }

    private static (Document Document, IReadOnlyList<Statement> Statements) Told(ILedger ledger, Document document) =>
        (document, [.. ledger.Statements(new StatementQuery { DocumentId = document.Id }).Select(s => s.Statement)]);

    /// <summary>The claims of a ledger as it was.</summary>
    /// <param name="Claims">The claims.</param>
    /// <param name="Entries">How many entries it had.</param>
    /// <param name="Head">The last one's hash; empty where it had none.</param>
    /// <param name="Begin">Where their window began.</param>
    private sealed record KnownClaims(GrowingClaims Claims, long Entries, string Head, string? Begin)
    {
        /// <summary>The documents that were added to the ledger since; <c>null</c> where something else was done, or it is another one.</summary>
        public IReadOnlyList<string>? Added(ILedger ledger)
        {
            if (Entries == 0 || Entries > ledger.LastEntry())
            {
                return null;
            }

            List<LedgerEntry> entries = [.. ledger.EntriesAfter(Entries - 1)];
            return entries.Count > 0 && entries[0].Hash == Head && entries.Skip(1).All(e => e.Kind == EntryKind.Add)
                ? [.. entries.Skip(1).Select(e => e.DocumentId)] : null;
        }
    }
}
