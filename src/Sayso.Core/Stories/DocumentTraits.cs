using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Claims;

namespace Sayso.Core.Stories;

/// <summary>
/// What documents are compared by: their names and the words of their beginnings, each weighted by how few documents have it
/// (tf-idf; Spärck Jones 1972), and the claims that they share. Nothing that a ledger does not keep is looked at.
/// </summary>
internal sealed class DocumentTraits
{
    /// <summary>A name in more documents than this links none of them: it says too little, and all pairs would be too many.</summary>
    private const int MostDocuments = 400;

    /// <summary>Documents that there are taken to be at least: in a ledger of one story its own names would weigh nothing.</summary>
    private const int FewestDocuments = 1000;

    /// <summary>Characters of a beginning: what a report is about stands there.</summary>
    private const int Beginning = 2500;

    private const double OfNames = 0.65;
    private const double OfWords = 0.35;
    private const double OfClaims = 0.1;
    private const int MostClaims = 3;

    private readonly Dictionary<string, double> _names;
    private readonly Dictionary<string, double> _words;
    private readonly HashSet<string> _claims;

    private DocumentTraits(DocumentScene scene, Dictionary<string, double> names, Dictionary<string, double> words,
        HashSet<string> claims) =>
        (Id, Day, _names, _words, _claims) = (scene.Document.Id, scene.Document.Published?.Date, names, words, claims);

    /// <summary>The document's id.</summary>
    public string Id { get; }

    /// <summary>The day of publication; <c>null</c> where it is not known.</summary>
    public LocalDate? Day { get; }

    /// <summary>The traits of all documents of a ledger, in ordinal order of their ids.</summary>
    public static DocumentTraits[] Of(LedgerScene ledger)
    {
        var names = Weighted([.. ledger.Documents.Select(d =>
            Counted(d.Mentions.Select(m => m.Entity.Name).Where(n => n != d.Document.Outlet)))]);
        var words = Weighted([.. ledger.Documents.Select(d =>
            Counted(ContentWords.Of(d.Document.Text[..Math.Min(Beginning, d.Document.Text.Length)])))]);
        var shared = ledger.Ledger.Claims.Where(c => c.Claim.Documents.Count > 1)
            .SelectMany(c => c.Claim.Documents.Select(d => (Document: d, c.Claim.Id)))
                .ToLookup(p => p.Document, p => p.Id, StringComparer.Ordinal);
        return [.. ledger.Documents.Select((d, i) => new DocumentTraits(d, names[i], words[i], [.. shared[d.Document.Id]]))];
    }

    /// <summary>The pairs of documents that share a name or a claim, with their likeness.</summary>
    public static IEnumerable<(DocumentTraits First, DocumentTraits Second, double Likeness)> Pairs(DocumentTraits[] documents)
    {
        Dictionary<string, List<int>> having = new(StringComparer.Ordinal);
        for (var i = 0; i < documents.Length; i++)
        {
            HashSet<int> others = [];
            foreach (var key in documents[i]._names.Keys.Concat(documents[i]._claims))
            {
                if (!having.TryGetValue(key, out var before))
                {
                    having.Add(key, before = []);
                }

                if (before.Count < MostDocuments)
                {
                    others.UnionWith(before);
                }

                before.Add(i);
            }

            foreach (var other in others)
            {
                yield return (documents[other], documents[i], documents[other].Likeness(documents[i]));
            }
        }
    }

    /// <summary>How alike two documents are, from 0 on; 1 is very much.</summary>
    public double Likeness(DocumentTraits other)
    {
        return (OfNames * Cosine(_names, other._names)) + (OfWords * Cosine(_words, other._words))
            + (OfClaims * Math.Min(MostClaims, _claims.Count(other._claims.Contains)));
    }

    private static readonly Comparer<KeyValuePair<string, double>> ByName = Comparer<KeyValuePair<string,
    double>>.Create((a, b) => string.CompareOrdinal(a.Key, b.Key));

    /// <summary>The product of two vectors of length 1, summed in one order.</summary>
    private static double Cosine(Dictionary<string, double> mine, Dictionary<string, double> theirs)
    {
        var (fewer, more) = mine.Count < theirs.Count ? (mine, theirs) : (theirs, mine);
        return fewer.Where(n => more.ContainsKey(n.Key)).Order(ByName).Sum(n => n.Value * more[n.Key]);
    }

    private static Dictionary<string, int> Counted(IEnumerable<string> all) =>
        all.GroupBy(n => n, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    /// <summary>Vectors of length 1 from counts, document by document.</summary>
    private static Dictionary<string, double>[] Weighted(Dictionary<string, int>[] counts)
    {
        var having = counts.SelectMany(c => c.Keys).GroupBy(n => n, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        double all = Math.Max(FewestDocuments, counts.Length);
        return [.. counts.Select(document =>
            Unit(document.ToDictionary(c => c.Key, c => (1 + Math.Log(c.Value)) * Math.Log(1 + (all / having[c.Key])),
                StringComparer.Ordinal)))];
    }

    private static Dictionary<string, double> Unit(Dictionary<string, double> weights)
    {
        var length = Math.Sqrt(weights.Order(ByName).Sum(w => w.Value * w.Value));
        return length > 0 ? weights.ToDictionary(w => w.Key, w => w.Value / length, StringComparer.Ordinal) : weights;
    }
}
