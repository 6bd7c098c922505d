namespace Sayso.Core.Times;

/// <summary>
/// The past, the present and the future without a place in the calendar: "now", "these days", "in recent years", "the near
/// future", "Libya today is lost"; TIMEX3's <c>PAST_REF</c>, <c>PRESENT_REF</c> and <c>FUTURE_REF</c>.
/// </summary>
internal static class Moments
{
    /// <summary>What is done or said on a day: of these, "today" says which.</summary>
    private static readonly HashSet<string> _happenings = new(
        "comments comment remarks remark statement statements speech action actions announcement decision decisions move vote ruling verdict meeting hearing debate attack attacks election elections release report news event events visit protest march game match earlier later and but that".Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> _auxiliaries =
        new("is are was were has have had who they he she it we i".Split(' '), StringComparer.Ordinal);

    /// <summary>The reference that begins at a word.</summary>
    public static TimeMatch? Read(TimeScene scene, int at)
    {
        var next = scene.Form(at + 1);
        return scene.Form(at) switch
        {
            "today" when IsNowadays(scene, at) => Reference(at, at + 1, "PRESENT_REF"),
            "right" when next == "now" => Reference(at, at + 2, "PRESENT_REF"),
            "now" when IsMoment(scene, at) => Reference(at, at + 1, "PRESENT_REF"),
            "nowadays" => Reference(at, at + 1, "PRESENT_REF"),
            "these" when next == "days" => Reference(at, at + 2, "PRESENT_REF"),
            "this" when next is "point" or "moment" or "time" && scene.Form(at - 1) == "at" => Reference(at, at + 2, "PRESENT_REF"),
            "the" when next is "moment" && scene.Form(at - 1) == "at"
                && !IsWord(scene.Form(at + 2)) => Reference(at, at + 2, "PRESENT_REF"),
            "the" when next is "past" && !TimeUnit.TryRead(scene.Form(at + 2), out _, out _)
                && SmallNumber.Read(scene.Words, at + 2) is null => Reference(at, at + 2, "PAST_REF"),
            "recent" when scene.Form(at - 1) is "in" or "over" or "during" or "of" && IsPlural(next) => Reference(at, at + 2, "PAST_REF"),
            "the" when next is "future" && scene.Form(at + 2) != "of" => Reference(at, at + 2, "FUTURE_REF"),
            "the" when next is "near" or "coming" or "foreseeable" && scene.Form(at + 2) is "future" => Reference(at, at + 3, "FUTURE_REF"),
            "a" when next == "later" && scene.Form(at + 2) is "date" or "time" => Reference(at, at + 3, "FUTURE_REF"),
            "coming" when next is "months" or "weeks" or "years" or "days" => Reference(at, at + 2, "FUTURE_REF"),
            _ => null,
        };
    }

    /// <summary>
    /// "Now" is mostly a particle: before a verb behind its auxiliary ("is now following"), before "that", behind a duration
    /// ("for weeks now"). "Is now more important" and "is now at a loss" tell of the present.
    /// </summary>
    private static bool IsMoment(TimeScene scene, int at)
    {
        var (before, next) = (scene.Form(at - 1), scene.Form(at + 1));
        if (next is "that" or "known" or "-" or "everybody" or "everyone" || TimeUnit.TryRead(before, out _, out _))
        {
            return false;
        }

        var isState = before is "is" or "are" or "was" or "were" && next is "more" or "less" or "a" or "an" or "at" or "one";
        return isState || !(_auxiliaries.Contains(before) && IsWord(next) && next is not ("and" or "but" or "or" or "because"));
    }

    /// <summary>"The port today is lost", "Today, the port is one of three": how things stand, and no day.</summary>
    private static bool IsNowadays(TimeScene scene, int at)
    {
        var next = scene.Form(at + 1);
        if (next == "is" && scene.Words[at].Span != scene.Words[at + 1].Span)
        {
            return IsState(scene.Form(at + 2)) && IsWord(scene.Form(at - 1)) && !_happenings.Contains(scene.Form(at - 1));
        }

        if (next != ",")
        {
            return false;
        }

        for (var i = at + 3; i < at + 7; i++)
        {
            if (scene.Form(i) is "is" or "are")
            {
                return IsState(scene.Form(i + 1)) && scene.Form(i - 1) is not ("there" or "he" or "she" or "i" or "we" or "it" or "this");
            }
        }

        return false;
    }

    private static bool IsState(string form) => IsWord(form) && !form.EndsWith("ing", StringComparison.Ordinal)
        && form is not ("a" or "the" or "my" or "our" or "expected" or "scheduled" or "due" or "set");

    private static bool IsWord(string form) => form.Length > 0 && char.IsLetter(form[0]);

    private static bool IsPlural(string form) => TimeUnit.TryRead(form, out _, out var isPlural) && isPlural;

    private static TimeMatch Reference(int at, int end, string value) => new(at, end, TimeType.Date, value);
}
