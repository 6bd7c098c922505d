using NodaTime;
using Sayso.Core.Attitudes;
using Sayso.Core.Text;

namespace Sayso.Core.Times;

/// <summary>
/// Reads the time expressions of a text by rules, one file a phenomenon: at each word the longest that any rule finds is
/// taken, and reading goes on behind it. Each rule looks at a bounded number of words, so the cost is linear in the text.
/// Values are those of TIMEX3 (ISO 24617-1), as our corpus annotates them.
/// </summary>
public static class TimeReader
{
    private static readonly Func<TimeScene, int, TimeMatch?>[] _rules =
        [Moments.Read, CalendarDates.Read, Weekdays.Read, RelativeDates.Read, Seasons.Read, Holidays.Read, Clocks.Read, SpokenClocks.Read,
            Durations.Read, Edges.Read];

    /// <summary>The expressions in the order of the text; they do not overlap.</summary>
    /// <param name="text">The text.</param>
    /// <param name="published">
    /// When it was published, with its zone: the day there is what "today" means; <c>null</c> where that is not known.
    /// </param>
    public static IReadOnlyList<TimeExpression> Read(string text, OffsetDateTime? published)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, published?.Date, out _);
    }

    /// <summary>The same, and how many words rules have looked at.</summary>
    internal static IReadOnlyList<TimeExpression> Read(string text, LocalDate? published, out long looks)
    {
        var words = WordReader.Read(text, [new TextSpan(0, text.Length)], int.MaxValue);

        // A publication at the calendar's ends is a mistake, and nothing can be reckoned from it.
        var scene = new TimeScene(text, words, published is { Year: >= 1000 and < 9000 } ? published : null);
        List<TimeExpression> found = [];
        for (var at = 0; at < words.Count; at++)
        {
            scene.Pass(at);
            if (Longest(scene, at) is not { } match)
            {
                continue;
            }

            var free = match.First;
            match = Limits.Of(scene, match);
            if (found.Count > 0 && match.First < free && words[match.First].Span.Start < found[^1].Span.End)
            {
                match = match with { First = free };
            }

            TextSpan span = new(words[match.First].Span.Start, words[match.End - 1].Span.End);
            found.Add(new TimeExpression(span, match.Type, match.Value)
            {
                Mod = match.Mod,
                IsUncertain = match.IsUncertain,
                IsUntil = match.IsUntil,
                Problem = match.Problem,
                IsAnchoredToPublication = match.IsAnchored,
                AnchorSpan = match.IsAnchoredToMention ? match.Anchor ?? scene.Mentioned?.Span : null,
                IsAside = Asides.Has(scene, match),
            });
            if (match.Day is { } day)
            {
                scene.Mention(day, span);
            }
            else if (match.Type == TimeType.Date && match.Problem is null)
            {
                scene.MentionPoint(match.Value, span);
            }

            if (match.Day is null && match.Value.StartsWith("XXXX-WXX-", StringComparison.Ordinal) && match.Type != TimeType.Set)
            {
                scene.MentionWeekday(match.Value[..10]);
            }

            if (match.Clock is { } minutes)
            {
                scene.MentionClock(match.Value, minutes, match.End);
            }

            at = match.End - 1;
        }

        looks = scene.Looks;
        return found;
    }

    private static TimeMatch? Longest(TimeScene scene, int at)
    {
        TimeMatch? best = null;
        foreach (var rule in _rules)
        {
            if (rule(scene, at) is { } match)
            {
                match = match.IsDay ? Clocks.Joined(scene, match) : match;
                best = best is null || match.End > best.End ? match : best;
            }
        }

        return best;
    }
}
