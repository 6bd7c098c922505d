using Sayso.Core.Claims;
using Sayso.Core.Origins;

namespace Sayso.Core.Analysis;

/// <summary>A claim of a ledger with where its statements come from.</summary>
/// <param name="Claim">What is claimed, and on which side each statement is.</param>
/// <param name="Origins">Its independent origins by side, with proof, circular reports and dead ends.</param>
public sealed record LedgerClaim(Claim Claim, ClaimOrigins Origins)
{
    /// <summary>How credible it is, reckoned from its origins.</summary>
    public Credibility Grade => Credibility.Of(Origins);
}
