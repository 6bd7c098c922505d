using Sayso.Core.Claims;
using Sayso.Core.Corrections;
using Sayso.Core.Origins;
using Sayso.Core.Text;

namespace Sayso.Core.Analysis;

/// <summary>A claim of a ledger with where its statements come from.</summary>
/// <param name="Claim">What is claimed, and on which side each statement is.</param>
/// <param name="Origins">Its independent origins by side, with proof, circular reports and dead ends.</param>
public sealed record LedgerClaim(Claim Claim, ClaimOrigins Origins)
{
    /// <summary>Claims in the order of lists: those of most documents first, then of most statements, then by id.</summary>
    internal static IReadOnlyList<LedgerClaim> InOrder(IEnumerable<LedgerClaim> claims) =>
    [
        .. claims.OrderByDescending(c => c.Claim.Documents.Count).ThenByDescending(c => c.Claim.Statements.Count)
            .ThenBy(c => c.Claim.Id, StringComparer.Ordinal),
    ];

    /// <summary>
    /// What is said in the first document of the longest circular report: where sides differ, the proposition may be what the
    /// report is against. The proposition where nothing goes round.
    /// </summary>
    public string Circulating => Origins.Circular.MaxBy(round => round.Count) is [var first, ..]
        && Claim.Statements.FirstOrDefault(s => s.Traits.Statement.DocumentId == first) is { } statement ? statement.Traits.Clause : Claim.Proposition;

    /// <summary>What persons corrected or noted about it, in the order of making; what was undone is left out.</summary>
    public ValueList<CorrectionEntry> Corrections { get; init; } = ValueList<CorrectionEntry>.Empty;

    /// <summary>Who set its grade; <c>null</c> where it is reckoned.</summary>
    public CorrectionEntry? GradedBy => Corrections.LastOrDefault(c => c.Correction.Kind == CorrectionKind.GradeClaim);

    /// <summary>How credible it is: as a person set it, or as reckoned.</summary>
    public Credibility Grade => GradedBy is { } by
        ? new(by.Correction.Value![0] - '0',
            $"set by {by.Author}: {by.Reason}; reckoned it would be {Reckoned.Value}, {Reckoned.Word}: {Reckoned.Reason}")
        : Reckoned;

    /// <summary>How credible it is, reckoned from its origins.</summary>
    public Credibility Reckoned => Credibility.Of(Origins);
}
