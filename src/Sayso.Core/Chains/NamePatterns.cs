using System.Text.RegularExpressions;

namespace Sayso.Core.Chains;

/// <summary>How names look.</summary>
internal static partial class NamePatterns
{
    // A token: initials, a title's abbreviation, or a capitalised word. Other points end a sentence.
    private const string Token = @"(?:(?:\p{Lu}\.)+(?:\p{Lu}\b)?|(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen|Lt|Col|Capt|Sgt|St|Jr|Sr|Rev|Prof|Hon|Maj|Adm|Cmdr)\.|\p{Lu}[\p{L}\p{M}\p{Nd}'’&-]*)";

    /// <summary>Names that follow each other, and what stands between their parts.</summary>
    [GeneratedRegex(Token + @"(?:[ \u00A0](?:(?:of|for|de|da|del|der|van|von|bin|bint|al|el|la|le|di|du|dos|y|e|&|of the)[ \u00A0])?" + Token + ")*")]
    public static partial Regex Sequence();

    /// <summary>What ends a name: a possessive, or marks.</summary>
    [GeneratedRegex(@"['’]s?(?=[ \u00A0])|['’]s?$|[.,;:'’-]+$")]
    public static partial Regex Possessive();

    /// <summary>A word, capital or not.</summary>
    [GeneratedRegex(@"[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}'’&-]*(?:\.(?=[\p{L}\p{Nd}])[\p{L}\p{M}]*)*\.?")]
    public static partial Regex AnyWord();

    /// <summary>A word with a capital within a sentence.</summary>
    [GeneratedRegex(@"(?<=[\p{Ll}\p{Nd},;)’”""]\s)\p{Lu}[\p{L}\p{M}-]*")]
    public static partial Regex InnerCapital();

    /// <summary>A word in lower case.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*")]
    public static partial Regex LowerWord();

    /// <summary>The end of a contraction: no name has it.</summary>
    [GeneratedRegex(@"['’](?:m|re|ve|ll|d|t)$")]
    public static partial Regex Contraction();

    /// <summary>A forename, an initial and a surname.</summary>
    [GeneratedRegex(@"^\p{Lu}\p{L}+ \p{Lu}\.? \p{Lu}\p{L}+$")]
    public static partial Regex Initial();
}
