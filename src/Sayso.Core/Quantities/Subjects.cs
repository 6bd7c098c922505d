namespace Sayso.Core.Quantities;

/// <summary>
/// What a measure is of, where no words behind it say so: what stands before "of" ("a speed of 40 knots"), the object between verb
/// and number ("cut production by 10%"), or the subject of the clause ("exports rose 4%"). Verbs are told by a list, by an
/// auxiliary or "to" before them, and by "-ed"; each search is of a bounded number of words.
/// </summary>
internal static class Subjects
{
    private const int Reach = 24;
    private const int MostWords = 8;

    private static readonly HashSet<string> _be = new("is are was were be been being am".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> _auxiliaries = new(
        "is are was were be been being am has have had do does did will would can could may might must should shall to not never also now still already currently only just even then likely reportedly".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> _modals =
        new("will would can could may might must should shall".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> _verbs = new(
        ("rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing drop drops climb climbs jump jumps "
            + "gain gains gaining surge surges soar soars slip slips sink sinks sank sunk plunge plunges tumble tumbles slide slides "
            + "slid shrink shrinks shrank "
        + "lose loses lost losing win wins won cost costs weigh weighs reach reaches hit hits total totals average averages averaging "
            + "stand stands stood measure measures measuring exceed exceeds exceeding top tops pay pays paid paying spend spends spent "
            + "spending "
        + "charge charges earn earns raise raises get gets got put puts hold holds held holding offer offers make makes made making "
            + "take takes took taken taking sell sells sold selling buy buys bought fetch fetches run runs ran running range ranges "
            + "ranging fly flies flew go goes "
        + "went going use uses employ employs deliver delivers see sees saw seen find finds found give gives gave given leave leaves "
            + "left lie lies say says said show shows showed shown keep keeps kept stay stays come comes came become becomes became "
            + "begin begins began "
        + "feed feeds expect expects estimate estimates project put face faces need needs want wants seek seeks sought mean means meant "
            + "represent represents account accounts comprise comprises contain contains include includes have has had need require "
            + "requires equal equals amount amounts "
        + "extend extends stretch stretches travel travels move moves live lives lived end ends close closes open opens trade trades "
            + "double doubles triple triples vote votes support supports favor favors favour favours approve approves oppose opposes "
            + "believe believes think thinks thought "
        + "boast boasts produce produces generate generates store stores build builds built cut cuts cutting shed sheds set sets "
            + "setting bring brings brought send sends sent carry carries let lets drive drives drove bear bears draw draws drew throw "
            + "throws threw tap taps withdraw withdraws "
        + "starting reaching hovering sitting worth up down consists consist orbit orbits trails lags leads led lead remain remains "
            + "sits lay stay post posts book books log logs record records lift lifts edge edges inch inches dip dips ease eases tap "
            + "try tries let know knows knew struck slept blew shook swept burnt tore burns").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Words that are verbs and nouns alike: verbs only where no noun phrase is under way.</summary>
    private static readonly HashSet<string> _nounsToo = new(
        "rise rises fall falls drop drops gain gains jump jumps slide slides surge surges cost costs total average range ranges top charge charges offer offers win use uses need needs end close trade trades double support face cut cuts set measure measures record records estimate estimates project store stores lead leads vote votes build post book books log edge inch inches run runs stand hold holds amount amounts account accounts equal move moves mean means stay draw show shows climb plunge lift drive left increase increases decrease decreases decline declines advance advances boost boosts rebound rally reduction".Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> _notNouns = new(
        ("the a an this that these those his her its their our my your of in on at by to for from with into over under about after "
            + "before since until between among during through within as than and or but nor both so if because "
        + "it they he she we you i who which whom whose there what all some any each every more most much many less just only also even "
            + "still again now then ever not no never very too well nearly almost around roughly approximately currently already "
            + "sharply slightly steadily meanwhile however though although while when where whether another additional up down out off "
            + "back least about per including following using having raising according versus vs percent cent").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> _generic = new(("average total maximum minimum amount sum number excess record rate level "
        + "minimum kind combined magnitude").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> _ends = new(". ; : ! ? ( ) [ ] “ ” \" — – •".Split(' '), StringComparer.Ordinal);

    /// <summary>
    /// What stands before the "of" of a measure: "a speed of 40 knots", "a net worth of about $5"; <c>null</c> where that is an
    /// amount.
    /// </summary>
    /// <param name="scene">The text.</param>
    /// <param name="first">The index of the quantity's first word.</param>
    public static (int First, int End)? Named(QuantityScene scene, int first)
    {
        var at = Unnamed(scene, first - 1);
        return scene.Form(at) == "of" ? PhraseBefore(scene, at) : null;
    }

    /// <summary>What a measure is of; <c>null</c> where the words before it do not say.</summary>
    /// <param name="scene">The text.</param>
    /// <param name="first">The index of the quantity's first word.</param>
    /// <param name="previous">The quantity before it, whose words are not passed.</param>
    /// <param name="isCount">Whether it has no unit: then a noun right before it says nothing.</param>
    public static (int First, int End)? Before(QuantityScene scene, int first, FoundQuantity? previous, bool isCount)
    {
        if (Named(scene, first) is { } named)
        {
            return named;
        }

        // "24 hours, 39 minutes and 5 seconds", "60 miles (100 km)".
        var floor = previous is { } p && first - p.End < Reach ? p.End : 0;
        if (floor > 0 && Enumerable.Range(floor, first - floor)
            .All(i => scene.Form(i) is "," or "and" or "or" or "(" or ")" or "/" or ";" or "to" or "from" or "by" || scene.IsInTime(i)))
        {
            return previous!.Value.Of;
        }

        floor = previous is { Of: { } passed } && floor > 0 ? Math.Min(first, Math.Max(floor, passed.End)) : floor;
        var at = Unnamed(scene, first - 1);
        if (scene.Form(at) == "(")
        {
            return PhraseBefore(scene, at, floor);
        }

        var verb = VerbBefore(scene, at, floor);
        if (verb is { } direct && scene.Form(direct) is "cost" or "costs" or "costing")
        {
            return Subject(scene, direct, floor, previous);
        }

        if (IsOfName(scene, at) && !IsVerb(scene, at))
        {
            return isCount ? null : PhraseBefore(scene, at + 1, floor);
        }

        if (verb is not { } place)
        {
            return PhraseBefore(scene, IsPreposition(scene, at) ? at : at + 1, floor);
        }

        if (!_be.Contains(scene.Form(place)) && Object(scene, place + 1, at + 1) is { } done)
        {
            return done;
        }

        return Subject(scene, place, floor, previous)
            ?? (scene.Form(place) is "up" or "down" or "worth" ? PhraseBefore(scene, place, floor) : null);
    }

    /// <summary>Passes words that name nothing: "an average of", "a total of", "a record".</summary>
    private static int Unnamed(QuantityScene scene, int at)
    {
        for (var i = 0; i < MostWords && at > 0; i++, at--)
        {
            if (!(_generic.Contains(scene.Form(at)) || (scene.Form(at) == "of" && _generic.Contains(scene.Form(at - 1)))
                || scene.Form(at) is "a" or "an" or "the" or "another" or "additional" or "just" or "only" or "some"))
            {
                break;
            }
        }

        return at;
    }

    /// <summary>Whether a form is a verb and never a noun.</summary>
    public static bool IsPlainVerb(string form) => (_verbs.Contains(form) && !_nounsToo.Contains(form)) || _be.Contains(form);

    /// <summary>Whether a form is a verb, perhaps a noun too.</summary>
    public static bool MayBeVerb(string form) => _verbs.Contains(form) || _be.Contains(form);

    /// <summary>
    /// Whether a word right behind a number is what those who are counted did: "2,000 marched", "one in five abstained". What was done to
    /// them says who they are: "12 injured".
    /// </summary>
    public static bool IsDone(QuantityScene scene, int at)
    {
        var form = scene.Form(at);
        return !scene.IsCapital(at) && (_past.Contains(form) || (form.Length > 5 && form.EndsWith("ed", StringComparison.Ordinal)
            && !_states.Contains(form) && CountsAsDone(scene.Form(at + 1))));
    }

    private static bool CountsAsDone(string next) => next.Length == 0 || !char.IsLetter(next[0]) || _notNouns.Contains(next);

    private static readonly HashSet<string> _past = new(("slept stayed fled left came went said died voted took gave got ran fell "
        + "rose stood sat met spoke wrote won lost began").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> _states = new(("killed injured wounded displaced arrested detained infected "
        + "hospitalized hospitalised registered unemployed disabled trapped stranded confirmed wanted jailed imprisoned drowned").Split(' '), StringComparer.Ordinal);

    /// <summary>Whether a word is a verb, as far as its form and the word before tell.</summary>
    public static bool IsVerb(QuantityScene scene, int at)
    {
        var form = scene.Form(at);
        if (form.Length == 0 || !char.IsLetter(form[0]) || scene.IsPossessive(at))
        {
            return false;
        }

        var before = scene.Form(at - 1);
        if (_nounsToo.Contains(form) && (before is "a" or "an" or "the" or "of" or "in" or "to" && before != "to"
            || before is "its" or "his" or "her" or "their" || scene.IsPossessive(at - 1) || NumberReader.IsDigits(before)
            || before is "%" or "percent" or "cent" or "-"))
        {
            return false;
        }

        return _auxiliaries.Contains(form)
            && form is not ("to" or "not" or "never" or "also" or "now" or "still" or "already" or "currently" or "only" or "just"
                or "even" or "then" or "likely" or "reportedly")
            || _verbs.Contains(form)
            || Changes.IsOne(form)
            || (form.EndsWith("ing", StringComparison.Ordinal) && form.Length > 5
                && (_be.Contains(before) || (_auxiliaries.Contains(before) && _be.Contains(scene.Form(at - 2)))))
            || (form.Length > 4 && form.EndsWith("ed", StringComparison.Ordinal)
                && before is not ("the" or "a" or "an" or "of" or "its" or "their" or "in" or "for" or "-" or "and"))
            || ((_modals.Contains(before) || (before == "to" && scene.Form(at - 2) is not ("due" or "up"))) && !_notNouns.Contains(form)
                && !scene.IsCapital(at));
    }

    /// <summary>The nearest verb before a word in its clause.</summary>
    private static int? VerbBefore(QuantityScene scene, int at, int floor)
    {
        for (var i = at; i >= floor && i > at - Reach; i--)
        {
            var form = scene.Form(i);
            if (_ends.Contains(form) || scene.IsFirst(i + 1) || (form == "," && NextIsNewClause(scene, i, at)))
            {
                return null;
            }

            if (IsVerb(scene, i) && form is not ("worth" or "up" or "down") || (form is "up" or "down" or "worth" && i == at))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>
    /// A comma directly before "and", "but" or a noun that its own verb follows begins a clause: then nothing before it governs.
    /// </summary>
    private static bool NextIsNewClause(QuantityScene scene, int comma, int at) => comma == at
        || scene.Form(comma + 1) is "and" or "but" or "while";

    /// <summary>The phrase between a verb and the number: its last noun phrase before a preposition.</summary>
    private static (int First, int End)? Object(QuantityScene scene, int from, int to)
    {
        var end = to;
        while (end > from && IsPreposition(scene, end - 1))
        {
            end--;
        }

        // From the verb to the first preposition or mark.
        var first = from;
        while (first < end && (_notNouns.Contains(scene.Form(first)) || IsAdverb(scene.Form(first))) && !IsPreposition(scene, first))
        {
            first++;
        }

        var last = first;
        while (last < end && IsOfName(scene, last) && !scene.IsTime(last))
        {
            last++;
        }

        return last > first && last - first <= MostWords && (last == end || scene.Form(last) is not ",") ? (first, last) : null;
    }

    /// <summary>The phrase before a verb and its auxiliaries.</summary>
    private static (int First, int End)? Subject(QuantityScene scene, int verb, int floor, FoundQuantity? previous, int depth = 0)
    {
        var at = verb - 1;
        for (var i = 0; i < Reach && at >= 0; i++)
        {
            var form = scene.Form(at);
            if (!scene.IsPossessive(at) && (_auxiliaries.Contains(form) || IsAdverb(form)
                || (IsVerb(scene, at) && !_nounsToo.Contains(form)) || form is "due" or "able" or "poised" or "set" or "having"))
            {
                at--;
                continue;
            }

            // "Which", "that": what they stand for is before them. "Meanwhile,": the subject is before the comma.
            if (form is "which" or "that" or "who" or "meanwhile" or "however" or "though"
                || (form == "," && (scene.Form(at - 1) is "meanwhile" or "however"
                    || scene.Form(at + 1) is "which" or "who" or "meanwhile" or "however" or "though"
                || _auxiliaries.Contains(scene.Form(at + 1)) || IsVerb(scene, at + 1))))
            {
                at--;
                continue;
            }

            break;
        }

        if (floor > 0 && at < floor)
        {
            return previous?.Of;
        }

        // "It opened and offers 40 rooms": the subject is that of the verb before.
        if (depth < 2 && scene.Form(at) is "and" or "but" or "or" or "," && VerbBefore(scene, at - 1, floor) is { } earlier)
        {
            return Subject(scene, earlier, floor, previous, depth + 1);
        }

        return PhraseBefore(scene, at + 1, floor, isWhole: true);
    }

    /// <summary>The noun phrase that ends before a word; with all that hangs on it where it is a subject.</summary>
    private static (int First, int End)? PhraseBefore(QuantityScene scene, int end, int floor = 0, bool isWhole = false)
    {
        // A day or a year behind the phrase is none of it.
        while (end > floor && ((scene.Form(end - 1) == "," && isWhole) || scene.Form(end - 1) is "-" or "'" || scene.IsInTime(end - 1)
            || (scene.Form(end - 1) is "in" or "on" or "at" or "since" or "by" or "during" or "of" && scene.IsInTime(end))
            || (isWhole && NumberReader.IsDigits(scene.Form(end - 1)) && !scene.IsCapital(end - 2))))
        {
            end--;
        }

        var first = end;
        while (first > floor && end - first < MostWords && !scene.IsFirst(first) && !scene.IsInTime(first - 1)
            && (IsOfName(scene, first - 1)
                || (isWhole && first < end && scene.Form(first - 1) is "of" or "in" or "for" or "the" or "its" or "their" or "on" or "and"
                    or "at" or "from" && !IsVerb(scene, first - 2))
                || (first < end && scene.Form(first - 1) == "of" && first > 1)))
        {
            first--;
        }

        while (first < end && (_notNouns.Contains(scene.Form(first)) || scene.Form(first) is "-" or "&" or "/"))
        {
            first++;
        }

        // "And fined $1.2m".
        return end > first && !(end == first + 1 && scene.Form(first).EndsWith("ed", StringComparison.Ordinal)
            && scene.Form(first - 1) == "and")
            ? (first, end) : null;
    }

    private static bool IsOfName(QuantityScene scene, int at)
    {
        var form = scene.Form(at);

        // "Year on year".
        if ((scene.Form(at + 1) == "on" && scene.Form(at + 2) == form) || (scene.Form(at - 1) == "on" && scene.Form(at - 2) == form))
        {
            return false;
        }

        return scene.IsPossessive(at)
            || (form is "-" or "&" or "/" && scene.Touch(at - 1, at))
            || (form.Length > 0 && (char.IsLetter(form[0]) || (NumberReader.IsDigits(form) && scene.IsCapital(at - 1)))
                && !_notNouns.Contains(form) && !_auxiliaries.Contains(form) && !IsAdverb(form)
                && !(IsVerb(scene, at) && !_nounsToo.Contains(form)));
    }

    private static bool IsAdverb(string form) => form.Length > 4 && form.EndsWith("ly", StringComparison.Ordinal)
        && form is not ("family" or "supply" or "italy" or "assembly" or "reply" or "july");

    private static bool IsPreposition(QuantityScene scene, int at) =>
        scene.Form(at) is "of" or "in" or "on" or "at" or "by" or "to" or "for" or "from" or "with" or "into" or "over" or "under"
            or "about" or "around" or "between" or "within" or "through" or "than" or "as" or "near" or "per";
}
