using System.Globalization;
using System.Text;
using Sayso.Core.Attributions;
using Sayso.Core.Claims;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Ledger;
using Sayso.Core.Text;

namespace Sayso.Core.Analysis;

/// <summary>
/// The claims that a ledger keeps, as they were when it was as long as it is: then they are read, not made. Which claim a
/// statement is of, and one claim, are looked up without reading the others.
/// </summary>
/// <param name="ledger">The ledger.</param>
internal sealed class KeptClaims(ILedger ledger)
{
    /// <summary>Raised with the rules of claims and origins, and with <see cref="ClaimCodec"/>.</summary>
    public const string Rules = "claims-8";

    private const string Claims = "claim";
    private const string ByStatement = "claim-of-statement";
    private const string State = "claims";
    private const string Head = "head";

    /// <summary>Whether what is kept is of the ledger as it is, by the rules of today.</summary>
    public bool IsCurrent => ledger.Kept(State, Head) is { } head && Encoding.UTF8.GetString(head.Span) == Present();

    /// <summary>All claims that are kept, in the order of lists.</summary>
    /// <param name="documents">The ledger's documents by id, without the raw bytes.</param>
    /// <param name="corrections">The ledger's corrections, by which the claims were made.</param>
    /// <param name="cancellationToken">Ends it between two claims with an <see cref="OperationCanceledException"/>.</param>
    public ClaimedLedger Read(IReadOnlyDictionary<string, Document> documents, CorrectionBook corrections, CancellationToken cancellationToken)
    {
        var statements = ledger.Statements(new StatementQuery()).Select(s => s.Statement).ToDictionary(s => s.Id, StringComparer.Ordinal);
        List<LedgerClaim> claims = [];
        foreach (var kept in ledger.KeptFrom(Claims, string.Empty))
        {
            cancellationToken.ThrowIfCancellationRequested();
            claims.Add(ClaimCodec.Decode(kept.Value, id => statements[id]));
        }

        return new ClaimedLedger(documents, claims, corrections);
    }

    /// <summary>The claims that are kept, one by one, with the corrections about them.</summary>
    /// <param name="cancellationToken">Ends it between two claims with an <see cref="OperationCanceledException"/>.</param>
    public IEnumerable<LedgerClaim> Stream(CancellationToken cancellationToken)
    {
        var corrections = CorrectionBook.Of(ledger).ByClaim(ClaimOf);
        foreach (var kept in ledger.KeptFrom(Claims, string.Empty))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var claim = ClaimCodec.Decode(kept.Value, id => ledger.GetStatement(id).Statement);
            yield return claim with { Corrections = corrections[claim.Claim.Id].ToValueList() };
        }
    }

    /// <summary>The id of the claim that a statement is of; <c>null</c> for none.</summary>
    public string? ClaimOf(string statementId) => ledger.Kept(ByStatement, statementId) is { } id ? Encoding.UTF8.GetString(id.Span) : null;

    /// <summary>Keeps claims, and vectors that were computed for them; nothing where the ledger cannot be written.</summary>
    public void Keep(ClaimedLedger claimed, string state, IEnumerable<KeptValue> vectors)
    {
        List<KeptValue> values = [.. vectors, new KeptValue(State, Head, Encoding.UTF8.GetBytes(state))];
        for (var i = 0; i < claimed.Claims.Count; i++)
        {
            var claim = claimed.Claims[i];
            values.Add(new KeptValue(Claims, i.ToString("D9", CultureInfo.InvariantCulture), ClaimCodec.Encode(claim)));
            var id = Encoding.UTF8.GetBytes(claim.Claim.Id);
            values.AddRange(claim.Claim.Statements.Select(s => new KeptValue(ByStatement, s.Traits.Id, id)));
        }

        ledger.Keep(values, [Claims, ByStatement]);
    }

    /// <summary>What claims of the ledger as it is are kept under. It only grows, so that its length tells which state it is in.</summary>
    public string Present() => string.Create(CultureInfo.InvariantCulture, $"{Rules} {ledger.LastEntry()}");
}
