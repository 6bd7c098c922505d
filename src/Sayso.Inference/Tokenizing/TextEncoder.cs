using System.Runtime.InteropServices;
using Sayso.Core.Linguistics;
using Sayso.Core.Text;

namespace Sayso.Inference.Tokenizing;

/// <summary>Turns texts into words, pieces and surface features. Not safe for use by several threads at once.</summary>
internal sealed class TextEncoder(Vocabulary vocabulary)
{
    private readonly WordPieces _pieces = new(vocabulary);

    /// <summary>Encodes a text.</summary>
    public EncodedText Encode(string text)
    {
        var tokens = WordSplitter.Split(text);
        var starts = new int[tokens.Length + 1];
        var cases = new LetterCase[tokens.Length];
        var quoted = new bool[tokens.Length];
        List<int> pieces = new(tokens.Length + (tokens.Length / 4));
        var inside = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            var word = tokens[i].Span.Slice(text);
            quoted[i] = IsQuoted(word, tokens[i], ref inside);
            cases[i] = LetterCases.Of(word);
            pieces.AddRange(_pieces.Of(word));
            starts[i + 1] = pieces.Count;
        }

        return new EncodedText(text, tokens, [.. CollectionsMarshal.AsSpan(pieces)], starts, cases, quoted);
    }

    private static bool IsQuoted(ReadOnlySpan<char> word, Token token, ref bool inside)
    {
        // A mark that is never closed (each paragraph of a long quote opens one) spoils one line at most.
        inside &= !token.StartsLine;
        if (word.Length > 1)
        {
            return inside;
        }

        switch (word[0])
        {
            case '“' or '«':
                inside = true;
                return true;
            case '”' or '»':
                inside = false;
                return true;
            case '"':
                inside = !inside;
                return true;
            default:
                return inside;
        }
    }
}
