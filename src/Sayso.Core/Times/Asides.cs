namespace Sayso.Core.Times;

/// <summary>
/// Times of another occasion, which the text mentions beside the one that it tells of: "her second visit, the previous one being in
/// August", "up from an earlier estimate in May", "(the last was in 2019)".
/// </summary>
internal static class Asides
{
    /// <summary>How many words before a time the word stands that sets the occasion apart.</summary>
    private const int Reach = 6;

    private static readonly HashSet<string> _finite =
        new("was were is are came took happened had said says did has have".Split(' '), StringComparer.Ordinal);
    private static readonly HashSet<string> _whose = new("a an the his her its their our my is".Split(' '), StringComparer.Ordinal);

    /// <summary>Whether a time is of another occasion.</summary>
    public static bool Has(TimeScene scene, TimeMatch match)
    {
        var hasVerb = false;
        for (var at = match.First - 1; at >= 0 && at >= match.First - Reach && !IsEnd(scene.Form(at)); at--)
        {
            if (IsOther(scene, at) && IsBehind(scene, at, hasVerb))
            {
                return true;
            }

            hasVerb |= _finite.Contains(scene.Form(at));
        }

        return false;
    }

    /// <summary>"Previous", "her earlier", "the last being".</summary>
    private static bool IsOther(TimeScene scene, int at) => scene.Form(at) switch
    {
        "previous" or "prior" or "preceding" => true,
        "earlier" => _whose.Contains(scene.Form(at - 1)),
        "last" => _whose.Contains(scene.Form(at - 1))
            && scene.Form(at + 1) is "being" or "having" or "one" or "time" or "such" or "in" or "on" or "was" or "came",
        _ => false,
    };

    /// <summary>
    /// Whether the occasion stands behind what the sentence tells of: in brackets or behind a dash it may have a clause of its own,
    /// elsewhere it has none. A sentence that begins with it tells of it.
    /// </summary>
    private static bool IsBehind(TimeScene scene, int at, bool hasVerb)
    {
        var before = _whose.Contains(scene.Form(at - 1)) ? at - 2 : at - 1;
        var mark = scene.Form(before);
        var isApart = mark is "(" or "–" or "—" or ";" || (mark == "-" && !scene.Touch(before, before + 1));
        return isApart || (!hasVerb && mark is not ("" or "\"" or "“") && !IsEnd(mark) && (scene.Form(at) != "last" || mark == ","));
    }

    private static bool IsEnd(string form) => form is "." or "!" or "?" or ":";
}
