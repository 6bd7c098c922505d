using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>
/// Which source "he", "she" and descriptions of a person mean: the likeliest of those who spoke or were named before. The weights
/// were chosen on the train splits; those of <see cref="AntecedentWeights"/>, for pronouns that are no sources, were no better here.
/// </summary>
/// <param name="scene">The text and who has spoken.</param>
internal sealed class PersonFinder(SpeakerScene scene)
{
    private const int NamesOfOwn = 20;

    /// <summary>The most likely person before a place; <c>null</c> where there is none.</summary>
    /// <param name="at">The place.</param>
    /// <param name="gender">What the pronoun says.</param>
    /// <param name="not">Who is not meant: whoever says it.</param>
    /// <param name="own">What the person says, where it stands before the place: whoever is named in it is somebody else.</param>
    public Speaker? Best(int at, Gender gender, Speaker? not, TextSpan? own = null)
    {
        var from = own is { } said && said.Start < at ? said.Start : at;
        var until = own?.End ?? at;
        HashSet<NamedEntity> named = own is { } words ? [.. scene.Within(words).Take(NamesOfOwn).Select(n => n.Entity)] : [];
        (double Score, Speaker Speaker)? best = null;
        var place = 0;
        foreach (var spoken in scene.Before(at))
        {
            if (IsOwn(spoken.Position))
            {
                continue;
            }

            if (spoken.Speaker is { IsPerson: true, IsPlural: false } or { Entity.MayBePerson: true })
            {
                Consider(spoken.Speaker, spoken.Position, (place == 0 ? 1.5 : 0.8) + (spoken.Speaker.Entity is { } entity ? entity.IsPerson ? 0.2 : -0.05 : -0.9));
                place++;
            }
        }

        foreach (var mention in scene.NamesBefore(at).Where(n => n.Entity.IsPerson && !IsOwn(n.Span.Start)))
        {
            Consider(Speaker.Of(mention.Entity), mention.Span.Start,
                (scene.IsFirstOfSentence(mention) ? 0.9 : 0) - (scene.IsPossessive(mention) ? 0.8 : 0) - (mention.Entity.FullNames == 0 ? 0.5 : 0));
        }

        return best?.Speaker;

        // A sentence names those whom it is about before it says "he" of somebody else; behind two more the odds fall faster.
        double Distance(int position, int place)
        {
            var sentences = scene.SentencesBetween(position, place);
            return (0.55 * sentences) + (0.6 * Math.Max(0, sentences - 2)) + (sentences == 0 ? 0.75 : 0)
                + (scene.AreInOneLine(position, place) ? 0 : 0.5);
        }

        bool IsOwn(int position) => position >= from && position < until;

        void Consider(Speaker speaker, int position, double bonus)
        {
            if (!(not is not null && speaker.IsSame(not)) && !(speaker.Entity is { } who && named.Contains(who))
                && Fits(speaker.Entity?.Gender ?? Gender.Unknown, gender))
            {
                var known = speaker.Entity is { } e && e.Gender == gender && gender != Gender.Unknown ? 0.4 : 0;
                var score = bonus + known - Distance(position, position < from ? from : at);
                if (best is null || score > best.Value.Score)
                {
                    best = (score, speaker);
                }
            }
        }
    }

    /// <summary>Whether one who goes by some pronouns may be meant by others.</summary>
    public static bool Fits(Gender known, Gender wanted) => known == Gender.Unknown || wanted == Gender.Unknown || known == wanted;
}
