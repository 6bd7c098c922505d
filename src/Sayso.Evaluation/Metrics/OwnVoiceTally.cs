using System.Numerics;
using Sayso.Core.Attributions;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Metrics;

/// <summary>Counts of clauses in the outlet's own voice that somebody has judged.</summary>
/// <param name="Judged">Of all judged ones, those that are right.</param>
/// <param name="Read">Of those that are read still, those that are right.</param>
public sealed record OwnVoiceTally(Share Judged, Share Read) : IAdditionOperators<OwnVoiceTally, OwnVoiceTally, OwnVoiceTally>,
IAdditiveIdentity<OwnVoiceTally, OwnVoiceTally>
{
    /// <inheritdoc/>
    public static OwnVoiceTally AdditiveIdentity { get; } = new(default, default);

    /// <inheritdoc/>
    public static OwnVoiceTally operator +(OwnVoiceTally left, OwnVoiceTally right) =>
        new(left.Judged + right.Judged, left.Read + right.Read);

    /// <summary>Counts one article.</summary>
    /// <param name="article">Its verdicts.</param>
    /// <param name="statements">
    /// What is read from it; a judged clause is read when a statement in the outlet's own voice has its very span.
    /// </param>
    public static OwnVoiceTally Of(JudgedArticle article, IReadOnlyList<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(article);
        var own = statements.Where(s => s.IsOwnVoice).Select(s => s.Content.Extent).ToHashSet();
        return new(
            new Share(article.Verdicts.Count(v => v.IsRight), article.Verdicts.Count),
            new Share(article.Verdicts.Count(v => v.IsRight && own.Contains(v.Span)), article.Verdicts.Count(v => own.Contains(v.Span))));
    }
}
