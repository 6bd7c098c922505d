using System.Globalization;
using Sayso.Core.Entities;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Reports;

/// <summary>Whom the annotated sources may mean, for fitting the weights by which one is chosen.</summary>
public static class SpeakerCandidates
{
    /// <summary>
    /// A table of those whom pronouns and descriptions may mean: a header; then a line a candidate, with the case's name, whether the
    /// candidate is the annotated speaker, whether the source is a pronoun, and its features.
    /// </summary>
    public static IEnumerable<string> Of(IReadOnlyList<SaysoArticle> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        yield return string.Join('\t', ["case", "meant", "pronoun", .. AntecedentReader.SourceFeatures]);
        foreach (var article in articles)
        {
            var names = new NameAgreement(article.Statements.SelectMany(g => g.Chain).Select(h => h.Name));
            var chains = article.Statements.Where(s => s.Spans.Source.Count > 0).ToLookup(s => s.Spans.Source[0].Start, s => s.Chain);
            foreach (var choice in AntecedentReader.OfSources(article.Source.ToDocument(), GoldSpans.Of(article.Statements)))
            {
                // The speaker is the last hop that may be chosen: behind it stand those whom he cites, before it those who cite him.
                var hops = chains[choice.Source.Start].SelectMany(chain => chain);
                if (hops.LastOrDefault(hop => choice.Candidates.Any(c => names.Agree(c.Name, hop))) is not { } meant)
                {
                    continue;
                }

                var isPronoun = !choice.Source.Slice(article.Source.Text).Contains(' ');
                foreach (var (name, features) in choice.Candidates)
                {
                    yield return string.Join('\t',
                    [
                        string.Create(CultureInfo.InvariantCulture, $"{article.Source.Name}:{choice.Source.Start}"), names.Agree(name, meant) ? "1" : "0", isPronoun ? "1" : "0",
                        .. features.Select(f => f.ToString("0.####", CultureInfo.InvariantCulture)),
                    ]);
                }
            }
        }
    }
}
