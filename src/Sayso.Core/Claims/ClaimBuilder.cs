using NodaTime;
using Sayso.Core.Text;

namespace Sayso.Core.Claims;

/// <summary>From groups of statements to claims: which wording stands for them, and on which side each is.</summary>
public static class ClaimBuilder
{
    private const int ShortestWording = 4;
    private const int LongestWording = 30;

    /// <summary>The id of the claim whose anchor a statement is: every claim's former ids are those of its other statements.</summary>
    public static string IdOf(string statementId)
    {
        using var hash = new ContentHash("claim");
        return hash.Add(statementId).ToId();
    }

    /// <summary>
    /// The claim of a group. Its anchor is the statement that was published first, which later reading seldom changes. Its
    /// proposition is worded as most of the statements have it that say either that it is so or that it is not; what is so
    /// goes first where they are even. Of these the wording that is nearest to all others stands for them.
    /// </summary>
    /// <param name="group">At least one statement, each of them once, in any order.</param>
    /// <exception cref="ArgumentException">The group is empty.</exception>
    public static Claim Of(IReadOnlyCollection<StatementTraits> group)
    {
        ArgumentNullException.ThrowIfNull(group);
        if (group.Count == 0)
        {
            throw new ArgumentException("A claim has a statement.", nameof(group));
        }

        StatementTraits[] ordered = [.. group.OrderBy(s => s.Published ?? Instant.MaxValue).ThenBy(s => s.Id, StringComparer.Ordinal)];
        StatementTraits[] sided = [.. ordered.Where(s => !s.IsNeutral)];
        var isNegative = sided.Length > 0 ? 2 * sided.Count(s => s.IsNegative) > sided.Length : ordered.All(s => s.IsNegative);
        StatementTraits[] worded = [.. (sided.Length > 0 ? sided : ordered).Where(s => s.IsNegative == isNegative)];
        var representative = Central(worded.Length > 0 ? worded : ordered, ordered);
        return new Claim(
            IdOf(ordered[0].Id),
            representative.Content,
            representative.Id,
            ordered.Select(s => new ClaimStatement(s, s.IsNeutral ? Side.Neutral : s.IsNegative == isNegative ? Side.For : Side.Against)).ToValueList());
    }

    /// <summary>The wording nearest to all; of a length to be read at a glance, where there is one, and with a name before one without.</summary>
    private static StatementTraits Central(IReadOnlyList<StatementTraits> worded, IReadOnlyList<StatementTraits> all) => worded
        .OrderByDescending(s => IsReadable(s.Content))
        .ThenByDescending(s => Math.Round(Nearness(s, all), 6))
        .ThenBy(s => s.Id, StringComparer.Ordinal)
        .First();

    private static double Nearness(StatementTraits statement, IReadOnlyList<StatementTraits> all) =>
        all.Average(other => statement.Vector.Cosine(other.Vector)) + (statement.Names.Count > 0 ? 0.03 : 0);

    private static bool IsReadable(string content) => content.Count(c => c == ' ') + 1 is >= ShortestWording and <= LongestWording;
}
