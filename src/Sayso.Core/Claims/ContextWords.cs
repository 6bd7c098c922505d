using Sayso.Core.Attributions;
using Sayso.Core.Text;

namespace Sayso.Core.Claims;

/// <summary>
/// The words that a statement stands behind. What its pronouns and short phrases are about is mostly there: "The first call was
/// logged, the minister said. It came at 4:52."
/// </summary>
internal static class ContextWords
{
    /// <summary>Sentences, that of the statement's own cue among them.</summary>
    private const int Most = 2;

    /// <summary>Characters before the statement in which they are looked for.</summary>
    private const int Reach = 250;

    /// <summary>Characters of them: more would outweigh the clause itself.</summary>
    private const int Longest = 160;

    /// <summary>The words with a space behind them; empty where a text begins with its statement.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="statement">A statement with a content.</param>
    public static string Before(string text, Statement statement)
    {
        var end = statement.Content.Extent.Start;
        var start = Math.Max(0, (statement.Cue.Count > 0 ? Math.Min(end, statement.Cue.Extent.Start) : end) - Reach);
        var words = string.Join(' ', text[start..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length == 0)
        {
            return string.Empty;
        }

        var sentences = Sentences.Of(words);
        var from = Math.Max(sentences.Count == 0 ? 0 : sentences[Math.Max(0, sentences.Count - Most)].Start, words.Length - Longest);
        return words[from..] + " ";
    }
}
