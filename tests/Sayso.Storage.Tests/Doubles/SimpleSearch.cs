using System.Text;

namespace Sayso.Storage.Tests.Doubles;

/// <summary>Search as it is promised, by looking through the words; knows the accents that the tests use.</summary>
internal static class SimpleSearch
{
    private const string Accented = "éèöüñÉÈÖÜÑ";
    private const string Plain = "eeouneeoun";

    /// <summary>Whether every word and phrase of the query is in one of the fields; a query without words is nowhere.</summary>
    public static bool Holds(string query, params string[] fields)
    {
        List<(string[] Words, bool IsBegun)> wanted = [];
        var parts = query.Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            wanted.AddRange(i % 2 == 1 ? [(Words(parts[i]), false)] : parts[i].Split(' ').Select(word => (Words(word), word.EndsWith('*'))));
        }

        wanted.RemoveAll(w => w.Words.Length == 0);
        return wanted.Count > 0 && wanted.TrueForAll(phrase => fields.Any(f => IsIn(phrase.Words, phrase.IsBegun, Words(f))));
    }

    private static bool IsIn(string[] phrase, bool isBegun, string[] words) =>
        Enumerable.Range(0, Math.Max(0, words.Length - phrase.Length + 1)).Any(at =>
            words.AsSpan(at, phrase.Length - 1).SequenceEqual(phrase.AsSpan(0, phrase.Length - 1))
            && (isBegun ? words[at + phrase.Length - 1].StartsWith(phrase[^1], StringComparison.Ordinal) : words[at + phrase.Length - 1] == phrase[^1]));

    private static string[] Words(string text)
    {
        var folded = new StringBuilder();
        foreach (var c in text)
        {
            var accent = Accented.IndexOf(c, StringComparison.Ordinal);
            folded.Append(accent >= 0 ? Plain[accent] : char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }

        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
