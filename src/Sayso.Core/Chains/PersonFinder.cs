using System.Text.RegularExpressions;
using Sayso.Core.Entities;
using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>
/// Which source "he", "she" and descriptions of a person mean: the likeliest of those who spoke or were named before, weighed by
/// <see cref="SpeakerFeatures"/> with weights that were fitted.
/// </summary>
/// <param name="scene">The text and who has spoken.</param>
/// <param name="observe">Who is told of each choice, for fitting the weights.</param>
internal sealed partial class PersonFinder(SpeakerScene scene, Action<TextSpan, IReadOnlyList<SpeakerCandidate>, IReadOnlyList<double[]>>? observe = null)
{
    private const int NamesOfOwn = 20;
    private const int LongestQuestion = 110;

    /// <summary>The most likely person before a place; <c>null</c> where there is none.</summary>
    /// <param name="pronoun">The pronoun, or the first word of a description.</param>
    /// <param name="gender">What the pronoun says.</param>
    /// <param name="not">Who is not meant: whoever says it.</param>
    /// <param name="own">What the person says: whoever is named in it is somebody else.</param>
    public Speaker? Best(TextSpan pronoun, Gender gender, Speaker? not, TextSpan? own = null)
    {
        var candidates = Candidates(pronoun.Start, gender, not, own);
        if (candidates.Count == 0)
        {
            return null;
        }

        var features = SpeakerFeatures.Of(scene, new PersonSource(pronoun, gender, not is not null, own), candidates);
        observe?.Invoke(pronoun, candidates, features);
        return candidates[Enumerable.Range(0, candidates.Count).MaxBy(i => FeatureWeights.OfSpeakers.Score(features[i]))].Speaker;
    }

    /// <summary>Whether one who goes by some pronouns may be meant by others.</summary>
    public static bool Fits(Gender known, Gender wanted) => known == Gender.Unknown || wanted == Gender.Unknown || known == wanted;

    /// <summary>Those who may be meant, the last one met first.</summary>
    private List<SpeakerCandidate> Candidates(int at, Gender gender, Speaker? not, TextSpan? own)
    {
        HashSet<NamedEntity> named = own is { } words ? [.. scene.Within(words).Take(NamesOfOwn).Select(n => n.Entity)] : [];
        List<SpeakerCandidate> found = [];
        foreach (var spoken in scene.Before(at))
        {
            if (!IsOwn(spoken.Position) && !spoken.Speaker.IsPlural && (spoken.Speaker.IsPerson || (spoken.Speaker.Entity is { } one && MayBePerson(one))) && Of(spoken.Speaker) is { } candidate)
            {
                candidate.Spoken.Add(spoken);
            }
        }

        foreach (var mention in scene.NamesBefore(at))
        {
            if (!IsOwn(mention.Span.Start) && !IsAskedAbout(mention, at) && (mention.Entity.IsPerson || (mention.Entity.MayBePerson && MayBePerson(mention.Entity))) && Of(Speaker.Of(mention.Entity)) is { } candidate)
            {
                candidate.Named.Add(mention);
            }
        }

        found.Sort((one, other) => other.Last.CompareTo(one.Last));
        return found;

        bool IsOwn(int position) => own is { } said && position >= said.Start && position < said.End;

        bool MayBePerson(NamedEntity entity) => !entity.IsOutlet && !entity.IsThing && scene.KindOf(entity) == EntityType.Person;

        // "Asked about Anton Reve, she said": not Reve, whom nobody asked.
        bool IsAskedAbout(NameMention mention, int pronoun) => scene.SentencesBetween(mention.Span.Start, pronoun) == 0
            && AskedAbout().IsMatch(scene.Text.AsSpan(Math.Max(0, mention.Span.Start - LongestQuestion)..mention.Span.Start));

        SpeakerCandidate? Of(Speaker speaker)
        {
            if ((not is not null && speaker.IsSame(not)) || (speaker.Entity is { } who && named.Contains(who))
                || !Fits(speaker.Entity?.Gender ?? Gender.Unknown, gender))
            {
                return null;
            }

            var known = found.Find(c => c.Speaker.IsSame(speaker));
            if (known is null)
            {
                found.Add(known = new SpeakerCandidate(speaker));
            }

            return known;
        }
    }

    [GeneratedRegex(@"\b[Aa]sked\b[^.!?\n]{0,60}\babout\s[^,.;:!?\n]{0,30}$")]
    private static partial Regex AskedAbout();
}

/// <summary>One whom a source may mean.</summary>
/// <param name="Speaker">Who.</param>
internal sealed record SpeakerCandidate(Speaker Speaker)
{
    /// <summary>Where the text names it before, the nearest first.</summary>
    public List<NameMention> Named { get; } = [];

    /// <summary>Where it spoke before, the nearest first.</summary>
    public List<Spoken> Spoken { get; } = [];

    /// <summary>The last place where it is met.</summary>
    public int Last => Math.Max(Named is [var name, ..] ? name.Span.Start : -1, Spoken is [var spoken, ..] ? spoken.Position : -1);
}
