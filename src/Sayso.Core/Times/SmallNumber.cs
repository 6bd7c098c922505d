using Sayso.Core.Attitudes;

namespace Sayso.Core.Times;

/// <summary>The numbers that stand before units of time: digits, words up to ninety-nine, "a", "several".</summary>
/// <param name="Value">The number, <c>X</c> where it is vague.</param>
/// <param name="End">The index behind its words.</param>
/// <param name="HasHalf">Whether "and a half" stands behind it.</param>
internal readonly record struct SmallNumber(string Value, int End, bool HasHalf)
{
    private static readonly string[] _ones =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
            "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];

    private static readonly string[] _tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

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
        if (Digits(form) is { } digits)
        {
            return WithHalf(words, new SmallNumber(digits.ToString(System.Globalization.CultureInfo.InvariantCulture), at + 1, false));
        }

        if (Array.IndexOf(_ones, form) is var one and >= 0)
        {
            return WithHalf(words, new SmallNumber(Written(one), at + 1, false));
        }

        if (Array.IndexOf(_tens, form) is var ten and > 1)
        {
            var next = at + 1 < words.Count && words[at + 1].Form == "-" ? at + 2 : at + 1;
            return next < words.Count && Array.IndexOf(_ones, words[next].Form) is var unit and > 0 and < 10
                ? new SmallNumber(Written((10 * ten) + unit), next + 1, false)
                : new SmallNumber(Written(10 * ten), at + 1, false);
        }

        return form switch
        {
            "a" or "an" when Form(words, at + 1) is "few" => new SmallNumber("X", at + 2, false),
            "a" when Form(words, at + 1) is "couple" => new SmallNumber("2", Form(words, at + 2) == "of" ? at + 3 : at + 2, false),
            "a" when Form(words, at + 1) is "dozen" => new SmallNumber("12", at + 2, false),
            "a" when Form(words, at + 1) is "hundred" => new SmallNumber("100", at + 2, false),
            "a" or "an" => new SmallNumber("1", at + 1, false),
            "several" or "few" or "some" or "many" => new SmallNumber("X", at + 1, false),
            _ => null,
        };
    }

    /// <summary>A number in digits, no more than six; <c>null</c> for anything else.</summary>
    public static int? Digits(string form) => form.Length is > 0 and <= 6 && form.All(char.IsAsciiDigit)
        ? int.Parse(form, System.Globalization.CultureInfo.InvariantCulture) : null;

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

    private static string Written(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
