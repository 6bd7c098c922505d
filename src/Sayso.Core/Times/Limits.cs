namespace Sayso.Core.Times;

/// <summary>
/// What words before a date make of it: a limit ("since 2009", "by Friday", "until 3 March"), about that ("around 1850"), or
/// something that is not sure ("perhaps in 1850").
/// </summary>
internal static class Limits
{
    private static readonly HashSet<string> _unsure = new("perhaps possibly probably maybe".Split(' '), StringComparer.Ordinal);

    /// <summary>The date with what stands before it.</summary>
    public static TimeMatch Of(TimeScene scene, TimeMatch match)
    {
        if (match.Type is TimeType.Date or TimeType.Time && match.Mod == "END" && scene.Form(match.First - 1) is "by" or "before"
            or "until" or "till")
        {
            return match with { IsUntil = true };
        }

        if (match.Type is not (TimeType.Date or TimeType.Time) || match.Mod is not null || match.Problem is not null
            || !char.IsAsciiDigit(match.Value[0]))
        {
            return match;
        }

        var before = scene.Form(match.First - 1);
        var isHedged = before is "around" or "circa" or "roughly" or "approximately"
            || (before == "about" && scene.Form(match.First - 2) is "in" or "since" or "from" or "until" or "by" or "of" or "to");
        if (isHedged && !match.IsAnchored)
        {
            match = match with { First = match.First - 1, Mod = "APPROX" };
            before = scene.Form(match.First - 1);
        }

        match = match with
        {
            IsUncertain = _unsure.Contains(before)
            || (before is "in" or "on" or "during" or "around" or "as" && _unsure.Contains(scene.Form(match.First - 2)))
        };
        return match.Mod is not null || scene.Form(match.End) == "is" ? match : before switch
        {
            "since" => match with { Mod = "ON_OR_AFTER" },
            "by" or "until" or "till" => match with { Mod = "ON_OR_BEFORE" },
            _ => match,
        };
    }
}
