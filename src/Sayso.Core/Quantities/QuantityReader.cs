using Sayso.Core.Attitudes;
using Sayso.Core.Errors;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Quantities;

/// <summary>
/// Reads the quantities of a text by rules, one file a phenomenon: numbers, bounds around them, units behind them, ranges, rates,
/// changes, what is counted, and what is no quantity. Each looks at a bounded number of words, so the cost is linear in the
/// text. Dates and durations are time expressions (<see cref="TimeReader"/>) and no quantities.
/// </summary>
public static class QuantityReader
{
    private const int MostWordsOfNoun = 6;

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
    internal static IReadOnlyList<Quantity> Read(string text, IReadOnlyList<TimeExpression> times, QuantityConvention convention,
        out long looks)
    {
        var words = QuantityWords.Read(text);
        var scene = new QuantityScene(text, words, times) { Convention = convention };
        List<FoundQuantity> found = [];
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

            if (At(scene, at, free, found.Count > 0 ? found[^1] : null) is { } match)
            {
                found.Add(match);
                at = match.End - 1;
                free = match.End;
            }
        }

        Changes.Join(scene, found);
        Rates.Share(scene, found);
        looks = scene.Looks;
        return [.. found.Select(f => f.Quantity)];
    }

    /// <summary>The quantity whose number begins at a word, with the words that it begins and ends at.</summary>
    private static FoundQuantity? At(QuantityScene scene, int at, int free, FoundQuantity? previous)
    {
        if (scene.Form(at) is "twice" or "thrice")
        {
            return Made(scene, at, at + 1, Bounds.Before(scene, at),
                new Quantity(default) { Value = scene.Form(at) == "twice" ? 2 : 3, Unit = "times" }, free, previous);
        }

        // "The second visit in six weeks", "the second of its kind in six months", "the eighth in 10 games" count visits, kinds, games.
        if (SmallNumber.Ordinal(scene.Form(at)) is > 1 and < 20 and var ordinal && Recurs(scene, at + 1))
        {
            return Made(scene, at, at + 1, new Bounds(at, Comparator.Equal, false), new Quantity(default) { Value = ordinal }, free,
                previous);
        }

        return Lengths.Read(scene, at) is { } length
            ? Made(scene, at, length.End, Bounds.Before(scene, at), new Quantity(default) { Value = length.Value, Unit = length.Unit },
                free, previous)
            : NumberReader.Read(scene.Words, at) is { } number && !Stuck(scene, at, number) ? Of(scene, at, number, free, previous)
            : null;
    }

    /// <summary>Whether what an ordinal counts is counted over a time, or over so many of something.</summary>
    private static bool Recurs(QuantityScene scene, int behind)
    {
        if (scene.Form(behind) == "in" && !scene.IsTime(behind + 1)
            && NumberReader.Read(scene.Words, behind + 1) is { IsVague: false, Value: > 2 } games
            && Counted.Behind(scene, games.End) is not null)
        {
            return true;
        }

        if (IsOverTime(scene, behind))
        {
            return true;
        }

        var isKind = scene.Form(behind) == "of" && scene.Form(behind + 1) is "its" or "their" or "his" or "her";
        var link = isKind ? behind + 3 : behind + 1;
        return (scene.Form(link) is "in" or "within" && scene.IsTime(link + 1))
            || (!isKind && scene.Form(behind + 2) is "in" or "within" && scene.IsTime(behind + 3)
                && char.IsLetter(scene.Form(behind + 1)[0]) && !Subjects.IsPlainVerb(scene.Form(behind + 1)));
    }

    /// <summary>
    /// "Third trip to the region in as many months", "fifth goal in six games", "14th time the pump had failed since 2019", "fourth attack
    /// this month": behind the noun and what hangs on it stands over what time, or over how many, it was counted.
    /// </summary>
    private static bool IsOverTime(QuantityScene scene, int noun)
    {
        if (scene.Form(noun) is not { Length: > 1 } form || !char.IsLetter(form[0]) || scene.IsInTime(noun) || Subjects.IsPlainVerb(form)
            || form is "of" or "in" or "on" or "at" or "and" or "or" or "to" or "for" or "by" or "half" or "quarter" or "century"
            or "place")
        {
            return false;
        }

        for (var i = noun + 1; i <= noun + MostWordsOfNoun; i++)
        {
            if (scene.Form(i) is "" or "." or "," or ";" or ":" or "!" or "?" or "and" or "but" or "\"" or "”")
            {
                return false;
            }

            if (scene.Form(i) is "in" or "within" && scene.IsDuration(i + 1))
            {
                return true;
            }

            if (i == noun + 1 && scene.Form(i) == "in"
                && NumberReader.Read(scene.Words, i + 1) is { IsVague: false, IsFraction: false, Value: > 2 and < 1000 } games
                && !scene.IsTime(i + 1) && Counted.Behind(scene, games.End) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static FoundQuantity? Of(QuantityScene scene, int at, Number number, int free, FoundQuantity? previous)
    {
        var sign = Currencies.Before(scene, at)
            ?? (scene.Form(at - 1) is "-" or "−" && scene.Touch(at - 1, at) ? Currencies.Before(scene, at - 1) : null);
        var first = sign?.First ?? at;
        if (Minus(scene, sign is not null && scene.Form(at - 1) is "-" or "−" ? at : first) is { } negative)
        {
            number = number with { Value = -number.Value };
            first = Math.Min(first, negative);
        }

        var bounds = Bounds.Before(scene, first);
        var range = Ranges.Read(scene, bounds.First - 1, number, sign?.Unit);
        var end = range?.End ?? number.End;
        var unit = sign is null ? Units.Behind(scene, end, number.Value) : null;
        if (unit is null && scene.Form(end) == "of" && number.IsVague && Units.Behind(scene, end + 1, number.Value) is { } sum)
        {
            unit = sum;
        }

        // "Two-tenths of a mile", "half a mile".
        if (unit is null && (number.IsFraction || number.Value is > 0 and < 1) && scene.Form(end) == "of" && scene.Form(end + 1) is "a"
            or "an"
            && Units.Behind(scene, end + 2) is { } part)
        {
            unit = part;
        }
        else if (unit is null && number.IsFraction && scene.Form(end) is "a" or "an" && Units.Behind(scene, end + 1) is { } whole)
        {
            unit = whole;
        }

        var hasUnit = sign is not null || unit is not null || range is not null || number.IsFraction;
        if (sign is null && scene.Convention.CountsAges && NotQuantities.YearsOld(scene, end) is { } age)
        {
            unit = age;
        }
        else if (NotQuantities.Is(scene, first, number, hasUnit))
        {
            return null;
        }

        if (sign is null && unit is null && number.Value < 10.5 && scene.Form(at).Contains('.', StringComparison.Ordinal)
            && Units.IsMagnitude(scene, bounds.First, end))
        {
            unit = ("magnitude", end);
        }

        end = unit?.End ?? end;
        if (sign?.Unit == "USD" && scene.Form(end) == "us" && scene.IsCapital(end))
        {
            // "$31.20 US".
            end++;
        }

        var isBeyond = double.IsInfinity(number.Value) || range is { High: double.PositiveInfinity };
        var quantity = new Quantity(default)
        {
            Value = range is not null || isBeyond ? null : number.Value,
            Low = range is { IsAbsurd: false } && !isBeyond ? range.Value.Low : null,
            High = range is { IsAbsurd: false } && !isBeyond ? range.Value.High : null,
            IsApproximate = number.IsVague || bounds.IsApproximate,
            Comparator = number.IsVague && bounds.Comparator == Comparator.Equal ? Comparator.AtLeast : bounds.Comparator,
            Unit = sign?.Unit ?? unit?.Unit,
            Problem = isBeyond ? ProblemCodes.NumberBeyond : range is { IsAbsurd: true } ? ProblemCodes.AbsurdRange : null,
        };
        return Made(scene, at, end, bounds with { First = Math.Min(bounds.First, first) }, quantity, free, previous);
    }

    private static FoundQuantity Made(QuantityScene scene, int at, int end, Bounds bounds, Quantity quantity, int free,
        FoundQuantity? previous)
    {
        var first = Math.Max(bounds.First, Math.Min(free, at));
        if (Bounds.Behind(scene, end) is { } behind)
        {
            bounds = bounds with
            {
                Comparator = behind.Comparator == Comparator.Equal
                ? bounds.Comparator : behind.Comparator,
                IsApproximate = bounds.IsApproximate || behind.IsApproximate
            };
            end = behind.End;
        }

        var outOf = quantity.Unit is null && quantity.Value is { } small ? Rates.OutOf(scene, end, small) : null;
        var rate = outOf is { } share ? (share.Rate, share.End) : Rates.Behind(scene, end, quantity.Unit)
            ?? Rates.Behind(scene, Counted.BehindBrackets(scene, end), quantity.Unit);
        var of = outOf is { } those ? those.Of : Counted.Of(scene, new FoundQuantity(quantity, first, end, null), rate?.End
            ?? end, previous);
        rate ??= of is var (ofFirst, ofEnd) && ofFirst >= end && (quantity.Unit is null
            || (scene.Form(end) is "of" or "in" && ofFirst <= end + 2))
            ? Rates.Behind(scene, ofEnd, quantity.Unit) : null;
        end = outOf?.End ?? end;
        var made = quantity with
        {
            Span = new TextSpan(scene.Words[first].Span.Start, scene.Words[end - 1].Span.End),
            Comparator = quantity.Comparator == Comparator.Equal ? bounds.Comparator : quantity.Comparator,
            IsApproximate = quantity.IsApproximate || bounds.IsApproximate,
            Of = of is var (from, to) ? new TextSpan(scene.Words[from].Span.Start, scene.Words[to - 1].Span.End) : null,
            Per = rate?.Rate,
            Change = Changes.Before(scene, first, quantity.Value, quantity.Unit),
        };

        // "More than 60 miles (100 km)": the same again in another unit, with its bounds.
        var isAgain = previous is { Quantity.Unit: not null } && made.Unit is not null && first - previous.Value.End == 1
            && scene.Form(first - 1) is "(" or "/" && made is { Comparator: Comparator.Equal, IsApproximate: false };
        return new FoundQuantity(isAgain
            ? made with { Comparator = previous!.Value.Quantity.Comparator, IsApproximate = previous.Value.Quantity.IsApproximate }
            : made, first, end, of);
    }

    /// <summary>Where the minus of a number stands: "-5", "−5", "minus 5"; <c>null</c> without one.</summary>
    private static int? Minus(QuantityScene scene, int first)
    {
        var form = scene.Form(first - 1);
        return form is "minus" or "negative" ? first - 1
            : form is "-" && scene.Form(first - 2) is "minus" && scene.Touch(first - 1, first) ? first - 2
            : form is "-" or "−" && scene.Touch(first - 1, first)
                && (!scene.Touch(first - 2, first - 1) || scene.Form(first - 2) is "(" or "$" or "€" or "£") ? first - 1
            : null;
    }

    /// <summary>A number that is a part of a word: "5News", "B2B", of an address, of a clock's time or a telephone's number.</summary>
    private static bool Stuck(QuantityScene scene, int at, Number number)
    {
        var end = number.End;
        return (scene.Touch(at - 1, at)
            && (scene.Form(at - 1) is "/" or "_" or "." or "@" or "+"
                || (scene.Form(at - 1) == ":" && NumberReader.IsDigits(scene.Form(at - 2)))))
            || (scene.Touch(end - 1, end) && ((scene.Form(end) is "/" && NumberReader.IsDigits(scene.Form(end + 1)))
                || (scene.Form(end) is "_" or "@" or ":" && scene.Touch(end, end + 1) && NumberReader.IsDigits(scene.Form(end + 1)))))
            || NotQuantities.IsTelephone(scene, at);
    }
}

/// <summary>A quantity with where it stands among the words.</summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="First">The index of its first word.</param>
/// <param name="End">The index behind its last one.</param>
/// <param name="Of">The words of what is counted.</param>
internal readonly record struct FoundQuantity(Quantity Quantity, int First, int End, (int First, int End)? Of);
