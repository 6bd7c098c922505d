using Sayso.Core.Text;

namespace Sayso.Core.Attitudes;

/// <summary>A word or a mark as rules see it.</summary>
/// <param name="Form">In lower case, apostrophes straight; a contraction's parts are written out ("not", "will").</param>
/// <param name="Span">Where it stands; both parts of a contraction have the whole one's span.</param>
internal readonly record struct Word(string Form, TextSpan Span)
{
    /// <summary>Whether it has a letter or digit.</summary>
    public bool IsMark => Form.Length > 0 && !char.IsLetterOrDigit(Form[0]);

    /// <summary>Whether it opens or closes a quotation.</summary>
    public bool IsQuote => Form is "\"" or "'" or "“" or "”" or "‘" or "«" or "»" or "„" or "`";
}

/// <summary>Cuts text into the words that rules look at.</summary>
internal static class WordReader
{
    private const int LongestShared = 32;
    private const int MostShared = 50_000;

    private static readonly Dictionary<string, string[]> _contractions = new(StringComparer.Ordinal)
    {
        ["won't"] = ["will", "not"],
        ["can't"] = ["can", "not"],
        ["cannot"] = ["can", "not"],
        ["shan't"] = ["shall", "not"],
        ["ain't"] = ["be", "not"],
        ["let's"] = ["let", "us"],
    };

    private static readonly (string End, string Full)[] _endings =
        [("n't", "not"), ("'ll", "will"), ("'d", "would"), ("'re", "are"), ("'ve", "have"), ("'m", "am"), ("'s", "is")];

    /// <summary>The first words of some spans, in order.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="spans">Where to read.</param>
    /// <param name="most">How many words at most: what rules look at does not grow with the text.</param>
    /// <param name="longest">Longer words are cut.</param>
    public static List<Word> Read(string text, IEnumerable<TextSpan> spans, int most, int longest = int.MaxValue)
    {
        List<Word> words = [];
        var forms = new HashSet<string>(StringComparer.Ordinal);
        var known = forms.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var span in spans)
        {
            var at = span.Start;
            while (at < span.End && words.Count < most)
            {
                var end = EndOf(text, at, Math.Min(span.End - at, longest) + at);
                if (!char.IsWhiteSpace(text[at]))
                {
                    Add(words, FormOf(text.AsSpan(at, end - at), known), new TextSpan(at, end));
                }

                at = end;
            }
        }

        return words;
    }

    private static int EndOf(string text, int start, int limit)
    {
        var end = start;
        while (end < limit && (char.IsLetterOrDigit(text[end]) || IsInner(text, start, end, limit)))
        {
            end++;
        }

        return Math.Max(end, start + 1);
    }

    /// <summary>An apostrophe between letters, or a point or comma between digits.</summary>
    private static bool IsInner(string text, int start, int at, int limit) =>
        at > start && at + 1 < limit
        && ((text[at] is '\'' or '’' && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]))
            || (text[at] is '.' or ',' && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1])));

    /// <summary>A word's form: one string for all words of a form, since a long text has few.</summary>
    private static string FormOf(ReadOnlySpan<char> span, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known)
    {
        if (span.Length > LongestShared)
        {
            return span.ToString().ToLowerInvariant().Replace('’', '\'');
        }

        Span<char> form = stackalloc char[LongestShared];
        form = form[..span.ToLowerInvariant(form)];
        form.Replace('’', '\'');
        if (known.TryGetValue(form, out var shared))
        {
            return shared;
        }

        shared = form.ToString();
        if (known.Set.Count < MostShared)
        {
            known.Set.Add(shared);
        }

        return shared;
    }

    private static void Add(List<Word> words, string form, TextSpan span)
    {
        if (_contractions.TryGetValue(form, out var parts))
        {
            words.AddRange(parts.Select(part => new Word(part, span)));
            return;
        }

        foreach (var (end, full) in _endings)
        {
            if (form.Length > end.Length && form.EndsWith(end, StringComparison.Ordinal))
            {
                words.Add(new Word(form[..^end.Length], span));
                words.Add(new Word(full, span));
                return;
            }
        }

        words.Add(new Word(form, span));
    }
}
