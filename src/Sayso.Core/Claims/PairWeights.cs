using System.Globalization;
using Sayso.Core.Chains;

namespace Sayso.Core.Claims;

/// <summary>The weights of <see cref="PairFeatures"/>, which <c>./build train claims</c> writes to <c>pairs.tsv</c>. Immutable.</summary>
internal sealed class PairWeights
{
    private readonly double[] _weights;
    private readonly double _bias;
    private readonly double _containment;
    private readonly double _length;
    private readonly double _matter;
    private readonly double _noMatter;
    private readonly double _mostOfCounts;
    private readonly double _mostOfDays;
    private readonly double _mostOfOthers;

    private PairWeights(IEnumerable<string> lines)
    {
        var byName = lines.Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        double AtMost(string name) => Math.Max(0, byName[name]);
        _weights = [.. PairFeatures.Names.Select(name => byName[name])];
        (_bias, Cosine) = (byName["bias"], byName["cosine"]);
        (_containment, _length, _matter, _noMatter) = (byName["containment"], byName["length"], byName["matter"], byName["no matter"]);
        (_mostOfCounts, _mostOfDays) = (Math.Max(AtMost("numbers agree"), AtMost("counts part")), AtMost("days agree"));
        _mostOfOthers = AtMost("one tells") + AtMost("names differ") + AtMost("names part") + AtMost("polarity differs");
    }

    /// <summary>The weights that are shipped.</summary>
    public static PairWeights Fitted { get; } = new(WordList.Lines("pairs.tsv"));

    /// <summary>That of the cosine: above 0.</summary>
    public double Cosine { get; }

    /// <summary>The log-odds that two statements are of one claim.</summary>
    /// <param name="features">In the order of their names.</param>
    public double Score(ReadOnlySpan<double> features)
    {
        var score = _bias;
        for (var i = 0; i < _weights.Length; i++)
        {
            score += _weights[i] * features[i];
        }

        return score;
    }

    /// <summary>
    /// A number that the score without the cosine is surely not above, where only the words of two statements were counted: of what is
    /// not known, what speaks for them is taken to be so.
    /// </summary>
    public double MostWithoutCosine(Outline statement, Candidate candidate)
    {
        var other = candidate.Outline;
        var (fewer, more) = (Math.Min(statement.Words, other.Words), Math.Max(statement.Words, other.Words));
        return _bias + (_containment * candidate.Shared / fewer) + (_length * fewer / more)
            + (_matter * Math.Min(PairFeatures.MostMatter, candidate.Matter)) + (candidate.Matter > 0 ? 0 : _noMatter)
            + (statement.Counts && other.Counts ? _mostOfCounts : 0) + (statement.Days && other.Days ? _mostOfDays : 0) + _mostOfOthers;
    }
}
