namespace Sayso.Core.Quantities;

/// <summary>Numbers that count and measure nothing: ages, parts of names, scores, numbers of telephones, "one" by itself.</summary>
internal static class NotQuantities
{
    private static readonly HashSet<string> _labels = new(
        "no number chapter page section article flight route highway room gate channel station act phase level grade class division district ward precinct line unit block building platform apollo boeing airbus iphone windows group title rule law resolution amendment proposition type version series episode season week day year game round stage step part volume vol exhibit count interstate size model".Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether a number from one word to before another is none of ours.</summary>
    public static bool Is(QuantityScene scene, int first, Number number, bool hasUnit)
    {
        var form = scene.Form(first);
        var end = number.End;
        var isDigits = NumberReader.IsDigits(form);
        if (form == "one" && end == first + 1)
        {
            // "One" is a pronoun or an article, unless it measures, or is bounded.
            return !hasUnit && !scene.Convention.CountsOne && scene.Form(first - 1) is not ("least" or "than" or "only") && !(scene.Form(end) is "or" && scene.Form(end + 1) is "more" or "two") && !IsRatio(scene, end);
        }

        if (hasUnit)
        {
            return IsAge(scene, first, end) && scene.Form(first - 1) is "age" or "ages" or "aged";
        }

        if (form == "zero" && scene.Form(end) is "-" or "day" or "tolerance")
        {
            return true;
        }

        // "The two" are known, "a moment or two" is none that counts.
        if (form == "two" && end == first + 1 && scene.Form(first - 1) is "the" or "our" or "their" or "these" or "those" or "or" or "of")
        {
            return true;
        }

        if (form.Length > 1 && form[0] == '0' && form[1] != '.')
        {
            return true;
        }

        return IsAge(scene, first, end) || (isDigits && IsName(scene, first, end)) || IsScore(scene, first, end);
    }

    private static bool IsRatio(QuantityScene scene, int end) =>
        Enumerable.Range(end, 7).Any(i => scene.Form(i) == "for" && scene.Form(i + 1) is "every" or "each") || (scene.Form(end) == "in" && NumberReader.Read(scene.Words, end + 1) is not null) || (scene.Form(end) is "out" && scene.Form(end + 1) == "of");

    /// <summary>An age as a unit, and the index behind it: "-year-old", " months old".</summary>
    public static (string Unit, int End)? YearsOld(QuantityScene scene, int end)
    {
        var unit = scene.Form(end) == "-" ? end + 1 : end;
        var old = scene.Form(unit + 1) == "-" ? unit + 2 : unit + 1;
        var singular = scene.Form(unit) switch { "year" or "years" => "year", "month" or "months" => "month", "week" or "weeks" => "week", "day" or "days" => "day", _ => null };
        return singular is not null && scene.Form(old) is "old" or "olds" ? ($"{singular} of age", old + 1) : null;
    }

    private static bool IsAge(QuantityScene scene, int first, int end)
    {
        var unit = scene.Form(end) == "-" ? end + 1 : end;
        return YearsOld(scene, end) is not null
            || (scene.Form(unit) is "years" && scene.Form(unit + 1) is "of" && scene.Form(unit + 2) is "age")
            || scene.Form(first - 1) is "aged" or "age" or "ages"
            || (scene.Form(first - 1) is "of" && scene.Form(first - 2) is "age")
            || (scene.Form(first - 1) is "to" or "-" or "and" && scene.Form(first - 3) is "aged" or "ages")
            || (scene.Form(first - 1) == "," && scene.IsCapital(first - 2) && scene.Form(end) is "," or "." or "-" or "–" or "—" && NumberReader.IsDigits(scene.Form(first)) && scene.Form(first).Length <= 3);
    }

    /// <summary>"Flight 370", "AK-47", "Article 5": a name before, and no counted noun behind.</summary>
    private static bool IsName(QuantityScene scene, int first, int end) =>
        (_labels.Contains(scene.Form(first - 1)) && scene.Form(first).Length <= 4)
        || scene.Form(first - 1) == "#"
        || (scene.Form(first).Length >= 3 && scene.Form(first - 1) is "call" or "called" or "calls" or "calling" or "dial" or "dialed" or "dialled" or "to" && scene.Form(first) is "911" or "999" or "112")
        || (scene.Form(first) is "911" or "999" && scene.Form(end) is "call" or "calls" or "operator" or "dispatcher")
        || (NumberReader.IsDigits(scene.Form(first - 1)) && !scene.Form(first).Contains(',', StringComparison.Ordinal) && scene.Form(first - 1).Length > 2)
        || (NumberReader.IsDigits(scene.Form(end)) && scene.Form(first).Length > 2 && !scene.Form(first).Contains(',', StringComparison.Ordinal))
        || (IsNoun(scene, first - 1) && scene.Form(first).Length == 4 && !scene.IsFirst(first - 1))
        || (scene.Form(first - 1) == "in" && NumberReader.Read(scene.Words, first - 2) is { Value: < 10 } of && of.End == first - 1)
        || (scene.Form(first - 1) is "-" && scene.Touch(first - 1, first) && scene.IsCapital(first - 2))
        || (IsNoun(scene, first - 1) && !scene.IsFirst(first - 1) && !scene.Form(first).Contains(',', StringComparison.Ordinal) && scene.Form(first).Length <= 3
            && (scene.Form(end).Length == 0 || !char.IsLetter(scene.Form(end)[0]) || scene.Form(end) is "and" or "is" or "was" or "in" or "on" or "has" or "to" or "of" or "from" or "with" or "at" or "that" or "will"));

    /// <summary>A capitalised word, and not the possessive of one: "Harpel's 538".</summary>
    private static bool IsNoun(QuantityScene scene, int at) => scene.IsCapital(at) && scene.Form(at) != "is";

    /// <summary>"3-1", "21-14": a range does not go down.</summary>
    private static bool IsScore(QuantityScene scene, int first, int end) =>
        (scene.Form(end) is "-" or "–" && scene.Touch(end - 1, end) && scene.Touch(end, end + 1) && NumberReader.IsDigits(scene.Form(end + 1)) && NumberReader.Read(scene.Words, end + 1) is { } second
            && NumberReader.Read(scene.Words, first) is { } one && second.Value <= one.Value && second.Value < 200)
        || (scene.Form(first - 1) is "-" or "–" && scene.Touch(first - 1, first) && NumberReader.IsDigits(scene.Form(first - 2)) && scene.Touch(first - 2, first - 1));
}
