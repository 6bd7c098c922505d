using Sayso.Core.Analysis;
using Sayso.Core.Attributions;
using Sayso.Core.Claims;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Origins;

/// <summary>Traces the statements of a claim back to independent acts of saying or seeing, pair by pair. Not safe for use by several threads at once.</summary>
public sealed class OriginFinder
{
    private readonly CorrectionBook _corrections;
    private readonly ProofFinder _proofs;
    private readonly Rounds _rounds;

    /// <summary>Makes one.</summary>
    /// <param name="documents">All documents of the ledger, by their ids.</param>
    /// <param name="corrections">What a person said of origins and names.</param>
    public OriginFinder(IReadOnlyDictionary<string, Document> documents, CorrectionBook corrections)
        : this(documents, corrections, [])
    {
    }

    /// <summary>Makes one that knows by which names the ledger's statements have one person or body.</summary>
    /// <param name="documents">All documents of the ledger, by their ids.</param>
    /// <param name="corrections">What a person said of origins and names.</param>
    /// <param name="statements">All statements of the ledger.</param>
    public OriginFinder(IReadOnlyDictionary<string, Document> documents, CorrectionBook corrections, IEnumerable<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(corrections);
        ArgumentNullException.ThrowIfNull(statements);
        _corrections = corrections;
        _proofs = new ProofFinder(documents, corrections, ActorNames.Of(statements, documents.Values, corrections.Names));
        _rounds = new Rounds(documents);
    }

    /// <summary>Makes one that nobody has told anything.</summary>
    /// <param name="documents">All documents of the ledger, by their ids.</param>
    public OriginFinder(IReadOnlyDictionary<string, Document> documents)
        : this(documents, CorrectionBook.Empty)
    {
    }

    /// <summary>The origins of a claim's statements, by side. Those that take no side have none.</summary>
    public ClaimOrigins Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        List<OriginGroup> groups = [];
        List<OriginProof> possible = [];
        var sides = new OriginCount[2];
        foreach (var side in (Side[])[Side.For, Side.Against])
        {
            StatementTraits[] statements = [.. claim.Statements.Where(s => s.Side == side).Select(s => s.Traits)];
            string[] ids = [.. statements.Select(s => s.Id)];
            List<OriginProof> proofs = [.. statements.SelectMany((a, i) => statements.Skip(i + 1).SelectMany(b => _proofs.Of(a, b)))];
            var bonds = _corrections.Origins;
            sides[(int)side] = OriginCounter.Count(ids, proofs, bonds);
            var parts = OriginCounter.Parts(ids, proofs.Where(p => p.IsProven), bonds);
            groups.AddRange(parts.Select(part => Group(side, [.. statements.Where(s => part.Contains(s.Id))], proofs)));
            possible.AddRange(proofs.Where(p => !p.IsProven && !parts.Any(part => part.Contains(p.First) && part.Contains(p.Second)) && !AreApart(parts, p, bonds)));
        }

        return new ClaimOrigins(sides[0], sides[1], groups.ToValueList())
        {
            Possible = possible.ToValueList(),
            Circular = _rounds.Circular(claim),
            DeadEnds = _rounds.DeadEnds(claim),
        };
    }

    /// <summary>Whether a reason would join what a person put apart.</summary>
    private static bool AreApart(IReadOnlyList<ValueList<string>> parts, OriginProof proof, Bonds bonds) => !bonds.IsEmpty
        && parts.First(p => p.Contains(proof.First)) is var first && parts.First(p => p.Contains(proof.Second)) is var second
        && first.Any(a => second.Any(b => bonds.AreApart(a, b)));

    private OriginGroup Group(Side side, IReadOnlyList<StatementTraits> statements, IReadOnlyList<OriginProof> proofs)
    {
        HashSet<string> ids = [.. statements.Select(s => s.Id)];
        var origin = statements.Select(s => _proofs.OriginOf(s.Statement)).GroupBy(o => (o.Name, o.Kind))
            .OrderByDescending(g => ProofFinder.IsNamed(g.First())).ThenByDescending(g => g.Count()).ThenByDescending(g => g.Key.Name.Length).ThenBy(g => g.Key.Name, StringComparer.Ordinal)
            .First().Key;
        using var hash = new ContentHash("origin");
        return new OriginGroup(hash.Add(statements[0].Id).ToId(), side, origin.Name, origin.Kind, statements.Select(s => s.Id).ToValueList())
        {
            Documents = statements.Select(s => s.Statement.DocumentId).Distinct(StringComparer.Ordinal).ToValueList(),
            Proof = proofs.Where(p => p.IsProven && ids.Contains(p.First) && ids.Contains(p.Second)).ToValueList(),
        };
    }
}
