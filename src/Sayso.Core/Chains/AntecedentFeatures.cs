using Sayso.Core.Entities;
using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>
/// What speaks for and against each of those whom "he" or "she" may mean: where each was last named and in which part of its
/// sentence, how often, and whether the name is a person's. What it looks at around a name is bounded.
/// </summary>
internal static class AntecedentFeatures
{
    private const int LongestClause = 400;
    private const int FarSentences = 5;

    private static readonly HashSet<string> _places = new("in at from near to into through".Split(' '), StringComparer.Ordinal);
    private static readonly HashSet<string> _opening = new(("after when while in as for once before although though despite upon since "
        + "following if because during with by like unlike at on among asked").Split(' '), StringComparer.Ordinal);

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "same sentence", "one sentence before", "two sentences before", "further sentences before", "distance",
        "begins its sentence", "possessive", "behind a preposition", "before a verb", "joined by and", "before a comma", "in brackets",
        "began a sentence lately", "mentions", "nearest", "second nearest", "rank", "most mentioned",
        "gender agrees", "person", "may be a person", "one word", "place", "behind a preposition of place", "behind an article",
        "named in full",
        "begins the pronoun's sentence, pronoun possessive", "before a verb in the pronoun's sentence, pronoun not possessive",
        "both begin their sentences", "same clause, pronoun not possessive", "same clause, pronoun possessive",
        "named behind only", "named behind only, the sentence opens so", "possessive in the pronoun's clause",
        "behind a preposition in the pronoun's sentence", "last word of a body", "sentences begun",
    ];

    /// <summary>The features of each candidate, in the order of <see cref="Names"/>.</summary>
    /// <param name="scene">The text.</param>
    /// <param name="pronoun">The pronoun.</param>
    /// <param name="candidates">Each with the places where it is named before the pronoun, the nearest first, or one behind it.</param>
    public static IReadOnlyList<double[]> Of(SpeakerScene scene, TextSpan pronoun, IReadOnlyList<IReadOnlyList<NameMention>> candidates)
    {
        var text = scene.Text;
        var form = pronoun.Slice(text).ToString().ToLowerInvariant();
        var isPossessive = form == "his" || (form == "her" && Surroundings.IsWordBehind(text, pronoun.End));
        var opening = SentenceStart(text, pronoun.Start);
        var isOpening = pronoun.Start - opening < 3;
        var opens = _opening.Contains(Surroundings.WordAt(text, opening));
        var most = candidates.Max(c => c.Count);
        List<double[]> found = [];
        for (var rank = 0; rank < candidates.Count; rank++)
        {
            var (near, entity) = (candidates[rank][0], candidates[rank][0].Entity);
            var isBehind = near.Span.Start > pronoun.Start;
            var distance = isBehind ? 0 : scene.SentencesBetween(near.Span.Start, pronoun.Start);
            var (before, after) = (Surroundings.WordBefore(text, near.Span.Start), Surroundings.WordBehind(text, near.Span.End));
            var begins = scene.IsFirstOfSentence(near);
            var owns = scene.IsPossessive(near);
            var isObject = Surroundings.IsPreposition(before);
            var isSubject = !owns && !isObject && after.Length > 0 && !Surroundings.IsNoVerb(after);
            var isClause = !isBehind && distance == 0 && Surroundings.IsOneClause(text, near.Span.End, pronoun.Start);
            var begun = candidates[rank].Count(m => !isBehind && scene.IsFirstOfSentence(m));
            found.Add(
            [
                Is(distance == 0 && !isBehind), Is(distance == 1), Is(distance == 2), Is(distance > 2), Math.Min(distance, FarSentences),
                Is(begins), Is(owns), Is(isObject), Is(isSubject), Is(before == "and" || after == "and"),
                Is(near.Span.End < text.Length && text[near.Span.End] == ','), Is(near.Span.Start > 0 && text[near.Span.Start - 1] == '('),
                Is(candidates[rank].Any(m => !isBehind && scene.IsFirstOfSentence(m)
                    && scene.SentencesBetween(m.Span.Start, pronoun.Start) <= 2)), Math.Log(1 + candidates[rank].Count), Is(rank == 0),
                    Is(rank == 1), Math.Min(rank, 6) / 6.0, Is(candidates[rank].Count == most),
                Is(entity.Gender != Gender.Unknown), Is(entity.IsPerson), Is(!entity.IsPerson && entity.MayBePerson),
                Is(!entity.Name.Contains(' ', StringComparison.Ordinal)), Is(World.IsPlace(entity.Name) || World.IsDemonym(entity.Name)),
                Is(!entity.IsPerson && _places.Contains(before)), Is(before is "the" or "a" or "an"), Is(entity.FullNames > 0),
                Is(distance == 0 && begins && isPossessive), Is(distance == 0 && isSubject && !isPossessive),
                Is(distance == 1 && begins && isOpening), Is(isClause && !isPossessive), Is(isClause && isPossessive),
                Is(isBehind), Is(isBehind && opens), Is(isClause && owns), Is(distance == 0 && isObject && !isBehind),
                Is(NameWords.Bodies.Contains(entity.Name[(entity.Name.LastIndexOf(' ') + 1)..])), Math.Log(1 + begun),
            ]);
        }

        return found;
    }

    private static double Is(bool holds) => holds ? 1 : 0;

    private static int SentenceStart(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start < LongestClause && text[start - 1] != '\n'
            && !(char.IsWhiteSpace(text[start - 1]) && start > 1 && text[start - 2] is '.' or '?' or '!'))
        {
            start--;
        }

        return start;
    }
}
