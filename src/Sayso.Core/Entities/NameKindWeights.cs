using System.Globalization;

namespace Sayso.Core.Entities;

/// <summary>
/// The weights of <see cref="NameKindFeatures"/>: a log-linear model of what a name is the name of, fitted to annotated names by
/// <c>./build train name-kinds</c>, which writes <c>name-kinds.tsv</c>. A feature that is not there has no weight.
/// </summary>
internal static class NameKindWeights
{
    private static readonly EntityType[] _kinds = [EntityType.Person, EntityType.Organization, EntityType.Place, EntityType.Other];
    private static readonly Dictionary<string, double[]> _weights = EntityLists.Lines("name-kinds.tsv").Select(line => line.Split('\t'))
        .ToDictionary(cells => cells[0], cells => cells.Skip(1).Select(c => double.Parse(c, CultureInfo.InvariantCulture)).ToArray(), StringComparer.Ordinal);

    /// <summary>The kind that is likeliest over all mentions together; of equals, the first one.</summary>
    /// <param name="mentions">The features of each.</param>
    public static EntityType Likeliest(IEnumerable<IReadOnlyCollection<string>> mentions)
    {
        var sums = new double[_kinds.Length];
        foreach (var features in mentions)
        {
            foreach (var weights in features.Select(f => _weights.GetValueOrDefault(f)).OfType<double[]>())
            {
                for (var kind = 0; kind < sums.Length; kind++)
                {
                    sums[kind] += weights[kind];
                }
            }
        }

        return _kinds[Array.IndexOf(sums, sums.Max())];
    }
}
