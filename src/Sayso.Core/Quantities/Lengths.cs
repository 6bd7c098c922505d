namespace Sayso.Core.Quantities;

/// <summary>Lengths in two units, and a unit and a half: "5-foot-8", "six feet two inches", "a mile and a half".</summary>
internal static class Lengths
{
    private const int InchesOfAFoot = 12;

    /// <summary>The length that begins at a word, and the index behind it; <c>null</c> where none does.</summary>
    public static (double Value, string Unit, int End)? Read(QuantityScene scene, int at)
    {
        // "A mile and a half".
        if (scene.Form(at) is "a" or "an" && scene.Form(at + 2) == "and" && scene.Form(at + 3) == "a" && scene.Form(at + 4) == "half"
            && UnitTable.Find(scene.Form(at + 1)) is { } unit)
        {
            return (1.5, unit, at + 5);
        }

        if (NumberReader.Read(scene.Words, at) is not { Value: > 0 and < 10, IsVague: false, IsFraction: false } feet)
        {
            return null;
        }

        var place = scene.Form(feet.End) == "-" ? feet.End + 1 : feet.End;
        if (scene.Form(place) is not ("foot" or "feet" or "ft"))
        {
            return null;
        }

        var next = scene.Form(place + 1) is "-" or "," ? place + 2 : place + 1;
        if (NumberReader.Read(scene.Words, next) is not { Value: >= 0 and < InchesOfAFoot, IsVague: false } inches)
        {
            return null;
        }

        // "Five feet three men" has no inches.
        var named = scene.Form(inches.End) == "-" ? inches.End + 1 : inches.End;
        var isNamed = scene.Form(named) is "inch" or "inches" or "in";
        return isNamed || (scene.Form(place) == "foot" && scene.Form(place + 1) == "-")
            ? ((feet.Value * InchesOfAFoot) + inches.Value, "inch", isNamed && scene.Form(named) != "in" ? named + 1 : inches.End)
            : null;
    }
}
