using Sayso.Core.Attributions;
using Sayso.Core.Linguistics;

namespace Sayso.Evaluation.Metrics;

/// <summary>The tokens of one attribution's roles, all fragments of a role together.</summary>
/// <param name="Source">Who is credited; empty where there is nobody.</param>
/// <param name="Cue">The words that credit.</param>
/// <param name="Content">What is credited.</param>
public sealed record AttributionTokens(TokenSet Source, TokenSet Cue, TokenSet Content)
{
    /// <summary>The least intersection over union of two sources, or of two contents, that are taken for the same.</summary>
    public const double SameSpan = 0.5;

    /// <summary>The tokens of one role.</summary>
    public TokenSet this[Role role] => role switch
    {
        Role.Source => Source,
        Role.Cue => Cue,
        Role.Content => Content,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>The tokens of <paramref name="attribution"/> in its text.</summary>
    public static AttributionTokens Of(TokenizedText text, Attribution attribution)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(attribution);
        return new(text.Under(attribution.Source), text.Under(attribution.Cue), text.Under(attribution.Content));
    }
}
