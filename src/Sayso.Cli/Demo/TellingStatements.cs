using System.Text.RegularExpressions;
using Sayso.Cli.Rendering;

namespace Sayso.Cli.Demo;

/// <summary>
/// Picks a few statements of many that show what there is to be seen. A statement gains by each of: a figure in what is
/// said; a source without a name; words at second hand, where what is said or its source speaks of saying; a denial or a
/// refusal. It loses by length, by brevity and by naming no source. What was picked counts against its likes: the next
/// one with the same source, outlet or traits loses, so that the choice is varied. Nothing but the words is looked at.
/// </summary>
internal static partial class TellingStatements
{
    private const int Shortest = 25;
    private const int Longest = 170;

    /// <summary>At most so many, in their own order; fewer where there are fewer.</summary>
    public static IReadOnlyList<StatementRow> Pick(IReadOnlyList<StatementRow> rows, int most)
    {
        List<Candidate> left = [.. rows.Select((row, place) => Candidate.Of(row, place))];
        List<Candidate> picked = [];
        while (picked.Count < most && left.Count > 0)
        {
            var best = left.MaxBy(c => (c.Worth - picked.Sum(c.Likeness), -c.Place))!;
            left.Remove(best);
            picked.Add(best);
        }

        return [.. picked.OrderBy(c => c.Place).Select(c => c.Row)];
    }

    [GeneratedRegex(@"\d|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Figure();

    [GeneratedRegex(@"\b(officials?|sources?|insiders?|someone|people familiar|person familiar|anonymity|unnamed|not to be named|eyewitness(es)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Unnamed();

    [GeneratedRegex(@"\b(says?|said|told|according to|report(s|ed)?|claim(s|ed)?|heard|quot(es|ed|ing)|cit(es|ed|ing)|wrote)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SecondHand();

    [GeneratedRegex(@"\b(den(y|ies|ied|ying)|refus(e|es|ed|ing)|declin(e|es|ed|ing)|dismiss(es|ed)?|reject(s|ed)?|would not|did not|not)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Denial();

    [GeneratedRegex(@"\p{Lu}\w+(?!.*\p{Lu}\w)")]
    private static partial Regex LastName();

    private sealed record Candidate(StatementRow Row, int Place, double Worth, string Source, bool[] Traits)
    {
        public static Candidate Of(StatementRow row, int place)
        {
            bool[] traits =
            [
                Figure().IsMatch(row.Content),
                Unnamed().IsMatch(row.Source),
                SecondHand().IsMatch(row.Content) || SecondHand().IsMatch(row.Source),
                Denial().IsMatch(row.Cue),
            ];
            var worth = traits.Count(t => t)
                - (row.Source.Length == 0 ? 2 : 0)
                - (row.Content.Length < Shortest ? 3 : 0)
                - (Math.Max(0, row.Content.Length - Longest) / 40.0);
            var name = LastName().Match(row.Source);
            return new(row, place, worth, name.Success ? name.Value : row.Source, traits);
        }

        /// <summary>How much a pick takes from this one's worth.</summary>
        public double Likeness(Candidate pick) =>
            (pick.Source == Source ? 1.5 : 0)
            + (pick.Row.Head.Outlet == Row.Head.Outlet ? 0.4 : 0)
            + (pick.Row.Head.Id == Row.Head.Id ? 0.6 : 0)
            + (0.1 * Traits.Zip(pick.Traits, (mine, theirs) => mine && theirs).Count(same => same));
    }
}
