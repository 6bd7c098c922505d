using System.Globalization;
using NodaTime;
using Sayso.Core.Attitudes;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Inconsistencies;

/// <summary>
/// "Her second visit in six weeks, the previous one having been in August": an interval that cannot hold the earlier time.
/// The interval ends with a day that the sentence names before it, or with the day of publication.
/// </summary>
internal static class Recurrences
{
    private const int MostWordsApart = 8;
    private static readonly HashSet<string> _earlier =
        new(["previous", "last", "earlier", "prior", "first", "preceding"], StringComparer.Ordinal);
    private static readonly HashSet<string> _goesOn =
        new(["one", "was", "were", "came", "being", "having", "took", "in", "on", "occurred", "happened"], StringComparer.Ordinal);

    /// <summary>Those whose count stands in a sentence; the earlier time may stand in the next.</summary>
    public static IEnumerable<Inconsistency> In(InconsistencyScene scene, int sentence)
    {
        var times = scene.TimesIn(sentence);
        foreach (var count in scene.QuantitiesIn(sentence).Where(q => IsOrdinal(scene, q)))
        {
            var interval = times.FirstOrDefault(t => t.Span.Start >= count.Span.End && t.Type == TimeType.Duration);
            if (interval is null || !IsIn(scene, count, interval) || LengthOf(interval) is not var (length, slack)
                || EndOf(scene, times, count) is not { } end)
            {
                continue;
            }

            foreach (var earlier in times.Where(t => t.Span.Start > interval.Span.End).Concat(scene.TimesIn(sentence + 1)))
            {
                if (DayRange.Of(earlier) is { IsOpen: false } and var (_, latest) && IsEarlierOne(scene, count, interval, earlier)
                    && latest < end && latest < (end - length) - slack)
                {
                    yield return InconsistencyScene.Found(
                        string.Create(CultureInfo.InvariantCulture,
                            $"{earlier.Span.Slice(scene.Text)} is more than {interval.Span.Slice(scene.Text)} before {end:d MMMM uuuu}."),
                        new TextSpan(count.Span.Start, interval.Span.End), earlier.Span);
                }
            }
        }
    }

    private static bool IsOrdinal(InconsistencyScene scene, Quantity quantity) =>
        quantity.Of is not null && scene.Words(quantity.Span.Start, quantity.Span.End) is [var word]
            && SmallNumber.Ordinal(word.Form) is > 1;

    /// <summary>Only what is counted and "in" or "within" between the ordinal and the interval.</summary>
    private static bool IsIn(InconsistencyScene scene, Quantity count, TimeExpression interval) =>
        scene.Words(Math.Max(count.Span.End, count.Of!.Value.End), interval.Span.Start, MostWordsApart) is { Count: > 0 and < 4 } words
            && words[0].Form is "in" or "within" or "over";

    /// <summary>The period, and half of its unit: "six weeks" may be six and a half.</summary>
    private static (Period Length, Period Slack)? LengthOf(TimeExpression interval)
    {
        var value = interval.Value;
        if (interval.Mod is not (null or "APPROX") || value.Length < 3 || value[0] != 'P'
            || !int.TryParse(value.AsSpan(1, value.Length - 2), out var number) || number is < 1 or > 500)
        {
            return null;
        }

        return value[^1] switch
        {
            'D' => (Period.FromDays(number), Period.FromDays(1)),
            'W' => (Period.FromWeeks(number), Period.FromDays(4)),
            'M' => (Period.FromMonths(number), Period.FromDays(16)),
            'Y' => (Period.FromYears(number), Period.FromMonths(6)),
            _ => null,
        };
    }

    /// <summary>The day at which the interval ends.</summary>
    private static LocalDate? EndOf(InconsistencyScene scene, IReadOnlyList<TimeExpression> times, Quantity count) =>
        times.LastOrDefault(t => t.Span.End <= count.Span.Start && DayRange.Of(t) is { IsOpen: false }) is { } named
            ? DayRange.Of(named)?.Latest : scene.Published;

    /// <summary>"The previous visit", "the last one", "the first was": right before the time, and of the same thing.</summary>
    private static bool IsEarlierOne(InconsistencyScene scene, Quantity count, TimeExpression interval, TimeExpression earlier)
    {
        var words = scene.Words(interval.Span.End, earlier.Span.Start, 40);
        var at = words.FindLastIndex(w => _earlier.Contains(w.Form));
        if (at < 0 || words.Count - at > MostWordsApart || at + 1 >= words.Count)
        {
            return false;
        }

        var noun = scene.Words(count.Of!.Value.Start, count.Of.Value.End)[^1].Form;
        return _goesOn.Contains(words[at + 1].Form) || Singular(words[at + 1].Form) == Singular(noun);
    }

    private static string Singular(string form) => form.Length > 3 && form[^1] == 's' ? form[..^1] : form;
}
