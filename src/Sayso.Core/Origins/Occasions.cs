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
    /// <summary>The occasion that a statement was made on by its own sentence; <c>null</c> where that names none.</summary>
    public static Occasion? Of(Statement statement, Document document)
    {
        var place = statement.Cue.Count > 0 ? statement.Cue.Extent : statement.Content.Extent;
        var (start, end) = (document.Text.LastIndexOf('\n', Math.Max(0, place.Start - 1)) + 1, document.Text.IndexOf('\n', place.End));
        end = end < 0 ? document.Text.Length : end;
        foreach (var sentence in Sentences.Of(document.Text[start..end]))
        {
            var span = new TextSpan(start + sentence.Start, start + sentence.End);
            if (span.Overlaps(place) && Words().Match(document.Text[span.Start..span.End]) is { Success: true } match)
            {
                return new Occasion(KindOf(match.Value), new TextSpan(span.Start + match.Index, span.Start + match.Index + match.Length))
                {
                    Day = (statement.SaidAt is { } said ? DayRange.Of(said)?.Earliest : null) ?? document.Published?.Date,
                    IsDayTold = statement.SaidAt is not null,
                };
            }
        }

        return null;
    }

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

/// <summary>An occasion of saying.</summary>
/// <param name="Name">What it was.</param>
/// <param name="Words">The words that say so.</param>
internal sealed record Occasion(string Name, TextSpan Words)
{
    /// <summary>Days that two reports of one occasion are apart at most.</summary>
    private const int MostDays = 1;

    /// <summary>The day that it was said on, or else published; <c>null</c> where neither is known.</summary>
    public required LocalDate? Day { get; init; }

    /// <summary>Whether the text says when it was said.</summary>
    public required bool IsDayTold { get; init; }

    /// <summary>Whether another is the same: of one kind, and on one day.</summary>
    public bool IsOneWith(Occasion other) => Name == other.Name && Day is { } mine && other.Day is { } theirs
        && Math.Abs(Period.DaysBetween(mine, theirs)) <= (IsDayTold && other.IsDayTold ? 0 : MostDays);
}
