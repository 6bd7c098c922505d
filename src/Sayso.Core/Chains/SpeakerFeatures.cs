using Sayso.Core.Entities;
using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>
/// What speaks for and against each of those whom a source's "he" or "she" may mean: who spoke last, who is spoken of, and where
/// each stands in its sentence. What is looked at around a name is bounded.
/// </summary>
internal static class SpeakerFeatures
{
    private const int FarSentences = 6;
    private const int FarLines = 3;

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "same sentence", "one sentence before", "two sentences before", "further sentences before", "sentences", "same line", "lines",
        "last met", "second last met", "further back",
        "spoke last", "spoke second last", "spoke", "sentences since it spoke", "spoke last, what is said stands before",
        "spoke last, in this sentence", "spoke last, in a quotation", "times spoken", "meant by the last such pronoun",
        "meant by the last such pronoun, in this line", "spoke in this sentence",
        "names", "named most", "named in the headline", "named in full", "one word", "gender agrees", "person", "no name",
        "name begins its sentence", "name begins the sentence before", "name begins this sentence", "name before a verb",
        "name before a verb in this sentence", "possessive", "possessive in this sentence", "behind a preposition", "behind a preposition in this sentence",
        "joined by and", "name before a comma of another sentence", "in the same clause", "in the same clause, pronoun possessive", "named in the quotation around",
        "began a sentence of this line", "only spoken of", "only spoken of, what is said stands before", "name is a place's",
        "pronoun opens, name begins the sentence before", "pronoun opens, spoke last", "sentences since it was named", "behind an article",
    ];

    /// <summary>The features of each candidate, in the order of <see cref="Names"/>.</summary>
    /// <param name="scene">The text.</param>
    /// <param name="source">The pronoun or description.</param>
    /// <param name="candidates">Who may be meant, the last one met first.</param>
    public static IReadOnlyList<double[]> Of(SpeakerScene scene, PersonSource source, IReadOnlyList<SpeakerCandidate> candidates)
    {
        var text = scene.Text;
        var (pronoun, gender, isQuoted, own) = source;

        // What is said before its speaker is named parts nobody from him: "“…,” she said".
        var isBehind = own is { } said && said.Start < pronoun.Start;
        var at = isBehind ? own!.Value.Start : pronoun.Start;
        var form = pronoun.Slice(text).ToString().ToLowerInvariant();
        var isPossessive = form is "his" or "her";
        var opens = scene.IsHeadOfSentence(pronoun.Start);
        var most = candidates.Max(c => c.Named.Count);
        var lastSpoken = candidates.Select(c => c.Spoken is [var s, ..] ? s.Position : -1).OrderDescending().ToArray();
        var lastMeant = candidates.SelectMany(c => c.Spoken.Where(s => s.Gender == gender && gender != Gender.Unknown)).OrderByDescending(s => s.Position).FirstOrDefault().Speaker;
        List<double[]> found = [];
        for (var rank = 0; rank < candidates.Count; rank++)
        {
            var candidate = candidates[rank];
            var entity = candidate.Speaker.Entity;
            var near = candidate.Named is [var first, ..] ? first : null;
            var spoken = candidate.Spoken is [var last, ..] ? last.Position : -1;
            var sentences = scene.SentencesBetween(candidate.Last, at);
            var lines = scene.LinesBetween(candidate.Last, at);
            var since = spoken < 0 ? FarSentences : scene.SentencesBetween(spoken, at);
            var sinceNamed = near is null ? FarSentences : scene.SentencesBetween(near.Span.Start, at);
            var owns = near is not null && scene.IsPossessive(near);
            var begins = near is not null && !owns && scene.IsFirstOfSentence(near);
            var (before, after) = near is null ? (string.Empty, string.Empty) : (Surroundings.WordBefore(text, near.Span.Start), Surroundings.WordBehind(text, near.Span.End));
            var isObject = Surroundings.IsPreposition(before);
            var isSubject = near is not null && !owns && !isObject && after.Length > 0 && !Surroundings.IsNoVerb(after);
            var isHere = near is not null && sinceNamed == 0;
            var isClause = isHere && !isBehind && Surroundings.IsOneClause(text, near!.Span.End, pronoun.Start);
            var isLast = spoken >= 0 && spoken == lastSpoken[0];
            var isMeant = lastMeant is not null && candidate.Speaker.IsSame(lastMeant);
            found.Add(
            [
                Is(sentences == 0), Is(sentences == 1), Is(sentences == 2), Is(sentences > 2), Math.Min(sentences, FarSentences), Is(lines == 0), Math.Min(lines, FarLines),
                Is(rank == 0), Is(rank == 1), Math.Min(rank, 5) / 5.0,
                Is(isLast), Is(spoken >= 0 && lastSpoken.Length > 1 && spoken == lastSpoken[1] && !isLast), Is(spoken >= 0), Math.Min(since, FarSentences), Is(isLast && isBehind),
                Is(isLast && since == 0), Is(isLast && isQuoted), Math.Log(1 + candidate.Spoken.Count), Is(isMeant),
                Is(isMeant && lines == 0), Is(spoken >= 0 && since == 0),
                Math.Log(1 + candidate.Named.Count), Is(candidate.Named.Count == most && most > 0), Is(entity is not null && scene.IsInHeadline(entity)), Is(entity?.FullNames > 0),
                    Is(entity is not null && !entity.Name.Contains(' ', StringComparison.Ordinal)), Is(entity is not null && entity.Gender == gender && gender != Gender.Unknown), Is(entity?.IsPerson == true), Is(entity is null),
                Is(begins), Is(begins && sinceNamed == 1), Is(begins && isHere), Is(isSubject),
                Is(isSubject && isHere), Is(owns), Is(owns && isHere), Is(isObject), Is(isObject && isHere),
                Is(before == "and" || after == "and"), Is(near is not null && !isHere && near.Span.End < text.Length && text[near.Span.End] == ','), Is(isClause && !isPossessive), Is(isClause && isPossessive),
                    Is(isQuoted && isHere),
                Is(candidate.Named.Any(n => scene.IsFirstOfSentence(n) && scene.LinesBetween(n.Span.Start, at) == 0)), Is(spoken < 0), Is(spoken < 0 && isBehind),
                    Is(entity is not null && (World.IsPlace(entity.Name) || World.IsDemonym(entity.Name))),
                Is(opens && begins && sinceNamed == 1), Is(opens && isLast), Math.Min(sinceNamed, FarSentences), Is(before is "the" or "a" or "an"),
            ]);
        }

        return found;
    }

    private static double Is(bool holds) => holds ? 1 : 0;
}

/// <summary>A source that is a pronoun or describes a person.</summary>
/// <param name="Span">The pronoun, or the description.</param>
/// <param name="Gender">What it says.</param>
/// <param name="IsQuoted">Whether it stands inside somebody else's quotation.</param>
/// <param name="Own">What the person says.</param>
internal readonly record struct PersonSource(TextSpan Span, Gender Gender, bool IsQuoted, TextSpan? Own);
