using System.Globalization;

namespace Sayso.Core.Conflicts;

/// <summary>What was found of a conflict, in words, the same everywhere.</summary>
public static class JudgementWords
{
    /// <summary>
    /// The verdict and whose it is: <c>no conflict, different things – Rosa, 12 March 2031</c>; empty where nobody judged. Of a
    /// part it says so.
    /// </summary>
    public static string Of(Conflict conflict)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        return conflict.Judgement is { Entry: var entry } found
            ? $"{(conflict.IsJudged ? string.Empty : "before more joined it: ")}{Of(found.Verdict)} – {entry.Author}, {entry.At.ToString("d MMMM uuuu", CultureInfo.InvariantCulture)}{(entry.Reason is { } note ? $": “{note}”" : string.Empty)}"
            : string.Empty;
    }

    /// <summary>The verdict alone.</summary>
    public static string Of(ConflictVerdict verdict) => verdict switch
    {
        ConflictVerdict.Real => "a real conflict",
        ConflictVerdict.NoConflict => "no conflict, different things",
        _ => "one of them is wrong",
    };
}
