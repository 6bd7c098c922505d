using System.Globalization;
using System.Text;

namespace Sayso.Core.Text;

/// <summary>The letter case of a word, which an uncased vocabulary does not show. The values are the network's.</summary>
public enum LetterCase : byte
{
    /// <summary>No cased character.</summary>
    None,

    /// <summary>Two cased characters or more, all upper.</summary>
    Upper,

    /// <summary>The first cased character is upper.</summary>
    Capitalised,

    /// <summary>The first cased character is lower.</summary>
    Lower,
}

/// <summary>Tells letter case.</summary>
public static class LetterCases
{
    /// <summary>Characters with the Unicode property Lowercase that are not in category Ll: first and last of each run.</summary>
    private static readonly int[] OtherLower =
    [
        0xAA, 0xAA, 0xBA, 0xBA, 0x2B0, 0x2B8, 0x2C0, 0x2C1, 0x2E0, 0x2E4, 0x345, 0x345, 0x37A, 0x37A, 0x1D2C, 0x1D6A,
        0x1D78, 0x1D78, 0x1D9B, 0x1DBF, 0x2071, 0x2071, 0x207F, 0x207F, 0x2090, 0x209C, 0x2170, 0x217F, 0x24D0, 0x24E9,
        0x2C7C, 0x2C7D, 0xA69C, 0xA69D, 0xA770, 0xA770, 0xA7F8, 0xA7F9, 0xAB5C, 0xAB5F, 0x10780, 0x10780,
        0x10783, 0x10785, 0x10787, 0x107B0, 0x107B2, 0x107BA,
    ];

    /// <summary>Characters with the Unicode property Uppercase that are not in category Lu.</summary>
    private static readonly int[] OtherUpper = [0x2160, 0x216F, 0x24B6, 0x24CF, 0x1F130, 0x1F149, 0x1F150, 0x1F169, 0x1F170, 0x1F189];

    /// <summary>The case of a word.</summary>
    public static LetterCase Of(ReadOnlySpan<char> word)
    {
        int upper = 0, lower = 0;
        var firstIsUpper = false;
        foreach (var rune in word.EnumerateRunes())
        {
            if (IsUpper(rune))
            {
                firstIsUpper |= upper + lower == 0;
                upper++;
            }
            else if (IsLower(rune))
            {
                lower++;
            }
        }

        return (upper, lower) switch
        {
            (0, 0) => LetterCase.None,
            ( > 1, 0) => LetterCase.Upper,
            _ => firstIsUpper ? LetterCase.Capitalised : LetterCase.Lower,
        };
    }

    /// <summary>Whether a character is upper case (Unicode property Uppercase).</summary>
    public static bool IsUpper(Rune rune) => rune.IsAscii
        ? char.IsAsciiLetterUpper((char)rune.Value)
        : Rune.GetUnicodeCategory(rune) == UnicodeCategory.UppercaseLetter || IsIn(OtherUpper, rune.Value);

    /// <summary>Whether a character is lower case (Unicode property Lowercase).</summary>
    public static bool IsLower(Rune rune) => rune.IsAscii
        ? char.IsAsciiLetterLower((char)rune.Value)
        : Rune.GetUnicodeCategory(rune) == UnicodeCategory.LowercaseLetter || IsIn(OtherLower, rune.Value);

    private static bool IsIn(int[] runs, int value)
    {
        var at = Array.BinarySearch(runs, value);
        return at >= 0 || ~at % 2 == 1;
    }
}
