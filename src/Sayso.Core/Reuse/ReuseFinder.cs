using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Reuse;

/// <summary>
/// Finds documents that share text: an index of fingerprints tells which may, aligning the two tells what. A function of the
/// documents, never of their order. Not safe for use by several threads at once.
/// </summary>
public sealed class ReuseFinder
{
    private readonly Dictionary<string, (WordText Words, HashSet<ulong> Prints)> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, List<string>> _index = [];
    private readonly Dictionary<(string, string), TextOverlap?> _aligned = [];

    /// <summary>Adds a document; one that is there already changes nothing. Linear in its text.</summary>
    public void Add(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (_texts.ContainsKey(document.Id))
        {
            return;
        }

        var words = WordText.Of(document.Text);
        var prints = Fingerprints.Of(words);
        _texts.Add(document.Id, (words, prints));
        foreach (var print in prints)
        {
            if (!_index.TryGetValue(print, out var holders))
            {
                _index.Add(print, holders = []);
            }

            holders.Add(document.Id);
        }
    }

    /// <summary>
    /// The documents that share text with one, in ordinal order of their ids. Looks at those that share a fingerprint only.
    /// </summary>
    /// <param name="documentId">A document that was added.</param>
    public IReadOnlyList<string> With(string documentId) =>
    [
        .. _texts[documentId].Prints.SelectMany(print => _index[print]).Distinct(StringComparer.Ordinal)
            .Where(other => other != documentId && Between(documentId, other) is not null)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What two documents share; <c>null</c> for nothing of eight words or more.</summary>
    /// <param name="first">A document that was added.</param>
    /// <param name="second">Another one.</param>
    public TextOverlap? Between(string first, string second)
    {
        if (string.CompareOrdinal(first, second) > 0)
        {
            return Between(second, first) is { } turned
                ? turned with
                {
                    Passages = turned.Passages.Select(p => new SharedPassage(p.InSecond, p.InFirst, p.Words))
                    .OrderBy(p => p.InFirst).ToValueList()
                }
                : null;
        }

        if (!_aligned.TryGetValue((first, second), out var overlap))
        {
            overlap = Align(_texts[first], _texts[second]);
            _aligned.Add((first, second), overlap);
        }

        return overlap;
    }

    private static TextOverlap? Align((WordText Words, HashSet<ulong> Prints) first, (WordText Words, HashSet<ulong> Prints) second)
    {
        if (!first.Prints.Overlaps(second.Prints))
        {
            return null;
        }

        var passages = TextAlignment.Of(first.Words, second.Words);
        return passages.Count == 0 ? null
            : new TextOverlap(passages.ToValueList(), (double)passages.Sum(p => p.Words) / Math.Min(first.Words.Count, second.Words.Count));
    }
}
