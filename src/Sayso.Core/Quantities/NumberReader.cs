using System.Globalization;
using Sayso.Core.Attitudes;

namespace Sayso.Core.Quantities;

/// <summary>A number in a text.</summary>
/// <param name="Value">What it is; infinite where it is beyond a double.</param>
/// <param name="End">The index behind its words.</param>
/// <param name="IsVague">Whether it is no more than a size: "dozens", "hundreds of thousands".</param>
internal readonly record struct Number(double Value, int End, bool IsVague = false)
{
    /// <summary>What its digits were multiplied by: a million in "1.2 million".</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Whether it is a part of something: "two-thirds", "half of".</summary>
    public bool IsFraction { get; init; }
}

/// <summary>
/// Numbers in digits and words: "1,237", ".32", "13.3 million", "$1.2bn", "two hundred and fifty thousand", "half a million",
/// "a dozen", "dozens", "tens of thousands".
/// </summary>
internal static class NumberReader
{
    private const int MostWords = 12;

    private static readonly Dictionary<string, double> _small = Table(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", i => i);

    private static readonly Dictionary<string,
    double> _tens = Table("twenty thirty forty fifty sixty seventy eighty ninety", i => 10 * (i + 2));

    private static readonly Dictionary<string, double> _scales = new(StringComparer.Ordinal)
    {
        ["hundred"] = 1e2,
        ["thousand"] = 1e3,
        ["million"] = 1e6,
        ["billion"] = 1e9,
        ["trillion"] = 1e12,
        ["k"] = 1e3,
        ["m"] = 1e6,
        ["mn"] = 1e6,
        ["bn"] = 1e9,
        ["b"] = 1e9,
        ["tn"] = 1e12,
        ["mil"] = 1e6,
        ["mln"] = 1e6,
        ["bln"] = 1e9,
        ["lakh"] = 1e5,
        ["crore"] = 1e7,
    };

    private static readonly Dictionary<string, double> _vague = new(StringComparer.Ordinal)
    {
        ["dozens"] = 24,
        ["scores"] = 40,
        ["hundreds"] = 200,
        ["thousands"] = 2000,
        ["millions"] = 2e6,
        ["billions"] = 2e9,
        ["trillions"] = 2e12,
    };

    /// <summary>The number that begins at a word; <c>null</c> where none does.</summary>
    public static Number? Read(IReadOnlyList<Word> words, int at) => Vague(words, at) ?? HalfOfAScale(words, at)
        ?? Fractions.Read(words, at) ?? Digits(words, at) ?? InWords(words, at);

    /// <summary>A number below twenty by its word.</summary>
    public static double? Small(string form) => _small.TryGetValue(form, out var value) ? value : null;

    /// <summary>Whether a form is of digits, with commas and a point.</summary>
    public static bool IsDigits(string form) => form.Length > 0 && (char.IsAsciiDigit(form[0]) || (form[0] == '.' && form.Length > 1))
        && form.All(c => char.IsAsciiDigit(c) || c is ',' or '.');

    private static Number? Vague(IReadOnlyList<Word> words, int at)
    {
        if (Form(words, at) == "tens" && Form(words, at + 1) == "of" && _vague.TryGetValue(Form(words, at + 2), out var tens))
        {
            return new Number(10 * tens, at + 3, IsVague: true);
        }

        // "Several hundred", "a few thousand": no fewer than two of them.
        var few = Form(words, at) == "a" && Form(words, at + 1) == "few" ? at + 2 : Form(words, at) == "several" ? at + 1 : -1;
        if (few > 0 && Form(words, few) is "hundred" or "thousand" or "million" or "billion" or "dozen")
        {
            return new Number(2 * (Form(words, few) == "dozen" ? 12 : _scales[Form(words, few)]), few + 1, IsVague: true);
        }

        if (!_vague.TryGetValue(Form(words, at), out var value))
        {
            return null;
        }

        return Form(words, at + 1) == "of" && _vague.TryGetValue(Form(words, at + 2), out var more) && more >= 2000
            ? new Number(value * more / 2, at + 3, IsVague: true)
            : new Number(value, at + 1, IsVague: true);
    }

    /// <summary>"Half million", "a half-million".</summary>
    private static Number? HalfOfAScale(IReadOnlyList<Word> words, int at)
    {
        var half = Form(words, at) == "a" ? at + 1 : at;
        var scale = Form(words, half + 1) == "-" ? half + 2 : half + 1;
        return Form(words, half) == "half" && Form(words, scale) is "million" or "billion" or "trillion"
            ? new Number(_scales[Form(words, scale)] / 2, scale + 1) : null;
    }

    private static Number? Digits(IReadOnlyList<Word> words, int at)
    {
        var form = Form(words, at);
        if (form == "." && at + 1 < words.Count && words[at].Span.End == words[at + 1].Span.Start && IsDigits(Form(words, at + 1))
            && (at == 0 || words[at - 1].Span.End < words[at].Span.Start))
        {
            // ".32", with nothing before the point.
            return double.TryParse("0." + Form(words, at + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var fraction)
                ? new Number(fraction, at + 2) : null;
        }

        var length = 0;
        while (length < form.Length && (char.IsAsciiDigit(form[length]) || form[length] is ',' or '.'))
        {
            length++;
        }

        var suffix = form[length..];
        if (length == 0 || !IsGrouped(form.AsSpan(0, length)) || (suffix.Length > 0 && !_scales.ContainsKey(suffix))
            || !double.TryParse(form[..length]
                .Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var digits = value;
        value *= suffix.Length > 0 ? _scales[suffix] : 1;
        var end = at + 1;
        if (suffix.Length == 0 && Form(words, end) == "dozen")
        {
            return new Number(value * 12, end + 1) { Scale = 12 };
        }

        if (suffix.Length == 0 && _scales.TryGetValue(Form(words, end), out var scale)
            && (Form(words, end).Length > 2 || IsTight(words, end)))
        {
            value *= scale;
            end++;
        }
        else if (suffix.Length == 0 && Form(words, end) == "-" && _scales.TryGetValue(Form(words, end + 1), out scale)
            && Form(words, end + 1).Length > 3)
        {
            value *= scale;
            end += 2;
        }

        if (AndAHalf(words, end) is { } half)
        {
            return new Number(value + (value == digits ? 0.5 : value / digits / 2), half);
        }

        return new Number(value, end) { Scale = digits == 0 ? 1 : value / digits };
    }

    /// <summary>"$5 m" is five million; "5 m" may be metres.</summary>
    private static bool IsTight(IReadOnlyList<Word> words, int at) => Form(words, at) is "bn" or "mn" or "tn";

    /// <summary>Commas only between groups of three: "1,237", not "3,4".</summary>
    private static bool IsGrouped(ReadOnlySpan<char> digits)
    {
        var comma = digits.IndexOf(',');
        if (comma < 0)
        {
            return digits.Count('.') <= 1 && digits[^1] != '.';
        }

        var rest = digits[comma..];
        while (rest.Length >= 4 && rest[0] == ',' && rest.Slice(1, 3).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            rest = rest[4..];
        }

        return comma is > 0 and <= 3 && (rest.IsEmpty
            || (rest[0] == '.' && rest.Length > 1 && rest[1..].IndexOfAnyExceptInRange('0', '9') < 0));
    }

    /// <summary>"twenty-five", "two hundred and fifty thousand", "half a million", "a dozen", "a couple of".</summary>
    private static Number? InWords(IReadOnlyList<Word> words, int at)
    {
        switch (Form(words, at), Form(words, at + 1), Form(words, at + 2))
        {
            case ("half", "a", "million" or "billion" or "dozen"):
                return new Number(Form(words, at + 2) == "dozen" ? 6 : _scales[Form(words, at + 2)] / 2, at + 3);
            case ("a", "pair", "of"):
                return new Number(2, at + 3);
            case ("dozen", _, _) when Form(words, at - 1) == "another":
                return new Number(12, at + 1);
            case ("a", "dozen", _):
                return new Number(12, at + 2);
            case ("a", "couple", "of"):
                return new Number(2, at + 3);
            case ("a", "hundred" or "thousand" or "million" or "billion" or "trillion", _):
                return Scaled(words, 1, at + 1);
        }

        double total = 0, group = 0, last = 1;
        var end = at;
        while (end < words.Count && end - at < MostWords)
        {
            var form = Form(words, end);
            if (_tens.TryGetValue(form, out var ten))
            {
                var unit = Form(words, end + 1) == "-" ? end + 2 : end + 1;
                var hasUnit = _small.TryGetValue(Form(words, unit), out var one) && one is > 0 and < 10;
                group += ten + (hasUnit ? one : 0);
                end = hasUnit ? unit + 1 : end + 1;
            }
            else if (_small.TryGetValue(form, out var small) && (end == at || group % 100 == 0 || group == 0))
            {
                group += small;
                end++;
            }
            else if (form.Length > 3 && _scales.TryGetValue(form, out var scale) && end > at)
            {
                (total, group) = scale == 100 ? (total, group * 100) : (total + (group * scale), 0);
                last = scale;
                end++;
            }
            else if (form == "-" && end > at && Form(words, end + 1) is "hundred" or "thousand" or "million" or "billion")
            {
                end++;
            }
            else if (form == "dozen" && end > at)
            {
                group *= 12;
                last = 12;
                end++;
            }
            else if (form == "and" && end > at && (group >= 100 || total > 0)
                && (_small.ContainsKey(Form(words, end + 1)) || _tens.ContainsKey(Form(words, end + 1))))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        if (end == at)
        {
            return null;
        }

        return AndAHalf(words, end) is { } half ? new Number(total + group + 0.5, half)
            : new Number(total + group, end) { Scale = last == 12 || (last > 100 && group == 0) ? last : 1 };
    }

    /// <summary>The index behind "and a half" or "-and-a-half".</summary>
    private static int? AndAHalf(IReadOnlyList<Word> words, int at) =>
        Form(words, at) == "and" && Form(words, at + 1) == "a" && Form(words, at + 2) == "half" ? at + 3
            : Form(words, at) == "-" && Form(words, at + 1) == "and" && Form(words, at + 2) == "-" && Form(words, at + 3) == "a"
                && Form(words, at + 4) == "-" && Form(words, at + 5) == "half" ? at + 6
            : null;

    private static Number Scaled(IReadOnlyList<Word> words, double value, int at)
    {
        var end = at;
        while (end < words.Count && end - at < 3 && Form(words, end).Length > 3 && _scales.TryGetValue(Form(words, end), out var scale))
        {
            value *= scale;
            end++;
        }

        return new Number(value, end);
    }

    private static string Form(IReadOnlyList<Word> words, int at) => at >= 0 && at < words.Count ? words[at].Form : string.Empty;

    private static Dictionary<string, double> Table(string words, Func<int, double> value) =>
        words.Split(' ').Select((word, i) => (word, i)).ToDictionary(w => w.word, w => value(w.i), StringComparer.Ordinal);
}
