using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
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

    /// <summary>Makes one that knows by which names the ledger's statements have one person or body, and what the outlets that others credit tell.</summary>
    /// <param name="documents">All documents of the ledger, by their ids.</param>
    /// <param name="corrections">What a person said of origins and names.</param>
    /// <param name="statements">All statements of the ledger, as they are compared.</param>
    public OriginFinder(IReadOnlyDictionary<string, Document> documents, CorrectionBook corrections, IEnumerable<StatementTraits> statements)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(corrections);
        ArgumentNullException.ThrowIfNull(statements);
        var (press, spokespeople) = (new PressShelf(), new Spokespeople());
        var told = statements.ToLookup(s => s.Statement.DocumentId, StringComparer.Ordinal);
        foreach (var document in documents.Values)
        {
            press.Add(document, [.. told[document.Id]]);
            _ = spokespeople.Add(document);
        }

        (_corrections, _rounds) = (corrections, new Rounds(documents, press));
        _proofs = new ProofFinder(documents, corrections, (ActorNames.Of(told.SelectMany(of => of).Select(s => s.Statement), documents.Values, corrections.Names), spokespeople));
    }

    /// <summary>Makes one of what is known of the documents already.</summary>
    internal OriginFinder(IReadOnlyDictionary<string, Document> documents, CorrectionBook corrections, (ActorNames Actors, Spokespeople Spokespeople) names, PressShelf press) =>
        (_corrections, _rounds, _proofs) = (corrections, new Rounds(documents, press), new ProofFinder(documents, corrections, names));

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
            var partOf = parts.SelectMany((part, i) => part.Select(id => (id, i))).ToDictionary(p => p.id, p => p.i, StringComparer.Ordinal);
            var within = proofs.Where(p => p.IsProven && partOf[p.First] == partOf[p.Second]).ToLookup(p => partOf[p.First]);
            var held = statements.ToLookup(s => partOf[s.Id]);
            groups.AddRange(parts.Select((_, i) => Group(side, [.. held[i]], within[i])));
            possible.AddRange(proofs.Where(p => !p.IsProven && partOf[p.First] != partOf[p.Second] && !AreApart(parts[partOf[p.First]], parts[partOf[p.Second]], bonds)));
        }

        var circular = _rounds.Circular(claim);
        return new ClaimOrigins(sides[0], sides[1], groups.ToValueList())
        {
            Possible = possible.ToValueList(),
            Circular = circular,
            DeadEnds = _rounds.DeadEnds(claim, circular),
        };
    }

    /// <summary>Whom a claim's alerts asked for beside its own statements' hops, until when: with a new report of theirs from before they may be others.</summary>
    internal IReadOnlyList<(Hop Hop, Instant? Until)> AskedOf(Claim claim) => _rounds.Asked(claim);

    /// <summary>Whether a person put some of one part and of another apart.</summary>
    private static bool AreApart(ValueList<string> first, ValueList<string> second, Bonds bonds) =>
        !bonds.IsEmpty && first.Any(a => second.Any(b => bonds.AreApart(a, b)));

    private OriginGroup Group(Side side, IReadOnlyList<StatementTraits> statements, IEnumerable<OriginProof> proofs)
    {
        var origin = statements.Select(s => _proofs.OriginOf(s.Statement)).GroupBy(o => (o.Name, o.Kind))
            .OrderByDescending(g => ProofFinder.IsNamed(g.First())).ThenByDescending(g => g.Count()).ThenByDescending(g => g.Key.Name.Length).ThenBy(g => g.Key.Name, StringComparer.Ordinal)
            .First().Key;
        using var hash = new ContentHash("origin");
        return new OriginGroup(hash.Add(statements[0].Id).ToId(), side, origin.Name, origin.Kind, statements.Select(s => s.Id).ToValueList())
        {
            Documents = statements.Select(s => s.Statement.DocumentId).Distinct(StringComparer.Ordinal).ToValueList(),
            Proof = proofs.ToValueList(),
        };
    }
}
