using System.Text.RegularExpressions;
using Sayso.Core.Analysis;
using Sayso.Core.Attitudes;
using Sayso.Core.Claims;
using Sayso.Core.Origins;
using Sayso.Core.Positions;
using Sayso.Core.Text;

namespace Sayso.Core.Conflicts;

/// <summary>A claim that some are for and some against: one conflict a claim, with who is on which side.</summary>
internal static partial class OpposedSides
{
    private const int MostNames = 4;

    /// <summary>Shared words ÷ words of the shorter one from which yes and no are surely said to one thing.</summary>
    private const double Shared = 0.65;

    private static readonly HashSet<string> _times = new(("yesterday today tomorrow last next this week month year day morning evening night noon midday until since "
        + "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december")
        .Split(' ').SelectMany(word => ContentWords.Of(word)), StringComparer.Ordinal);

    /// <summary>Words of the longer ÷ words of the shorter one, at most.</summary>
    private const int LongerBy = 3;

    /// <summary>Those of the claims.</summary>
    public static IEnumerable<Conflict> In(LedgerScene ledger) => ledger.Ledger.Claims.Select(c => Of(ledger, c.Claim)).OfType<Conflict>();

    private static Conflict? Of(LedgerScene ledger, Claim claim)
    {
        ClaimStatement[] vouched = [.. claim.Statements.Where(s => s.Side != Side.Neutral && IsVouchedFor(ledger, s))];
        ClaimStatement[] sided = [.. vouched.Where(s => Array.Exists(vouched, other => other.Side != s.Side && AreOfOneThing(s, other)))];
        var (speakersFor, speakersAgainst) = (Names(ledger, sided, Side.For), Names(ledger, sided, Side.Against));
        if (speakersFor.Count == 0 || speakersAgainst.Count == 0)
        {
            return null;
        }

        var reason = speakersFor is [var one] && speakersAgainst is [var same] && one == same
            ? $"{one} says both that it is so and that it is not: “{claim.Proposition}”."
            : $"{List(speakersFor)} {(speakersFor.Count == 1 ? "says" : "say")} that it is so, {List(speakersAgainst)} that it is not: “{claim.Proposition}”.";
        return ConflictFinder.Made(ConflictKind.Polarity, reason,
            sided.Select(s => new Passage(s.Traits.Statement.DocumentId, s.Traits.Statement.Content.Extent))) with
        {
            ClaimId = claim.Id,
            Statements = sided.Select(s => s.Traits.Id).ToValueList(),
        };
    }

    /// <summary>Whether somebody says it: not asks for it, hopes it, or may only think so.</summary>
    private static bool IsVouchedFor(LedgerScene ledger, ClaimStatement statement) =>
        statement.Traits.Statement.Attitude is
        {
            Certainty: Certainty.Certain
            or Certainty.Probable, Stance: not (Stance.Promise or Stance.Warn)
        }
        && statement.Traits.HasPredicate && !NoSentence().IsMatch(statement.Traits.Content)
        && !Retelling.IsOfSeveral(statement.Traits.Content)
        && !Retelling.IsAsked(ledger.Document(statement.Traits.Statement.DocumentId).Document, statement.Traits.Statement)
        && !Quoting.IsContradicted(ledger.Document(statement.Traits.Statement.DocumentId), statement, ledger.Ledger);

    /// <summary>
    /// Whether two statements that were brought together surely say yes and no to one thing: most words of the shorter one's first
    /// sentence, which its polarity is of, are the other's, names left aside; and they are about as long where one word is all they share.
    /// </summary>
    private static bool AreOfOneThing(ClaimStatement one, ClaimStatement other)
    {
        var (mine, theirs) = (Matter(one.Traits), Matter(other.Traits));
        var (fewer, more) = (Math.Min(mine.Count, theirs.Count), Math.Max(mine.Count, theirs.Count));
        var shared = mine.Count(theirs.Contains);
        return shared > 0 && shared >= Shared * fewer && (shared > 1 ? more <= LongerBy * fewer : more <= fewer + 2);
    }

    /// <summary>The words of the first sentence that are no name's, no title's, and say no time: a denial need not name the day.</summary>
    private static HashSet<string> Matter(StatementTraits traits)
    {
        var first = Sentences.Of(traits.Content) is [var sentence, ..] ? sentence.Slice(traits.Content).ToString() : traits.Content;
        return [.. ContentWords.Of(Titles().Replace(first, " ")).Where(word => !traits.NameWords.Contains(word) && !_times.Contains(word))];
    }

    /// <summary>"What I know and what I do not", "having been right", "(printed) it in capitals": none says that something is so.</summary>
    [GeneratedRegex(@"^(?:what|how|who|whom|where|why|when|which)\b|^\p{Ll}+ing\b|^(?:it|this|that|him|her|them)\s+(?:in|on|at|as|with|by|to|from|of|for)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NoSentence();

    /// <summary>Words in capitals before a name.</summary>
    [GeneratedRegex(@"(?<=\s)(?:\p{Lu}[\p{L}’'-]*\s+)+(?=\p{Lu})")]
    private static partial Regex Titles();

    private static List<string> Names(LedgerScene ledger, IEnumerable<ClaimStatement> statements, Side side) =>
    [
        .. statements.Where(s => s.Side == side)
            .Select(s => ledger.Actors.ActorOf(s.Traits.Statement)?.Name
                ?? ledger.SourceOf(ledger.Document(s.Traits.Statement.DocumentId), s.Traits.Statement))
            .Distinct(StringComparer.Ordinal),
    ];

    private static string List(List<string> names) => names.Count > MostNames
        ? $"{string.Join(", ", names.Take(MostNames))} and others"
        : names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
