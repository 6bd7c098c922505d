using Sayso.Core.Claims;
using Sayso.Core.Text;

namespace Sayso.Core.Analysis;

/// <summary>Holds equal words of many statements once. Not safe for use by several threads at once.</summary>
internal sealed class WordPool
{
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    /// <summary>The same traits, of pooled words and names.</summary>
    public StatementTraits Of(StatementTraits traits) =>
        traits with { Words = Of(traits.Words), NameWords = Of(traits.NameWords), Names = Of(traits.Names) };

    private ValueList<string> Of(ValueList<string> words) => words.Count == 0 ? ValueList<string>.Empty : words.Select(Of).ToValueList();

    private string Of(string word)
    {
        if (!_words.TryGetValue(word, out var pooled))
        {
            _words.Add(word, pooled = word);
        }

        return pooled;
    }
}
