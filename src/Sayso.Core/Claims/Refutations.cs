using System.Text.RegularExpressions;

namespace Sayso.Core.Claims;

/// <summary>
/// Tells a content that says of a report that it is false: "reports that the dam had failed were untrue", "rumours of his death debunked".
/// No word negates what is reported, and yet it is said not to be so. "Claims that the letter was false" only names a claim: what is false
/// is in it, so that between "that" and the end there must be a verb more.
/// </summary>
internal static partial class Refutations
{
    /// <summary>Whether a content, its words folded, is one.</summary>
    public static bool AreIn(string content) =>
        Refuted().Match(content) is { Success: true } match
        && (!match.Groups["that"].Success || ContentWords.Words(match.Groups["told"].Value).Any(Predicates.LooksLikeVerb));

    [GeneratedRegex(
        """
        ^(?:(?:the|any|all|such|these|those|some|earlier|his|her|its|their|online|internet|media|social-media)\ )*
        (?:reports?|claims?|allegations?|accusations?|assertions?|suggestions?|accounts?|rumou?rs?|stor(?:y|ies)|news|posts?)\ (?:(?<that>that)|of|about|on)\ (?<told>.+?)\ ?
        (?:\ (?:is|are|was|were|has\ been|have\ been|had\ been)\ (?:(?:all|just|simply|completely|totally|entirely|utterly|categorically|patently|plainly)\ )*)?
        \b(?:untrue|false|fake|bogus|baseless|groundless|unfounded|fabricated|invented|debunked|disproved|discredited|pure\ fiction|an?\ (?:[\w-]+\ )?(?:hoax|lie|myth|fabrication|invention|fake))\.?$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Refuted();
}
