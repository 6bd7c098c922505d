using Sayso.Core.Chains;
using Sayso.Core.Text;

namespace Sayso.Core.Entities;

/// <summary>What a name is the name of: by lists, by its words, and by what stands before it.</summary>
internal static class EntityTypes
{
    private const int MentionsLookedAt = 20;
    private static readonly HashSet<string> _placeWords = new(
        ("River Lake Mount Mountain Mountains Island Islands Sea Ocean Bay Gulf Valley Strait Peninsula Province County District Region "
            + "City Town Village Airport Avenue Road Square Bridge Park Beach Desert Forest Hill Hills "
        + "Coast Harbor Harbour Port Canyon Creek Falls Peak Cape Castle Palace Tower Stadium Arena Station Township Parish").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> _eventWords = new(
        ("War Wars Battle Olympics Games Cup Championship Championships Election Elections Festival Conference Summit Award Awards "
            + "Prize Revolution Act Treaty Day Open Tour Grand Prix Series Amendment").Split(' '),
        StringComparer.Ordinal);

    /// <summary>The type of what some mentions name.</summary>
    public static EntityType Of(string text, NamedEntity entity, IReadOnlyList<TextSpan> mentions)
    {
        if (World.IsCountry(entity.Name))
        {
            return EntityType.Country;
        }

        var words = entity.Name.Split(' ');
        if (World.IsPlace(entity.Name) && !entity.Name.StartsWith("The ", StringComparison.Ordinal))
        {
            return EntityType.Place;
        }

        if (World.IsDemonym(entity.Name)
            || words.All(w => World.IsDemonym(w)
                || w is "North" or "South" or "Republican" or "Republicans" or "Democrat" or "Democrats" or "Democratic"))
        {
            return EntityType.Other;
        }

        if (entity.IsPerson)
        {
            return EntityType.Person;
        }

        if (World.Speaking(entity.Name) is not null || entity.IsOutlet || words.Any(NameWords.Bodies.Contains))
        {
            return EntityType.Organization;
        }

        if (_placeWords.Contains(words[^1]) || words[0] is "Lake" or "Mount" or "Port" or "Fort" or "Cape" or "Saint" or "San" or "Santa")
        {
            return EntityType.Place;
        }

        if (_eventWords.Contains(words[^1]) || words.Any(w => w.Length == 4 && w.All(char.IsDigit)))
        {
            return EntityType.Other;
        }

        // "In Ostrel", "near Ostrel": a place, where it mostly stands so.
        var looked = mentions.Take(MentionsLookedAt).ToList();
        return 2 * looked.Count(m => IsBehindPlaceWord(text, m.Start)) >= looked.Count && looked.Count > 0 ? EntityType.Place
            : entity.MayBePerson ? EntityType.Person
            : EntityType.Organization;
    }

    private static bool IsBehindPlaceWord(string text, int at)
    {
        var before = text.AsSpan(Math.Max(0, at - 12), at - Math.Max(0, at - 12)).TrimEnd();
        before = before[(before.LastIndexOfAny(' ', '\n') + 1)..];
        return before is "in" or "In" or "near" or "Near" or "at" or "from" or "around" or "outside" or "across" or "throughout"
            or "toward" or "towards" or "into";
    }
}
