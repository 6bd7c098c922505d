using Sayso.Core.Text;

namespace Sayso.Core.Reuse;

/// <summary>A text as a row of words, letter case and marks left aside.</summary>
internal sealed class WordText
{
    // FNV-1a (Fowler, Noll, Vo): the same on every machine, and different words seldom meet.
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private WordText(ulong[] forms, TextSpan[] spans) => (Forms, Spans) = (forms, spans);

    /// <summary>A hash of each word, letter case left aside.</summary>
    public ulong[] Forms { get; }

    /// <summary>Where each word stands.</summary>
    public TextSpan[] Spans { get; }

    /// <summary>How many words there are.</summary>
    public int Count => Forms.Length;

    /// <summary>Runs of letters and digits, in order.</summary>
    public static WordText Of(string text)
    {
        List<ulong> forms = [];
        List<TextSpan> spans = [];
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            var hash = Offset;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                hash = (hash ^ char.ToLowerInvariant(text[at])) * Prime;
                at++;
            }

            if (at > start)
            {
                forms.Add(hash);
                spans.Add(new TextSpan(start, at));
            }
        }

        return new WordText([.. forms], [.. spans]);
    }

    /// <summary>Hashes of all runs of so many words; empty where there are fewer.</summary>
    public ulong[] Grams(int words)
    {
        if (Count < words)
        {
            return [];
        }

        var grams = new ulong[Count - words + 1];
        for (var i = 0; i < grams.Length; i++)
        {
            var hash = Offset;
            for (var j = 0; j < words; j++)
            {
                hash = (hash ^ Forms[i + j]) * Prime;
                hash ^= hash >> 29;
            }

            grams[i] = hash;
        }

        return grams;
    }
}
