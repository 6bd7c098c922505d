using System.Globalization;
using System.Text.Json;

namespace Sayso.Cli.Tests.Acceptance.Forms;

/// <summary>What schema.org has of the types that we use: their properties, each with the types that it expects, and what a rating needs.</summary>
internal static class SchemaOrgRules
{
    private static readonly Dictionary<string, Dictionary<string, string[]>> _types = new(StringComparer.Ordinal)
    {
        ["Claim"] = new() { ["identifier"] = ["Text"], ["text"] = ["Text"], ["appearance"] = ["NewsArticle"], ["firstAppearance"] = ["NewsArticle"] },
        ["NewsArticle"] = new() { ["url"] = ["URL"], ["headline"] = ["Text"], ["datePublished"] = ["DateTime"], ["inLanguage"] = ["Text"], ["publisher"] = ["Organization"] },
        ["ClaimReview"] = new()
        {
            ["claimReviewed"] = ["Text"],
            ["itemReviewed"] = ["Claim"],
            ["reviewRating"] = ["Rating"],
            ["author"] = ["Person"],
            ["datePublished"] = ["DateTime"],
            ["reviewBody"] = ["Text"],
        },
        ["Rating"] = new() { ["ratingValue"] = ["Number"], ["bestRating"] = ["Number"], ["worstRating"] = ["Number"], ["alternateName"] = ["Text"] },
        ["Organization"] = new() { ["name"] = ["Text"] },
        ["Person"] = new() { ["name"] = ["Text"] },
    };

    private static readonly Dictionary<string, string[]> _required = new(StringComparer.Ordinal)
    {
        ["Claim"] = ["@id", "text", "appearance"],
        ["ClaimReview"] = ["@id", "claimReviewed", "itemReviewed", "reviewRating", "author", "datePublished"],
        ["Rating"] = ["alternateName"],
        ["Organization"] = ["name"],
        ["Person"] = ["name"],
    };

    /// <summary>What is wrong with a graph, in words.</summary>
    public static IEnumerable<string> Faults(JsonElement root)
    {
        if (root.GetProperty("@context").GetString() != "https://schema.org")
        {
            yield return "the context is not schema.org";
        }

        var nodes = root.GetProperty("@graph").EnumerateArray().ToList();
        var typeOf = nodes.Concat(nodes.Where(n => n.TryGetProperty("appearance", out _)).SelectMany(n => n.GetProperty("appearance").EnumerateArray()))
            .GroupBy(n => n.GetProperty("@id").GetString()!).ToDictionary(g => g.Key, g => g.First().GetProperty("@type").GetString()!);
        foreach (var fault in nodes.SelectMany(n => Node(n, typeOf)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Node(JsonElement node, Dictionary<string, string> typeOf)
    {
        var type = node.GetProperty("@type").GetString()!;
        if (!_types.TryGetValue(type, out var properties))
        {
            yield return $"{type} is none of ours";
            yield break;
        }

        foreach (var missing in _required.GetValueOrDefault(type, []).Where(name => !node.TryGetProperty(name, out _)))
        {
            yield return $"{type} lacks {missing}";
        }

        foreach (var property in node.EnumerateObject().Where(p => p.Name[0] != '@'))
        {
            if (!properties.TryGetValue(property.Name, out var expected))
            {
                yield return $"{type} has no {property.Name}";
                continue;
            }

            foreach (var value in property.Value.ValueKind == JsonValueKind.Array ? [.. property.Value.EnumerateArray()] : new[] { property.Value })
            {
                if (!expected.Any(e => Is(value, e, typeOf)))
                {
                    yield return $"{type}.{property.Name} is {value}, not {string.Join(" or ", expected)}";
                }

                if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("@type", out _))
                {
                    foreach (var fault in Node(value, typeOf))
                    {
                        yield return fault;
                    }
                }
            }
        }

        if (type == "Rating" && node.TryGetProperty("ratingValue", out var rating) && !(node.GetProperty("worstRating").GetDouble() <= rating.GetDouble() && rating.GetDouble() <= node.GetProperty("bestRating").GetDouble()))
        {
            yield return $"the rating {rating} is off its scale";
        }
    }

    private static bool Is(JsonElement value, string type, Dictionary<string, string> typeOf) => type switch
    {
        "Text" => value.ValueKind == JsonValueKind.String && value.GetString()!.Length > 0,
        "Number" => value.ValueKind == JsonValueKind.Number,
        "URL" => Uri.TryCreate(value.GetString(), UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal),
        "DateTime" => DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => value.ValueKind == JsonValueKind.Object && (value.TryGetProperty("@type", out var own) ? own.GetString() : typeOf.GetValueOrDefault(value.GetProperty("@id").GetString()!)) == type,
    };
}
