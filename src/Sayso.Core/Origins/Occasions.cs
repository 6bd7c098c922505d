using System.Text.RegularExpressions;
using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Origins;

/// <summary>
/// Occasions of saying: a news conference, an interview, a speech to parliament, as the sentence of a statement has them.
/// </summary>
internal static partial class Occasions
{
    /// <summary>Days that two reports of one occasion are apart at most.</summary>
    private const int MostDays = 1;

    /// <summary>
    /// The occasion that both statements were made on by their own sentences, with its words in both texts; <c>null</c> where one
    /// names none, they name different ones, or they were made on different days.
    /// </summary>
    public static (string Name, TextSpan InFirst, TextSpan InSecond)? Shared(Statement first, Document firstIn, Statement second,
        Document secondIn)
    {
        if (Of(first, firstIn) is not { } a || Of(second, secondIn) is not { } b || a.Kind != b.Kind
            || !AreOnOneDay(first, firstIn, second, secondIn))
        {
            return null;
        }

        return (a.Kind, a.Span, b.Span);
    }

    private static (string Kind, TextSpan Span)? Of(Statement statement, Document document)
    {
        var place = statement.Cue.Count > 0 ? statement.Cue.Extent : statement.Content.Extent;
        var (start, end) = (document.Text.LastIndexOf('\n', Math.Max(0, place.Start - 1)) + 1, document.Text.IndexOf('\n', place.End));
        end = end < 0 ? document.Text.Length : end;
        foreach (var sentence in Sentences.Of(document.Text[start..end]))
        {
            var span = new TextSpan(start + sentence.Start, start + sentence.End);
            if (span.Overlaps(place) && Words().Match(document.Text[span.Start..span.End]) is { Success: true } match)
            {
                return (KindOf(match.Value), new TextSpan(span.Start + match.Index, span.Start + match.Index + match.Length));
            }
        }

        return null;
    }

    private static bool AreOnOneDay(Statement first, Document firstIn, Statement second, Document secondIn)
    {
        var (a, b) = (DayOf(first, firstIn), DayOf(second, secondIn));
        return a is { } x && b is { } y
            && Math.Abs(Period.DaysBetween(x, y)) <= (first.SaidAt is not null && second.SaidAt is not null ? 0 : MostDays);
    }

    private static LocalDate? DayOf(Statement statement, Document document) =>
        (statement.SaidAt is { } said ? DayRange.Of(said)?.Earliest : null) ?? document.Published?.Date;

    private static string KindOf(string words) => words.ToLowerInvariant() switch
    {
        var w when w.Contains("conference", StringComparison.Ordinal) || w.Contains("briefing", StringComparison.Ordinal)
            || w.Contains("reporters", StringComparison.Ordinal) => "news conference",
        var w when w.Contains("interview", StringComparison.Ordinal) => "interview",
        var w when w.Contains("parliament", StringComparison.Ordinal) || w.Contains("congress", StringComparison.Ordinal)
            || w.Contains("committee", StringComparison.Ordinal) || w.Contains("house", StringComparison.Ordinal) => "parliament",
        _ => "statement",
    };

    [GeneratedRegex(@"\b(?:(?:news|press) (?:conference|briefing)|briefing|told reporters|interview|(?:told|in|to|before) (?:parliament|congress|the committee|a (?:\w+ )?committee|the house|a silent house)|(?:written|brief|televised)? ?statement)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
