using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Origins;

/// <summary>What to beware of in the credits of a claim's reports: those that go round, and those that lead nowhere.</summary>
/// <param name="documents">All documents of the ledger, by their ids.</param>
/// <param name="press">The same by their outlets, with what they tell.</param>
internal sealed class Rounds(IReadOnlyDictionary<string, Document> documents, PressShelf press)
{
    /// <summary>
    /// The cosine from which what a credited outlet tells is what is credited to it, in other words than a claim's: whoever names the
    /// outlet vouches that it tells something of the kind, so that less is enough than for a claim.
    /// </summary>
    private const double Alike = 0.42;

    private readonly Dictionary<string, StatementTraits[]> _leads = new(StringComparer.Ordinal);

    /// <summary>
    /// Paths of credit that lead from a document to another one of its outlet's; told first to last. A credit leads to what the
    /// outlet's documents before it tell of the claim, or else to what of theirs is most like the words that it is for, whatever
    /// claim that is of: a report that goes round is reworded at each turn.
    /// </summary>
    public ValueList<ValueList<string>> Circular(Claim claim)
    {
        var told = claim.Statements.ToLookup(s => s.Traits.Statement.DocumentId, s => Whole(s.Traits), StringComparer.Ordinal);
        var claiming = claim.Documents.ToLookup(id => PressShelf.KeyOf(documents[id]), StringComparer.Ordinal);
        return claim.Documents.Select(id => Round(documents[id], told, claiming)).OfType<ValueList<string>>().ToValueList();
    }

    /// <summary>Reports that are credited to an outlet whose last report before them does not have the claim, nor another of its.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="circular">Its rounds: a credit that leads on in one is no dead end.</param>
    public ValueList<DeadEnd> DeadEnds(Claim claim, ValueList<ValueList<string>> circular)
    {
        var claiming = claim.Documents.ToLookup(id => PressShelf.KeyOf(documents[id]), StringComparer.Ordinal);
        return claim.Statements
            .Select(s => s.Traits)
            .Where(s => !Cited(s.Statement, claiming).Any())
            .Select(s => (Citing: documents[s.Statement.DocumentId], Outlets: Credited(s.Statement).ToList(), Traits: s))
            .Select(c => (c.Citing, c.Outlets, c.Traits, Last: Last(c.Outlets, c.Citing)))
            .Where(c => c.Last is not null && !IsToldBefore(claim, c.Citing, c.Outlets) && !Reports(c.Outlets, c.Citing).Any(told => IsOfClaim(Whole(c.Traits), told)))
            .Where(c => !circular.Any(round => round.Contains(c.Citing.Id) && round.Any(id => c.Outlets.Exists(outlet => outlet.Key == PressShelf.KeyOf(documents[id])))))
            .Select(c => new DeadEnd(c.Citing.Id, c.Last!.Id))
            .Distinct().ToValueList();
    }

    /// <summary>
    /// Whom the statements outside a claim credit that rounds from it go through, and when they do so the last time: with a report of
    /// theirs from before that there may be another round.
    /// </summary>
    public IReadOnlyList<(Hop Hop, Instant? Until)> Asked(Claim claim)
    {
        HashSet<string> seen = [.. claim.Statements.Select(s => s.Traits.Id)];
        List<(Hop Hop, Instant? Until)> asked = [];
        Queue<StatementTraits> open = new(claim.Statements.Select(s => Whole(s.Traits)));
        while (open.TryDequeue(out var at))
        {
            foreach (var next in Leads(at).Where(next => seen.Add(next.Id)))
            {
                asked.AddRange(next.Statement.Chain.Select(hop => (hop, next.Published)));
                open.Enqueue(next);
            }
        }

        return [.. asked.GroupBy(a => (a.Hop.Name, a.Hop.Kind)).Select(group => group.MaxBy(a => a.Until))];
    }

    /// <summary>The outlets in a statement's chain.</summary>
    private IEnumerable<PressShelf.Outlet> Credited(Statement statement) => statement.Chain.SelectMany(press.Named).Distinct();

    /// <summary>Documents of a claim that a statement is credited to: of the outlets in its chain, others that were published no later.</summary>
    private IEnumerable<string> Cited(Statement statement, ILookup<string, string> claiming) => Credited(statement)
        .SelectMany(outlet => claiming[outlet.Key])
        .Where(id => id != statement.DocumentId && !Citations.IsLater(documents[id], documents[statement.DocumentId]));

    /// <summary>A statement with its vectors, which those of a claim that was made have no more.</summary>
    private StatementTraits Whole(StatementTraits traits)
    {
        foreach (var told in press.ToldIn(traits.Statement.DocumentId))
        {
            if (told.Id == traits.Id)
            {
                return told;
            }
        }

        return traits;
    }

    /// <summary>What is most like a statement in each document that it may be credited to.</summary>
    private StatementTraits[] Leads(StatementTraits statement)
    {
        if (!_leads.TryGetValue(statement.Id, out var leads))
        {
            leads = Credited(statement.Statement).Any() ? [.. LeadsOf(statement)] : [];
            _leads.Add(statement.Id, leads);
        }

        return leads;
    }

    private IEnumerable<StatementTraits> LeadsOf(StatementTraits statement) =>
        Reports(Credited(statement.Statement), documents[statement.Statement.DocumentId]).GroupBy(told => told.Statement.DocumentId, StringComparer.Ordinal)
            .Select(report => report.Where(told => AreAlike(statement, told)).MaxBy(told => (StatementPair.CosineOf(statement, told), -told.Statement.Place.Start)))
            .OfType<StatementTraits>();

    /// <summary>What outlets told in the weeks before a document that credits them.</summary>
    private IEnumerable<StatementTraits> Reports(IEnumerable<PressShelf.Outlet> outlets, Document citing) => citing.Published?.ToInstant() is not { } until ? []
        : outlets.Where(outlet => !Citations.AreOfOneOutlet(outlet.Any, citing))
            .SelectMany(outlet => outlet.Between(Citations.LongBefore(until), until)).SelectMany(report => press.ToldIn(report.Id));

    /// <summary>Whether they might have come to one claim.</summary>
    private static bool IsOfClaim(StatementTraits one, StatementTraits other) => StatementPair.Of(one, other) is var pair
        && !PairScorer.MustNotLink(pair) && PairScorer.Score(pair) >= PairScorer.Join;

    private static bool AreAlike(StatementTraits one, StatementTraits other) =>
        StatementPair.MostCosineOf(one, other) >= Alike && StatementPair.CosineOf(one, other) >= Alike && !PairScorer.MustNotLink(StatementPair.WithoutCosine(one, other));

    private static Document? Last(IEnumerable<PressShelf.Outlet> outlets, Document citing) => citing.Published?.ToInstant() is not { } until ? null
        : outlets.Where(outlet => !Citations.AreOfOneOutlet(outlet.Any, citing))
            .Select(outlet => outlet.Last(Citations.ShortlyBefore(until), until)).OfType<Document>()
            .OrderByDescending(d => d.Published!.Value.ToInstant()).ThenBy(d => d.Id, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Whether a document that a report may be credited to has the claim in any words.</summary>
    private bool IsToldBefore(Claim claim, Document citing, List<PressShelf.Outlet> outlets)
    {
        var wanted = Claimed.Wanted(claim);
        var matter = wanted.Except(claim.Statements.SelectMany(s => s.Traits.NameWords), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        HashSet<string> keys = [.. outlets.Select(outlet => outlet.Key)];
        return wanted.Count < Claimed.FewestWords
            || press.Having(wanted, Claimed.LeastOf(wanted))
                .Any(d => d.Id != citing.Id && keys.Contains(PressShelf.KeyOf(d)) && !Citations.IsLater(d, citing) && Claimed.IsIn(wanted, matter, d.Text));
    }

    /// <summary>The shortest way round, breadth first: through all that a document tells of the claim, and what of others it leads to.</summary>
    private ValueList<string>? Round(Document start, ILookup<string, StatementTraits> told, ILookup<string, string> claiming)
    {
        Dictionary<string, string?> cameFrom = new(StringComparer.Ordinal) { [start.Id] = null };
        Queue<(string Id, IReadOnlyList<StatementTraits> Told)> open = new([(start.Id, [.. told[start.Id]])]);
        while (open.TryDequeue(out var at))
        {
            // What has the claim goes before what is only like it, and an outlet's last report before its earlier ones.
            foreach (var next in NextOf(at.Told, claiming, told).OrderByDescending(n => told.Contains(n.Key))
                .ThenByDescending(n => documents[n.Key].Published?.ToInstant()).ThenBy(n => n.Key, StringComparer.Ordinal))
            {
                // A paper that follows up its own report goes round nothing.
                if (next.Key != start.Id && !cameFrom.TryAdd(next.Key, at.Id))
                {
                    continue;
                }

                if (at.Id != start.Id && (next.Key == start.Id || Citations.AreOfOneOutlet(documents[next.Key], start)))
                {
                    if (!next.Any(n => told[start.Id].Any(s => told[next.Key].Contains(n) || AreAlike(s, n))))
                    {
                        continue;
                    }

                    List<string> path = [next.Key];
                    for (var step = at.Id; step is not null; step = cameFrom[step])
                    {
                        path.Add(step);
                    }

                    return path.ToValueList();
                }

                open.Enqueue((next.Key, [.. next]));
            }
        }

        return null;
    }

    /// <summary>Where statements lead, by document.</summary>
    private ILookup<string, StatementTraits> NextOf(IReadOnlyList<StatementTraits> from, ILookup<string, string> claiming, ILookup<string, StatementTraits> told)
    {
        var ofClaim = from.SelectMany(s => Cited(s.Statement, claiming)).Distinct(StringComparer.Ordinal).ToList();
        return ofClaim.SelectMany(id => told[id])
            .Concat(from.SelectMany(Leads).Where(lead => !told.Contains(lead.Statement.DocumentId))).DistinctBy(s => s.Id, StringComparer.Ordinal)
            .ToLookup(s => s.Statement.DocumentId, StringComparer.Ordinal);
    }
}
