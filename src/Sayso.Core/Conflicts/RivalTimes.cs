using System.Globalization;
using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Claims;
using Sayso.Core.Origins;
using Sayso.Core.Stories;
using Sayso.Core.Text;
using Sayso.Core.Times;
using DayRange = Sayso.Core.Times.DayRange;

namespace Sayso.Core.Conflicts;

/// <summary>
/// One event at two times of day: clauses of one story that name it by the same words, with clock times of which none agree. A
/// clause that gives one instant in two zones has both times.
/// </summary>
internal static class RivalTimes
{
    /// <summary>Words in a row that clauses must share: a name for the event, such as "first distress call".</summary>
    private const int SharedRun = 3;

    /// <summary>Shared words ÷ words of the clause with fewer.</summary>
    private const double Alike = 0.75;

    private const int FewestWords = 3;
    private const int LongestClause = 200;

    /// <summary>Those within each story.</summary>
    public static IEnumerable<Conflict> In(LedgerScene ledger, IReadOnlyList<Story> stories)
    {
        foreach (var story in stories)
        {
            Clause[] clauses = [.. story.Documents.Select(ledger.Document).SelectMany(Clauses)];
            for (var i = 0; i < clauses.Length; i++)
            {
                for (var j = i + 1; j < clauses.Length; j++)
                {
                    if (AreOfOneEvent(clauses[i], clauses[j]) && !clauses[i].Clocks.Overlaps(clauses[j].Clocks))
                    {
                        yield return Made(clauses[i], clauses[j]);
                    }
                }
            }
        }
    }

    private static Conflict Made(Clause a, Clause b) => ConflictFinder.Made(
        ConflictKind.Time,
        string.Create(CultureInfo.InvariantCulture, $"“{a.Text}” against “{b.Text}”."),
        [new Passage(a.Scene.Document.Id, a.Span), new Passage(b.Scene.Document.Id, b.Span)]) with
    {
        Statements = new[] { a, b }.Select(c => c.Scene.HolderOf(c.Time)?.Traits.Id).OfType<string>().Distinct(StringComparer.Ordinal)
            .ToValueList(),
    };

    private static bool AreOfOneEvent(Clause a, Clause b)
    {
        if (a.Scene == b.Scene || !AreOfOneDay(a, b))
        {
            return false;
        }

        var fewer = Math.Min(a.Stems.Count, b.Stems.Count);
        return fewer >= FewestWords && a.Stems.Count(b.Stems.Contains) >= Alike * fewer && SharesRun(a.Words, b.Words);
    }

    /// <summary>A day that stands beside no clock was taken from the text around: there the next one may be meant.</summary>
    private static bool AreOfOneDay(Clause a, Clause b) =>
        a.Day == b.Day || ((a.IsDayInferred || b.IsDayInferred)
            && a.Day is { } one && b.Day is { } other && Math.Abs(Period.DaysBetween(one, other)) <= 1);

    private static bool SharesRun(string[] a, string[] b)
    {
        for (var i = 0; i + SharedRun <= a.Length; i++)
        {
            for (var j = 0; j + SharedRun <= b.Length; j++)
            {
                if (a.AsSpan(i, SharedRun).SequenceEqual(b.AsSpan(j, SharedRun))
                    && a.AsSpan(i, SharedRun).ToArray().Count(w => ContentWords.Of(w).Length > 0) >= SharedRun - 1)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IEnumerable<Clause> Clauses(DocumentScene scene)
    {
        foreach (var sentence in scene.Sentences)
        {
            var times = scene.Times.Within(sentence, t => t.Span).ToList();
            var clocks = times.Select(t => (Time: t, Clock: ClockOf(t))).Where(t => t.Clock is not null).ToList();
            if (clocks.Count == 0)
            {
                continue;
            }

            // The clause that the first clock stands in; the times of all the sentence, since the next may be the same in another zone.
            var first = clocks[0].Time;
            var told = scene.HolderOf(first.Span)?.Traits.Statement.Content.First(piece => piece.Contains(first.Span));
            var clause = ClauseOf(scene.Document.Text, told is { } piece && piece.Start > sentence.Start
                ? new TextSpan(piece.Start, Math.Max(piece.Start, sentence.End)) : sentence, first.Span);
            if (clause.Length <= LongestClause)
            {
                yield return new Clause(scene, clause, first.Span)
                {
                    Clocks = [.. clocks.Select(c => c.Clock!)],
                    Day = DayRange.Of(first)?.Earliest,
                    IsDayInferred = first.AnchorSpan is not null
                        || (first.IsAnchoredToPublication && !first.Span.Slice(scene.Document.Text).ContainsAnyInRange('A', 'Z')),
                };
            }
        }
    }

    private static string? ClockOf(TimeExpression time)
    {
        var at = time.Value.IndexOf('T', StringComparison.Ordinal);
        return time.Type == TimeType.Time && time.Mod is null && at >= 0 && time.Value.Length >= at + 6
            && char.IsDigit(time.Value[at + 1]) ? time.Value[(at + 1)..(at + 6)] : null;
    }

    /// <summary>From the comma or mark before a time to the one behind it.</summary>
    private static TextSpan ClauseOf(string text, TextSpan sentence, TextSpan time)
    {
        var start = time.Start;
        while (start > sentence.Start && !IsEnd(text, start - 1))
        {
            start--;
        }

        var end = time.End;
        while (end < sentence.End && !IsEnd(text, end))
        {
            end++;
        }

        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return new TextSpan(start, Math.Max(start, text.AsSpan(start, end - start).TrimEnd(" .").Length + start));
    }

    private static bool IsEnd(string text, int at) => text[at] is ',' or ';' or '—' or '–' or '(' or ')' or '\n'
        && !(text[at] == ',' && at + 1 < text.Length && char.IsDigit(text[at + 1]));

    private sealed class Clause
    {
        public Clause(DocumentScene scene, TextSpan span, TextSpan time)
        {
            (Scene, Span, Time) = (scene, span, time);
            Text = string.Join(' ', span.Slice(scene.Document.Text).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Words = [.. ContentWords.Words(Text)];
            Stems = [.. ContentWords.Of(Text)];
        }

        public DocumentScene Scene { get; }

        public TextSpan Span { get; }

        public TextSpan Time { get; }

        public string Text { get; }

        public string[] Words { get; }

        public HashSet<string> Stems { get; }

        public required HashSet<string> Clocks { get; init; }

        public required LocalDate? Day { get; init; }

        public required bool IsDayInferred { get; init; }
    }
}
