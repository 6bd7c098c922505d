namespace Sayso.Core.Times;

/// <summary>A unit of time.</summary>
/// <param name="Letter">Its designator in an ISO 8601 period.</param>
/// <param name="IsOfClock">Whether it stands behind the period's T.</param>
/// <param name="Factor">How many of what the letter means.</param>
internal readonly record struct TimeUnit(char Letter, bool IsOfClock, int Factor)
{
    private static readonly Dictionary<string, TimeUnit> _byName = new(StringComparer.Ordinal)
    {
        ["second"] = new('S', true, 1),
        ["minute"] = new('M', true, 1),
        ["hour"] = new('H', true, 1),
        ["day"] = new('D', false, 1),
        ["week"] = new('W', false, 1),
        ["weekend"] = new('W', false, 1),
        ["fortnight"] = new('W', false, 2),
        ["month"] = new('M', false, 1),
        ["quarter"] = new('M', false, 3),
        ["year"] = new('Y', false, 1),
        ["decade"] = new('Y', false, 10),
        ["century"] = new('Y', false, 100),
    };

    /// <summary>A unit by its name in the singular, or in the plural too.</summary>
    /// <param name="word">In lower case.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="isPlural">Whether the plural was given.</param>
    public static bool TryRead(string word, out TimeUnit unit, out bool isPlural)
    {
        isPlural = false;
        if (_byName.TryGetValue(word, out unit))
        {
            return true;
        }

        isPlural = word.Length > 3 && word[^1] == 's';
        return isPlural && (_byName.TryGetValue(word[..^1], out unit) || (word == "centuries" && _byName.TryGetValue("century", out unit)));
    }

    /// <summary>A period of so many, <c>X</c> for an unknown number: <c>P3W</c>, <c>PT30M</c>, <c>PXY</c>.</summary>
    public string Period(string number) => int.TryParse(number, out var count) ? Period(count)
        : Factor == 10 ? $"P{number}DE"
        : $"P{(IsOfClock ? "T" : "")}{number}{Letter}";

    /// <summary>A period of so many.</summary>
    public string Period(int number) => $"P{(IsOfClock ? "T" : "")}{(long)number * Factor}{Letter}";
}
