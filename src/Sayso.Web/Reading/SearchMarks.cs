using Sayso.Core.Text;

namespace Sayso.Web.Reading;

/// <summary>Where the words that are looked for stand in a text, in any letter case.</summary>
public static class SearchMarks
{
    /// <summary>The words' places in a text: whole words that begin with one of those looked for.</summary>
    public static IReadOnlyList<Mark> Of(string text, string? query)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] wanted = [.. (query ?? string.Empty).Split([' ', '"', '*', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)];
        if (wanted.Length == 0)
        {
            return [];
        }

        List<Mark> found = [];
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            if (end > at && wanted.Any(w => text.AsSpan(at, end - at).StartsWith(w, StringComparison.OrdinalIgnoreCase)))
            {
                found.Add(new Mark(new TextSpan(at, end), MarkKind.Shared));
            }

            at = Math.Max(end, at + 1);
        }

        return found;
    }
}
