namespace Sayso.Core.Quantities;

/// <summary>The other end of a range.</summary>
/// <param name="Low">The lower end: the first number, with the scale that both share ("$10 to $15 billion").</param>
/// <param name="High">The upper end; below the lower one in an absurd range.</param>
/// <param name="End">The index behind its words.</param>
internal readonly record struct NumberRange(double Low, double High, int End)
{
    /// <summary>Whether it goes down though it is said to be a range: "between 9 and 4".</summary>
    public bool IsAbsurd => High < Low;
}

/// <summary>"10 to 20", "between 50 and 70", "two or three", "10-20", "from 5 to 7" where nothing moves, "$10 to $15 billion".</summary>
internal static class Ranges
{
    /// <summary>Further apart than that, two numbers are no range.</summary>
    private const double Widest = 1000;

    /// <summary>"By 5 to 15" is what it grew by and what it grew to, where they are further apart than that.</summary>
    private const double WidestChange = 3;

    /// <summary>The range that a number begins; <c>null</c> where it begins none.</summary>
    /// <param name="scene">The text.</param>
    /// <param name="before">The index of what stands before the number, its bounds and its sign.</param>
    /// <param name="number">The number.</param>
    /// <param name="sign">The currency before it.</param>
    public static NumberRange? Read(QuantityScene scene, int before, Number number, string? sign)
    {
        var unit = sign is null ? Units.Behind(scene, number.End, number.Value) : null;
        return At(scene, before, number, sign ?? unit?.Unit, number.End, hasUnit: sign is not null)
            ?? (unit is var (name, end) && end != number.End ? At(scene, before, number, name, end, hasUnit: true) : null);
    }

    private static NumberRange? At(QuantityScene scene, int before, Number number, string? unit, int at, bool hasUnit)
    {
        var link = scene.Form(at);
        var isBetween = scene.Form(before) == "between" && link is "and" or "to";
        if (!isBetween && link is not ("to" or "or" or "-" or "–" or "—"))
        {
            return null;
        }

        var start = at + 1;
        start = scene.Form(start) is "about" or "around" or "nearly" or "almost" or "even" or "perhaps" ? start + 1 : start;
        start = Currencies.Before(scene, start + 1) is { First: var sign1 } && sign1 == start ? start + 1
            : Currencies.Before(scene, start + 2) is { First: var sign2 } && sign2 == start ? start + 2
            : start;
        if (scene.IsTime(start) || number.IsVague || NumberReader.Read(scene.Words, start) is not { IsVague: false } second
            || (link is not ("to" or "or") && !isBetween && !NumberReader.IsDigits(scene.Form(start))))
        {
            return null;
        }

        // What an end is reckoned in, where it says so itself.
        var other = Currencies.Before(scene, start)?.Unit ?? Units.Behind(scene, second.End, second.Value)?.Unit;
        if (hasUnit && other is not null && other != unit)
        {
            return null;
        }

        var low = number.Value;
        var top = second.Scale > 1 ? second.Value / second.Scale : 0;
        if (number.Scale == 1 && second.Scale > 1 && low < top)
        {
            low *= second.Scale;
        }

        if (isBetween && second.Value < low)
        {
            return new NumberRange(low, second.Value, second.End);
        }

        return second.Value > low && (low == 0 || second.Value < low * Widest)
            && !(link == "to" && scene.Form(before) is "by" or "up" or "down" && second.Value > low * WidestChange)
            && !(link == "to" && scene.Form(before) == "from" && Changes.IsMove(scene, before))
            ? new NumberRange(low, second.Value, second.End) : null;
    }
}
