using System.Text.Json;
using Sayso.Core.Entities;
using Sayso.Core.Text;

namespace Sayso.Core.Export;

/// <summary>Entities with their mentions, as the contract has them.</summary>
internal static class EntityJson
{
    /// <summary>The key <c>entities</c>.</summary>
    public static void WriteEntities(this Utf8JsonWriter json, IEnumerable<Entity> entities, CodePointMap map)
    {
        json.WriteStartArray("entities");
        foreach (var entity in entities)
        {
            json.WriteStartObject();
            json.WriteString("id", entity.Id);
            json.WriteString("name", entity.Name);
            json.WriteString("type", ClosedSet.NameOf(entity.Type));
            json.WriteString("standsFor", entity.StandsFor);
            json.WriteStartArray("mentions");
            foreach (var mention in entity.Mentions)
            {
                json.WriteStartArray();
                json.WriteNumberValue(map.ToCodePoint(mention.Start));
                json.WriteNumberValue(map.ToCodePoint(mention.End));
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
