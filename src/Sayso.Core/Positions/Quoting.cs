using Sayso.Core.Analysis;
using Sayso.Core.Claims;

namespace Sayso.Core.Positions;

/// <summary>Statements about what others said: "he says that he was told that it was not so" does not say that it was not.</summary>
internal static class Quoting
{
    /// <summary>Whether a statement only holds another one of its claim, on the other side: what it passes on is that one's word.</summary>
    public static bool IsContradicted(DocumentScene scene, ClaimStatement outer, ClaimedLedger ledger)
    {
        var claim = ledger.Of(outer.Traits.Id);
        return claim is { Claim.Statements.Count: > 1 } && scene.Statements.Any(inner =>
            inner.Traits.Id != outer.Traits.Id && inner.Side != outer.Side && ledger.Of(inner.Traits.Id) == claim
            && inner.Traits.Statement.Content.All(outer.Traits.Statement.Content[0].Contains)
            && inner.Traits.Statement.Content.Extent != outer.Traits.Statement.Content.Extent);
    }
}
