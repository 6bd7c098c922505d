using System.Numerics;
using Sayso.Core.Attributions;
using Sayso.Core.Linguistics;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Metrics;

/// <summary>
/// Exact F1 by role over labelled rows, micro-averaged over spans, as CofeNet's figures are (Wang et al. 2022): a span
/// counts when its role, its first and its last token agree, and each fragment is a span.
/// </summary>
public static class SentenceBioMetrics
{
    /// <summary>Counts one article, over the rows of all its annotations.</summary>
    /// <param name="article">The article with its labelled rows.</param>
    /// <param name="predicted">The attributions to judge, spans in UTF-16 units over the article's text.</param>
    public static SentenceBioTally Count(SentenceBioArticle article, IReadOnlyList<Attribution> predicted)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(predicted);
        var tally = SentenceBioTally.AdditiveIdentity;
        foreach (var rows in article.Annotations)
        {
            foreach (var row in rows)
            {
                var mine = Project(row.Tokens, predicted);
                var theirs = row.Spans.ToHashSet();
                tally += new SentenceBioTally(RoleCounts.Of(role => new(
                    mine.Count(s => s.Role == role && theirs.Contains(s)),
                    mine.Count(s => s.Role == role),
                    theirs.Count(s => s.Role == role))));
            }
        }

        return tally;
    }

    /// <summary>
    /// The labelled spans that attributions mean in a row: each fragment from its first to its last token there. A
    /// fragment that goes on in the next row is cut; one of several attributions counts once, as labels can say no more.
    /// </summary>
    public static IReadOnlySet<BioSpan> Project(IReadOnlyList<TextSpan> tokens, IReadOnlyList<Attribution> attributions)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(attributions);
        HashSet<BioSpan> spans = [];
        foreach (var attribution in attributions)
        {
            AddAll(Role.Source, attribution.Source);
            AddAll(Role.Cue, attribution.Cue);
            AddAll(Role.Content, attribution.Content);
        }

        return spans;

        void AddAll(Role role, SpanList fragments)
        {
            foreach (var fragment in fragments)
            {
                int first = -1, last = -1;
                for (var i = 0; i < tokens.Count; i++)
                {
                    if (tokens[i].Overlaps(fragment))
                    {
                        first = first < 0 ? i : first;
                        last = i;
                    }
                }

                if (first >= 0)
                {
                    spans.Add(new(role, first, last));
                }
            }
        }
    }
}

/// <summary>What is counted of one article's, or of many articles', labelled rows.</summary>
/// <param name="Exact">Spans of equal role, first and last token.</param>
public sealed record SentenceBioTally(RoleCounts Exact)
    : IAdditionOperators<SentenceBioTally, SentenceBioTally, SentenceBioTally>,
        IAdditiveIdentity<SentenceBioTally, SentenceBioTally>
{
    /// <summary>The tally of no row.</summary>
    public static SentenceBioTally AdditiveIdentity { get; } = new(default(RoleCounts));

    /// <summary>The tally of both.</summary>
    public static SentenceBioTally operator +(SentenceBioTally left, SentenceBioTally right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new(left.Exact + right.Exact);
    }
}
