using Sayso.Core.Chains;
using Sayso.Core.Text;

namespace Sayso.Core.Entities;

/// <summary>One whom a pronoun may mean.</summary>
/// <param name="Mentions">Where the text names it, in order.</param>
/// <param name="Features">What speaks for and against it, in the order of <see cref="AntecedentReader.Features"/>.</param>
public sealed record Antecedent(IReadOnlyList<TextSpan> Mentions, IReadOnlyList<double> Features);

/// <summary>Whom "he" or "she" may mean in a text, with what they are weighed by: for fitting the weights.</summary>
public static class AntecedentReader
{
    /// <summary>The names of the features.</summary>
    public static IReadOnlyList<string> Features => AntecedentFeatures.Names;

    /// <summary>The candidates of a form of he or she, the last one named first.</summary>
    public static IReadOnlyList<Antecedent> Read(string text, TextSpan pronoun)
    {
        ArgumentNullException.ThrowIfNull(text);
        var names = NameFinder.Find(text);
        var scene = new SpeakerScene(text, names);
        var candidates = new AntecedentFinder(scene).Candidates(pronoun, Pronouns.GenderOf(pronoun.Slice(text)));
        if (candidates.Count == 0)
        {
            return [];
        }

        var mentions = names.ToLookup(n => n.Entity, n => n.Span);
        return [.. AntecedentFeatures.Of(scene, pronoun, candidates)
            .Select((features, i) => new Antecedent([.. mentions[candidates[i][0].Entity]], features))];
    }
}
