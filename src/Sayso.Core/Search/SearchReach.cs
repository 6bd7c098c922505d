using Sayso.Core.Claims;

namespace Sayso.Core.Search;

/// <summary>Where else than in words a ledger is searched.</summary>
/// <param name="Actors">On whose word its statements are, those of most statements first; none while that is not known.</param>
/// <param name="Meanings">What its statements mean.</param>
/// <param name="Encode">Gives words their meaning; <c>null</c> where none are compared.</param>
public sealed record SearchReach(ActorIndex Actors, MeaningIndex Meanings, Func<string, SentenceVector>? Encode)
{
    /// <summary>Nowhere.</summary>
    public static SearchReach WordsOnly { get; } = new(ActorIndex.Empty, MeaningIndex.Empty, null);
}
