using System.Globalization;

namespace Sayso.Core.Chains;

/// <summary>
/// The weights of <see cref="AntecedentFeatures"/>: a log-linear model over the candidates of a pronoun, fitted to GAP's development
/// cases (Webster et al. 2018, Mind the GAP) by <c>./build train antecedents</c>, which writes <c>antecedents.tsv</c>.
/// </summary>
internal static class AntecedentWeights
{
    private static readonly double[] _weights = Load();

    /// <summary>The log of a candidate's odds, up to what its rivals have too.</summary>
    /// <param name="features">In the order of <see cref="AntecedentFeatures.Names"/>.</param>
    public static double Score(IReadOnlyList<double> features)
    {
        var score = 0.0;
        for (var i = 0; i < _weights.Length; i++)
        {
            score += _weights[i] * features[i];
        }

        return score;
    }

    private static double[] Load()
    {
        var rows = WordList.Lines("antecedents.tsv").Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return [.. AntecedentFeatures.Names.Select(name => rows[name])];
    }
}
