namespace Sayso.Core.Quantities;

/// <summary>The words before a number that bound it or make it approximate: "at least", "nearly", "up to", "an estimated".</summary>
/// <param name="First">The index of the first of them; that of the number where there are none.</param>
/// <param name="Comparator">What they say.</param>
/// <param name="IsApproximate">Whether they make it approximate.</param>
internal readonly record struct Bounds(int First, Comparator Comparator, bool IsApproximate)
{
    private static readonly (string[] Words, Comparator Comparator, bool IsApproximate)[] _phrases =
    [
        (["more", "than"], Comparator.Greater, false),
        (["greater", "than"], Comparator.Greater, false),
        (["higher", "than"], Comparator.Greater, false),
        (["well", "over"], Comparator.Greater, false),
        (["over", "than"], Comparator.Greater, false),
        (["just", "over"], Comparator.Greater, false),
        (["a", "little", "over"], Comparator.Greater, false),
        (["in", "excess", "of"], Comparator.Greater, false),
        (["just", "under"], Comparator.Less, false),
        (["just", "below"], Comparator.Less, false),
        (["not", "more", "than"], Comparator.AtMost, false),
        (["not", "less", "than"], Comparator.AtLeast, false),
        (["as", "few", "as"], Comparator.AtLeast, false),
        (["as", "little", "as"], Comparator.AtLeast, false),
        (["as", "low", "as"], Comparator.AtLeast, false),
        (["sub", "-"], Comparator.Less, false),
        (["over"], Comparator.Greater, false),
        (["above"], Comparator.Greater, false),
        (["exceeding"], Comparator.Greater, false),
        (["north", "of"], Comparator.Greater, false),
        (["upwards", "of"], Comparator.AtLeast, false),
        (["at", "least"], Comparator.AtLeast, false),
        (["no", "fewer", "than"], Comparator.AtLeast, false),
        (["no", "less", "than"], Comparator.AtLeast, false),
        (["a", "minimum", "of"], Comparator.AtLeast, false),
        (["less", "than"], Comparator.Less, false),
        (["fewer", "than"], Comparator.Less, false),
        (["lower", "than"], Comparator.Less, false),
        (["under"], Comparator.Less, false),
        (["below"], Comparator.Less, false),
        (["nearly"], Comparator.Less, true),
        (["almost"], Comparator.Less, true),
        (["up", "to"], Comparator.AtMost, false),
        (["as", "many", "as"], Comparator.AtMost, false),
        (["as", "much", "as"], Comparator.AtMost, false),
        (["as", "high", "as"], Comparator.AtMost, false),
        (["no", "more", "than"], Comparator.AtMost, false),
        (["at", "most"], Comparator.AtMost, false),
        (["a", "maximum", "of"], Comparator.AtMost, false),
        (["about"], Comparator.Equal, true),
        (["around"], Comparator.Equal, true),
        (["approximately"], Comparator.Equal, true),
        (["roughly"], Comparator.Equal, true),
        (["some"], Comparator.Equal, true),
        (["close", "to"], Comparator.Equal, true),
        (["an", "estimated"], Comparator.Equal, true),
        (["estimated"], Comparator.Equal, true),
        (["near"], Comparator.Equal, true),
        (["circa"], Comparator.Equal, true),
        (["perhaps"], Comparator.Equal, true),
        (["maybe"], Comparator.Equal, true),
        (["~"], Comparator.Equal, true),
        (["≈"], Comparator.Equal, true),
    ];

    private static readonly (string[] Words, Comparator Comparator, bool IsApproximate)[] _longestFirst =
        [.. _phrases.OrderByDescending(p => p.Words.Length)];

    /// <summary>The bounds before a number.</summary>
    public static Bounds Before(QuantityScene scene, int number)
    {
        var (first, comparator, isApproximate) = (number, Comparator.Equal, false);

        // "Over nearly 100 billion": two of them at most.
        for (var i = 0; i < 2; i++)
        {
            // The longest: "no more than" is not "more than".
            var found = _longestFirst.FirstOrDefault(p => Stands(scene, first - p.Words.Length, p.Words));
            if (found.Words is null)
            {
                break;
            }

            comparator = comparator == Comparator.Equal ? found.Comparator : comparator;
            isApproximate |= found.IsApproximate;
            first -= found.Words.Length;
        }

        return new Bounds(first, comparator, isApproximate);
    }

    /// <summary>
    /// The bounds behind a quantity: "60 or more", "50+", "10 miles or so", "300-plus"; <c>null</c> where there are none.
    /// </summary>
    /// <param name="scene">The text.</param>
    /// <param name="at">The index behind the quantity.</param>
    public static (Comparator Comparator, bool IsApproximate, int End)? Behind(QuantityScene scene, int at)
    {
        var form = scene.Form(at);
        if (form == "or")
        {
            return scene.Form(at + 1) switch
            {
                "more" or "higher" or "greater" or "above" or "longer" => scene.Form(at + 2) == "than"
                    ? null : (Comparator.AtLeast, false, at + 2),
                "less" or "fewer" or "lower" or "below" => scene.Form(at + 2) == "than" ? null : (Comparator.AtMost, false, at + 2),
                "so" => (Comparator.Equal, true, at + 2),
                _ => null,
            };
        }

        return form == "+" && scene.Touch(at - 1, at) && !NumberReader.IsDigits(scene.Form(at + 1)) ? (Comparator.AtLeast, false, at + 1)
            : form == "-" && scene.Form(at + 1) == "plus" && scene.Touch(at, at + 1) ? (Comparator.AtLeast, false, at + 2)
            : null;
    }

    private static bool Stands(QuantityScene scene, int at, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (scene.Form(at + i) != words[i])
            {
                return false;
            }
        }

        // "The bridge over two rivers" and "above" in space cannot be told apart without its verb; "some" of a sum can.
        return true;
    }
}
