using System.Globalization;
using System.Text;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Metrics;

/// <summary>
/// A text cut into the tokens that spans are compared by, the expression <c>\w+|[^\w\s]</c> with the classes of
/// Python's <c>re</c>, so that figures agree with those of the training code.
/// </summary>
/// <remarks>
/// The classes are spelled out because .NET's own differ: its <c>\w</c> holds combining marks and connecting
/// punctuation but not the other numerals, and its <c>\s</c> leaves out the separators U+001C to U+001F.
/// </remarks>
public sealed class TokenizedText
{
    private readonly int[] _starts;
    private readonly int[] _ends;

    private TokenizedText(int[] starts, int[] ends)
    {
        _starts = starts;
        _ends = ends;
    }

    /// <summary>Number of tokens.</summary>
    public int Count => _starts.Length;

    /// <summary>Where token <paramref name="index"/> stands, in UTF-16 units.</summary>
    public TextSpan this[int index] => new(_starts[index], _ends[index]);

    /// <summary>Cuts <paramref name="text"/>. A lone surrogate is a token of its own.</summary>
    public static TokenizedText Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<int> starts = [], ends = [];
        var wordStart = -1;
        for (var i = 0; i < text.Length;)
        {
            // A lone surrogate decodes as U+FFFD, a symbol, and consumes one unit: what is wanted here.
            _ = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            var isWord = IsWord(rune);
            if (wordStart >= 0 && !isWord)
            {
                starts.Add(wordStart);
                ends.Add(i);
                wordStart = -1;
            }

            if (isWord)
            {
                wordStart = wordStart < 0 ? i : wordStart;
            }
            else if (!IsSpace(rune))
            {
                starts.Add(i);
                ends.Add(i + length);
            }

            i += length;
        }

        if (wordStart >= 0)
        {
            starts.Add(wordStart);
            ends.Add(text.Length);
        }

        return new TokenizedText([.. starts], [.. ends]);
    }

    /// <summary>All tokens that share a unit with one of <paramref name="spans"/>.</summary>
    public TokenSet Under(SpanList spans)
    {
        ArgumentNullException.ThrowIfNull(spans);
        List<int> found = [];
        foreach (var span in spans)
        {
            // Two fragments may share a token (an end inside a word), and fragments come in text order.
            for (var i = Math.Max(FirstEndingAfter(span.Start), found.Count == 0 ? 0 : found[^1] + 1);
                i < _starts.Length && _starts[i] < span.End;
                i++)
            {
                found.Add(i);
            }
        }

        return TokenSet.OfOrdered([.. found]);
    }

    private static bool IsWord(Rune rune) => rune.Value == '_' || Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter => true,
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => true,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => true,
        _ => false,
    };

    private static bool IsSpace(Rune rune) => rune.Value is >= 0x1C and <= 0x1F || Rune.IsWhiteSpace(rune);

    private int FirstEndingAfter(int position)
    {
        int low = 0, high = _ends.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_ends[middle] <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
