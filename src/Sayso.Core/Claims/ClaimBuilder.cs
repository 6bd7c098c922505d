using NodaTime;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Text;

namespace Sayso.Core.Claims;

/// <summary>From groups of statements to claims: which wording stands for them, and on which side each is.</summary>
public static class ClaimBuilder
{
    private const int ShortestWording = 4;
    private const int LongestWording = 30;

    /// <summary>Characters of "that " and the like before what a content begins with.</summary>
    private const int LongestOpening = 12;

    private static readonly HashSet<string> _pronouns = new("he she it they this that there we i".Split(' '), StringComparer.OrdinalIgnoreCase);
    private static readonly string[] _openings = ["whether ", "if ", "claims that ", "reports that ", "allegations that ", "suggestions that "];

    /// <summary>The id of the claim whose anchor a statement is: every claim's former ids are those of its other statements.</summary>
    public static string IdOf(string statementId)
    {
        using var hash = new ContentHash("claim");
        return hash.Add(statementId).ToId();
    }

    /// <summary>
    /// The claim of a group. Its anchor is the statement that was published first, which later reading seldom changes. Its
    /// proposition is a wording that says that something is so, where there is one that can be read by itself: statements that say
    /// so are for it, whatever words they quote, and those that say that it is not so against it. Where all wordings that can be
    /// read are negations, one of them is the proposition, and the sides turn round, unless a question or the like says in the same
    /// words that it is so. Of several wordings the one that is nearest to all others stands for them.
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

        StatementTraits[] ordered = [.. group.OrderBy(s => s.Published ?? Instant.MaxValue).ThenBy(s => s.Statement.DocumentId, StringComparer.Ordinal)
            .ThenBy(s => s.Statement.Place).ThenBy(s => s.Id, StringComparer.Ordinal)];
        StatementTraits[] sided = [.. ordered.Where(s => !s.IsNeutral)];
        StatementTraits[] candidates = sided.Length > 0 ? sided : ordered;
        var isNegative = !candidates.Any(s => !s.IsWordedNegative && StandsAlone(s)) && candidates.Any(s => s.IsWordedNegative);
        StatementTraits[] worded = [.. candidates.Where(s => s.IsWordedNegative == isNegative)];
        var representative = Central(worded.Length > 0 ? worded : ordered, ordered);
        if (isNegative && ordered.Where(s => !s.IsWordedNegative && !Negates(s.Clause) && IsInSameWords(s, representative)).ToList() is { Count: > 0 } mirrored)
        {
            (isNegative, representative) = (false, Central(mirrored, ordered));
        }

        return new Claim(
            IdOf(ordered[0].Id),
            Proposition(representative.Clause),
            representative.Id,
            Sided(ordered, isNegative).ToValueList());
    }

    /// <summary>
    /// The statements with their sides. One that begins with a report of what it holds, "she no longer disputed that she had been
    /// told", is on that one's side, whatever its own words negate.
    /// </summary>
    private static IEnumerable<ClaimStatement> Sided(StatementTraits[] ordered, bool isNegative)
    {
        var inner = ordered.Where(s => s.Statement.Parent is not null).ToLookup(s => s.Statement.Parent!, StringComparer.Ordinal);
        return ordered.Select(s => new ClaimStatement(s, SideOf(inner[s.Id].FirstOrDefault(told => Reports(s.Statement, told.Statement)) ?? s, isNegative)));
    }

    private static Side SideOf(StatementTraits statement, bool isNegative) =>
        statement.IsNeutral ? Side.Neutral : statement.IsNegative == isNegative ? Side.For : Side.Against;

    /// <summary>Whether a content begins with somebody's denial, silence or non-denial.</summary>
    private static bool Reports(Statement outer, Statement told) =>
        told.Attitude?.Stance is Stance.Deny or Stance.Dismiss or Stance.Decline or Stance.NotDeny
        && told.Chain.Count > 0 && told.Chain[^1] is { Kind: not SourceKind.Anonymous }
        && outer.Content[0] is var first && first.Contains(told.Cue[0])
        && Math.Min(told.Cue[0].Start, told.Source.Count > 0 ? told.Source[0].Start : int.MaxValue) - first.Start <= LongestOpening;

    private static bool Negates(string content) =>
        WordReader.Read(content, [new TextSpan(0, content.Length)], LongestWording).Exists(w => w.Form is "not" or "no" or "never");

    /// <summary>Whether two contents have the same words, but for names and a word or two.</summary>
    private static bool IsInSameWords(StatementTraits one, StatementTraits other)
    {
        var (mine, theirs) = (one.Words.Except(one.NameWords, StringComparer.Ordinal).ToList(), other.Words.Except(other.NameWords, StringComparer.Ordinal).ToList());
        var shared = mine.Intersect(theirs, StringComparer.Ordinal).Count();
        return shared > 0 && shared == Math.Min(mine.Count, theirs.Count) && Math.Max(mine.Count, theirs.Count) <= shared + 2;
    }

    /// <summary>The words of a wording as a proposition: a question's without its "whether".</summary>
    private static string Proposition(string content) => _openings.FirstOrDefault(o => content.StartsWith(o, StringComparison.OrdinalIgnoreCase)) is { } opening ? content[opening.Length..] : content;

    /// <summary>The wording nearest to all; of a length to be read at a glance, where there is one, and with a name before one without.</summary>
    private static StatementTraits Central(IReadOnlyList<StatementTraits> worded, IReadOnlyList<StatementTraits> all)
    {
        if (worded is [var only])
        {
            return only;
        }

        SentenceVector[] vectors = [.. all.Select(s => s.Vector.Unpacked())];
        return worded.OrderByDescending(s => IsReadable(s.Clause))
            .ThenByDescending(s => Math.Round(Nearness(s, vectors), 6))
            .ThenBy(s => s, StatementTraits.InTime)
            .First();
    }

    private static double Nearness(StatementTraits statement, SentenceVector[] vectors) =>
        vectors.Average(statement.Vector.Unpacked().Cosine) + (statement.Names.Count > 0 ? 0.03 : 0);

    /// <summary>Whether a wording can be read without the text around it: it names or counts something, and does not begin with a pronoun alone.</summary>
    private static bool StandsAlone(StatementTraits statement) =>
        IsReadable(statement.Clause) && (statement.Names.Count > 0 || statement.Counts.Count > 0) && !_pronouns.Contains(statement.Clause[..Math.Max(0, statement.Clause.IndexOf(' ', StringComparison.Ordinal))]);

    private static bool IsReadable(string content) => content.Count(c => c == ' ') + 1 is >= ShortestWording and <= LongestWording;
}
