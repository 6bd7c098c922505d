using System.Globalization;
using System.Numerics;
using Sayso.Core.Times;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Metrics;

/// <summary>Counts of expected times.</summary>
/// <param name="Read">Those whose words are read as a time.</param>
/// <param name="Right">Those that are read as what they mean.</param>
public sealed record TimeCaseTally(Share Read, Share Right) : IAdditionOperators<TimeCaseTally, TimeCaseTally, TimeCaseTally>,
IAdditiveIdentity<TimeCaseTally, TimeCaseTally>
{
    /// <inheritdoc/>
    public static TimeCaseTally AdditiveIdentity { get; } = new(default, default);

    /// <inheritdoc/>
    public static TimeCaseTally operator +(TimeCaseTally left, TimeCaseTally right) =>
        new(left.Read + right.Read, left.Right + right.Right);
}

/// <summary>
/// Other programs' case tests for times. A time is read when one of ours overlaps its words, and right when ours means one of
/// the meanings that the case allows: the same TIMEX; the same first and last day, where a range's end is the day behind it; the
/// same day and clock time; as many seconds.
/// </summary>
public static class TimeCaseMetrics
{
    /// <summary>
    /// The expected times of a case, each with what was read there: the one that is right, else the longest that overlaps;
    /// <c>null</c> where nothing was.
    /// </summary>
    public static IReadOnlyList<(ExpectedTime Expected, TimeExpression? Read, bool IsRight)> Pair(TimeCase timeCase)
    {
        ArgumentNullException.ThrowIfNull(timeCase);
        var read = TimeReader.Read(timeCase.Text, timeCase.Reference);
        return [.. timeCase.Times.Select(expected =>
        {
            TimeExpression[] here = [.. read.Where(r => r.Span.Overlaps(expected.Span)).OrderByDescending(r => r.Span.Length)];
            var right = Array.Find(here, r => IsSame(r, expected));
            return (expected, right ?? here.FirstOrDefault(), right is not null);
        })];
    }

    /// <summary>Counts one expected time.</summary>
    public static TimeCaseTally Count(TimeExpression? read, bool isRight) =>
        new(new Share(read is null ? 0 : 1, 1), new Share(isRight ? 1 : 0, 1));

    /// <summary>Whether a case passes: all of its times are right, and no other is read.</summary>
    public static bool Passes(TimeCase timeCase) =>
        Pair(timeCase).All(p => p.IsRight)
            && TimeReader.Read(timeCase.Text, timeCase.Reference).All(r => timeCase.Times.Any(e => e.Span.Overlaps(r.Span)));

    private static bool IsSame(TimeExpression read, ExpectedTime expected) =>
        expected.Readings.Count == 0 ? read.Span == expected.Span : expected.Readings.Any(r => r.Timex == read.Value || IsSame(read, r));

    private static bool IsSame(TimeExpression read, TimeReading reading)
    {
        if (reading.End is not null)
        {
            return DayRange.Of(read) is var (earliest, latest) && reading.Start == Written(earliest)
                && (reading.End == Written(latest.PlusDays(1)) || reading.End == Written(latest));
        }

        if (reading.Start is not { } value)
        {
            return false;
        }

        if (read.Type == TimeType.Duration)
        {
            return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
                && Seconds(read.Value) == seconds;
        }

        var clock = read.Value.IndexOf('T', StringComparison.Ordinal);
        var time = clock > 0 && read.Value.Length >= clock + 6 ? string.Concat(read.Value.AsSpan(clock + 1, 5), ":00") : null;
        return value == (time is null ? read.Value : $"{read.Value[..clock]} {time}") || value == time
            || (read.Type == TimeType.Date && DayRange.Of(read) is var (first, last) && first == last && value == Written(first));
    }

    private static string Written(NodaTime.LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>How long a period of one unit is; a month has 30 days there, a year 365.</summary>
    private static double? Seconds(string period)
    {
        var isClock = period.StartsWith("PT", StringComparison.Ordinal);
        if (!double.TryParse(period.AsSpan(isClock ? 2 : 1, Math.Max(0, period.Length - (isClock ? 3 : 2))), NumberStyles.Float,
            CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return number * (period[^1], isClock) switch
        {
            ('S', true) => 1,
            ('M', true) => 60,
            ('H', true) => 3600,
            ('D', _) => 86_400,
            ('W', _) => 604_800,
            ('M', false) => 2_592_000,
            ('Y', _) => 31_536_000,
            _ => double.NaN
        };
    }
}
