using System.Globalization;
using Sayso.Core.Attitudes;

namespace Sayso.Core.Quantities;

/// <summary>Parts: "two-thirds", "half of", "half a mile", "1/3 inches", "2 1/2", "½", "a quarter of", "two-tenths".</summary>
internal static class Fractions
{
    private const int MostDenominator = 100;

    private static readonly Dictionary<string, double> _denominators = new(StringComparer.Ordinal)
    {
        ["half"] = 2,
        ["third"] = 3,
        ["quarter"] = 4,
        ["fourth"] = 4,
        ["fifth"] = 5,
        ["sixth"] = 6,
        ["seventh"] = 7,
        ["eighth"] = 8,
        ["ninth"] = 9,
        ["tenth"] = 10,
        ["hundredth"] = 100,
        ["thousandth"] = 1000,
    };

    private static readonly Dictionary<string, double> _signs = new(StringComparer.Ordinal)
    {
        ["½"] = 1 / 2.0,
        ["⅓"] = 1 / 3.0,
        ["⅔"] = 2 / 3.0,
        ["¼"] = 1 / 4.0,
        ["¾"] = 3 / 4.0,
        ["⅕"] = 1 / 5.0,
        ["⅛"] = 1 / 8.0,
    };

    /// <summary>The part that begins at a word; <c>null</c> where none does.</summary>
    public static Number? Read(IReadOnlyList<Word> words, int at)
    {
        var form = Form(words, at);
        if (_signs.TryGetValue(form, out var sign))
        {
            return Part(sign, at + 1);
        }

        return Alone(words, at) ?? (form == "half" ? Half(words, at) : Written(words, at, form) ?? InDigits(words, at, form));
    }

    /// <summary>"Cut by a third", "shrank by nearly half to": by how much of itself something moved.</summary>
    private static Number? Alone(IReadOnlyList<Word> words, int at)
    {
        var before = Form(words, at - 1) is "nearly" or "almost" or "about" or "around" or "roughly" or "over" or "than" or "least"
            ? at - 2 : at - 1;
        before -= Form(words, before) is "more" or "at" or "less" ? 1 : 0;
        if (Form(words, before) != "by")
        {
            return null;
        }

        var end = Form(words, at) == "half" ? at + 1 : Form(words, at) == "a" && _denominators.ContainsKey(Form(words, at + 1)) ? at + 2
            : -1;
        return end > 0 && (Form(words, end) is "to" or "from" or "in" or "since" or "over" or "this" or "last" or "and" or "but" or "while"
            || Form(words, end) is not { Length: > 0 } next || !(char.IsLetterOrDigit(next[0]) || next[0] == '-'))
            ? Part(end == at + 1 ? 0.5 : 1 / _denominators[Form(words, at + 1)], end) : null;
    }

    /// <summary>"Half of", "half the", "half a mile"; "half a million" is a number, "half-hearted" none.</summary>
    private static Number? Half(IReadOnlyList<Word> words, int at) => Form(words, at + 1) switch
    {
        "of" => Part(0.5, at + 1),
        "the" or "its" or "their" or "his" or "her" or "our" or "all" or "these" or "those" => Part(0.5, at + 1),
        "a" or "an" when UnitTable.Find(Form(words, at + 2)) is not null
            || Form(words, at + 2) is "percent" or "percentage" => Part(0.5, at + 2),
        _ => null,
    };

    /// <summary>"Two-thirds", "three quarters of", "one-fifth", "a third of": in the singular only behind "one" and "a".</summary>
    private static Number? Written(IReadOnlyList<Word> words, int at, string form)
    {
        var isHyphenated = Form(words, at + 1) == "-";
        var place = isHyphenated ? at + 2 : at + 1;
        var name = Form(words, place);
        var isPlural = name == "halves" || (name.Length > 4 && name[^1] == 's' && _denominators.ContainsKey(name[..^1]));
        if (!_denominators.TryGetValue(name == "halves" ? "half" : isPlural ? name[..^1] : name, out var denominator))
        {
            return null;
        }

        var numerator = form == "a" ? 1 : NumberReader.Small(form);
        var isPart = isPlural ? numerator is > 1 && !(name == "quarters" && !isHyphenated && Form(words, place + 1) != "of")
            && name != "seconds"
            : numerator is 1 && (isHyphenated ? form == "one" : Form(words, place + 1) == "of" || (form == "one" && denominator > 2));
        return isPart ? Part(numerator!.Value / denominator, place + 1) : null;
    }

    /// <summary>"1/3 inches", "2 1/2 in": a part of what a unit or "of" names, no date and no score.</summary>
    private static Number? InDigits(IReadOnlyList<Word> words, int at, string form)
    {
        if (!IsWhole(form))
        {
            return null;
        }

        if (_signs.TryGetValue(Form(words, at + 1), out var sign))
        {
            return Part(int.Parse(form, CultureInfo.InvariantCulture) + sign, at + 2);
        }

        var isMixed = IsWhole(Form(words, at + 1)) && Form(words, at + 2) == "/";
        var top = isMixed ? at + 1 : at;
        if (Form(words, top + 1) != "/" || !IsWhole(Form(words, top)) || !IsWhole(Form(words, top + 2)) || Form(words, top + 3) == "/")
        {
            return null;
        }

        var (numerator, denominator) =
            (int.Parse(Form(words, top), CultureInfo.InvariantCulture), int.Parse(Form(words, top + 2), CultureInfo.InvariantCulture));
        var next = Form(words, top + 3) == "-" ? top + 4 : top + 3;
        var isNamed = Form(words, next) is "of" or "in" || UnitTable.Find(Form(words, next)) is not null;
        return numerator > 0 && numerator < denominator && denominator <= MostDenominator && (isMixed || isNamed)
            ? Part((isMixed ? int.Parse(form, CultureInfo.InvariantCulture) : 0) + ((double)numerator / denominator), top + 3)
            : null;
    }

    private static Number Part(double value, int end) => new(value, end) { IsFraction = true };

    private static bool IsWhole(string form) => form.Length is > 0 and <= 3 && form.All(char.IsAsciiDigit);

    private static string Form(IReadOnlyList<Word> words, int at) => at >= 0 && at < words.Count ? words[at].Form : string.Empty;
}
