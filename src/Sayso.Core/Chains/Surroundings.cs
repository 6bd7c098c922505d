using System.Buffers;

namespace Sayso.Core.Chains;

/// <summary>The words around a name or a pronoun, and what they make of it. What is looked at is bounded.</summary>
internal static class Surroundings
{
    private const int LongestClause = 400;
    private const int LongestWord = 24;

    private static readonly SearchValues<char> _marks = SearchValues.Create(",;:—()");
    private static readonly HashSet<string> _prepositions = new(("of in on at by for from with to about between among against under over "
        + "into near behind beside through via like than toward towards upon").Split(' '), StringComparer.Ordinal);
    private static readonly HashSet<string> _noVerbs = new(("and or of in on at by for from with to about between among against under "
        + "over into near as than but nor the a an his her their its who whose whom which that s").Split(' '), StringComparer.Ordinal);
    private static readonly HashSet<string> _clauses = new(("and but or who whom whose which that when while after before because as if "
        + "although though where whether than so since until unless for").Split(' '), StringComparer.Ordinal);

    /// <summary>Whether a lower-case word is a preposition.</summary>
    public static bool IsPreposition(string word) => _prepositions.Contains(word);

    /// <summary>Whether a lower-case word is none of a verb's: a conjunction, a preposition, an article.</summary>
    public static bool IsNoVerb(string word) => _noVerbs.Contains(word);

    /// <summary>Whether nothing parts two places of a sentence: no comma, no word that begins a clause.</summary>
    public static bool IsOneClause(string text, int start, int end)
    {
        if (end - start > LongestClause || end <= start || text.AsSpan(start, end - start).IndexOfAny(_marks) >= 0)
        {
            return false;
        }

        foreach (var word in text.AsSpan(start, end - start).Split(' '))
        {
            if (_clauses.Contains(text[(start + word.Start.Value)..(start + word.End.Value)]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The word that ends at a place, in lower case.</summary>
    public static string WordBefore(string text, int at)
    {
        var end = at;
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }

        var start = end;
        while (start > 0 && end - start < LongestWord && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..end].ToLowerInvariant();
    }

    /// <summary>The lower-case word right behind a name; empty where a mark or a capital follows.</summary>
    public static string WordBehind(string text, int at) => at + 1 < text.Length && text[at] == ' ' && char.IsLower(text[at + 1])
        ? WordAt(text, at + 1) : string.Empty;

    /// <summary>The word that begins at a place, in lower case.</summary>
    public static string WordAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < LongestWord && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[at..end].ToLowerInvariant();
    }

    /// <summary>Whether "her" stands before a noun: a word that is no conjunction, preposition or article follows.</summary>
    public static bool IsWordBehind(string text, int at) =>
        at + 1 < text.Length && text[at] == ' ' && char.IsLetter(text[at + 1]) && WordAt(text, at + 1) is { Length: > 0 } word
            && !_noVerbs.Contains(word) && !_clauses.Contains(word);
}
