using System.Text;
using Sayso.Core.Chains;

namespace Sayso.Core.Entities;

/// <summary>Names as they are compared: lower-case words without article, titles and marks.</summary>
internal static class EntityNames
{
    /// <summary>The normal form; the name itself where nothing would be left.</summary>
    public static string Normal(string name)
    {
        var words = Words(name);
        var first = 0;
        while (first < words.Count - 1 && (words[first] is "the" or "a" or "an" || NameWords.IsTitle(words[first])))
        {
            first++;
        }

        return words.Count == 0 ? name : string.Join(' ', words.Skip(first));
    }

    /// <summary>Its lower-case words, without marks and possessive endings.</summary>
    public static List<string> Words(string name)
    {
        List<string> words = [];
        var word = new StringBuilder();
        foreach (var letter in name.Replace("’s ", " ", StringComparison.Ordinal).Replace("'s ", " ", StringComparison.Ordinal))
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (letter is not ('.' or '\'' or '’') && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }
}
