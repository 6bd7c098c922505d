namespace Sayso.Core.Text;

/// <summary>Sets of words that rules ask, written as one line of words.</summary>
internal static class WordSet
{
    /// <summary>The words of a line, with one space between them; letter case counts.</summary>
    public static HashSet<string> Of(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
