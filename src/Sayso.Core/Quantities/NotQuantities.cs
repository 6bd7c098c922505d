namespace Sayso.Core.Quantities;

/// <summary>Numbers that count and measure nothing: ages, parts of names, scores, numbers of telephones, "one" by itself.</summary>
internal static class NotQuantities
{
    private static readonly HashSet<string> _labels = new(
        "no number chapter page section article flight route highway room gate channel station act phase level grade class division district ward precinct line unit block building platform apollo boeing airbus iphone windows group title rule law resolution amendment proposition type version series episode season week day year game round stage step part category tier phase mk mark volume vol exhibit count interstate size model".Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether a number from one word to before another is none of ours.</summary>
    public static bool Is(QuantityScene scene, int first, Number number, bool hasUnit)
    {
        var form = scene.Form(first);
        var end = number.End;
        var isDigits = NumberReader.IsDigits(form);
        if (scene.Form(first - 1) == "m" && scene.Touch(first - 1, first))
        {
            return false;
        }

        // "’69".
        if (scene.Form(first - 1) is "'" or "’" or "‘" && scene.Touch(first - 1, first) && !scene.Touch(first - 2, first - 1))
        {
            return true;
        }

        if (IsPartOfWord(scene, first) || IsNamed(scene, first, end) || (isDigits && IsYear(scene, first)))
        {
            return true;
        }

        if (form == "one" && end == first + 1 && !hasUnit && IsCountedOne(scene, first, end))
        {
            return false;
        }

        if (form == "one" && end == first + 1)
        {
            // "One" is a pronoun or an article, unless it measures, or is bounded.
            return !hasUnit && !scene.Convention.CountsOne
                && (scene.Form(first - 1) is not ("least" or "than") || scene.Form(end) == "thing")
                && !(scene.Form(first - 1) == "only" && scene.Form(first - 2) != "the")
                && !(scene.Form(first - 1) is not ("the" or "any" or "this" or "that")
                    && scene.Form(end) is "person" or "victim" or "fatality" or "casualty" or "count" or "vote")
                && !(scene.Form(end) is "or" && scene.Form(end + 1) is "more" or "two") && !IsRatio(scene, end);
        }

        if (IsRangeOfAges(scene, first))
        {
            return true;
        }

        if (hasUnit)
        {
            return IsAge(scene, first, end) && scene.Form(first - 1) is "age" or "ages" or "aged";
        }

        if (form == "zero" && scene.Form(end) is "-" or "day" or "tolerance")
        {
            return true;
        }

        // "A moment or two" is none that counts.
        if (form == "two" && end == first + 1 && scene.Form(first - 1) is "or" && NumberReader.Read(scene.Words, first - 2) is null)
        {
            return true;
        }

        // "-1" and "0123".
        if (form.Length > 1 && form[0] == '0' && form[1] != '.')
        {
            return true;
        }

        return IsAge(scene, first, end)
            || (isDigits && (IsName(scene, first, end) || IsAddress(scene, first, end) || IsCode(scene, first)))
            || (!scene.Convention.CountsScores && IsScore(scene, first, end));
    }

    /// <summary>
    /// "555-1234-99", "0800-123-456": three groups of digits or more that hyphens join; "555-1234" with nothing that it could
    /// count.
    /// </summary>
    public static bool IsTelephone(QuantityScene scene, int at)
    {
        bool Joined(int hyphen) => scene.Form(hyphen) == "-" && scene.Touch(hyphen - 1, hyphen) && scene.Touch(hyphen, hyphen + 1)
            && IsGroup(scene, hyphen - 1) && IsGroup(scene, hyphen + 1);

        bool IsShort(int hyphen) => Joined(hyphen) && scene.Form(hyphen - 1).Length == 3 && scene.Form(hyphen + 1).Length == 4
            && Units.Behind(scene, hyphen + 2) is null && Counted.Behind(scene, hyphen + 2) is null;

        return IsShort(at + 1) || IsShort(at - 1) || (Joined(at + 1) && Joined(at + 3))
            || (Joined(at - 1) && (Joined(at + 1) || Joined(at - 3)));
    }

    private static bool IsGroup(QuantityScene scene, int at) => scene.Form(at) is { Length: > 1 } form && form.All(char.IsAsciiDigit);

    /// <summary>"Last-32", "top-10": a number that a word before it holds.</summary>
    private static bool IsPartOfWord(QuantityScene scene, int first) =>
        scene.Form(first - 1) == "-" && scene.Touch(first - 1, first) && scene.Touch(first - 2, first - 1)
            && scene.Form(first - 2) is { Length: > 1 } before && before.All(char.IsAsciiLetter)
        && before is not ("sub" or "minus" or "magnitude" or "mid" or "to" or "or") && !scene.IsCapital(first - 2)
            && NumberReader.Small(before) is null && scene.Form(first - 3) != "-";

    /// <summary>"Air Force One", "Gang of Eight": a number in words with a capital inside a name.</summary>
    private static bool IsNamed(QuantityScene scene, int first, int end) =>
        end == first + 1 && scene.IsCapital(first) && !scene.IsFirst(first) && char.IsLetter(scene.Form(first)[0])
            && !scene.Form(first).EndsWith('s')
        && ((scene.IsCapital(first - 1) && !scene.IsFirst(first - 1)) || (scene.IsCapital(first - 1) && scene.IsPossessive(end))
            || (scene.Form(first - 1) == "of" && scene.IsCapital(first - 2)));

    /// <summary>"Between 1600 and 1900", "A.D. 1000 and 1260".</summary>
    private static bool IsYear(QuantityScene scene, int first)
    {
        bool Looks(int at) => scene.Form(at) is { Length: 4 } form && form.All(char.IsAsciiDigit) && form[0] is '1' or '2';

        return Looks(first) && (scene.Form(first - 1) is "between" or "since" or "until" or "ad" or "bc"
            || (scene.Form(first - 1) == "." && scene.Form(first - 2) == "d") || (scene.Form(first - 1) is "and" && Looks(first - 2)))
            && !(scene.Form(first + 1).Length > 1 && char.IsLetter(scene.Form(first + 1)[0]) && scene.Form(first + 1)[^1] == 's'
                && scene.Form(first + 1) is not "was");
    }

    private static bool IsRatio(QuantityScene scene, int end) =>
        Enumerable.Range(end, 7).Any(i => scene.Form(i) == "for" && scene.Form(i + 1) is "every" or "each")
            || (scene.Form(end) == "in" && NumberReader.Read(scene.Words, end + 1) is not null)
            || (scene.Form(end) is "out" && scene.Form(end + 1) == "of");

    /// <summary>An age as a unit, and the index behind it: "-year-old", " months old".</summary>
    public static (string Unit, int End)? YearsOld(QuantityScene scene, int end)
    {
        var unit = scene.Form(end) == "-" ? end + 1 : end;
        var old = scene.Form(unit + 1) == "-" ? unit + 2 : unit + 1;
        var singular = scene.Form(unit) switch
        {
            "year" or "years" => "year",
            "month" or "months" => "month",
            "week"
            or "weeks" => "week",
            "day" or "days" => "day",
            _ => null
        };
        return singular is not null && scene.Form(old) is "old" or "olds" ? ($"{singular} of age", old + 1) : null;
    }

    /// <summary>"Two murder charges and one theft charge", "said that one person was hurt": no pronoun, no article.</summary>
    private static bool IsCountedOne(QuantityScene scene, int first, int end)
    {
        if (scene.Form(first - 1) == "that")
        {
            return scene.Form(end) is "person" or "man" or "woman" or "victim" or "child"
                && scene.Form(end + 1) is "was" or "is" or "had" or "has" or "died" or "were";
        }

        if (scene.Form(first - 1) != "and" || scene.Form(end) is "of" or "or" or "that" or "which" or "who" or "is" or "was" or "," or ".")
        {
            return false;
        }

        for (var i = first - 6; i < first - 2; i++)
        {
            if (i >= 0 && NumberReader.Read(scene.Words, i) is { Value: > 1 and < 1000, IsVague: false, IsFraction: false })
            {
                return true;
            }
        }

        return false;
    }

    private static readonly HashSet<string> _people = new(("nobody anybody someone children women men people those anyone adults boys "
        + "girls kids voters players workers is are was were be").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> _streets = new(("street st avenue ave boulevard blvd road rd drive lane block parkway "
        + "highway terrace").Split(' '), StringComparer.Ordinal);

    /// <summary>"200 W. Kelp Blvd.", "12 Harbour Street", "8 Block".</summary>
    private static bool IsAddress(QuantityScene scene, int first, int end)
    {
        var name = scene.Form(end) is "n" or "s" or "e" or "w" or "north" or "south" or "east" or "west" && scene.IsCapital(end)
            ? (scene.Form(end + 1) == "." ? end + 2 : end + 1) : end;
        if (!scene.IsCapital(name) || scene.Form(first).Contains(',', StringComparison.Ordinal))
        {
            return false;
        }

        return Enumerable.Range(name, 3)
            .Any(i => scene.IsCapital(i) && _streets.Contains(scene.Form(i)) && Enumerable.Range(name, i - name).All(scene.IsCapital));
    }

    /// <summary>"Text KELP to 82623": digits to dial.</summary>
    private static bool IsCode(QuantityScene scene, int first) =>
        scene.Form(first) is { Length: 5 or 6 } form && form.All(char.IsAsciiDigit) && scene.Form(first - 1) == "to"
            && Enumerable.Range(first - 5, 4).Any(i => scene.Form(i) is "text" or "texting");

    private static bool IsAge(QuantityScene scene, int first, int end)
    {
        var unit = scene.Form(end) == "-" ? end + 1 : end;
        return YearsOld(scene, end) is not null
            || (scene.Form(unit) is "years" && scene.Form(unit + 1) is "of" && scene.Form(unit + 2) is "age")
            || scene.Form(first - 1) is "aged" or "age" or "ages"
            || (scene.Form(first - 1) is "under" or "over" && _people.Contains(scene.Form(first - 2))
                && (IsMarkOrEnd(scene, end) || (scene.Form(first - 2) is "nobody" or "those" or "anyone" or "anybody" or "children"
                    && Counted.Behind(scene, end) is null)))
            || (scene.Form(first - 1) == "than" && scene.Form(first - 2) is "younger" or "older" && IsMarkOrEnd(scene, end))
            || (!scene.Convention.CountsAges && scene.Form(first - 1) is "was" or "is" && scene.Form(first - 2) is "he" or "she" or "who"
            && IsGroup(scene, first)
                && IsMarkOrEnd(scene, end))
            || (scene.Form(first - 1) is "turned" or "turns" or "turning" && IsMarkOrEnd(scene, end))
            || (scene.Form(first - 1) == "," && scene.Form(end) == "," && IsGroup(scene, first) && scene.Form(first).Length == 2
                && scene.Form(first - 2) is { Length: > 2 } person && char.IsLetter(person[0]))
            || (scene.Form(first - 1) is "of" && scene.Form(first - 2) is "age")
            || (scene.Form(first - 1) is "to" or "-" or "and" && scene.Form(first - 3) is "aged" or "ages")
            || (scene.Form(first - 1) == "," && scene.IsCapital(first - 2) && scene.Form(end) is "," or "." or "-" or "–" or "—"
                && NumberReader.IsDigits(scene.Form(first)) && scene.Form(first).Length <= 3);
    }

    /// <summary>"Aged between 6 and 11", "between the ages of 6 and 11", "aged from 6 to 11".</summary>
    private static bool IsRangeOfAges(QuantityScene scene, int first) =>
        (scene.Form(first - 1) is "between" or "from" && scene.Form(first - 2) is "aged" or "ages")
            || (scene.Form(first - 1) == "of" && scene.Form(first - 2) is "ages" or "age")
            || (scene.Form(first - 1) is "and" or "to" && scene.Form(first - 3) is "between" or "from" or "of"
                && scene.Form(first - 4) is "aged" or "ages");

    private static bool IsMarkOrEnd(QuantityScene scene, int at) =>
        scene.Form(at) is "" or "." or "," or ";" or "”" or "\"" or ")" or "and" or "when";

    /// <summary>"Flight 370", "AK-47", "Article 5": a name before, and no counted noun behind.</summary>
    private static bool IsName(QuantityScene scene, int first, int end) =>
        (_labels.Contains(scene.Form(first - 1)) && scene.Form(first).Length <= 4)
        || scene.Form(first - 1) == "#"
        || (scene.Form(first).Length >= 3
            && scene.Form(first - 1) is "call" or "called" or "calls" or "calling" or "dial" or "dialed" or "dialled" or "to"
            && scene.Form(first) is "911" or "999" or "112")
        || (scene.Form(first) is "911" or "999" && scene.Form(end) is "call" or "calls" or "operator" or "dispatcher")
        || (NumberReader.IsDigits(scene.Form(first - 1)) && !scene.Form(first).Contains(',', StringComparison.Ordinal)
            && scene.Form(first - 1).Length > 2)
        || (NumberReader.IsDigits(scene.Form(end)) && scene.Form(first).Length > 2
            && !scene.Form(first).Contains(',', StringComparison.Ordinal))
        || IsIndex(scene, first)
        || IsModel(scene, first, end)
        || (scene.Form(end) == "block" && scene.Form(first).EndsWith("00", StringComparison.Ordinal))
        || (IsNoun(scene, first - 1) && scene.Form(first).Length == 4 && !scene.IsFirst(first - 1))
        || (scene.Form(first - 1) == "in" && NumberReader.Read(scene.Words, first - 2) is { Value: < 10 } of && of.End == first - 1)
        || (scene.Form(first - 1) is "-" && scene.Touch(first - 1, first) && scene.IsCapital(first - 2))
        || (IsNoun(scene, first - 1) && !scene.IsFirst(first - 1) && !scene.Form(first).Contains(',', StringComparison.Ordinal)
            && scene.Form(first).Length <= 3
            && (scene.Form(end).Length == 0 || !char.IsLetter(scene.Form(end)[0])
                || scene.Form(end) is "and" or "is" or "was" or "in" or "on" or "has" or "to" or "of" or "from" or "with" or "at"
                or "that" or "will"));

    /// <summary>"The Maren 10 platform": a capitalised word before, one thing behind.</summary>
    private static bool IsModel(QuantityScene scene, int first, int end) =>
        (IsNoun(scene, first - 1) || (scene.Form(first - 1) is "®" or "™" && IsNoun(scene, first - 2))) && !scene.IsFirst(first - 1)
            && !scene.IsInTime(first - 1) && scene.Form(first).Length <= 3
        && scene.Form(end) is { Length: > 3 } noun && char.IsLetter(noun[0]) && noun[^1] != 's'
            && noun is not ("people" or "more" or "million" or "billion" or "thousand" or "hundred" or "dozen" or "police" or "women"
                or "children" or "former" or "other")
        && !noun.EndsWith("men", StringComparison.Ordinal) && !noun.EndsWith("an", StringComparison.Ordinal)
            && scene.Form(end + 1) is { } next && !(next.Length > 1 && next[^1] == 's');

    /// <summary>"S&amp;P 500", "the FTSE 100": an index's name, which does not count what follows.</summary>
    private static bool IsIndex(QuantityScene scene, int first) =>
        scene.Form(first - 1) is "ftse" or "sp" or "nasdaq" or "russell" or "fortune" or "nikkei" or "asx" or "stoxx" or "csi" or "nifty"
            or "topix" or "ibex" or "cac" or "s&p"
        || (scene.Form(first - 1) == "is" && scene.Form(first - 2) == "poor")
        || (scene.Form(first - 1) == "p" && scene.Form(first - 2) is "&" or "s");

    /// <summary>A capitalised word, and not the possessive of one: "Harpel's 538".</summary>
    private static bool IsNoun(QuantityScene scene, int at) => scene.IsCapital(at) && scene.Form(at) != "is";

    /// <summary>"3-1", "21-14": a range of digits does not go down.</summary>
    private static bool IsScore(QuantityScene scene, int first, int end) =>
        (scene.Form(end) is "-" or "–" && scene.Touch(end - 1, end) && scene.Touch(end, end + 1)
            && NumberReader.IsDigits(scene.Form(end + 1)) && NumberReader.Read(scene.Words, end + 1) is { } second
            && NumberReader.Read(scene.Words, first) is { } one && second.Value <= one.Value && second.Value < 200)
        || (scene.Form(first - 1) is "-" or "–" && scene.Touch(first - 1, first) && NumberReader.IsDigits(scene.Form(first - 2))
            && scene.Touch(first - 2, first - 1));
}
