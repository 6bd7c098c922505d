using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Claims;
using Sayso.Core.Text;

namespace Sayso.Core.Stories;

/// <summary>
/// Groups documents by what they share: claims, names, the matter of what is said in them, and days. The groups are a function
/// of the set of documents: the strongest links are taken first, links of equal strength in the order of their ids, and two
/// groups become one where their documents are alike on average. Links lead no further than the longest pause.
/// </summary>
internal static class StoryBuilder
{
    /// <summary>Days without a document after which what comes is another story.</summary>
    private const int LongestPause = 14;

    /// <summary>Likeness from which two documents are linked.</summary>
    private const double Link = 0.25;

    /// <summary>
    /// Mean likeness from which two groups become one; below <see cref="Link"/>, as the ends of a story are further apart than
    /// its neighbours.
    /// </summary>
    private const double Join = 0.16;

    /// <summary>The stories: those of most documents first, then the latest, then by id.</summary>
    public static IReadOnlyList<Story> Of(LedgerScene ledger)
    {
        DocumentTraits[] documents = DocumentTraits.Of(ledger);
        var claims = SharedClaims(ledger);
        return
        [
            .. Groups(documents).Select(group => new StoryTeller(ledger, group, claims).Story())
                .OrderByDescending(s => s.Documents.Count).ThenByDescending(s => s.Last ?? LocalDate.MinIsoValue)
                    .ThenBy(s => s.Id, StringComparer.Ordinal),
        ];
    }

    private static ILookup<string, LedgerClaim> SharedClaims(LedgerScene ledger) => ledger.Ledger.Claims
        .SelectMany(c => c.Claim.Documents.Select(d => (Document: d, Claim: c)))
            .ToLookup(p => p.Document, p => p.Claim, StringComparer.Ordinal);

    private static IEnumerable<IReadOnlyList<DocumentTraits>> Groups(DocumentTraits[] documents)
    {
        var groups = new ScoredGroups(documents.Length, (a, b) => documents[a].Likeness(documents[b]));
        Dictionary<int, HashSet<LocalDate?>> days = Enumerable.Range(0, documents.Length).ToDictionary(i => i, i => new HashSet<LocalDate?> { documents[i].Day });
        foreach (var (first, second, _) in DocumentTraits.Pairs(documents, LongestPause).Where(p => p.Likeness >= Link)
            .OrderByDescending(p => p.Likeness).ThenBy(p => p.First).ThenBy(p => p.Second))
        {
            var (a, b) = (groups.Of(first), groups.Of(second));
            if (a != b && groups.IsMeanAtLeast(Join, a, b) && PauseBetween(days[a], days[b]) <= LongestPause)
            {
                days.Remove(a, out var mine);
                days.Remove(b, out var theirs);
                mine!.UnionWith(theirs!);
                days.Add(groups.Join(a, b), mine);
            }
        }

        return documents.Select((d, i) => (Document: d, Group: groups.Of(i))).GroupBy(d => d.Group, d => d.Document).Select(group => group.ToList());
    }

    /// <summary>The fewest days between two documents of the groups; 0 where a day is not known.</summary>
    private static int PauseBetween(HashSet<LocalDate?> mine, HashSet<LocalDate?> theirs) =>
        mine.Min(a => theirs.Min(b => a is { } x && b is { } y ? Math.Abs(Period.DaysBetween(x, y)) : 0));
}
