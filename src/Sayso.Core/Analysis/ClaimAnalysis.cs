using NodaTime;
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
    /// <summary>Which rules of claims and origins these are: raised where the same statements would make others.</summary>
    public static string RulesVersion => KeptClaims.Rules;

    /// <summary>The claims of a ledger, as persons corrected them until now, whatever the day.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="query">Of which documents.</param>
    /// <param name="cancellationToken">Ends it between two documents with an <see cref="OperationCanceledException"/>.</param>
    public ClaimedLedger Read(ILedger ledger, ClaimQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(query);
        var documents = Documents(ledger, query.AsOf);
        var corrections = CorrectionBook.Of(ledger);
        var kept = new KeptClaims(ledger);
        if (query.AsOf is null && kept.IsCurrent)
        {
            return kept.Read(documents, corrections, cancellationToken);
        }

        var (state, vectors) = (kept.Present(), new KeptVectors(ledger, encode));
        var read = documents.Values.Select(d => (d, (IReadOnlyList<Statement>)[.. ledger.Statements(new StatementQuery { DocumentId = d.Id }).Select(s => s.Statement)]));
        var claimed = Read(read, corrections, vectors.Of, cancellationToken);
        if (query.AsOf is null)
        {
            kept.Keep(claimed, state, vectors.Fresh);
        }

        return claimed;
    }

    /// <summary>The claims of a ledger as they are kept, nothing reckoned anew; <c>null</c> where none are, or it grew since.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="cancellationToken">Ends it between two claims with an <see cref="OperationCanceledException"/>.</param>
    public static ClaimedLedger? ReadKept(ILedger ledger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var kept = new KeptClaims(ledger);
        return kept.IsCurrent ? kept.Read(Documents(ledger, asOf: null), CorrectionBook.Of(ledger), cancellationToken) : null;
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
        var kept = new KeptClaims(ledger);
        if (kept.IsCurrent)
        {
            return kept.Stream(cancellationToken);
        }

        // Reckoning keeps them, unless the ledger cannot be written.
        var read = Read(ledger, new ClaimQuery(), cancellationToken).Claims;
        return kept.IsCurrent ? kept.Stream(cancellationToken) : read;
    }

    /// <summary>
    /// The ids of the claims that statements of a ledger are of; those without content have none. Where the ledger has claims of
    /// its present state, they are looked up one by one.
    /// </summary>
    public Func<string, string?> ClaimIds(ILedger ledger, CancellationToken cancellationToken)
    {
        var kept = new KeptClaims(ledger);
        if (kept.IsCurrent)
        {
            return kept.ClaimOf;
        }

        var claimed = Read(ledger, new ClaimQuery(), cancellationToken);
        return statement => claimed.Of(statement)?.Claim.Id;
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
        if (ledger.Count().Statements > MeaningIndex.MostStatements)
        {
            return MeaningIndex.Empty;
        }

        var vectors = new KeptVectors(ledger, (texts, _) => [.. texts.Select(_ => SentenceVector.None)]);
        List<(string, SentenceVector)> meanings = [];
        foreach (var document in Documents(ledger, asOf: null).Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Statement[] statements = [.. ledger.Statements(new StatementQuery { DocumentId = document.Id }).Select(s => s.Statement).Where(s => s.Content.Count > 0)];
            meanings.AddRange(TraitReader.Read(document, statements, texts => vectors.Of(texts, cancellationToken))
                .Where(t => t.Vector.Width > SentenceVector.None.Width).Select(t => (t.Id, t.Vector)));
        }

        return new MeaningIndex(meanings);
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
        Dictionary<string, Document> documents = new(StringComparer.Ordinal);
        var grouper = new ClaimGrouper(corrections.Claims);
        foreach (var (document, statements) in read)
        {
            documents.Add(document.Id, document with { Raw = default });
            grouper.Add(TraitReader.Read(document, [.. statements.Where(s => s.Content.Count > 0)], texts => encode(texts, cancellationToken)), cancellationToken);
        }

        return new ClaimedLedger(documents, grouper.Groups, corrections);
    }

    private static Dictionary<string, Document> Documents(ILedger ledger, LocalDate? asOf) =>
        ledger.Documents(new DocumentQuery { IncludeContent = true })
            .Where(d => IsKnown(d, asOf))
            .Select(d => d.Document with { Raw = default })
            .ToDictionary(d => d.Id, StringComparer.Ordinal);

    private static bool IsKnown(LedgerDocument entry, LocalDate? asOf) =>
        asOf is not { } day || (entry.Document.Published?.ToInstant() ?? entry.AddedAt) < day.PlusDays(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
}
