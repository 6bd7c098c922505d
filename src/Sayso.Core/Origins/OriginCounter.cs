using Sayso.Core.Text;

namespace Sayso.Core.Origins;

/// <summary>
/// Counts origins: statements are joined by what proves them one, for the upper bound, and by what makes it possible as well,
/// for the lower one. For a fixed set of statements more proof therefore never raises either.
/// </summary>
public static class OriginCounter
{
    /// <summary>The parts into which proof joins statements, each in the order given, parts in that of their first one.</summary>
    /// <param name="statements">The ids of statements, each once.</param>
    /// <param name="proofs">Proof that joins them; what concerns other statements is left aside.</param>
    public static IReadOnlyList<ValueList<string>> Parts(IReadOnlyList<string> statements, IEnumerable<OriginProof> proofs)
    {
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(proofs);
        var partOf = statements.ToDictionary(s => s, s => new List<string> { s }, StringComparer.Ordinal);
        foreach (var proof in proofs)
        {
            if (partOf.TryGetValue(proof.First, out var a) && partOf.TryGetValue(proof.Second, out var b) && a != b)
            {
                a.AddRange(b);
                foreach (var member in b)
                {
                    partOf[member] = a;
                }
            }
        }

        return [.. statements.Select(s => partOf[s]).Distinct().Select(part => statements.Where(part.Contains).ToValueList())];
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
        foreach (var proof in proofs.OrderBy(p => p.Kind))
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
    public static OriginCount Count(IReadOnlyList<string> statements, IReadOnlyCollection<OriginProof> proofs) =>
        new(Parts(statements, proofs).Count, Parts(statements, proofs.Where(p => p.IsProven)).Count);
}
