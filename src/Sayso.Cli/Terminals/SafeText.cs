using System.Globalization;
using System.Text;

namespace Sayso.Cli.Terminals;

/// <summary>
/// Other people's words on a terminal: an escape sequence in an article must not move the cursor or change a title, and
/// a direction mark must not turn the line around.
/// </summary>
internal static class SafeText
{
    /// <summary>The text with each control or direction mark as U+FFFD; line feeds and tabs stay, carriage returns go.</summary>
    public static string Of(string text) => Clean(text, keepsLines: true);

    /// <summary>The same on one line: runs of white space become one space.</summary>
    public static string Line(string? text) => Clean(text ?? string.Empty, keepsLines: false);

    /// <summary>The same as <see cref="Line"/> for a piece of a line: white space at its ends stays, as one space.</summary>
    public static string Spaced(string text)
    {
        var line = Line(text);
        var before = text.Length > 0 && char.IsWhiteSpace(text[0]) ? " " : string.Empty;
        var after = line.Length > 0 && char.IsWhiteSpace(text[^1]) ? " " : string.Empty;
        return before + line + after;
    }

    private static string Clean(string text, bool keepsLines)
    {
        var clean = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text)
        {
            if (!keepsLines && char.IsWhiteSpace(c))
            {
                gap = true;
                continue;
            }

            if (gap && clean.Length > 0)
            {
                clean.Append(' ');
            }

            gap = false;
            if (c != '\r')
            {
                clean.Append(c is '\n' or '\t' || !IsHarmful(c) ? c : '\ufffd');
            }
        }

        return clean.ToString();
    }

    private static bool IsHarmful(char c) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.Control => true,

        // Embeddings, overrides and isolates (UAX 9); joiners and the soft hyphen are of the same category and stay.
        UnicodeCategory.Format => c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069'),
        _ => false,
    };
}
