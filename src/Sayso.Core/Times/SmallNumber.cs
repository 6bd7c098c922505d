using System.Globalization;
using Sayso.Core.Attitudes;

namespace Sayso.Core.Times;

/// <summary>
/// The numbers that stand before units of time: digits, words up to ninety-nine, "two hundred", "12,000", "66 million", "2.5", "a",
/// "several".
/// </summary>
/// <param name="Value">The number, <c>X</c> where it is vague.</param>
/// <param name="End">The index behind its words.</param>
/// <param name="HasHalf">Whether "and a half" stands behind it.</param>
internal readonly record struct SmallNumber(string Value, int End, bool HasHalf)
{
    private static readonly string[] _ones =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
            "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];

    private static readonly string[] _tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private const int MostScales = 2;
    private const decimal LargestScaled = 1_000_000_000;

    private static readonly Dictionary<string, long> _scales = new(StringComparer.Ordinal)
    {
        ["hundred"] = 100,
        ["thousand"] = 1000,
        ["million"] = 1_000_000,
        ["billion"] = 1_000_000_000,
    };

    private static readonly string[] _ordinals =
        ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
            "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"];

    /// <summary>The number that begins at a word; <c>null</c> where none does.</summary>
    public static SmallNumber? Read(IReadOnlyList<Word> words, int at)
    {
        if (at >= words.Count)
        {
            return null;
        }

        var form = words[at].Form;
        if (Whole(form) is { } digits)
        {
            return WithHalf(words, Scaled(words, digits, at + 1));
        }

        if (Decimal(form) is { } part)
        {
            return Scaled(words, part, at + 1);
        }

        if (BelowHundred(words, at) is var (inWords, behind))
        {
            return WithHalf(words, Scaled(words, inWords, behind));
        }

        return form switch
        {
            "a" or "an" when Form(words, at + 1) is "few" => new SmallNumber("X", at + 2, false),
            "a" when Form(words, at + 1) is "couple" => new SmallNumber("2", Form(words, at + 2) == "of" ? at + 3 : at + 2, false),
            "a" when Form(words, at + 1) is "dozen" => new SmallNumber("12", at + 2, false),
            "a" when Form(words, at + 1) is { } scale && _scales.ContainsKey(scale) => Scaled(words, 1, at + 1),
            "a" or "an" => new SmallNumber("1", at + 1, false),
            "several" or "few" or "some" or "many" => new SmallNumber("X", at + 1, false),
            _ => null,
        };
    }

    /// <summary>A number in digits, with commas between groups of three; <c>null</c> for anything else.</summary>
    public static long? Whole(string form)
    {
        if (Digits(form) is { } plain)
        {
            return plain;
        }

        return form.Length is > 4 and <= 15 && form.All(c => char.IsAsciiDigit(c) || c == ',') && form[^4] == ','
            && long.TryParse(form.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture,
                out var number)
                ? number : null;
    }

    /// <summary>"2.5": digits, a point and one digit or two; what is longer measures no time.</summary>
    private static decimal? Decimal(string form) => form.Length is >= 3 and <= 6
        && form.IndexOf('.', StringComparison.Ordinal) is > 0 and var point
        && form.Length - point is 2 or 3 && form.All(c => char.IsAsciiDigit(c) || c == '.')
        && decimal.TryParse(form, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A number in words below a hundred, and the index behind it.</summary>
    private static (int Value, int End)? BelowHundred(IReadOnlyList<Word> words, int at)
    {
        if (Array.IndexOf(_ones, Form(words, at)) is var one and >= 0)
        {
            return (one, at + 1);
        }

        if (Array.IndexOf(_tens, Form(words, at)) is not (> 1 and var ten))
        {
            return null;
        }

        var next = Form(words, at + 1) == "-" ? at + 2 : at + 1;
        return Array.IndexOf(_ones, Form(words, next)) is > 0 and < 10 and var unit ? ((10 * ten) + unit, next + 1) : (10 * ten, at + 1);
    }

    /// <summary>The number with the scales behind it: "two hundred", "66 million".</summary>
    private static SmallNumber Scaled(IReadOnlyList<Word> words, decimal value, int at)
    {
        var end = at;
        while (end - at < MostScales && Form(words, end) is { } form && _scales.TryGetValue(form, out var scale) && value < LargestScaled)
        {
            value *= scale;
            end++;
        }

        // "Two hundred and fifty".
        if (end > at && value % 100 == 0 && Form(words, end) == "and" && BelowHundred(words, end + 1) is var (more, behind))
        {
            return new SmallNumber((value + more).ToString("0.##", CultureInfo.InvariantCulture), behind, false);
        }

        return new SmallNumber(value.ToString("0.##", CultureInfo.InvariantCulture), end, false);
    }

    /// <summary>A number in digits, no more than six; <c>null</c> for anything else.</summary>
    public static int? Digits(string form) => form.Length is > 0 and <= 6 && form.All(char.IsAsciiDigit)
        ? int.Parse(form, CultureInfo.InvariantCulture) : null;

    /// <summary>1 to 31 in "3", "3rd" or "third"; <c>null</c> for anything else.</summary>
    public static int? DayOfMonth(string form)
    {
        var bare = form.Length > 2 && form[^2..] is "st" or "nd" or "rd" or "th" && char.IsAsciiDigit(form[0]) ? form[..^2] : form;
        var day = Digits(bare) ?? (Array.IndexOf(_ordinals, form) is var ordinal and > 0 ? ordinal : null);
        return day is >= 1 and <= 31 && bare.Length <= (char.IsAsciiDigit(bare[0]) ? 2 : 20) ? day : null;
    }

    /// <summary>1 for "first" or "1st", and so on; 0 for "last"; <c>null</c> for anything else.</summary>
    public static int? Ordinal(string form) => form == "last" ? 0
        : form.Length > 2 && form[^2..] is "st" or "nd" or "rd" or "th" && Digits(form[..^2]) is { } number ? number
        : Array.IndexOf(_ordinals, form) is var at and > 0 ? at : null;

    private static SmallNumber WithHalf(IReadOnlyList<Word> words, SmallNumber number) =>
        Form(words, number.End) == "and" && Form(words, number.End + 1) is "a" && Form(words, number.End + 2) is "half"
            ? number with { End = number.End + 3, HasHalf = true }
            : number;

    private static string? Form(IReadOnlyList<Word> words, int at) => at < words.Count ? words[at].Form : null;
}
