using System.Numerics;

namespace Sayso.Evaluation.Metrics;

/// <summary>Everything that is counted of one article's, or of many articles', predicted and gold attributions.</summary>
public sealed record AttributionTally : IAdditionOperators<AttributionTally, AttributionTally, AttributionTally>,
    IAdditiveIdentity<AttributionTally, AttributionTally>
{
    /// <summary>Number of labels a token can have: source, cue, content, none.</summary>
    public const int LabelCount = 4;

    /// <summary>The tally of no article.</summary>
    public static AttributionTally AdditiveIdentity { get; } = new() { Labels = Coincidences.None(LabelCount) };

    /// <summary>Attributions whose cue, content and source agree.</summary>
    public Counts Relation { get; init; }

    /// <summary>Attributions whose cue and content agree, whatever their source.</summary>
    public Counts Found { get; init; }

    /// <summary>Roles of single attributions with equal token sets.</summary>
    public RoleCounts Exact { get; init; }

    /// <summary>Tokens that have the role in some attribution.</summary>
    public RoleCounts Token { get; init; }

    /// <summary>The labels of the predicted (first) and gold (second) side, over all tokens.</summary>
    public required Coincidences Labels { get; init; }

    /// <summary>How confidently attributions were predicted, and which of them count as <see cref="Relation"/>.</summary>
    public Calibration Calibration { get; init; } = Calibration.Empty;

    /// <summary>The tally of both.</summary>
    public static AttributionTally operator +(AttributionTally left, AttributionTally right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new()
        {
            Relation = left.Relation + right.Relation,
            Found = left.Found + right.Found,
            Exact = left.Exact + right.Exact,
            Token = left.Token + right.Token,
            Labels = left.Labels + right.Labels,
            Calibration = left.Calibration + right.Calibration,
        };
    }
}
