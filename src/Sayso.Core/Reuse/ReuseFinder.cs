using Sayso.Core.Documents;

namespace Sayso.Core.Reuse;

/// <summary>
/// Finds documents that share text: an index of fingerprints tells which may, aligning the two tells what. A function of the
/// documents, never of their order. Not safe for use by several threads at once.
/// </summary>
public sealed class ReuseFinder
{
    private readonly Dictionary<string, ReusedText> _texts = new(StringComparer.Ordinal);
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

        var text = ReusedText.Of(document.Text);
        _texts.Add(document.Id, text);
        foreach (var print in text.Prints)
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
            return Between(second, first)?.Turned();
        }

        if (!_aligned.TryGetValue((first, second), out var overlap))
        {
            overlap = ReusedText.Align(_texts[first], _texts[second]);
            _aligned.Add((first, second), overlap);
        }

        return overlap;
    }
}
