namespace Sayso.Core.Quantities;

/// <summary>Whether a verb or adverb before a quantity says that it moved: "rose 4% to 1.2 million", "from 3,000", "down 12".</summary>
internal static class Changes
{
    private const int Reach = 9;

    private static readonly HashSet<string> _up = new(
        "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbs climbed climbing jump jumps jumped jumping gain gains gained gaining surge surged surging soar soared soaring raise raises raised raising up added add expand expanded doubled".Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> _down = new(
        "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased decreasing shrink shrank shrunk plunge plunged plunging slip slipped slipping lose lost cut cuts cutting reduce reduced reducing slash slashed down tumbled tumble sank sunk".Split(' '),
        StringComparer.Ordinal);

    /// <summary>The change that a quantity is, begins or ends.</summary>
    /// <param name="scene">The text.</param>
    /// <param name="first">The quantity's first word.</param>
    /// <param name="value">Its number.</param>
    public static Change? Before(QuantityScene scene, int first, double? value)
    {
        var before = scene.Form(first - 1);
        for (var i = first - 1; i >= 0 && i >= first - Reach; i--)
        {
            var form = scene.Form(i);
            if (form is "." or "," or ";" or ":" or "that" or "which" or "who" or "and" or "but")
            {
                return null;
            }

            var direction = _up.Contains(form) ? ChangeDirection.Up : _down.Contains(form) ? ChangeDirection.Down : (ChangeDirection?)null;
            if (direction is { } way && !(form is "up" && scene.Form(i + 1) == "to"))
            {
                return before switch
                {
                    "to" => new Change(way, null, value, null),
                    "from" => new Change(way, value, null, null),
                    "by" or "another" => new Change(way, null, null, value),
                    _ => i >= first - 2 ? new Change(way, null, null, value) : null,
                };
            }
        }

        return null;
    }
}
