using Sayso.Core.Entities;
using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>
/// Whom "he" or "she" means of those whom the text names, sources or not: each is weighed by <see cref="AntecedentFeatures"/>
/// with the weights of <see cref="FeatureWeights"/>.
/// </summary>
internal sealed class AntecedentFinder(SpeakerScene scene)
{
    private const int LongestSentence = 400;

    /// <summary>The likeliest; <c>null</c> where nobody may be meant.</summary>
    /// <param name="pronoun">The pronoun.</param>
    /// <param name="gender">What it says.</param>
    public NamedEntity? Best(TextSpan pronoun, Gender gender)
    {
        var candidates = Candidates(pronoun, gender);
        if (candidates.Count == 0)
        {
            return null;
        }

        var features = AntecedentFeatures.Of(scene, pronoun, candidates);
        return candidates[Enumerable.Range(0, candidates.Count).MaxBy(i => FeatureWeights.OfAntecedents.Score(features[i]))][0].Entity;
    }

    /// <summary>
    /// Those whom a pronoun may mean, the last one named first, each with its names before the pronoun from the nearest on;
    /// behind them those whom only the rest of its sentence names.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<NameMention>> Candidates(TextSpan pronoun, Gender gender)
    {
        List<List<NameMention>> found = [];
        Dictionary<NamedEntity, int> places = [];
        foreach (var mention in scene.NamesBefore(pronoun.Start).Where(n => n.Span.End <= pronoun.Start))
        {
            Add(mention);
        }

        var before = found.Count;
        for (var i = scene.LastBefore(pronoun.End) + 1; i < scene.Names.Count && scene.Names[i].Span.Start - pronoun.End < LongestSentence
            && scene.SentencesBetween(pronoun.Start, scene.Names[i].Span.Start) == 0; i++)
        {
            if (!places.TryGetValue(scene.Names[i].Entity, out var place) || place >= before)
            {
                Add(scene.Names[i]);
            }
        }

        return found;

        void Add(NameMention mention)
        {
            var entity = mention.Entity;
            if (places.TryGetValue(entity, out var place))
            {
                found[place].Add(mention);
            }
            else if (PersonFinder.Fits(entity.Gender, gender) && !entity.IsOutlet && !World.IsCountry(entity.Name))
            {
                places.Add(entity, found.Count);
                found.Add([mention]);
            }
        }
    }
}
