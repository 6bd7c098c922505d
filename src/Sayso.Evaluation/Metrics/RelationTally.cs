using System.Numerics;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Metrics;

/// <summary>How many of the judged hops of articles are read as hops, and how many of those pass on as was judged.</summary>
/// <param name="Found">Of all.</param>
/// <param name="Said">Right, of those found that are to be <see cref="HopRelation.Says"/>, alone or among others.</param>
/// <param name="Others">Right, of those found that are to be another relation.</param>
/// <param name="NoHops">How many are found that pass nothing on: each is wrong.</param>
public sealed record RelationTally(Share Found, Share Said, Share Others, long NoHops) : IAdditionOperators<RelationTally, RelationTally, RelationTally>,
IAdditiveIdentity<RelationTally, RelationTally>
{
    /// <inheritdoc/>
    public static RelationTally AdditiveIdentity { get; } = new(default, default, default, 0);

    /// <summary>Right, of all that are found.</summary>
    public Share Right => Said + Others + new Share(0, NoHops);

    /// <inheritdoc/>
    public static RelationTally operator +(RelationTally left, RelationTally right) =>
        new(left.Found + right.Found, left.Said + right.Said, left.Others + right.Others, left.NoHops + right.NoHops);

    /// <summary>The tally of one article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="statements">What was read in it. A judged hop is found in those whose cue shares a character with its statement's.</param>
    public static RelationTally Of(RelationArticle article, IReadOnlyList<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(statements);
        var read = statements.Where(s => s.Cue.Count > 0)
            .SelectMany(s => s.Chain.Where(h => h.Spans.Count > 0).Select(h => (Cue: s.Cue.Extent, Hop: h.Spans.Extent, h.Relation)))
            .ToLookup(h => h.Hop, h => (h.Cue, h.Relation));
        var found = article.Verdicts.Select(v => (Verdict: v, Read: Read(v))).Where(f => f.Read is not null).ToList();
        return new(new Share(found.Count, article.Verdicts.Count), Right(said: true), Right(said: false), found.Count(f => f.Verdict.Relations.Count == 0));

        Share Right(bool said)
        {
            var all = found.Where(f => f.Verdict.Relations.Count > 0 && f.Verdict.Relations.Contains(HopRelation.Says) == said).ToList();
            return new Share(all.Count(f => f.Verdict.Relations.Contains(f.Read!.Value)), all.Count);
        }

        // Several statements may have a hop, each with its own cue: the one with the very cue goes before those that only overlap.
        HopRelation? Read(RelationVerdict verdict) => read[verdict.Hop].Where(h => h.Cue.Start < verdict.Cue.End && verdict.Cue.Start < h.Cue.End)
            .OrderByDescending(h => h.Cue == verdict.Cue).Select(h => (HopRelation?)h.Relation).FirstOrDefault();
    }
}
