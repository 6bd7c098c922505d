using System.Numerics;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Metrics;

/// <summary>How many of the judged sources of articles are found as sources, and how many of those mean who was judged.</summary>
/// <param name="Found">Of all.</param>
/// <param name="Pronouns">Right, of the pronouns found.</param>
/// <param name="Descriptions">Right, of the descriptions found.</param>
public sealed record SourceTally(Share Found, Share Pronouns, Share Descriptions) : IAdditionOperators<SourceTally, SourceTally, SourceTally>,
IAdditiveIdentity<SourceTally, SourceTally>
{
    /// <inheritdoc/>
    public static SourceTally AdditiveIdentity { get; } = new(default, default, default);

    /// <inheritdoc/>
    public static SourceTally operator +(SourceTally left, SourceTally right) =>
        new(left.Found + right.Found, left.Pronouns + right.Pronouns, left.Descriptions + right.Descriptions);

    /// <summary>The tally of one article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="statements">What was read in it.</param>
    public static SourceTally Of(SourceArticle article, IReadOnlyList<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(statements);
        var read = statements.Where(s => s.SourceHop is not null).ToLookup(s => s.Source.Extent);
        var names = new NameAgreement(article.Verdicts.SelectMany(v => v.Names));
        var found = article.Verdicts.Where(v => read.Contains(v.Span)).ToList();
        return new(new Share(found.Count, article.Verdicts.Count), Right(isPronoun: true), Right(isPronoun: false));

        Share Right(bool isPronoun)
        {
            var all = found.Where(v => v.IsPronoun == isPronoun).ToList();
            return new Share(all.Count(v => read[v.Span].Any(s => IsRight(s.SourceHop!, v))), all.Count);
        }

        bool IsRight(Hop hop, SourceVerdict verdict) => verdict.Names.Any(name => names.Agree(hop, new GoldHop(name, hop.Kind)));
    }
}
