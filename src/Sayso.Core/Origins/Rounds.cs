using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Origins;

/// <summary>What to beware of in the credits of a claim's reports: those that go round, and those that lead nowhere.</summary>
/// <param name="documents">All documents of the ledger, by their ids.</param>
internal sealed class Rounds(IReadOnlyDictionary<string, Document> documents)
{
    private readonly Lazy<Citations> _citations = new(() => new Citations(documents.Values));

    /// <summary>Paths of credit that lead from a document to another one of its outlet's; told first to last.</summary>
    public ValueList<ValueList<string>> Circular(Claim claim)
    {
        HashSet<string> claiming = [.. claim.Documents];
        var cites = claiming.ToDictionary(id => id, _ => new List<string>(), StringComparer.Ordinal);
        foreach (var statement in claim.Statements.Select(s => s.Traits.Statement))
        {
            cites[statement.DocumentId].AddRange(_citations.Value.Of(statement, documents[statement.DocumentId]).Select(d => d.Id)
                .Where(claiming.Contains));
        }

        return claim.Documents.Select(id => Round(documents[id], cites)).OfType<ValueList<string>>().ToValueList();
    }

    /// <summary>Reports that are credited to an outlet whose last report before them does not have the claim, nor another of its.</summary>
    public ValueList<DeadEnd> DeadEnds(Claim claim)
    {
        HashSet<string> claiming = [.. claim.Documents];
        return claim.Statements
            .Select(s => s.Traits.Statement)
            .Select(s => (Citing: documents[s.DocumentId], Cited: _citations.Value.Of(s, documents[s.DocumentId]).ToList()))
            .Where(c => c.Cited.Count > 0 && !c.Cited.Exists(d => claiming.Contains(d.Id)))
            .Select(c => (c.Citing, c.Cited, Last: Last(c.Cited, c.Citing)))
            .Where(c => c.Last is not null && !c.Cited.Exists(d => Claimed.IsIn(claim, d.Text)))
            .Select(c => new DeadEnd(c.Citing.Id, c.Last!.Id))
            .Distinct().ToValueList();
    }

    private static Document? Last(IEnumerable<Document> cited, Document citing) => cited
        .Where(d => !Citations.AreOfOneOutlet(d, citing) && Citations.IsShortlyBefore(d, citing))
        .OrderByDescending(d => d.Published!.Value.ToInstant()).ThenBy(d => d.Id, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>The shortest way round, breadth first.</summary>
    private ValueList<string>? Round(Document start, Dictionary<string, List<string>> cites)
    {
        Dictionary<string, string?> cameFrom = new(StringComparer.Ordinal) { [start.Id] = null };
        Queue<string> open = new([start.Id]);
        while (open.TryDequeue(out var at))
        {
            foreach (var next in cites[at].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                // A paper that follows up its own report goes round nothing.
                if (next != start.Id && !cameFrom.TryAdd(next, at))
                {
                    continue;
                }

                if (at != start.Id && (next == start.Id || Citations.AreOfOneOutlet(documents[next], start)))
                {
                    List<string> path = [next];
                    for (var step = at; step is not null; step = cameFrom[step])
                    {
                        path.Add(step);
                    }

                    return path.ToValueList();
                }

                open.Enqueue(next);
            }
        }

        return null;
    }
}
