namespace Sayso.Core.Text;

/// <summary>
/// Cuts text into sentences: at line ends, and at a full stop, question or exclamation mark (with what closes a quotation)
/// before white space and something that begins a sentence. A stop behind an initial, a title or an abbreviation ends none.
/// Linear in the text.
/// </summary>
internal static class Sentences
{
    private const int LongestAbbreviation = 6;

    private static readonly HashSet<string> _abbreviations = new(
        ("mr mrs ms dr prof rev hon gen col maj capt cmdr lt sgt cpl adm sen sens rep reps gov govs pres st mt ft no vs etc inc ltd "
            + "corp co jr sr messrs supt insp det asst "
        + "jan feb mar apr jun jul aug sep sept oct nov dec approx dept est fig ave blvd rd u.s u.k u.n e.g i.e a.m p.m").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The sentences in order, without the white space around them; none is empty.</summary>
    public static IReadOnlyList<TextSpan> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<TextSpan> found = [];
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || text[at] is '\n' or '\r' || EndsAt(text, at))
            {
                var end = at;
                while (end < text.Length && IsClosing(text[end]))
                {
                    end++;
                }

                Add(found, text, start, end);
                (start, at) = (end, Math.Max(at, end - 1));
            }
        }

        return found;
    }

    private static bool IsClosing(char c) => c is '.' or '!' or '?' or '…' or '"' or '\'' or '”' or '’' or ')' or ']' or '»';

    /// <summary>Whether the mark at a place, with what closes a quotation behind it, ends a sentence.</summary>
    private static bool EndsAt(string text, int at)
    {
        if (text[at] is not ('.' or '!' or '?' or '…'))
        {
            return false;
        }

        var next = at + 1;
        while (next < text.Length && IsClosing(text[next]) && next - at < LongestAbbreviation)
        {
            next++;
        }

        if (next >= text.Length || !char.IsWhiteSpace(text[next]))
        {
            return false;
        }

        while (next < text.Length && char.IsWhiteSpace(text[next]) && text[next] != '\n')
        {
            next++;
        }

        return next >= text.Length || (!char.IsLower(text[next]) && !(text[at] == '.' && IsAbbreviated(text, at)));
    }

    /// <summary>Whether the full stop at a place stands behind an initial, a title or an abbreviation.</summary>
    public static bool IsAbbreviated(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start <= LongestAbbreviation && (char.IsLetter(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }

        var word = text[start..at];
        return (word.Length == 1 && char.IsUpper(word[0]) && word != "I") || _abbreviations.Contains(word);
    }

    private static void Add(List<TextSpan> found, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            found.Add(new TextSpan(start, end));
        }
    }
}
