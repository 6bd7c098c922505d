using System.Globalization;
using Sayso.Core.Entities;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Reports;

/// <summary>Whether annotated statements inside others are told by those ones' speakers, for fitting the weights by which that is decided.</summary>
public static class NestedCases
{
    /// <summary>
    /// A table as <see cref="SpeakerCandidates"/>'s, with two lines a case: that the holder's chain stands before the statement's own, and that
    /// it does not, whose features are all 0. Statements with their holder's chain are left out.
    /// </summary>
    public static IEnumerable<string> Of(IReadOnlyList<SaysoArticle> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        yield return string.Join('\t', ["case", "meant", "pronoun", .. AntecedentReader.NestingFeatures]);
        foreach (var article in articles)
        {
            var byId = article.Statements.ToDictionary(s => s.Id, StringComparer.Ordinal);
            foreach (var (held, features) in AntecedentReader.OfNested(article.Source.ToDocument(), GoldSpans.Of(article.Statements)))
            {
                var gold = article.Statements.First(s => s.Spans.HasSpansOf(held));
                if (gold.Parent is not { } parent || !byId.TryGetValue(parent, out var holder) || IsSame(gold.Chain, holder.Chain))
                {
                    continue;
                }

                var isBehind = Begins(gold.Chain, holder.Chain);
                var name = $"{article.Source.Name}:{gold.Id}";
                yield return string.Join('\t', [name, isBehind ? "1" : "0", "0", .. features.Select(f => f.ToString("0.####", CultureInfo.InvariantCulture))]);
                yield return string.Join('\t', [name, isBehind ? "0" : "1", "0", .. features.Select(_ => "0")]);
            }
        }
    }

    private static bool IsSame(ValueList<GoldHop> chain, ValueList<GoldHop> other) => chain.Count == other.Count && Begins(chain, other);

    private static bool Begins(ValueList<GoldHop> chain, ValueList<GoldHop> with) =>
        chain.Count >= with.Count && with.Select((hop, i) => hop.Name == chain[i].Name).All(same => same);
}
