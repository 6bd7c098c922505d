using Sayso.Core.Corrections;
using Sayso.Core.Text;

namespace Sayso.Core.Origins;

/// <summary>
/// Counts origins: statements are joined by what proves them one, for the upper bound, and by what makes it possible as well,
/// for the lower one. For a fixed set of statements more proof therefore never raises either, unless a person put some of them
/// apart: then proof is taken by its kind, and what would join them is left aside.
/// </summary>
public static class OriginCounter
{
    /// <summary>The parts into which proof joins statements, each in the order given, parts in that of their first one.</summary>
    /// <param name="statements">The ids of statements, each once.</param>
    /// <param name="proofs">Proof that joins them; what concerns other statements is left aside.</param>
    /// <param name="bonds">What a person put together or apart; <c>null</c> for nothing.</param>
    public static IReadOnlyList<ValueList<string>> Parts(IReadOnlyList<string> statements, IEnumerable<OriginProof> proofs,
        Bonds? bonds = null)
    {
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(proofs);
        return Listed(statements, Joined(new BoundParts(statements, bonds ?? Bonds.None), proofs));
    }

    /// <summary>As few of the proofs as join the same statements: the strongest first, by kind, then in the order given.</summary>
    /// <param name="statements">The ids of statements, each once.</param>
    /// <param name="proofs">Proof; what concerns other statements is left aside.</param>
    public static IReadOnlyList<OriginProof> Spanning(IReadOnlyList<string> statements, IEnumerable<OriginProof> proofs)
    {
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(proofs);
        List<OriginProof> spanning = [];
        var parts = statements.Count;
        foreach (var proof in proofs.OrderByDescending(p => p.Kind == ProofKind.ByHand).ThenBy(p => p.Kind))
        {
            if (parts > 1 && Parts(statements, [.. spanning, proof]).Count is var joined && joined < parts)
            {
                spanning.Add(proof);
                parts = joined;
            }
        }

        return spanning;
    }

    /// <summary>The bounds.</summary>
    /// <param name="statements">The ids of one side's statements, each once.</param>
    /// <param name="proofs">What proves them one, and what makes it possible.</param>
    /// <param name="bonds">What a person put together or apart; <c>null</c> for nothing.</param>
    public static OriginCount Count(IReadOnlyList<string> statements, IReadOnlyCollection<OriginProof> proofs, Bonds? bonds = null)
    {
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(proofs);
        var parts = Joined(new BoundParts(statements, bonds ?? Bonds.None), proofs.Where(p => p.IsProven));
        var high = Listed(statements, parts).Count;
        return new(Listed(statements, Joined(parts, proofs)).Count, high);
    }

    private static BoundParts Joined(BoundParts parts, IEnumerable<OriginProof> proofs)
    {
        foreach (var proof in proofs.Where(p => parts.Holds(p.First) && parts.Holds(p.Second))
            .OrderBy(p => p.Kind).ThenBy(p => p.First, StringComparer.Ordinal).ThenBy(p => p.Second, StringComparer.Ordinal))
        {
            _ = parts.Join(proof.First, proof.Second);
        }

        return parts;
    }

    private static List<ValueList<string>> Listed(IReadOnlyList<string> statements, BoundParts parts) =>
        [.. statements.GroupBy(parts.Of).Select(part => part.ToValueList())];
}
