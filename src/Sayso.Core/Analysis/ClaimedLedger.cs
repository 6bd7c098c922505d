using System.Runtime.CompilerServices;
using Sayso.Core.Claims;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Origins;
using Sayso.Core.Text;

namespace Sayso.Core.Analysis;

/// <summary>What is claimed in a ledger: a function of its documents and statements, never of their order. Immutable.</summary>
public sealed class ClaimedLedger
{
    private readonly Dictionary<string, LedgerClaim> _byStatement = new(StringComparer.Ordinal);
    private readonly Lazy<SortedList<string, LedgerClaim>> _byId;

    /// <summary>Makes the claims of groups.</summary>
    /// <param name="documents">The documents without their raw bytes, by their ids; those without a statement too.</param>
    /// <param name="groups">Groups of the documents' statements, each statement in one of them.</param>
    public ClaimedLedger(IReadOnlyDictionary<string, Document> documents, IEnumerable<ValueList<StatementTraits>> groups)
        : this(documents, groups, CorrectionBook.Empty)
    {
    }

    /// <summary>Makes the claims of groups, as a person corrected them.</summary>
    /// <param name="documents">The documents without their raw bytes, by their ids; those without a statement too.</param>
    /// <param name="groups">Groups of the documents' statements, each statement in one of them, made by the same corrections.</param>
    /// <param name="corrections">What a person said of them.</param>
    public ClaimedLedger(IReadOnlyDictionary<string, Document> documents, IEnumerable<ValueList<StatementTraits>> groups, CorrectionBook corrections)
        : this(documents, Made(documents, groups, corrections), corrections)
    {
    }

    /// <summary>Takes claims that were made before.</summary>
    /// <param name="documents">The documents without their raw bytes, by their ids.</param>
    /// <param name="claims">The claims in the order of lists.</param>
    /// <param name="corrections">The corrections that they were made by.</param>
    internal ClaimedLedger(IReadOnlyDictionary<string, Document> documents, IReadOnlyList<LedgerClaim> claims, CorrectionBook corrections)
    {
        Documents = documents;
        Corrections = corrections;
        Claims = Corrected(claims, corrections);
        foreach (var claim in Claims)
        {
            foreach (var (traits, _) in claim.Claim.Statements)
            {
                _byStatement.Add(traits.Id, claim);
            }
        }

        _byId = new(ById);
        Window = ClaimWindow.Whole(_byStatement.Count);
    }

    /// <summary>Of which statements of the ledger they are: where nothing else was said, of all that there are.</summary>
    public ClaimWindow Window { get; internal init; }

    /// <summary>The claims, those of most documents first, then of most statements, then by id.</summary>
    public IReadOnlyList<LedgerClaim> Claims { get; }

    /// <summary>What persons corrected and noted.</summary>
    public CorrectionBook Corrections { get; }

    /// <summary>The documents by id, without the raw bytes.</summary>
    public IReadOnlyDictionary<string, Document> Documents { get; }

    /// <summary>What was read in the documents' texts, as long as these are held; a ledger that grew has that of before.</summary>
    internal ConditionalWeakTable<Document, DocumentReading> Readings { get; init; } = [];

    /// <summary>The claim that a statement is of; <c>null</c> for one without content, or of another ledger.</summary>
    public LedgerClaim? Of(string statementId) => _byStatement.GetValueOrDefault(statementId);

    /// <summary>
    /// The claim whose id begins so. An id that a claim had before it grew, or that one now joined to it had, leads to it.
    /// </summary>
    /// <exception cref="SaysoException">None or several begin so, or it is empty, which could mean any.</exception>
    public LedgerClaim Find(string idOrPrefix)
    {
        ArgumentNullException.ThrowIfNull(idOrPrefix);
        if (idOrPrefix.Length == 0)
        {
            throw new SaysoException(ProblemCodes.AmbiguousId, "Every claim's id begins with nothing: give its first digits. `sayso claims` lists them.");
        }

        var present = Claims.Where(c => c.Claim.Id.StartsWith(idOrPrefix, StringComparison.Ordinal)).Take(2).ToList();
        var found = present.Count > 0 ? present : [.. _byId.Value.Where(p => p.Key.StartsWith(idOrPrefix, StringComparison.Ordinal)).Select(p => p.Value).Distinct().Take(2)];
        return found.Count switch
        {
            0 => throw new SaysoException(ProblemCodes.NotFound, $"There is no claim “{idOrPrefix}” in the ledger. `sayso claims` lists them."),
            1 => found[0],
            _ => throw new SaysoException(ProblemCodes.AmbiguousId, $"Several claims begin with “{idOrPrefix}”: give more of the id."),
        };
    }

    private static IReadOnlyList<LedgerClaim> Made(IReadOnlyDictionary<string, Document> documents, IEnumerable<ValueList<StatementTraits>> groups, CorrectionBook corrections)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(corrections);
        List<Claim> claims = [.. groups.Select(ClaimBuilder.Of)];
        var finder = new OriginFinder(documents, corrections, claims.SelectMany(c => c.Statements).Select(s => s.Traits));
        return LedgerClaim.InOrder(claims.Select(c => new LedgerClaim(c, finder.Of(c))));
    }

    /// <summary>The claims with the corrections that are about them.</summary>
    private static IReadOnlyList<LedgerClaim> Corrected(IReadOnlyList<LedgerClaim> claims, CorrectionBook corrections)
    {
        if (corrections.Entries.Count == 0)
        {
            return claims;
        }

        var claimOf = claims.SelectMany(c => c.Claim.Statements.Select(s => (s.Traits.Id, c.Claim))).ToDictionary(c => c.Id, c => c.Claim.Id, StringComparer.Ordinal);
        var about = corrections.ByClaim(claimOf.GetValueOrDefault);
        return [.. claims.Select(c => about.Contains(c.Claim.Id) ? c with { Corrections = about[c.Claim.Id].ToValueList() } : c)];
    }

    /// <summary>Every claim under every id that it may have had: those of its statements.</summary>
    private SortedList<string, LedgerClaim> ById()
    {
        SortedList<string, LedgerClaim> all = new(StringComparer.Ordinal);
        foreach (var (statement, claim) in _byStatement)
        {
            all.TryAdd(ClaimBuilder.IdOf(statement), claim);
        }

        return all;
    }
}
