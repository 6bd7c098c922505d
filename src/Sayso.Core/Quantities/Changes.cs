namespace Sayso.Core.Quantities;

/// <summary>Whether a verb or adverb before a quantity says that it moved: "rose 4% to 1.2 million", "from 3,000", "down 12".</summary>
internal static class Changes
{
    private const int Reach = 9;

    /// <summary>How far behind "from 5" its "to 7" may stand.</summary>
    private const int LinkReach = 16;

    /// <summary>How far behind a figure ", a number that has grown from" may reach.</summary>
    private const int ApposedReach = 30;

    private static readonly HashSet<string> _up = new(
        ("rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbs climbed "
            + "climbing jump jumps jumped jumping gain gains gained gaining surge surged surging soar soars soared soaring raise raises "
            + "raised raising up "
        + "add adds added expand expands expanded doubled advance advances advanced rally rallied rebound rebounded spiked swelled "
            + "swollen skyrocketed upward upwards lift lifts lifted boost boosts boosted strengthened").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> _down = new(
        ("fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased "
            + "decreasing shrink shrinks shrank shrunk plunge plunges plunged plunging plummet plummets plummeted plummeting slip slips "
            + "slipped slipping lose loses lost cut cuts cutting "
        + "reduce reduces reduced reducing slash slashes slashed slashing down tumble tumbles tumbled tumbling sank sunk slid slide "
            + "slides dipped eased shed sheds downward downwards lower lowers lowered lowering weakened retreated trimmed halved")
            .Split(' '),
        StringComparer.Ordinal);

    /// <summary>
    /// Verbs that have objects: an amount behind them is moved only where a preposition or a percentage says so ("cut 4%",
    /// "raised to $5"; not "added two goals").
    /// </summary>
    private static readonly HashSet<string> _transitive = new(
        "raise raises raised raising add adds added lift lifts lifted boost boosts boosted expand expands expanded lose loses lost cut cuts cutting reduce reduces reduced reducing slash slashes slashed slashing lower lowers lowered lowering shed sheds trimmed gain gains gained gaining increase increases increased increasing grow grows grew grown growing".Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> _moves = new(
        "go goes going went gone move moves moved moving change changed changing changes shift shifted shifts revise revised revises swing swung swings double doubled doubling triple tripled quadrupled jump improve improved improving widened narrowed bring brought recovered".Split(' '),
        StringComparer.Ordinal);

    /// <summary>The change that a quantity is, begins or ends.</summary>
    /// <param name="scene">The text.</param>
    /// <param name="first">The quantity's first word.</param>
    /// <param name="value">Its number.</param>
    /// <param name="unit">Its unit.</param>
    public static Change? Before(QuantityScene scene, int first, double? value, string? unit)
    {
        // "By an average of 5", "by just 5".
        var link = first - 1;
        while (scene.Form(link) is "just" or "only" or "another"
            || (scene.Form(link) == "of" && scene.Form(link - 1) is "average" or "total" or "limit"))
        {
            link = scene.Form(link) == "of" ? Determiner(scene, link - 1) : link - 1;
        }

        link = BeforeNamed(scene, link);
        var before = scene.Form(link);
        for (var i = first - 1; i >= 0 && i >= first - Reach; i--)
        {
            var form = scene.Form(i);
            if (form is "." or ";" or ":" or "that" or "which" or "who" or "and" or "but"
                || (form == "," && !(i == first - 2 && before is "from" or "to")))
            {
                return null;
            }

            var direction = _up.Contains(form) ? ChangeDirection.Up : _down.Contains(form) ? ChangeDirection.Down : (ChangeDirection?)null;
            if (direction is { } way && !(form is "up" && scene.Form(i + 1) == "to")
                && !(form is "up" or "down" && (scene.Form(i + 1) is "in" or "on" or "at" or "with" || scene.Form(i - 1) == "-")))
            {
                return before switch
                {
                    "to" or "at" when before == "to" || scene.Form(link - 1) == "end" => new Change(way, null, value, null),
                    "from" => new Change(way, value, null, null),
                    "by" or "another" => new Change(way, null, null, value),
                    // "Fell on 10 districts", "sank in 40 fathoms".
                    "on" or "in" or "at" or "with" or "for" or "after" or "near" or "among" or "through" => null,
                    _ => i >= link - 1 && (!_transitive.Contains(form) || unit is "percent" or "percentage point" or "basis point")
                        ? new Change(way, null, null, value) : null,
                };
            }
        }

        return null;
    }

    /// <summary>Whether a word says that something moved.</summary>
    public static bool IsOne(string form) => form is not ("up" or "down") && (_up.Contains(form) || _down.Contains(form));

    /// <summary>Whether what a "from" begins is said to move.</summary>
    public static bool IsMove(QuantityScene scene, int from)
    {
        for (var i = from - 1; i >= 0 && i >= from - Reach; i--)
        {
            var form = scene.Form(i);
            if (form is "." or ";" or ":" or "and" or "but" or "which" or "who")
            {
                return false;
            }

            if (_up.Contains(form) || _down.Contains(form) || _moves.Contains(form))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Brings the parts of one change together: "rose 4% to 1.2 million from 1.1 million" is one of three quantities, each of which
    /// has all of it; "from 5 on Monday to 7" moves whether a verb says so or not.
    /// </summary>
    /// <param name="scene">The text.</param>
    /// <param name="found">The quantities in order, with the words that they begin and end at.</param>
    public static void Join(QuantityScene scene, List<FoundQuantity> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var last = i;
            while (last + 1 < found.Count && last - i < 2
                && IsNext(scene, found[last], found[last + 1], i == last ? null : found[i].Quantity.Change) is { } next)
            {
                last++;
                found[last] = found[last] with { Quantity = found[last].Quantity with { Change = next.Second } };
                found[last - 1] = found[last - 1] with { Quantity = found[last - 1].Quantity with { Change = next.First } };
            }

            if (last == i)
            {
                continue;
            }

            var parts = found.GetRange(i, last - i + 1).Select(f => f.Quantity.Change!).ToList();
            var of = found.GetRange(i, last - i + 1).Select(f => f.Quantity.Of).FirstOrDefault(o => o is not null);
            var whole = new Change(
                parts[0].Direction, parts.Select(p => p.From).FirstOrDefault(p => p is not null), parts.Select(p => p.To)
                    .FirstOrDefault(p => p is not null), parts.Select(p => p.By).FirstOrDefault(p => p is not null));
            // "From 2 to 3 euros", "from 10 to 15 million": both are in what the second is.
            if (last == i + 1 && scene.Form(found[last].First - 1) == "to" && found[i].End == found[last].First - 1)
            {
                (found[i], whole) = Alike(scene, found[i], found[last], whole);
            }

            // "A number that has grown from the ministry's estimate of 3,000": of what the number counts, not of an estimate.
            var isApposed = parts[0] is { From: not null, To: not null };
            for (var j = i; j <= last; j++)
            {
                var own = found[j].Quantity.Of is { } named && !(isApposed && of is not null && named.End <= found[j].Quantity.Span.Start)
                    ? named : of;
                found[j] = found[j] with { Quantity = found[j].Quantity with { Change = whole, Of = own } };
            }

            i = last;
        }
    }

    private static (FoundQuantity First, Change Whole) Alike(QuantityScene scene, FoundQuantity one, FoundQuantity two, Change whole)
    {
        if (one.Quantity is not { Unit: null, Value: { } value } || two.Quantity.Value is not { } last)
        {
            return (one, whole);
        }

        var scale = ScaleOf(scene, one) == 1 && ScaleOf(scene, two) is > 1 and var other && value < 1000 && value * other < last * 1000
            ? other : 1;
        return (one with { Quantity = one.Quantity with { Value = value * scale, Unit = two.Quantity.Unit } },
            whole.From == value ? whole with { From = value * scale } : whole);
    }

    /// <summary>What the digits of a quantity were multiplied by.</summary>
    private static double ScaleOf(QuantityScene scene, FoundQuantity found) =>
        Enumerable.Range(found.First, Math.Min(found.End - found.First, 6)).Select(i => NumberReader.Read(scene.Words, i)?.Scale)
            .FirstOrDefault(scale => scale is not null) ?? 1;

    /// <summary>What two quantities of one change are in it; <c>null</c> where they are not of one.</summary>
    private static (Change First, Change Second)? IsNext(QuantityScene scene, FoundQuantity one, FoundQuantity two, Change? begun)
    {
        var (first, second) = (one.Quantity, two.Quantity);
        var link = scene.Form(two.First - 1);
        if (begun is null && two.First - one.End <= ApposedReach && IsApposed(scene, one, two) is { } apposed)
        {
            return apposed;
        }

        if (two.First - one.End > LinkReach
            || Enumerable.Range(one.End, Math.Max(0, two.First - one.End))
            .Any(i => scene.Form(i) is "." or ";" or "!" or "?" or "and" or "but"))
        {
            return null;
        }

        // "From 5 in May to 7": a movement, whatever the verb.
        if (link == "to" && scene.Form(one.First - 1) == "from" && first.Unit == second.Unit | first.Unit is null | second.Unit is null
            && first.Value is { } from && second.Value is { } to)
        {
            var way = first.Change?.Direction ?? (to > from ? ChangeDirection.Up : to < from ? ChangeDirection.Down : ChangeDirection.Same);
            return (new Change(way, from, null, null), new Change(way, null, to, null));
        }

        if (first.Change is not { } start || (begun is not null && start.Direction != begun.Direction))
        {
            return null;
        }

        var isNear = two.First - one.End <= 6;
        return second.Change is { } end && end.Direction == start.Direction && Role(end) != Role(start) && isNear ? (start, end)
            : second.Change is null && isNear && link is "to" && start.To is null && second.Value is { } reached
                ? (start, new Change(start.Direction, null, reached, null))
            : second.Change is null && isNear && link is "from" && start.From is null && second.Value is { } begin
                ? (start, new Change(start.Direction, begin, null, null))
            : null;
    }

    private static readonly HashSet<string> _figures = new(("estimate estimates figure level number count record high low peak forecast "
        + "projection").Split(' '), StringComparer.Ordinal);

    /// <summary>The preposition before "the ministry's previous estimate of 3,000"; the word given where there is none.</summary>
    private static int BeforeNamed(QuantityScene scene, int link)
    {
        if (scene.Form(link) != "of" || !_figures.Contains(scene.Form(link - 1)))
        {
            return link;
        }

        for (var i = link - 2; i >= 0 && i >= link - Reach; i--)
        {
            if (scene.Form(i) is "from" or "to" or "by")
            {
                return i;
            }

            if (scene.Form(i) is "," or "." or ";" or "and" or "in" or "on" or "at")
            {
                break;
            }
        }

        return link;
    }

    /// <summary>"Around 10,000 men, a number that has grown from 3,000": a figure, and from where it has come.</summary>
    private static (Change First, Change Second)? IsApposed(QuantityScene scene, FoundQuantity one, FoundQuantity two)
    {
        if (one.Quantity is not { Change: null, Value: { } to } || two.Quantity is not { Change: { From: { } from, To: null } moved }
            || one.Quantity.Unit != two.Quantity.Unit)
        {
            return null;
        }

        // "7.1% in February, up from 6.8%".
        if (scene.Form(two.First - 1) == "from" && scene.Form(two.First - 2) is "up" or "down" && scene.Form(two.First - 3) is "," or "("
            or "–" or "—"
            && !Enumerable.Range(one.End, two.First - 3 - one.End).Any(i => scene.Form(i) is "." or "," or ";" or "and" or "but")
            && (moved.Direction == ChangeDirection.Up ? to > from : to < from))
        {
            var level = new Change(moved.Direction, from, to, null);
            return (level, level);
        }

        for (var i = one.End; i < two.First - 2; i++)
        {
            if (scene.Form(i) is "a" or "the" && scene.Form(i - 1) is "," or "—" or "–"
                && scene.Form(i + 1) is "number" or "figure" or "total" or "count" or "sum" && scene.Form(i + 2) is "that" or "which")
            {
                var whole = new Change(moved.Direction, from, to, null);
                return (whole, whole);
            }
        }

        return null;
    }

    private static char Role(Change change) => change switch { { From: not null } => 'f', { To: not null } => 't', _ => 'b' };

    private static int Determiner(QuantityScene scene, int noun)
    {
        var at = noun - 1;
        while (scene.Form(at) is "a" or "an" or "the" or "daily" or "weekly" or "monthly")
        {
            at--;
        }

        return at;
    }
}
