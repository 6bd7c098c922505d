using Sayso.Core.Chains;
using Sayso.Core.Text;

namespace Sayso.Core.Entities;

/// <summary>What a name is the name of: countries and peoples by lists, the rest by fitted weights.</summary>
internal static class EntityTypes
{
    private const int MentionsLookedAt = 20;

    /// <summary>The type of what some mentions name.</summary>
    public static EntityType Of(string text, NamedEntity entity, IReadOnlyList<TextSpan> mentions) =>
        World.IsCountry(entity.Name) ? EntityType.Country
        : IsPeople(entity.Name) ? EntityType.Other
        : NameKindWeights.Likeliest(mentions.Take(MentionsLookedAt).Select(m => NameKindFeatures.Of(text, entity, m)));

    private static bool IsPeople(string name) => World.IsDemonym(name) || name.Split(' ').All(w => World.IsDemonym(w)
        || w is "North" or "South" or "Republican" or "Republicans" or "Democrat" or "Democrats" or "Democratic");
}
