using Sayso.Core.Documents;

namespace Sayso.Core.Reuse;

/// <summary>
/// What documents share, pair by pair as it is asked for. Words of some thousand documents and what some ten thousand pairs share are
/// held, so that all documents of a large ledger can be asked for one after the other. Not safe for use by several threads at once.
/// </summary>
/// <param name="documents">The documents by their ids.</param>
internal sealed class SharedTexts(IReadOnlyDictionary<string, Document> documents)
{
    private const int MostTexts = 2000;
    private const int MostPairs = 50_000;

    private readonly Dictionary<string, ReusedText> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), TextOverlap?> _aligned = [];

    /// <summary>What two documents share; <c>null</c> for nothing of eight words or more.</summary>
    public TextOverlap? Between(string first, string second)
    {
        if (string.CompareOrdinal(first, second) > 0)
        {
            return Between(second, first)?.Turned();
        }

        if (!_aligned.TryGetValue((first, second), out var overlap))
        {
            if (_aligned.Count == MostPairs)
            {
                _aligned.Clear();
            }

            overlap = ReusedText.Align(Read(first), Read(second));
            _aligned.Add((first, second), overlap);
        }

        return overlap;
    }

    private ReusedText Read(string id)
    {
        if (!_texts.TryGetValue(id, out var text))
        {
            if (_texts.Count == MostTexts)
            {
                _texts.Clear();
            }

            text = ReusedText.Of(documents[id].Text);
            _texts.Add(id, text);
        }

        return text;
    }
}
