namespace Sayso.Core.Attitudes;

/// <summary>
/// The base forms that an English word may be an inflection of. Not all of them are words: whoever asks looks them up.
/// </summary>
internal static class Inflection
{
    private static readonly Dictionary<string, string> _irregular = Irregular(
        "be am is are was were been being; have has had having; do does did done doing; say said; tell told; think thought; "
        + "write wrote written; know knew known; feel felt; find found; see saw seen; speak spoke spoken; take took taken; "
        + "give gave given; make made; go went gone goes; hold held; keep kept; stand stood; seek sought; mean meant; hear heard; "
        + "swear swore sworn; leave left; throw threw thrown; bring brought; shoot shot; come came; become became; get got gotten; "
        + "stick stuck; fight fought; forget forgot forgotten; shake shook shaken; draw drew drawn; withdraw withdrew withdrawn; "
        + "foresee foresaw foreseen; understand understood; deal dealt; lay laid; pay paid; send sent; strike struck stricken; "
        + "show shown; lose lost; hang hung; bind bound; sing sang sung; break broke broken; bear bore borne; bid bade bidden; "
        + "plead pled; stay staid; rise rose risen; fall fell fallen; hide hid hidden; lead led; build built; choose chose chosen; "
        + "tear tore torn; forbid forbade forbidden; forgive forgave forgiven; swing swung; lie lay lain; learn learnt; dream dreamt");

    /// <summary>Candidates for the base form of a lower-case word, the word itself first.</summary>
    public static IEnumerable<string> BasesOf(string form)
    {
        yield return form;
        if (_irregular.TryGetValue(form, out var irregular))
        {
            yield return irregular;
        }

        foreach (var ending in (string[])["ing", "ed", "es", "s", "d"])
        {
            if (form.Length <= ending.Length + 2 || !form.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            var stem = form[..^ending.Length];
            yield return stem;
            if (ending is "ing" or "ed" && stem.Length > 2)
            {
                yield return stem + "e";
                if (stem[^1] == stem[^2])
                {
                    yield return stem[..^1];
                }
            }

            if (stem[^1] == 'i' && ending is "ed" or "es")
            {
                yield return stem[..^1] + "y";
            }
        }
    }

    private static Dictionary<string, string> Irregular(string table)
    {
        Dictionary<string, string> forms = new(StringComparer.Ordinal);
        foreach (var row in table.Split("; "))
        {
            var words = row.Split(' ');
            foreach (var form in words.Skip(1))
            {
                // "found" and "left" are other verbs too: the table is for what cues mean.
                forms[form] = words[0];
            }
        }

        return forms;
    }
}
