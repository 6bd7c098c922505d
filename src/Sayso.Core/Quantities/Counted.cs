using Sayso.Core.Times;

namespace Sayso.Core.Quantities;

/// <summary>
/// What is counted, behind its number: a noun phrase up to a word that no phrase goes on with, "of" and what follows included
/// once.
/// </summary>
internal static class Counted
{
    private const int MostWords = 6;

    private static readonly HashSet<string> _stops = new(
        ("the a an this that these those and or but nor who whom which where when while in on at by to for from with into onto over "
            + "under about after before since until against between among during through without within as than if because per "
        + "is are was were be been being has have had having do does did will would can could may might must should said says say told "
            + "more less not no it they he she we you i their his her its our my your").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> _plurals = new("people children police women".Split(' '), StringComparer.Ordinal);

    /// <summary>Words behind a measure that go on with the sentence, and name nothing.</summary>
    private static readonly HashSet<string> _loose = new(
        ("higher lower longer shorter larger smaller bigger cheaper richer faster slower taller deeper wider older younger long wide "
            + "high deep tall thick away ago apart ahead behind north south east west northeast northwest southeast southwest off up "
            + "down out now so far last next this each every "
        + "yesterday today tomorrow tonight again worldwide nationwide nationally respectively early late earlier later alone overall "
            + "combined just only also even still too both either around below above beneath across along near across compared starting "
        + "worth what short "
            + "depending yet ever once then there here extra else if whether versus including following according raising").Split(' '),
        StringComparer.Ordinal);

    /// <summary>The phrase that begins at a word, determiners left out; <c>null</c> where none does.</summary>
    public static (int First, int End)? Behind(QuantityScene scene, int at)
    {
        var first = scene.Form(at) is "-" ? at + 1 : at;
        while (scene.Form(first) is "the" or "its" or "their" or "his" or "her" or "our" or "those" or "these" or "all" or "other"
            or "more")
        {
            first++;
        }

        if (first > at && scene.Form(first) is "combined" or "total" or "estimated" or "entire"
            && NumberReader.Read(scene.Words, first + 1) is not null)
        {
            first++;
        }

        // "Eleven of the twelve jurors", "14 of 50 ships": what the whole counts.
        if ((first > at || (scene.Form(at - 1) == "of" && NumberReader.IsDigits(scene.Form(at)))) && !scene.IsTime(first)
            && NumberReader.Read(scene.Words, first) is { IsFraction: false, IsVague: false } whole
            && Units.Behind(scene, whole.End, whole.Value) is null && whole.End < scene.Words.Count
            && char.IsLetter(scene.Form(whole.End)[0])
            && !_stops.Contains(scene.Form(whole.End)))
        {
            first = whole.End;
        }

        // "Raising the prospect", "come from": the sentence goes on.
        var form = scene.Form(first);
        if (first == at && ((_loose.Contains(form) && !scene.IsCapital(first))
            || (form.EndsWith("ing", StringComparison.Ordinal) && scene.Form(first + 1) is "the" or "a" or "an")
            || Subjects.IsPlainVerb(form)))
        {
            return null;
        }

        if (form.Length > 5 && form.EndsWith("ly", StringComparison.Ordinal) && scene.Form(first + 1).Length > 0
            && char.IsLetter(scene.Form(first + 1)[0]))
        {
            first++;
        }

        var end = first;
        while (end < scene.Words.Count && end - first < MostWords && IsOfPhrase(scene, end, first))
        {
            // What is counted is plural: behind it a verb begins.
            var isPlural = scene.Form(end) is { Length: > 3 } noun && ((noun[^1] == 's' && noun[^2] is not ('s' or 'u' or 'i'))
                    || (_plurals.Contains(noun) && Subjects.MayBeVerb(scene.Form(end + 1))) || (end == first && noun == "them"))
                && !scene.IsPossessive(end + 1);
            end++;
            if (isPlural && scene.Form(end) is not ("of" or "-"))
            {
                break;
            }
        }

        // "Half the town's 12,400 voters".
        if (end > first && scene.IsPossessive(end - 1) && NumberReader.Read(scene.Words, end) is { } owned
            && IsOfPhrase(scene, owned.End, owned.End))
        {
            end = owned.End + 1;
        }

        while (end > first && scene.Form(end - 1) is "of" or "-")
        {
            end--;
        }

        return end > first && !(end == first + 1 && Subjects.IsDone(scene, first)) ? (first, end) : null;
    }

    /// <summary>
    /// What a quantity is of: what "of" behind it names; what is before "of" ("a fine of $500"); what it is an attribute of ("a $500
    /// guitar"); what it is for; and else the object or subject of its clause (<see cref="Subjects"/>). A count is of the noun behind
    /// it. In a list it is of what the one before is.
    /// </summary>
    /// <param name="scene">The text.</param>
    /// <param name="quantity">The quantity, and where it stands.</param>
    /// <param name="end">The index behind it and its rate.</param>
    /// <param name="previous">The quantity before it.</param>
    public static (int First, int End)? Of(QuantityScene scene, FoundQuantity quantity, int end, FoundQuantity? previous)
    {
        var unit = quantity.Quantity.Unit;
        if (unit is null or "times")
        {
            return Behind(scene, scene.Form(end) == "of" ? end + 1 : end)
                ?? (unit is null && scene.Form(quantity.First - 1) != "the"
                ? Subjects.Before(scene, quantity.First, previous, isCount: true) : null);
        }

        var isAge = unit.EndsWith("of age", StringComparison.Ordinal);
        var isDetermined = scene.Form(quantity.First - 1) is "a" or "an" or "the" or "his" or "her" or "its" or "their" or "our";
        return Whole(scene, end) ?? Whole(scene, BehindBrackets(scene, end))
            ?? (isDetermined ? Attributed(scene, quantity.First, end) : null)
            ?? Subjects.Named(scene, quantity.First)
            ?? Attributed(scene, quantity.First, end)
            ?? (Currencies.IsCode(unit) ? Purpose(scene, end) : null)
            ?? (isAge ? null : Subjects.Before(scene, quantity.First, previous, isCount: false));
    }

    /// <summary>The index behind brackets that open at a word, where they close soon; else that word's own.</summary>
    public static int BehindBrackets(QuantityScene scene, int at)
    {
        if (scene.Form(at) == "(")
        {
            for (var i = at + 1; i < at + MostWords; i++)
            {
                if (scene.Form(i) == ")")
                {
                    return i + 1;
                }
            }
        }

        return at;
    }

    /// <summary>"60% of the vote", "$5m worth of rope".</summary>
    private static (int First, int End)? Whole(QuantityScene scene, int end) =>
        scene.Form(end) == "of" ? Phrase(scene, end + 1) : scene.Form(end) == "worth" && scene.Form(end + 1) == "of"
            ? Phrase(scene, end + 2) : null;

    /// <summary>"A $500 guitar", "12-gauge shotgun": what follows the measure, where it does not go on with the sentence.</summary>
    private static (int First, int End)? Attributed(QuantityScene scene, int first, int end)
    {
        var form = scene.Form(end);
        var noun = form == "-" ? scene.Form(end + 1) : form;
        var isAttribute = form == "-" || scene.Form(first - 1) is "a" or "an" or "the" or "his" or "her" or "its" or "their" or "our"
            or "another" or "this" || scene.IsPossessive(first - 1);
        return noun.Length > 0 && (isAttribute || (!Subjects.IsVerb(scene, end) && !noun.EndsWith("ly", StringComparison.Ordinal)))
            && !_loose.Contains(noun) && !scene.IsTime(end) && !IsComparison(scene, end) && !noun.EndsWith("ed", StringComparison.Ordinal)
                && !(form == "-" && !scene.Touch(end - 1, end))
            ? Behind(scene, end) : null;
    }

    /// <summary>"45% year on year".</summary>
    private static bool IsComparison(QuantityScene scene, int at) => TimeUnit.TryRead(scene.Form(at), out _, out _)
        && (scene.Form(at + 1) is "on" or "over" || (scene.Form(at + 1) == "-" && scene.Form(at + 2) is "on" or "over"));

    /// <summary>"$1 trillion in new spending", "$5 for a rope": no place and no time.</summary>
    private static (int First, int End)? Purpose(QuantityScene scene, int end) =>
        scene.Form(end) is "in" or "for" or "on" && !scene.IsTime(end) && !scene.IsTime(end + 1) && !scene.IsTime(end + 2)
            && !(scene.Form(end) == "in" && scene.IsCapital(end + 1))
            ? Phrase(scene, end + 1) : null;

    private static (int First, int End)? Phrase(QuantityScene scene, int at)
    {
        while (scene.Form(at) is "a" or "an" or "both" or "my" or "your" or "which" or "this" or "that")
        {
            at++;
        }

        // "For an 8.5 kW system".
        if (NumberReader.Read(scene.Words, at) is { } number)
        {
            at = Units.Behind(scene, number.End, number.Value)?.End ?? number.End;
        }

        return _loose.Contains(scene.Form(at)) ? null : Behind(scene, at);
    }

    private static bool IsOfPhrase(QuantityScene scene, int at, int first)
    {
        var form = scene.Form(at);
        var isParticiple = form.EndsWith("ed", StringComparison.Ordinal) && form.Length > 4 && at > first
            && scene.Form(at - 1) is not ("-" or "total");
        return form.Length > 0 && (char.IsLetter(form[0]) || (form is "-" or "&" && at > first)
            || (char.IsAsciiDigit(form[0]) && at > first && scene.IsCapital(at - 1)))
            && !(_stops.Contains(form) && !scene.IsPossessive(at)) && !scene.IsTime(at)
            && !isParticiple && !(form == "of" && at == first) && !(at > first && _loose.Contains(form) && !scene.IsCapital(at));
    }
}
