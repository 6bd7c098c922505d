using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sayso.Cli.Tests.Acceptance.Forms;

/// <summary>
/// What FollowTheMoney's published schema has of the schemata that we use: their properties, those of their parents included, each
/// with its type, and for entities the range. Values are lists of strings, as its proxies have them.
/// </summary>
internal static partial class FollowTheMoneyRules
{
    private const string Thing = "name:name alias:name summary:text notes:text description:text sourceUrl:url publisher:string keywords:string createdAt:date modifiedAt:date retrievedAt:date proof:Document ";

    private static readonly Dictionary<string, Dictionary<string, string>> _schemata = new(StringComparer.Ordinal)
    {
        ["Article"] = Properties(Thing + "title:string author:string fileName:string fileSize:number mimeType:mimetype language:language publishedAt:date contentHash:checksum namesMentioned:name"),
        ["Person"] = Properties(Thing),
        ["Organization"] = Properties(Thing),
        ["PublicBody"] = Properties(Thing),
        ["LegalEntity"] = Properties(Thing),
        ["Note"] = Properties(Thing + "entity:Thing"),
        ["UnknownLink"] = Properties("subject:Thing object:Thing role:string date:date recordId:string summary:text sourceUrl:url publisher:string"),
    };

    private static readonly string[] _things = ["Article", "Person", "Organization", "PublicBody", "LegalEntity", "Note"];

    /// <summary>What is wrong with entities, in words.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<JsonElement> entities)
    {
        var schemaOf = entities.ToDictionary(e => e.GetProperty("id").GetString()!, e => e.GetProperty("schema").GetString()!);
        foreach (var entity in entities)
        {
            var (id, schema, properties) = (entity.GetProperty("id").GetString()!, entity.GetProperty("schema").GetString()!, entity.GetProperty("properties"));
            if (!_schemata.TryGetValue(schema, out var known))
            {
                yield return $"{id}: {schema} is none of ours";
                continue;
            }

            if (schema is not "UnknownLink" && !properties.TryGetProperty("name", out _))
            {
                yield return $"{id}: a {schema} needs a name";
            }

            foreach (var property in properties.EnumerateObject())
            {
                var values = property.Value.EnumerateArray().Select(v => v.GetString()!).ToList();
                if (values.Count == 0 || !known.TryGetValue(property.Name, out var type))
                {
                    yield return $"{id}: {schema} has no {property.Name}, or it is empty";
                }
                else if (values.Find(v => !Is(v, type, schemaOf)) is { } wrong)
                {
                    yield return $"{id}: {property.Name} is no {type}: {wrong}";
                }
            }
        }
    }

    private static Dictionary<string, string> Properties(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split(':')).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    private static bool Is(string value, string type, Dictionary<string, string> schemaOf) => type switch
    {
        "date" => Date().IsMatch(value),
        "url" => Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https",
        "mimetype" => Regex.IsMatch(value, @"^[a-z]+/[a-z0-9.+-]+$"),
        "language" => Regex.IsMatch(value, "^[a-z]{3}$"),
        "number" => Regex.IsMatch(value, "^[0-9]+$"),
        "checksum" => Regex.IsMatch(value, "^[0-9a-f]{40}$"),
        "Document" => schemaOf.GetValueOrDefault(value) == "Article",
        "Thing" => schemaOf.TryGetValue(value, out var schema) && _things.Contains(schema),
        _ => value.Trim().Length > 0,
    };

    /// <summary>Its dates are ISO 8601, cut off where nothing more is known, in UTC without saying so.</summary>
    [GeneratedRegex(@"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2})?)?)?$")]
    private static partial Regex Date();
}
