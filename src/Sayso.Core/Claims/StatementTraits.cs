using System.Text.RegularExpressions;
using NodaTime;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Text;

namespace Sayso.Core.Claims;

/// <summary>
/// What grouping sees of a statement. It depends on the statement and its document alone, so that statements can be compared
/// in any order. Made by <see cref="TraitReader"/>.
/// </summary>
/// <param name="Statement">The statement.</param>
/// <param name="Content">Its content's words, white space folded, marks around it left out.</param>
/// <param name="Vector">Its leading clause's vector, a pronoun at the beginning replaced by the name that it most likely means.</param>
public sealed partial record StatementTraits(Statement Statement, string Content, SentenceVector Vector)
{
    /// <summary>The statement's id.</summary>
    public string Id => Statement.Id;

    /// <summary>
    /// The vector of the leading clause behind the words that it stands behind: what "it", "the letter" and "there was none" are
    /// about. Of a statement with nothing before it, its <see cref="Vector"/>.
    /// </summary>
    public SentenceVector InContext { get; init; } = Vector;

    /// <summary>The content's leading clause, which is what is compared: what is said before something more is.</summary>
    public string Clause { get; init; } = Content;

    /// <summary>The different stems of the leading clause's words that carry its matter, in ordinal order.</summary>
    public ValueList<string> Words { get; init; } = ValueList<string>.Empty;

    /// <summary>
    /// Who and what the leading clause names, by the document's fullest names, in ordinal order; where it names nobody and begins with
    /// a pronoun, the name that this most likely means.
    /// </summary>
    public ValueList<string> Names { get; init; } = ValueList<string>.Empty;

    /// <summary>Whether the name is only what a pronoun most likely means.</summary>
    public bool NamesAreMeant { get; init; }

    /// <summary>The stems of those names' words, in ordinal order.</summary>
    public ValueList<string> NameWords { get; init; } = ValueList<string>.Empty;

    /// <summary>When its document was published; <c>null</c> where that is not known.</summary>
    public Instant? Published { get; init; }

    /// <summary>What the content counts; numbers that it sets against its own ("not 187", "more than the 187 on the list") are none.</summary>
    public ValueList<CountTrait> Counts { get; init; } = ValueList<CountTrait>.Empty;

    /// <summary>The days that the content's times span, one interval a time.</summary>
    public ValueList<DayRange> Days { get; init; } = ValueList<DayRange>.Empty;

    /// <summary>Times of day in the leading clause, in minutes since midnight.</summary>
    public ValueList<int> Clocks { get; init; } = ValueList<int>.Empty;

    /// <summary>Whether it tells that somebody knew something or was told, rather than that it is so.</summary>
    public bool Tells { get; init; }

    /// <summary>Whether a stem is that of telling or knowing.</summary>
    internal static bool IsTelling(string stem) => _telling.Contains(stem);

    /// <summary>
    /// By publication (undated ones last), then by words, then by place in the text; by id only what is alike in all of that. So the
    /// order of the same articles does not hang on the ids that they were given.
    /// </summary>
    internal static Comparer<StatementTraits> InTime { get; } = Comparer<StatementTraits>.Create((x, y) =>
        (x.Published ?? Instant.MaxValue).CompareTo(y.Published ?? Instant.MaxValue) is var day && day != 0 ? day
        : string.CompareOrdinal(x.Content, y.Content) is var words && words != 0 ? words
        : x.Statement.Place.CompareTo(y.Statement.Place) is var place && place != 0 ? place
        : string.CompareOrdinal(x.Id, y.Id));

    private static readonly HashSet<string> _telling = new("know known knew awar warn warning inform hear heard learn learnt notify alert".Split(' '), StringComparer.Ordinal);

    /// <summary>Whether something is said of something: a bare phrase such as "the claim about the door" says nothing.</summary>
    public bool HasPredicate { get; init; } = true;

    /// <summary>
    /// Whether there is enough in the content to compare it: it says something, with a word that carries matter, or has three such
    /// words that are no name's, with which a phrase says as much as most clauses ("in connection with the Paris attacks" says nothing). Who only declines or wants to speak, "to comment on the cause", "to give his
    /// name", leaves nothing open that others could claim.
    /// </summary>
    public bool IsComparable => (HasPredicate || Counts.Count > 0 ? Words.Count >= 1 : Words.Count(word => !NameWords.Contains(word)) >= PhraseWords)
        && !((Statement.Attitude?.Stance == Stance.Decline || Content.StartsWith("to ", StringComparison.Ordinal)) && BareSpeech().IsMatch(Content));

    private const int PhraseWords = 3;

    /// <summary>Whether the content says of a report that it is false.</summary>
    public bool Refutes { get; init; }

    /// <summary>Whether what the content is about is said not to be so.</summary>
    public bool IsNegative => (Statement.Attitude?.Polarity == Polarity.Negative) != Refutes;

    /// <summary>
    /// Whether the content itself is worded as a negation. "Denied that she was overloaded" is negative, its wording is not; where
    /// nobody said so in words, as for a no-comment, it is what the statement says.
    /// </summary>
    public bool IsWordedNegative => IsNegative && Statement.Attitude?.Stance is not (Stance.Deny or Stance.Dismiss);

    /// <summary>
    /// Whether it says neither that something is so nor that it is not: no-comments, non-denials, demands, requests, and what the
    /// speaker says that he was told.
    /// </summary>
    public bool IsNeutral => Statement.Attitude?.Stance is Stance.Decline or Stance.NotDeny or Stance.Demand or Stance.Ask || WasTold().IsMatch(Content);

    /// <summary>"That he was told in writing that she was not overloaded": whoever told him vouches for it, he does not.</summary>
    [GeneratedRegex(@"^(?:that )?(?:he|she|they|I|we) (?:was|were|had been|has been|have been) (?:told|assured|informed|advised)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WasTold();

    /// <summary>An infinitive of speaking that holds no question or clause of its own.</summary>
    [GeneratedRegex(
        """
        ^(?:to\ )?(?:comment|elaborate|respond|answer|speak|discuss|say\ (?:more|anything)|be\ (?:named|identified|quoted|interviewed)
            |give\ (?:(?:his|her|their|any|a)\ )?(?:(?:full|real|own)\ )?names?)\b
        (?!.*\b(?:whether|if|that|how|why|who|what|when|where)\b)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex BareSpeech();
}

/// <summary>A number with what is counted.</summary>
/// <param name="Low">Its lower end; the number itself where it is no range.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Unit">The unit; <c>null</c> for a count.</param>
/// <param name="IsApproximate">Whether it is said to be about that.</param>
/// <param name="Of">Stems of what is counted; empty where that is not said.</param>
public sealed record CountTrait(double Low, double High, string? Unit, bool IsApproximate, ValueList<string> Of);

/// <summary>Days from the first to the last, both included.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
public readonly record struct DayRange(LocalDate First, LocalDate Last)
{
    /// <summary>Days between two ranges; 0 where they touch or overlap.</summary>
    public int DaysTo(DayRange other) =>
        other.First > Last ? Period.DaysBetween(Last, other.First)
        : First > other.Last ? Period.DaysBetween(other.Last, First)
        : 0;
}
