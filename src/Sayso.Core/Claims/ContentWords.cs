using System.Buffers;
using System.Text;

namespace Sayso.Core.Claims;

/// <summary>The words of a text that carry its matter, without inflection, so that wordings can be compared.</summary>
internal static class ContentWords
{
    private static readonly HashSet<string> _function = new(
        ("a an the this that these those there here it its he she they them their his her him i me my we us our you your who whom whose "
            + "which what where when why how "
        + "and or but nor so yet if than then as at by for from in into of off on onto out over to under up with within without about "
            + "above across after again against all also am any are "
        + "be been before being below between both can could did do does doing done down during each few had has have having just may "
            + "might more most must no not now only other own same shall should "
        + "some such too very was were will would s t d ll re ve m said say says saying told tell tells according mr mrs ms dr one us "
        + "is isn aren wasn weren hasn haven hadn don doesn didn won wouldn couldn shouldn nobody nothing none still every first last "
        + "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
            + "twenty hundred hundreds thousand thousands million millions billion dozen dozens "
        + "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october "
            + "november december").Split(' '),
        StringComparer.Ordinal);

    private static readonly SearchValues<char> _vowels = SearchValues.Create("aeiouy");

    /// <summary>
    /// Whether a lower-case word carries no matter of its own: function words, numbers and days, which are compared by their
    /// values.
    /// </summary>
    public static bool IsFunction(string word) => _function.Contains(word);

    /// <summary>The different stems of a text in ordinal order.</summary>
    public static string[] Of(string text)
    {
        SortedSet<string> stems = new(StringComparer.Ordinal);
        foreach (var word in Words(text))
        {
            if (!_function.Contains(word) && word.Any(char.IsLetter))
            {
                stems.Add(Stem(word));
            }
        }

        return [.. stems];
    }

    /// <summary>Lower-case words of letters and digits, in order; of a possessive the name alone.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                word.Append(char.ToLowerInvariant(text[i]));
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }

    /// <summary>
    /// A lower-case word without its inflection: plural, past, participle, and the silent e that these take. Not every stem is
    /// a word: two forms of one word have the same.
    /// </summary>
    public static string Stem(string word)
    {
        if (word.Length < 4)
        {
            return word;
        }

        var stem = word switch
        {
            _ when word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 => word[..^3] + "y",
            _ when word.EndsWith("sses", StringComparison.Ordinal) => word[..^2],
            _ when word.EndsWith("ied", StringComparison.Ordinal) => word[..^3] + "y",
            _ when word.EndsWith("ing", StringComparison.Ordinal) && HasVowel(word.AsSpan(0, word.Length - 3)) => Undoubled(word[..^3]),
            _ when word.EndsWith("ed", StringComparison.Ordinal) && HasVowel(word.AsSpan(0, word.Length - 2)) => Undoubled(word[..^2]),
            _ when word.EndsWith('s') && word[^2] is not ('s' or 'u' or 'i') => word[..^1],
            _ => word,
        };
        return stem.Length > 3 && stem[^1] == 'e' ? stem[..^1] : stem;
    }

    private static bool HasVowel(ReadOnlySpan<char> stem) => stem.Length > 2 && stem.ContainsAny(_vowels);

    private static string Undoubled(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z') ? stem[..^1] : stem;
}
