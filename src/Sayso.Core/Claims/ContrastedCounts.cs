using System.Text.RegularExpressions;
using Sayso.Core.Text;

namespace Sayso.Core.Claims;

/// <summary>
/// Numbers that a content names to set its own against them: "211, not 187", "22 more than the 187 on the list", "up from 9".
/// They are somebody else's, or a difference, and make two statements neither agree nor clash.
/// </summary>
internal static partial class ContrastedCounts
{
    private const int Before = 40;
    private const int Behind = 24;

    /// <summary>Whether a number is named for contrast only.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="content">Where the content stands.</param>
    /// <param name="number">Where the number stands, with its bounds.</param>
    public static bool Holds(string text, TextSpan content, TextSpan number)
    {
        var before = text[Math.Max(content.Start, number.Start - Before)..Math.Max(content.Start, number.Start)];
        var behind = text[Math.Min(number.End, text.Length)..Math.Min(text.Length,
            Math.Min(number.End + Behind, Math.Max(content.End, number.End)))];
        return ContrastBefore().IsMatch(before) || DifferenceBehind().IsMatch(behind);
    }

    [GeneratedRegex(@"\b(?:not|rather than|instead of|(?:up|down|rose|fell|raised) from|than (?:the |its |his |her |their |our |an? |first |earlier )*(?:\w+ )?|compared (?:with|to)|against (?:a |the |its )?(?:\w+ of )?|another|a further|an additional)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ContrastBefore();

    [GeneratedRegex(@"^\s*(?:\p{Ll}+ )?(?:more|fewer|less)\b(?! and)", RegexOptions.IgnoreCase)]
    private static partial Regex DifferenceBehind();
}
