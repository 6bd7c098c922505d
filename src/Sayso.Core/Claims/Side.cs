namespace Sayso.Core.Claims;

/// <summary>What a statement does with a claim's proposition, whatever words it quotes: a closed set.</summary>
public enum Side
{
    /// <summary>Says that it is so.</summary>
    For,

    /// <summary>Says that it is not so.</summary>
    Against,

    /// <summary>Neither: no-comments, non-denials, demands and requests.</summary>
    Neutral,
}
