using System.Text;

namespace Sayso.Storage.Queries;

/// <summary>
/// What a person types into a search, as an FTS5 query that is never malformed: every word and every phrase in double
/// quotes becomes a string of FTS5, and all of them have to be there. A word with a star behind it stands for all that begin
/// so. The tokenizer takes strings apart as it does texts, so that <c>don't</c> is a phrase of two words. Text without any
/// word finds nothing.
/// </summary>
internal static class SearchText
{
    /// <summary>The query.</summary>
    public static string ToMatch(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = new StringBuilder();
        var parts = text.Replace('\0', ' ').Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            // Odd parts stand between quotation marks; one that is not closed reaches to the end.
            string[] strings = i % 2 == 1 ? [parts[i]] : parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            foreach (var one in strings)
            {
                var isBegun = i % 2 == 0 && one[^1] == '*' && one.Any(char.IsLetterOrDigit);
                match.Append(match.Length > 0 ? " " : "").Append('"').Append(isBegun ? one.AsSpan(0, one.Length - 1) : one)
                    .Append(isBegun ? "\"*" : "\"");
            }
        }

        return match.Length > 0 ? match.ToString() : "\"\"";
    }
}
