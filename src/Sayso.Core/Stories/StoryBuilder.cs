using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Text;

namespace Sayso.Core.Stories;

/// <summary>
/// Groups documents by what they share: claims, names, the matter of what is said in them, and days. The groups are a function
/// of the set of documents: the strongest links are taken first, links of equal strength in the order of their ids, and two
/// groups become one where their documents are alike on average.
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

    private static IEnumerable<List<DocumentTraits>> Groups(DocumentTraits[] documents)
    {
        var groupOf = documents.ToDictionary(d => d.Id, d => new List<DocumentTraits> { d }, StringComparer.Ordinal);
        foreach (var (a, b, _) in DocumentTraits.Pairs(documents).Where(p => p.Likeness >= Link)
            .OrderByDescending(p => p.Likeness).ThenBy(p => p.First.Id, StringComparer.Ordinal)
                .ThenBy(p => p.Second.Id, StringComparer.Ordinal))
        {
            var (mine, theirs) = (groupOf[a.Id], groupOf[b.Id]);
            if (mine == theirs || !MayJoin(mine, theirs))
            {
                continue;
            }

            mine.AddRange(theirs);
            foreach (var member in theirs)
            {
                groupOf[member.Id] = mine;
            }
        }

        return groupOf.Values.Distinct();
    }

    private static bool MayJoin(List<DocumentTraits> mine, List<DocumentTraits> theirs)
    {
        // In one order, whatever that of the members: sums of floating-point numbers depend on it.
        var likenesses = mine.SelectMany(a => theirs.Select(a.Likeness)).Order().ToList();
        return likenesses.Average() >= Join && PauseBetween(mine, theirs) <= LongestPause;
    }

    /// <summary>The fewest days between two documents of the groups; 0 where a day is not known.</summary>
    private static int PauseBetween(List<DocumentTraits> mine, List<DocumentTraits> theirs) =>
        mine.SelectMany(a => theirs.Select(b => a.Day is { } x && b.Day is { } y ? Math.Abs(Period.DaysBetween(x, y)) : 0)).Min();
}
