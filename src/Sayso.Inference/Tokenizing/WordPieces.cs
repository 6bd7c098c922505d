using System.Text;
using Sayso.Core.Text;

namespace Sayso.Inference.Tokenizing;

/// <summary>
/// Cuts words into the pieces of an uncased vocabulary, greedily by the longest match first (WordPiece; Wu et al. 2016).
/// Remembers the words that it met, a bounded number of them. Not safe for use by several threads at once.
/// </summary>
internal sealed class WordPieces(Vocabulary vocabulary)
{
    /// <summary>A longer word, in characters after folding, is unknown.</summary>
    public const int MaxCharacters = 100;

    private const int MaxRemembered = 50_000;
    private const int MaxRememberedLength = 32;

    private readonly Dictionary<string, int[]> _remembered = [];
    private readonly StringBuilder _folded = new();
    private readonly List<int> _found = [];

    /// <summary>The pieces of one word, at least one.</summary>
    public ReadOnlySpan<int> Of(ReadOnlySpan<char> word)
    {
        var lookup = _remembered.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out var pieces))
        {
            return pieces;
        }

        pieces = Cut(word);
        if (word.Length <= MaxRememberedLength)
        {
            if (_remembered.Count == MaxRemembered)
            {
                _remembered.Clear();
            }

            lookup[word] = pieces;
        }

        return pieces;
    }

    private int[] Cut(ReadOnlySpan<char> word)
    {
        _folded.Clear();
        Folding.Fold(word, MaxCharacters, _folded);
        ReadOnlySpan<char> folded = _folded.ToString();
        if (folded.IsEmpty || CountCharacters(folded) > MaxCharacters)
        {
            return [vocabulary.Unknown];
        }

        _found.Clear();
        for (var start = 0; start < folded.Length;)
        {
            var length = vocabulary.LongestMatch(folded[start..], start > 0, out var piece);
            if (length == 0)
            {
                return [vocabulary.Unknown];
            }

            _found.Add(piece);
            start += length;
        }

        return [.. _found];
    }

    private static int CountCharacters(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsLowSurrogate(c) ? 0 : 1;
        }

        return count;
    }
}
