using System.Globalization;
using System.Text;
using Sayso.Core.Linguistics;
using Sayso.Core.Text;

namespace Sayso.Inference.Tokenizing;

/// <summary>
/// Cuts a text into words: maximal runs of letters, marks, numbers and underscores, or single other visible characters.
/// That is the pre-tokenisation of BERT (Devlin et al. 2019) with the classes spelled out, as the network was trained.
/// </summary>
internal static class WordSplitter
{
    private enum Kind
    {
        Separator,
        Word,
        Visible,
    }

    /// <summary>The words in order. A line begins with the first word and with each word after a line feed.</summary>
    public static Token[] Split(string text)
    {
        List<Token> found = new(text.Length / 5);
        var start = -1;
        var newLine = true;

        void Add(int from, int to)
        {
            found.Add(new Token(new TextSpan(from, to), newLine));
            newLine = false;
        }

        for (var i = 0; i < text.Length;)
        {
            var kind = KindAt(text, i, out var length);
            if (kind == Kind.Word)
            {
                start = start < 0 ? i : start;
            }
            else
            {
                if (start >= 0)
                {
                    Add(start, i);
                    start = -1;
                }

                if (kind == Kind.Visible)
                {
                    Add(i, i + length);
                }

                newLine |= text[i] == '\n';
            }

            i += length;
        }

        if (start >= 0)
        {
            Add(start, text.Length);
        }

        return [.. found];
    }

    private static Kind KindAt(string text, int at, out int length)
    {
        var c = text[at];
        length = 1;
        if (char.IsAscii(c))
        {
            return char.IsAsciiLetterOrDigit(c) || c == '_' ? Kind.Word : c is > ' ' and < '\x7f' ? Kind.Visible : Kind.Separator;
        }

        if (char.IsSurrogate(c))
        {
            // Half of a pair is no character: it separates words.
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out length) != System.Buffers.OperationStatus.Done)
            {
                length = 1;
                return Kind.Separator;
            }

            return KindOf(Rune.GetUnicodeCategory(rune));
        }

        return KindOf(CharUnicodeInfo.GetUnicodeCategory(c));
    }

    private static Kind KindOf(UnicodeCategory category) => category switch
    {
        <= UnicodeCategory.OtherNumber => Kind.Word,
        <= UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => Kind.Separator,
        _ => Kind.Visible,
    };
}
