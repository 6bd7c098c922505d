using Sayso.Core.Attitudes;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Quantities;

/// <summary>
/// Reads the quantities of a text by rules, one file a phenomenon: numbers, bounds before them, units behind them, rates,
/// changes, what is counted, and what is no quantity. Each looks at a bounded number of words, so the cost is linear in the
/// text. Dates and durations are time expressions (<see cref="TimeReader"/>) and no quantities.
/// </summary>
public static class QuantityReader
{
    private const int MostWordsCounted = 6;

    private static readonly HashSet<string> _stops = new(
        ("the a an this that these those and or but nor who whom which where when while in on at by to for from with into onto over under about after before since until against between among during through without within as than if because "
        + "is are was were be been being has have had do does did will would can could may might must should said says say told more less not no it they he she we you i their his her its our my your").Split(' '),
        StringComparer.Ordinal);

    /// <summary>The quantities in the order of the text; they do not overlap.</summary>
    /// <param name="text">The text.</param>
    /// <param name="times">Its time expressions, in order.</param>
    public static IReadOnlyList<Quantity> Read(string text, IReadOnlyList<TimeExpression> times)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(times);
        return Read(text, times, QuantityConvention.Sayso, out _);
    }

    /// <summary>The same by another convention.</summary>
    /// <param name="text">The text.</param>
    /// <param name="times">Its time expressions, in order; what they cover is no quantity.</param>
    /// <param name="convention">Whose.</param>
    public static IReadOnlyList<Quantity> Read(string text, IReadOnlyList<TimeExpression> times, QuantityConvention convention)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(convention);
        return Read(text, times, convention, out _);
    }

    /// <summary>The same, and how many words rules have looked at.</summary>
    internal static IReadOnlyList<Quantity> Read(string text, IReadOnlyList<TimeExpression> times, QuantityConvention convention, out long looks)
    {
        var words = WordReader.Read(text, [new TextSpan(0, text.Length)], int.MaxValue);
        var scene = new QuantityScene(text, words, [.. times.Select(t => t.Span.Start)]) { Convention = convention };
        List<Quantity> found = [];
        var time = 0;
        for (int at = 0, free = 0; at < words.Count; at++)
        {
            while (time < times.Count && times[time].Span.End <= words[at].Span.Start)
            {
                time++;
            }

            if (time < times.Count && times[time].Span.Overlaps(words[at].Span))
            {
                free = at + 1;
                continue;
            }

            if (At(scene, at, free) is var (quantity, end))
            {
                found.Add(quantity);
                at = end - 1;
                free = end;
            }
        }

        looks = scene.Looks;
        return found;
    }

    /// <summary>The quantity whose number begins at a word, and the index behind it.</summary>
    private static (Quantity Quantity, int End)? At(QuantityScene scene, int at, int free)
    {
        if (scene.Form(at) is "twice" or "thrice")
        {
            return Made(scene, at, at + 1, Bounds.Before(scene, at), new Quantity(default) { Value = scene.Form(at) == "twice" ? 2 : 3, Unit = "times" }, free);
        }

        // "The second visit in six weeks" counts visits.
        if (SmallNumber.Ordinal(scene.Form(at)) is > 1 and < 20 and var ordinal && scene.Form(at + 2) is "in" or "within" && scene.IsTime(at + 3))
        {
            return Made(scene, at, at + 1, new Bounds(at, Comparator.Equal, false), new Quantity(default) { Value = ordinal }, free);
        }

        if (NumberReader.Read(scene.Words, at) is not { } number || Stuck(scene, at, number.End))
        {
            return null;
        }

        var sign = Units.Before(scene, at);
        var first = sign?.First ?? at;
        var bounds = Bounds.Before(scene, first);
        var (upper, end) = Range(scene, bounds, number);
        var unit = sign is null ? Units.Behind(scene, end) : null;
        if (unit is null && scene.Form(end) == "of" && number.IsVague && Units.Behind(scene, end + 1) is { } sum)
        {
            unit = sum;
        }

        if (sign is null && scene.Convention.CountsAges && NotQuantities.YearsOld(scene, end) is { } age)
        {
            unit = age;
        }
        else if (NotQuantities.Is(scene, first, number, sign is not null || unit is not null || upper is not null))
        {
            return null;
        }

        if (sign is null && unit is null && number.Value < 10.5 && scene.Form(at).Contains('.', StringComparison.Ordinal) && Units.IsMagnitude(scene, bounds.First, end))
        {
            unit = ("magnitude", end);
        }

        end = unit?.End ?? end;
        var isRange = upper is not null;
        var quantity = new Quantity(default)
        {
            Value = isRange || double.IsInfinity(number.Value) ? null : number.Value,
            Low = isRange ? number.Value : null,
            High = upper,
            IsApproximate = number.IsVague || bounds.IsApproximate,
            Comparator = number.IsVague && bounds.Comparator == Comparator.Equal ? Comparator.AtLeast : bounds.Comparator,
            Unit = sign?.Unit ?? unit?.Unit,
        };
        return Made(scene, at, end, bounds with { First = Math.Min(bounds.First, first) }, quantity, free);
    }

    private static (Quantity Quantity, int End) Made(QuantityScene scene, int at, int end, Bounds bounds, Quantity quantity, int free)
    {
        var first = Math.Max(bounds.First, Math.Min(free, at));
        var of = Counted(scene, scene.Form(end) == "of" ? end + 1 : end);
        var per = Per(scene, of?.End ?? end);
        return (quantity with
        {
            Span = new TextSpan(scene.Words[first].Span.Start, scene.Words[end - 1].Span.End),
            Comparator = quantity.Comparator == Comparator.Equal ? bounds.Comparator : quantity.Comparator,
            IsApproximate = quantity.IsApproximate || bounds.IsApproximate,
            Of = of is var (from, to) ? new TextSpan(scene.Words[from].Span.Start, scene.Words[to - 1].Span.End) : null,
            Per = per,
            Change = Changes.Before(scene, first, quantity.Value),
        }, end);
    }

    /// <summary>A number that is a part of a word: "5News", "B2B", or of an address.</summary>
    private static bool Stuck(QuantityScene scene, int at, int end) =>
        (scene.Touch(at - 1, at) && scene.Form(at - 1) is "/" or "_" or "." or "@" or "+")
        || (scene.Touch(end - 1, end) && scene.Form(end) is "/" or "_" or "@" && NumberReader.IsDigits(scene.Form(end + 1)));

    /// <summary>"10 to 20", "between 50 and 70", "two or three", "10-20".</summary>
    private static (double? Upper, int End) Range(QuantityScene scene, Bounds bounds, Number number)
    {
        var middle = Units.Behind(scene, number.End) is var (_, unitEnd) ? unitEnd : number.End;
        foreach (var end in new[] { number.End, middle }.Distinct())
        {
            var link = scene.Form(end);
            var start = Units.Before(scene, end + 2) is not null ? end + 2 : end + 1;
            var isBetween = scene.Form(bounds.First - 1) == "between" && link == "and";
            if ((isBetween || link is "to" or "or" or "-" or "–") && !(link == "to" && scene.Form(bounds.First - 1) == "from") && !scene.IsTime(start)
                && NumberReader.Read(scene.Words, start) is { IsVague: false } second && second.Value > number.Value && (link is "to" or "or" || isBetween || NumberReader.IsDigits(scene.Form(start)))
                && (second.Value < number.Value * 1000 || number.Value == 0))
            {
                return (second.Value, second.End);
            }
        }

        return (null, number.End);
    }

    /// <summary>The noun phrase behind a number: up to a word that no phrase goes on with, "of" and what follows included once.</summary>
    private static (int First, int End)? Counted(QuantityScene scene, int at)
    {
        var first = scene.Form(at) is "-" ? at + 1 : at;
        while (scene.Form(first) is "the" or "its" or "their" or "his" or "her" or "our" or "those" or "these" or "all" or "other" or "more")
        {
            first++;
        }

        var end = first;
        while (end < scene.Words.Count && end - first < MostWordsCounted && IsOfPhrase(scene, end, first))
        {
            // What is counted is plural: behind it a verb begins.
            var isPlural = scene.Form(end) is { Length: > 3 } form && form[^1] == 's' && form[^2] is not ('s' or 'u' or 'i');
            end++;
            if (isPlural && scene.Form(end) is not ("of" or "-"))
            {
                break;
            }
        }

        return end > first ? (first, end) : null;
    }

    private static bool IsOfPhrase(QuantityScene scene, int at, int first)
    {
        var form = scene.Form(at);
        return form.Length > 0 && (char.IsLetter(form[0]) || (form is "-" && at > first && scene.Touch(at - 1, at))) && !_stops.Contains(form) && !scene.IsTime(at)
            && !(form.EndsWith("ed", StringComparison.Ordinal) && at > first && form.Length > 4) && !(form == "of" && at == first);
    }

    /// <summary>"a day", "per year", "for every 30 soldiers", "/ hour".</summary>
    private static Rate? Per(QuantityScene scene, int at)
    {
        if (scene.Form(at) is "a" or "an" or "per" or "each" or "every" && TimeUnit.TryRead(scene.Form(at + 1), out _, out _))
        {
            return new Rate(1, scene.Form(at + 1));
        }

        if (scene.Form(at) is "per" or "/" && scene.Form(at + 1) is { Length: > 0 } noun && char.IsLetter(noun[0]))
        {
            return new Rate(1, noun);
        }

        if (scene.Form(at) == "for" && scene.Form(at + 1) is "every" or "each")
        {
            var number = NumberReader.Read(scene.Words, at + 2);
            var first = number?.End ?? at + 2;
            return Counted(scene, first) is var (from, to) ? new Rate(number?.Value ?? 1, scene.Slice(from, to)) : null;
        }

        return null;
    }
}
