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
    /// <summary>A name in more documents of some days than this links no further ones: it says too little, and all pairs would be too many.</summary>
    private const int MostDocuments = 400;

    /// <summary>Documents that there are taken to be at least: in a ledger of one story its own names would weigh nothing.</summary>
    private const int FewestDocuments = 1000;

    /// <summary>Characters of a beginning: what a report is about stands there.</summary>
    private const int Beginning = 2500;

    private const double OfNames = 0.65;
    private const double OfWords = 0.35;
    private const double OfClaims = 0.1;
    private const int MostClaims = 3;

    private readonly TermVector _names;
    private readonly TermVector _words;
    private readonly HashSet<string> _claims;

    private DocumentTraits(DocumentScene scene, TermVector names, TermVector words, HashSet<string> claims) =>
        (Id, Day, _names, _words, _claims) = (scene.Document.Id, scene.Document.Published?.Date, names, words, claims);

    /// <summary>The document's id.</summary>
    public string Id { get; }

    /// <summary>The day of publication; <c>null</c> where it is not known.</summary>
    public LocalDate? Day { get; }

    /// <summary>The traits of all documents of a ledger, in ordinal order of their ids.</summary>
    public static DocumentTraits[] Of(LedgerScene ledger)
    {
        var names = TermVector.Of([.. ledger.Documents.Select(d => d.Mentions.Select(m => m.Entity.Name).Where(n => n != d.Document.Outlet))], FewestDocuments);
        var words = TermVector.Of([.. ledger.Documents.Select(d => ContentWords.Of(d.Document.Text[..Math.Min(Beginning, d.Document.Text.Length)]))], FewestDocuments);
        var shared = ledger.Ledger.Claims.Where(c => c.Claim.Documents.Count > 1)
            .SelectMany(c => c.Claim.Documents.Select(d => (Document: d, c.Claim.Id)))
                .ToLookup(p => p.Document, p => p.Id, StringComparer.Ordinal);
        return [.. ledger.Documents.Select((d, i) => new DocumentTraits(d, names[i], words[i], [.. shared[d.Document.Id]]))];
    }

    /// <summary>
    /// The pairs of documents, by their places, that share a name or a claim and are so many days apart at most or have no day, with
    /// their likeness.
    /// </summary>
    public static IEnumerable<(int First, int Second, double Likeness)> Pairs(DocumentTraits[] documents, int days)
    {
        Dictionary<int, Holders> byName = [];
        Dictionary<string, Holders> byClaim = new(StringComparer.Ordinal);
        foreach (var at in Enumerable.Range(0, documents.Length).OrderBy(i => documents[i].Day ?? LocalDate.MinIsoValue).ThenBy(i => i))
        {
            var document = documents[at];
            HashSet<int> others = [];
            foreach (var name in document._names.Terms)
            {
                Holders.Of(byName, name).Meet(documents, at, days, others);
            }

            foreach (var claim in document._claims)
            {
                Holders.Of(byClaim, claim).Meet(documents, at, days, others);
            }

            foreach (var other in others)
            {
                yield return (Math.Min(other, at), Math.Max(other, at), documents[other].Likeness(document));
            }
        }
    }

    /// <summary>How alike two documents are, from 0 on; 1 is very much.</summary>
    public double Likeness(DocumentTraits other) => (OfNames * _names.Cosine(other._names)) + (OfWords * _words.Cosine(other._words))
        + (OfClaims * Math.Min(MostClaims, _claims.Count(other._claims.Contains)));

    /// <summary>The documents that have a name or a claim, of the days before one.</summary>
    private sealed class Holders
    {
        private readonly List<int> _undated = [];
        private readonly Queue<int> _lately = [];

        public static Holders Of<TKey>(Dictionary<TKey, Holders> byKey, TKey key)
            where TKey : notnull
        {
            if (!byKey.TryGetValue(key, out var holders))
            {
                byKey.Add(key, holders = new Holders());
            }

            return holders;
        }

        /// <summary>Tells whom a document meets, and adds it.</summary>
        public void Meet(DocumentTraits[] documents, int at, int days, HashSet<int> others)
        {
            var day = documents[at].Day;
            while (_lately.TryPeek(out var first) && Period.DaysBetween(documents[first].Day!.Value, day!.Value) > days)
            {
                _ = _lately.Dequeue();
            }

            if (_undated.Count + _lately.Count < MostDocuments)
            {
                others.UnionWith(_undated);
                others.UnionWith(_lately);
            }

            if (day is null)
            {
                _undated.Add(at);
            }
            else
            {
                _lately.Enqueue(at);
            }
        }
    }
}
