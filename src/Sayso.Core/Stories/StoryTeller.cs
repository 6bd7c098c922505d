using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Chains;
using Sayso.Core.Documents;
using Sayso.Core.Origins;
using Sayso.Core.Text;

namespace Sayso.Core.Stories;

/// <summary>Makes the story of a group of documents: its headline, its claims, and how many origins it has.</summary>
internal sealed class StoryTeller(LedgerScene ledger, IReadOnlyList<DocumentTraits> group, ILookup<string, LedgerClaim> claims)
{
    /// <summary>The story.</summary>
    public Story Story()
    {
        Document[] documents =
        [
            .. group.Select(d => ledger.Document(d.Id).Document).OrderBy(d => d.Published?.ToInstant() ?? Instant.MaxValue)
                .ThenBy(d => d.Id, StringComparer.Ordinal),
        ];
        HashSet<string> ids = [.. documents.Select(d => d.Id)];
        LedgerClaim[] had =
        [
            .. documents.SelectMany(d => claims[d.Id]).Distinct()
                .OrderByDescending(c => c.Claim.Documents.Count(ids.Contains)).ThenByDescending(c => c.Claim.Statements.Count)
                    .ThenBy(c => c.Claim.Id, StringComparer.Ordinal),
        ];
        LedgerClaim[] shared = [.. had.Where(c => c.Claim.Documents.Count(ids.Contains) > 1)];
        var days = documents.Select(d => d.Published?.Date).OfType<LocalDate>().ToList();
        using var hash = new ContentHash("story");
        return new Story(hash.Add(documents[0].Id).ToId(), Title(documents), documents.Select(d => d.Id)
            .ToValueList(), had.Select(c => c.Claim.Id).ToValueList())
        {
            Origins = OriginsOf(shared.Length > 0 ? shared : had, ids),
            First = days.Count > 0 ? days.Min() : null,
            Last = days.Count > 0 ? days.Max() : null,
        };
    }

    /// <summary>The headline of the document that is most like the others; of two, the earlier one's.</summary>
    private string Title(Document[] documents)
    {
        var byId = group.ToDictionary(d => d.Id, StringComparer.Ordinal);
        return documents.Where(d => d.Title is not null)
            .Select((d, i) => (d.Title, At: i, Likeness: Math.Round(group.Select(byId[d.Id].Likeness).Order().Sum(), 6)))
            .OrderByDescending(d => d.Likeness).ThenBy(d => d.At).FirstOrDefault().Title ?? FirstLine(documents[0]);
    }

    private static string FirstLine(Document document) =>
        document.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault()
            ?? document.Path ?? document.Id;

    /// <summary>
    /// The origins of some claims taken together: groups with one named origin are one, as are those of one anonymous source of
    /// one document; below, whatever may be one is one as well.
    /// </summary>
    private OriginCount OriginsOf(IEnumerable<LedgerClaim> told, HashSet<string> documents)
    {
        List<string> nodes = [];
        List<(string, string)> proven = [];
        List<(string, string)> possible = [];
        foreach (var claim in told)
        {
            foreach (var origin in claim.Origins.Groups.Where(g => g.Documents.Any(documents.Contains)))
            {
                nodes.Add(origin.Id);
                var isNamed = origin.Kind is SourceKind.Named or SourceKind.Outlet or SourceKind.Document && origin.Name.Any(char.IsUpper);
                var name = ledger.Actors.NameOf(new Hop(origin.Name, origin.Kind, SpanList.Empty, HopRelation.Says), documentId: null);
                proven.Add((origin.Id, isNamed ? "named " + name : $"of {origin.Documents[0]} {origin.Name}"));
                if (origin.Kind == SourceKind.Anonymous)
                {
                    possible.Add((origin.Id, "anonymous"));
                }
            }

            var groupOf = claim.Origins.Groups.SelectMany(g => g.Statements.Select(s => (Statement: s, g.Id)))
                .ToDictionary(p => p.Statement, p => p.Id, StringComparer.Ordinal);
            possible.AddRange(claim.Origins.Possible.Where(p => groupOf.ContainsKey(p.First) && groupOf.ContainsKey(p.Second))
                .Select(p => (groupOf[p.First], groupOf[p.Second])));
        }

        return new OriginCount(Parts(nodes, proven.Concat(possible)), Parts(nodes, proven));
    }

    /// <summary>Into how many parts links join nodes; what a link leads to may be no node, and joins those that lead there.</summary>
    private static int Parts(List<string> nodes, IEnumerable<(string, string)> links)
    {
        Dictionary<string, string> parent = new(StringComparer.Ordinal);
        string Root(string node)
        {
            while (parent.TryGetValue(node, out var up))
            {
                node = up;
            }

            return node;
        }

        foreach (var (a, b) in links)
        {
            if (Root(a) is var x && Root(b) is var y && x != y)
            {
                parent[x] = y;
            }
        }

        return nodes.Select(Root).Distinct(StringComparer.Ordinal).Count();
    }
}
