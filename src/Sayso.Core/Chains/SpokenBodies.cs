using Sayso.Core.Entities;

namespace Sayso.Core.Chains;

/// <summary>The bodies of which speakers say "we": those that a phrase beside their name tells, else, of one who runs something, the one named most.</summary>
/// <param name="scene">The text; what it says its people are has been learnt.</param>
/// <param name="descriptions">Knows forces.</param>
internal sealed class SpokenBodies(SpeakerScene scene, Descriptions descriptions)
{
    private const int Twice = 2;
    private readonly Lazy<NamedEntity?> _mostNamed = new(() => MostNamed(scene));

    /// <summary>The body; <c>null</c> where nothing tells one.</summary>
    /// <param name="speaker">Who says "we".</param>
    public Speaker? Of(Speaker speaker)
    {
        if (speaker.Entity is not { } person)
        {
            return speaker.Body;
        }

        if (person.Body is { } body)
        {
            return Speaker.Of(body);
        }

        return !person.IsPerson || !person.Roles.Any(NameWords.SpeaksForOthers) ? null
            : person.Roles.Contains("police") ? descriptions.Force("police")
            : person.Roles.Contains("president") && !person.Roles.Contains("manager") ? null
            : _mostNamed.Value is { } most ? Speaker.Of(most)
            : null;
    }

    private static NamedEntity? MostNamed(SpeakerScene scene)
    {
        var bodies = scene.Names.GroupBy(n => n.Entity).Where(g => !g.Key.IsPerson && !g.Key.IsOutlet && g.Count() >= Twice)
            .OrderByDescending(g => g.Count());
        return bodies.FirstOrDefault(g => scene.KindOf(g.Key) == EntityType.Organization)?.Key;
    }
}
