using System.Globalization;
using System.Text;
using Sayso.Core.Attributions;
using Sayso.Core.Claims;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;

namespace Sayso.Core.Analysis;

/// <summary>
/// The claims that a ledger keeps, as they were when it was as long as it is: then they are read, not made. Which claim a
/// statement is of, and one claim, are looked up without reading the others.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="most">Claims of a window that was cut by less are as good as none.</param>
internal sealed class KeptClaims(ILedger ledger, int most)
{
    /// <summary>Raised with the rules of claims and origins, with those of <see cref="ClaimWindow"/>, and with <see cref="ClaimCodec"/>.</summary>
    public const string Rules = "claims-12";

    private const int MostOfOne = 999_999_999;

    private const string Claims = "claim";
    private const string ByStatement = "claim-of-statement";
    private const string State = "claims";
    private const string Head = "head";

    /// <summary>Whether what is kept is of the ledger as it is, by the rules of today.</summary>
    public bool IsCurrent => CurrentState is not null;

    /// <summary>What the claims of the ledger as it is are kept under; <c>null</c> where they are not.</summary>
    public string? CurrentState => Held is { } held && held.Entries == ledger.LastEntry() && (held.Bound is null || held.Bound >= most) ? held.State : null;

    /// <summary>The bound of the window that claims were kept of last, whatever came since; <c>null</c> for none, or where none were kept.</summary>
    public int? LastBound => Held?.Bound;

    private (string State, long Entries, int? Bound)? Held =>
        ledger.Kept(State, Head) is { } head && Encoding.UTF8.GetString(head.Span) is var state && state.Split(' ') is [Rules, var entries, .. var bound]
            ? (state, Number(entries), bound is [var only] ? (int)Number(only) : null) : null;

    /// <summary>All claims that are kept, in the order of lists; <c>null</c> where those of the ledger as it is are not.</summary>
    /// <param name="cancellationToken">Ends it between two claims with an <see cref="OperationCanceledException"/>.</param>
    public ClaimedLedger? Read(CancellationToken cancellationToken) => ledger.AtOneMoment(() => IsCurrent ? Read(LastBound, CorrectionBook.Of(ledger), cancellationToken) : null);

    private ClaimedLedger Read(int? bound, CorrectionBook corrections, CancellationToken cancellationToken)
    {
        var window = bound is { } cut ? ClaimWindow.Of(ledger, cut) : ClaimWindow.Whole(ledger.Count().Statements);
        var documents = window.Documents(ledger).ToDictionary(d => d.Id, StringComparer.Ordinal);
        var read = window.IsWhole ? ledger.Statements(new StatementQuery()) : documents.Keys.SelectMany(id => ledger.Statements(new StatementQuery { DocumentId = id }));
        var statements = read.Select(s => s.Statement).ToDictionary(s => s.Id, StringComparer.Ordinal);
        List<LedgerClaim> claims = [];
        foreach (var kept in ledger.KeptFrom(Claims, string.Empty))
        {
            cancellationToken.ThrowIfCancellationRequested();
            claims.Add(ClaimCodec.Decode(kept.Value, id => statements[id]));
        }

        return new ClaimedLedger(documents, claims, corrections) { Window = window };
    }

    /// <summary>The claims that are kept, one by one, with the corrections about them.</summary>
    /// <param name="cancellationToken">Ends it between two claims with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="SaysoException">They were replaced or taken away since it was seen that they are there (<c>SAY6001</c>).</exception>
    public IEnumerable<LedgerClaim> Stream(CancellationToken cancellationToken)
    {
        var isThere = false;
        ILookup<string, CorrectionEntry>? corrections = null;
        foreach (var kept in ledger.KeptFrom(Claims, string.Empty))
        {
            cancellationToken.ThrowIfCancellationRequested();

            // From the first one on, all is read of the ledger as it is at one moment.
            isThere = isThere || IsCurrent ? true : throw Replaced();
            corrections ??= CorrectionBook.Of(ledger).ByClaim(ClaimOf);
            var claim = ClaimCodec.Decode(kept.Value, id => ledger.GetStatement(id).Statement);
            yield return claim with { Corrections = corrections[claim.Claim.Id].ToValueList() };
        }

        if (!isThere && !IsCurrent)
        {
            throw Replaced();
        }
    }

    /// <summary>The id of the claim that a statement is of; <c>null</c> for none.</summary>
    public string? ClaimOf(string statementId) => ledger.Kept(ByStatement, statementId) is { } id ? Encoding.UTF8.GetString(id.Span) : null;

    /// <summary>
    /// Keeps claims in the place of all that are kept, and vectors; only these, where another process has kept the same or later ones meanwhile.
    /// Nothing where the ledger cannot be written, or a document was purged meanwhile.
    /// </summary>
    /// <param name="claims">The claims.</param>
    /// <param name="entry">The ledger's last entry before they were read.</param>
    /// <param name="vectors">The vectors.</param>
    public void Keep(ClaimedLedger claims, long entry, IReadOnlyCollection<KeptValue> vectors)
    {
        var state = Value(StateOf(entry, claims.Window));
        var present = ledger.Kept(State, Head) ?? default;
        _ = ledger.Keep(IsCurrent || present.Span.SequenceEqual(state.Value.Span)
            ? new KeptBatch(entry, vectors)
            : new KeptBatch(entry, [.. vectors, .. claims.Claims.SelectMany(Values), state]) { ClearedKinds = [Claims, ByStatement], Behind = state with { Value = present } });
    }

    /// <summary>
    /// Keeps what is other than in an earlier state, and vectors. False, and nothing is kept, where that is not what is kept, or a
    /// document was purged meanwhile.
    /// </summary>
    /// <param name="changes">What is other.</param>
    /// <param name="entries">The ledger's last entry in the earlier state, and before these were read.</param>
    /// <param name="window">Of which statements they are; its beginning was the same then.</param>
    /// <param name="vectors">The vectors.</param>
    public bool Keep(ClaimChanges changes, (long Before, long Now) entries, ClaimWindow window, IReadOnlyCollection<KeptValue> vectors) => ledger.Keep(new KeptBatch(
        entries.Now,
        [.. vectors, .. changes.Gone.Select(c => new KeptValue(Claims, KeyOf(c), default)), .. changes.Fresh.SelectMany(Values), Value(StateOf(entries.Now, window))])
    {
        Behind = Value(StateOf(entries.Before, window)),
    });

    private static SaysoException Replaced() => new(ProblemCodes.ClaimsPending, "The claims of this ledger were replaced while they were read. Ask again.");

    private static KeptValue Value(string state) => new(State, Head, Encoding.UTF8.GetBytes(state));

    private static IEnumerable<KeptValue> Values(LedgerClaim claim)
    {
        var id = Encoding.UTF8.GetBytes(claim.Claim.Id);
        return claim.Claim.Statements.Select(s => new KeptValue(ByStatement, s.Traits.Id, id)).Prepend(new KeptValue(Claims, KeyOf(claim), ClaimCodec.Encode(claim)));
    }

    /// <summary>A key whose ordinal order is that of lists, and that a claim has whatever others there are.</summary>
    private static string KeyOf(LedgerClaim claim) =>
        string.Create(CultureInfo.InvariantCulture, $"{MostOfOne - claim.Claim.Documents.Count:D9}{MostOfOne - claim.Claim.Statements.Count:D9}{claim.Claim.Id}");

    /// <summary>What claims of a ledger with so many entries are kept under. It only grows, so that its length tells which state it is in.</summary>
    public static string StateOf(long entries, ClaimWindow window) =>
        string.Create(CultureInfo.InvariantCulture, $"{Rules} {entries}{(window.Bound is { } bound ? $" {bound}" : "")}");

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);
}
