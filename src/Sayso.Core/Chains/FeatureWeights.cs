using System.Globalization;

namespace Sayso.Core.Chains;

/// <summary>The weights of a log-linear model over the candidates of a pronoun, one for each feature.</summary>
internal sealed class FeatureWeights
{
    private readonly double[] _weights;

    private FeatureWeights(string list, IReadOnlyList<string> names)
    {
        var rows = WordList.Lines(list).Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        _weights = [.. names.Select(name => rows[name])];
    }

    /// <summary>
    /// Of <see cref="AntecedentFeatures"/>: fitted to GAP's development cases (Webster et al. 2018, Mind the GAP) by
    /// <c>./build train antecedents</c>, which writes <c>antecedents.tsv</c>.
    /// </summary>
    public static FeatureWeights OfAntecedents { get; } = new("antecedents.tsv", AntecedentFeatures.Names);

    /// <summary>
    /// Of <see cref="SpeakerFeatures"/>: fitted to the sources of our own news and of <c>corpus/</c>, the train parts, by
    /// <c>./build train speakers</c>, which writes <c>speakers.tsv</c>.
    /// </summary>
    public static FeatureWeights OfSpeakers { get; } = new("speakers.tsv", SpeakerFeatures.Names);

    /// <summary>
    /// Of <see cref="NestingFeatures"/>: fitted to the statements inside others of our own news and of <c>corpus/</c>, the train parts, by
    /// <c>./build train nesting</c>, which writes <c>nesting.tsv</c>.
    /// </summary>
    public static FeatureWeights OfNesting { get; } = new("nesting.tsv", NestingFeatures.Names);

    /// <summary>The log of a candidate's odds, up to what its rivals have too.</summary>
    /// <param name="features">In the order of the names.</param>
    public double Score(IReadOnlyList<double> features)
    {
        var score = 0.0;
        for (var i = 0; i < _weights.Length; i++)
        {
            score += _weights[i] * features[i];
        }

        return score;
    }
}
