using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Entities;

/// <summary>One whom a pronoun may mean.</summary>
/// <param name="Mentions">Where the text names it, in order.</param>
/// <param name="Features">What speaks for and against it, in the order of <see cref="AntecedentReader.Features"/>.</param>
public sealed record Antecedent(IReadOnlyList<TextSpan> Mentions, IReadOnlyList<double> Features);

/// <summary>Whom a source may mean.</summary>
/// <param name="Source">The pronoun or description.</param>
/// <param name="Candidates">Their names, each with its features, the last one met first.</param>
public sealed record SourceChoice(TextSpan Source, IReadOnlyList<(string Name, IReadOnlyList<double> Features)> Candidates);

/// <summary>Whom "he" or "she" may mean in a text, with what they are weighed by: for fitting the weights.</summary>
public static class AntecedentReader
{
    /// <summary>The names of the features.</summary>
    public static IReadOnlyList<string> Features => AntecedentFeatures.Names;

    /// <summary>The names of the features of sources.</summary>
    public static IReadOnlyList<string> SourceFeatures => SpeakerFeatures.Names;

    /// <summary>Whom each source may mean that is a form of he or she, or describes a person, in the order of resolving them.</summary>
    /// <param name="document">The document.</param>
    /// <param name="attributions">What was extracted from it.</param>
    public static IReadOnlyList<SourceChoice> OfSources(Document document, IReadOnlyList<Attribution> attributions)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(attributions);
        List<SourceChoice> found = [];
        ChainBuilder.Observe(document, attributions, (source, candidates, features) =>
            found.Add(new SourceChoice(source, [.. candidates.Select((c, i) => (c.Speaker.Name, (IReadOnlyList<double>)features[i]))])));
        return found;
    }

    /// <summary>The names of the features by which a statement inside another one is taken for told by that one's speaker.</summary>
    public static IReadOnlyList<string> NestingFeatures => Chains.NestingFeatures.Names;

    /// <summary>The statements inside others of which weights decide that, each with its features.</summary>
    /// <param name="document">The document.</param>
    /// <param name="attributions">What was extracted from it, holders among them.</param>
    public static IReadOnlyList<(Attribution Held, IReadOnlyList<double> Features)> OfNested(Document document, IReadOnlyList<Attribution> attributions)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(attributions);
        return [.. ChainBuilder.Nestings(document, attributions).Select(n => (n.Held, (IReadOnlyList<double>)n.Features))];
    }

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
