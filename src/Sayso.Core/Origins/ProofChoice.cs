namespace Sayso.Core.Origins;

/// <summary>Which proofs of many are shown: as few as say the same.</summary>
public static class ProofChoice
{
    private const int MostPossible = 12;

    /// <summary>Proofs that join statements into one, those of one document first, then the plainest kinds, none that joins what is joined already.</summary>
    /// <param name="statements">The ids of statements, each once.</param>
    /// <param name="proofs">Proof; what concerns other statements is left aside.</param>
    public static IEnumerable<OriginProof> Joining(IReadOnlyList<string> statements, IEnumerable<OriginProof> proofs)
    {
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(proofs);
        return JoiningThem(statements, proofs);
    }

    /// <summary>One reason for each two origins that may be one, twelve at most.</summary>
    public static IEnumerable<OriginProof> Between(ClaimOrigins origins)
    {
        ArgumentNullException.ThrowIfNull(origins);
        var groupOf = origins.Groups.SelectMany(g => g.Statements.Select(s => (Statement: s, g.Id))).ToDictionary(x => x.Statement, x => x.Id, StringComparer.Ordinal);
        var groups = origins.Groups.Select(g => g.Id).ToList();
        var between = origins.Possible.Where(p => groupOf.ContainsKey(p.First) && groupOf.ContainsKey(p.Second)).OrderBy(p => p.Kind).ToList();
        return JoiningThem(groups, between.Select(p => p with { First = groupOf[p.First], Second = groupOf[p.Second] }))
            .Select(joined => between.First(p => groupOf[p.First] == joined.First && groupOf[p.Second] == joined.Second && p.Kind == joined.Kind))
            .Take(MostPossible);
    }

    private static IEnumerable<OriginProof> JoiningThem(IReadOnlyList<string> statements, IEnumerable<OriginProof> proofs)
    {
        var part = statements.ToDictionary(s => s, s => s, StringComparer.Ordinal);
        foreach (var proof in proofs.OrderBy(p => p.FirstPassage.DocumentId == p.SecondPassage.DocumentId ? 0 : 1).ThenBy(p => p.Kind))
        {
            if (!part.TryGetValue(proof.First, out var a) || !part.TryGetValue(proof.Second, out var b) || a == b)
            {
                continue;
            }

            foreach (var member in statements.Where(s => part[s] == b))
            {
                part[member] = a;
            }

            yield return proof;
        }
    }
}
