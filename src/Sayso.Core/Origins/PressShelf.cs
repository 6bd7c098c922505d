using NodaTime;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Origins;

/// <summary>
/// The documents of a ledger by their outlets: which outlets a name means, what one published last before a time, and which of its
/// documents have enough of some words, each looked up in an index. Not safe for use by several threads at once.
/// </summary>
internal sealed class PressShelf
{
    private static readonly char[] _parting = [' ', '\'', '’'];

    private readonly Dictionary<string, Outlet> _outlets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Outlet>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, SourceKind), IReadOnlyList<Outlet>> _named = [];
    private readonly Dictionary<string, List<Document>> _byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<StatementTraits>> _told = new(StringComparer.Ordinal);

    /// <summary>Adds a document, which was not added before.</summary>
    /// <param name="document">The document.</param>
    /// <param name="told">Its statements as they are compared.</param>
    public void Add(Document document, IReadOnlyList<StatementTraits> told)
    {
        _told.Add(document.Id, told);
        if (!_outlets.TryGetValue(KeyOf(document), out var outlet))
        {
            outlet = new Outlet(KeyOf(document), document);
            _outlets.Add(outlet.Key, outlet);
            _named.Clear();
            foreach (var word in Words(document))
            {
                Put(_byWord, word, outlet);
            }
        }

        outlet.Add(document);
        foreach (var stem in ContentWords.Words(document.Text).Select(ContentWords.Stem).ToHashSet(StringComparer.Ordinal))
        {
            Put(_byStem, stem, document);
        }
    }

    /// <summary>What all documents of one outlet have in common, and no others.</summary>
    public static string KeyOf(Document document) => document.Outlet ?? Citations.HostOf(document) ?? document.Id;

    /// <summary>What a document tells.</summary>
    public IReadOnlyList<StatementTraits> ToldIn(string documentId) => _told.GetValueOrDefault(documentId) ?? [];

    /// <summary>The outlets that a hop means.</summary>
    public IReadOnlyList<Outlet> Named(Hop hop)
    {
        if (!_named.TryGetValue((hop.Name, hop.Kind), out var outlets))
        {
            // Whatever is an outlet by its name has a word of it, or is its host's name written apart.
            outlets =
            [
                .. hop.Name.Split(_parting).Concat(hop.Name.Split(' ')).Append(hop.Name.Replace(" ", "", StringComparison.Ordinal))
                    .Select(word => word.ToLowerInvariant()).Distinct(StringComparer.Ordinal)
                    .SelectMany(word => _byWord.GetValueOrDefault(word) ?? []).Distinct()
                    .Where(outlet => Citations.IsOutlet(hop, outlet.Any)),
            ];
            _named.Add((hop.Name, hop.Kind), outlets);
        }

        return outlets;
    }

    /// <summary>The documents that have at least so many of some stems, or more: whoever asks looks at each.</summary>
    /// <param name="stems">Different stems.</param>
    /// <param name="least">How many of them; at least one.</param>
    public IEnumerable<Document> Having(IReadOnlyCollection<string> stems, int least) =>
        stems.Select(stem => _byStem.GetValueOrDefault(stem) ?? []).OrderBy(having => having.Count)
            .Take(stems.Count - least + 1).SelectMany(having => having).Distinct();

    /// <summary>Lower-case words of an outlet's name; of one without a name, the parts of its host.</summary>
    private static IEnumerable<string> Words(Document document) =>
        (document.Outlet?.Split(' ') ?? Citations.HostOf(document)?.Replace("-", "", StringComparison.Ordinal).Split('.') ?? [])
            .Select(word => word.ToLowerInvariant()).Distinct(StringComparer.Ordinal);

    private static void Put<T>(Dictionary<string, List<T>> index, string key, T item)
    {
        if (!index.TryGetValue(key, out var having))
        {
            index.Add(key, having = []);
        }

        having.Add(item);
    }

    /// <summary>An outlet with its documents.</summary>
    internal sealed class Outlet(string key, Document any)
    {
        private readonly List<Document> _dated = [];
        private bool _isSorted = true;

        /// <summary>What all its documents have in common.</summary>
        public string Key { get; } = key;

        /// <summary>One of its documents.</summary>
        public Document Any { get; } = any;

        /// <summary>Adds a document of its.</summary>
        public void Add(Document document)
        {
            if (document.Published is not null)
            {
                _dated.Add(document);
                _isSorted = false;
            }
        }

        /// <summary>Its documents from a time to another, both included, in order; of two of one time the one with the greater id first.</summary>
        public IEnumerable<Document> Between(Instant from, Instant until)
        {
            if (!_isSorted)
            {
                _dated.Sort((a, b) => InstantOf(a) is var x && InstantOf(b) is var y && x != y ? x.CompareTo(y) : string.CompareOrdinal(b.Id, a.Id));
                _isSorted = true;
            }

            var first = Sorted.CountWhere(_dated.Count, i => InstantOf(_dated[i]) < from);
            return _dated.Take(first..Sorted.CountWhere(_dated.Count, i => InstantOf(_dated[i]) <= until));
        }

        /// <summary>The last one of them.</summary>
        public Document? Last(Instant from, Instant until) => Between(from, until).LastOrDefault();

        private static Instant InstantOf(Document document) => document.Published!.Value.ToInstant();
    }
}
