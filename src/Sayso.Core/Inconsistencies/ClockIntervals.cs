using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Sayso.Core.Attitudes;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Inconsistencies;

/// <summary>
/// "Without power for almost five hours", "the lights went out at noon and came back at 3.15 p.m.": a length that two clock times do not
/// make. The length stands in the same sentence; or in the next or the one before, as what lasted; or in the sentence that names the
/// day of the clock times, and what those times are told of is named there too.
/// </summary>
internal static class ClockIntervals
{
    private const int MostWordsBetween = 7;
    private const int MostTimes = 30;

    /// <summary>Further apart than that, a length and an interval are of two things.</summary>
    private const double Widest = 4;

    private static readonly LocalDateTimePattern _minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    private static readonly HashSet<string> _over = new(("back returned ended reopened resumed restored over stopped lifted "
        + "cleared finished "
        + "closed returning ending").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> _often =
        new("day daily each every weekdays nightly usually normally or".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> _lasting = new("for lasted lasting took taking lasts".Split(' '), StringComparer.Ordinal);
    private static readonly HashSet<string> _it = new("it that this which they".Split(' '), StringComparer.Ordinal);

    /// <summary>Those of a text.</summary>
    /// <param name="scene">The text.</param>
    /// <param name="said">Whether a place is in what others say.</param>
    public static IEnumerable<Inconsistency> In(InconsistencyScene scene, Func<TextSpan, bool> said)
    {
        for (var i = 0; i < scene.Sentences.Count; i++)
        {
            var times = scene.TimesIn(i);
            if (times.Count > MostTimes || times.Count(t => t.Type == TimeType.Time) < 2 || Interval(scene, i, times) is not { } interval
                || said(interval.Span) || IsOften(scene, i))
            {
                continue;
            }

            Length[] lengths = [.. Lengths(scene, i, interval).Where(l => !said(l.Time.Span)).DistinctBy(l => l.Time.Span)];
            if (lengths is [var only] && Mismatch(scene, interval, only) is { } found)
            {
                yield return found;
            }
        }
    }

    /// <summary>
    /// The one interval of a sentence: "from noon to 3 p.m.", "at noon and came back at 3 p.m."; <c>null</c> where there is none.
    /// </summary>
    private static ClockInterval? Interval(InconsistencyScene scene, int sentence, IReadOnlyList<TimeExpression> times)
    {
        ClockInterval? found = null;
        for (var i = 0; i + 1 < times.Count; i++)
        {
            var (first, second) = (times[i], times[i + 1]);
            if (Clock(first) is not { } start || Clock(second) is not { } end || end <= start
                || !IsOneRun(scene, scene.Sentences[sentence].Start, first, second))
            {
                continue;
            }

            if (found is not null)
            {
                return null;
            }

            found = new ClockInterval(new TextSpan(first.Span.Start, second.Span.End), first, second,
                (long)Period.Between(start, end, PeriodUnits.Minutes).Minutes);
        }

        return found;
    }

    private static bool IsOneRun(InconsistencyScene scene, int start, TimeExpression first, TimeExpression second)
    {
        var between = scene.Words(first.Span.End, second.Span.Start, MostWordsBetween + 1);
        var before = scene.Words(Math.Max(start, first.Span.Start - 12), first.Span.Start) is [.., var last] ? last.Form : string.Empty;
        return between switch
        {
            [{ Form: "to" or "until" or "till" }] => before == "from",
            [{ Form: "and" }] => before == "between",
            [{ Form: "and" }, .., { Form: "at" or "by" or "around" or "about" }] => between.Count <= MostWordsBetween
                && between.Exists(w => _over.Contains(w.Form)) && !between.Exists(w => w.IsMark),
            _ => false,
        };
    }

    /// <summary>The lengths that an interval may have been told to have.</summary>
    private static IEnumerable<Length> Lengths(InconsistencyScene scene, int sentence, ClockInterval interval)
    {
        foreach (var length in LengthsIn(scene, sentence))
        {
            yield return length;
        }

        foreach (var beside in (int[])[sentence - 1, sentence + 1])
        {
            foreach (var length in LengthsIn(scene, beside).Where(l => l.IsOfVerb && (l.IsOfPronoun
                || HasSubjectOf(scene, sentence, beside))))
            {
                yield return length;
            }
        }

        if (interval.First.AnchorSpan is { } day && scene.SentenceOf(day.Start) is { } named && named != sentence
            && HasSubjectOf(scene, sentence, named))
        {
            foreach (var length in LengthsIn(scene, named))
            {
                yield return length;
            }
        }
    }

    private static IEnumerable<Length> LengthsIn(InconsistencyScene scene, int sentence)
    {
        if (sentence < 0 || sentence >= scene.Sentences.Count || IsOften(scene, sentence))
        {
            yield break;
        }

        var start = scene.Sentences[sentence].Start;
        foreach (var time in scene.TimesIn(sentence).Take(MostTimes))
        {
            if (time.Type != TimeType.Duration || MinutesOf(time.Value) is not var (minutes, unit))
            {
                continue;
            }

            var before = scene.Words(Math.Max(start, time.Span.Start - 40), time.Span.Start);
            if (before is [.., var last] && _lasting.Contains(last.Form))
            {
                var isOfVerb = last.Form != "for" || (before.Count > 1 && before[^2].Form is "lasted" or "continued");
                yield return new Length(time, minutes, unit, isOfVerb, before.Count < 4 && before.Exists(w => _it.Contains(w.Form)));
            }
        }
    }

    /// <summary>
    /// Whether a noun of the subject of one sentence stands in another: "terminals went dark" and "brought down terminals".
    /// </summary>
    private static bool HasSubjectOf(InconsistencyScene scene, int sentence, int other)
    {
        var (one, two) = (scene.Sentences[sentence], scene.Sentences[other]);
        HashSet<string> there = [.. scene.Words(two.Start, two.End, 60).Select(w => w.Form)];
        return scene.Words(one.Start, one.End, 4).TakeWhile(w => !w.IsMark).Any(w => w.Form.Length > 3 && there.Contains(w.Form)
            && w.Form is not ("with" or "that" or "this" or "they" or "were" or "from" or "have" or "some" or "there" or "their"
            or "these" or "those" or "after" or "about" or "other" or "which" or "where" or "while"
                or "before" or "between" or "during"));
    }

    private static bool IsOften(InconsistencyScene scene, int sentence) =>
        scene.Words(scene.Sentences[sentence].Start, scene.Sentences[sentence].End, 60).Exists(w => _often.Contains(w.Form));

    private static Inconsistency? Mismatch(InconsistencyScene scene, ClockInterval interval, Length length)
    {
        var isNearly = scene.Words(length.Time.Span.Start, length.Time.Span.End) is [{ Form: "nearly" or "almost" }, ..];
        var isAbout = length.Time.Mod is not null;
        var slack = Math.Max(length.Unit / (isAbout ? 1.0 : 2.0), length.Minutes * (isAbout ? 0.2 : 0.1));
        var isTooLong = interval.Minutes > length.Minutes + slack && length.Time.Mod is null or "APPROX" or "LESS_THAN" or "EQUAL_OR_LESS";
        var isTooShort = interval.Minutes < length.Minutes - slack
            && (isNearly || length.Time.Mod is null or "APPROX" or "MORE_THAN" or "EQUAL_OR_MORE");
        return !(isTooLong || isTooShort) || interval.Minutes > length.Minutes * Widest || interval.Minutes * Widest < length.Minutes ? null
            : InconsistencyScene.Found(
                $"{Words(interval.First)} to {Words(interval.Second)} is {Show(interval.Minutes)}, not {Words(length.Time)}.",
                length.Time.Span, interval.Span);

        string Words(TimeExpression time) => time.Span.Slice(scene.Text).ToString();
    }

    /// <summary>The day and hour of a clock time; <c>null</c> for a part of a day, an unknown hour or day.</summary>
    private static LocalDateTime? Clock(TimeExpression time) =>
        time is { Type: TimeType.Time, Value.Length: >= 16 and < 23, Problem: null }
            && _minute.Parse(time.Value[..16]) is { Success: true, Value: var clock } ? clock : null;

    /// <summary>
    /// The minutes of <c>PT5H</c>, <c>PT40M</c>, <c>PT2H20M</c>, and those of its smallest unit; <c>null</c> for other periods.
    /// </summary>
    private static (double Minutes, double Unit)? MinutesOf(string value) =>
        !value.StartsWith("PT", StringComparison.Ordinal) || value.Contains('/', StringComparison.Ordinal)
            || PeriodPattern.Roundtrip.Parse(value) is not { Success: true, Value: var period } || period.Seconds != 0
            ? null
            : ((period.Hours * 60) + period.Minutes, period.Minutes == 0 ? 60 : period.Minutes % 10 == 0 ? 10 : 5);

    private static string Show(long minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:00} hours");

    private sealed record ClockInterval(TextSpan Span, TimeExpression First, TimeExpression Second, long Minutes);

    private sealed record Length(TimeExpression Time, double Minutes, double Unit, bool IsOfVerb, bool IsOfPronoun);
}
