using System.Globalization;
using System.Text;

namespace Sayso.Core.Text;

/// <summary>
/// Folds words, so that they are compared whatever their case and accents, as the uncased vocabulary has them: lower case, canonically decomposed (Unicode Standard Annex 15, NFD),
/// without non-spacing marks. The program runs without a Unicode library of the system, where .NET's own
/// normalisation leaves every text as it is, so the decompositions are in a table of ours.
/// </summary>
public static class Folding
{
    private const int HangulFirst = 0xAC00, HangulLast = 0xD7A3, LeadFirst = 0x1100, VowelFirst = 0x1161, TailFirst = 0x11A7;
    private const int Vowels = 21, Tails = 28;
    private const int CapitalSigma = 0x3A3, FinalSigma = 0x3C2;

    private static readonly Lazy<Dictionary<int, string>> Table = new(LoadTable);

    /// <summary>A text, folded.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder folded = new(text.Length);
        Fold(text, text.Length, folded);
        return folded.ToString();
    }

    /// <summary>Appends the folded word to <paramref name="folded"/>; stops soon after <paramref name="most"/> characters.</summary>
    public static void Fold(ReadOnlySpan<char> word, int most, StringBuilder folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        for (var at = 0; at < word.Length && folded.Length <= most * 2;)
        {
            Rune.DecodeFromUtf16(word[at..], out var rune, out var length);
            if (rune.IsAscii)
            {
                folded.Append(char.ToLowerInvariant((char)rune.Value));
            }
            else
            {
                Append(rune.Value == CapitalSigma && IsFinal(word, at) ? new Rune(FinalSigma) : Rune.ToLowerInvariant(rune), folded);
            }

            at += length;
        }
    }

    private static void Append(Rune lower, StringBuilder folded)
    {
        if (lower.Value is >= HangulFirst and <= HangulLast)
        {
            var index = lower.Value - HangulFirst;
            folded.Append((char)(LeadFirst + (index / (Vowels * Tails))));
            folded.Append((char)(VowelFirst + (index % (Vowels * Tails) / Tails)));
            if (index % Tails > 0)
            {
                folded.Append((char)(TailFirst + (index % Tails)));
            }
        }
        else if (Table.Value.TryGetValue(lower.Value, out var found))
        {
            folded.Append(found);
        }
        else if (Rune.GetUnicodeCategory(lower) != UnicodeCategory.NonSpacingMark)
        {
            folded.Append(lower.ToString());
        }
    }

    /// <summary>A sigma is final after a cased letter and before none (Unicode Standard, 3.13, Final_Sigma).</summary>
    private static bool IsFinal(ReadOnlySpan<char> word, int at)
    {
        var before = word[..at];
        var found = false;
        while (!before.IsEmpty && !found)
        {
            Rune.DecodeLastFromUtf16(before, out var rune, out var length);
            before = before[..^length];
            if (!IsIgnorable(rune))
            {
                if (!IsCased(rune))
                {
                    return false;
                }

                found = true;
            }
        }

        foreach (var rune in word[(at + 1)..].EnumerateRunes())
        {
            if (!IsIgnorable(rune))
            {
                return found && !IsCased(rune);
            }
        }

        return found;
    }

    private static bool IsCased(Rune rune) =>
        LetterCases.IsUpper(rune) || LetterCases.IsLower(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.TitlecaseLetter;

    private static bool IsIgnorable(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.ModifierLetter;

    private static Dictionary<int, string> LoadTable()
    {
        using var stream = typeof(Folding).Assembly.GetManifestResourceStream("folding.txt")
            ?? throw new InvalidOperationException("The table of folded letters is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.ASCII);
        Dictionary<int, string> table = [];
        while (reader.ReadLine() is { } line)
        {
            int[] points = [.. line.Split(' ').Select(point => int.Parse(point, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))];
            table.Add(points[0], string.Concat(points.Skip(1).Select(char.ConvertFromUtf32)));
        }

        return table;
    }
}
