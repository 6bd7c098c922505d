using System.Text.Json;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>The schemas of an OpenAPI description, and whether values are as they say: nothing more, nothing less.</summary>
internal sealed class Schemas(JsonElement description)
{
    /// <summary>The paths with what they do.</summary>
    public JsonElement Paths => description.GetProperty("paths");

    /// <summary>The schema of the items of a list.</summary>
    public JsonElement ItemOf(string path) => Property(Resolved(AnswerOf(path)), "items").GetProperty("items");

    /// <summary>The schema of an answer.</summary>
    public JsonElement AnswerOf(string path, string method = "get", string status = "200") =>
        Paths.GetProperty(path).GetProperty(method).GetProperty("responses").GetProperty(status).GetProperty("content").GetProperty("application/json").GetProperty("schema");

    /// <summary>What is wrong with a value; <c>null</c> where nothing is.</summary>
    public string? Fault(JsonElement value, JsonElement schema, string place = "$")
    {
        if (schema.TryGetProperty("oneOf", out var options))
        {
            var faults = options.EnumerateArray().Select(option => Fault(value, option, place)).ToList();
            return faults.Contains(null) ? null : faults[^1];
        }

        schema = Resolved(schema);
        if (schema.TryGetProperty("type", out var type) && !Types(type).Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && Types(type).Contains("number")))
        {
            return $"{place} is {TypeOf(value)}, not {type}";
        }

        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)))
        {
            return $"{place} is {value}, none of {words}";
        }

        return value.ValueKind switch
        {
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) =>
                value.EnumerateArray().Select((item, i) => Fault(item, items, $"{place}[{i}]")).FirstOrDefault(f => f is not null),
            JsonValueKind.Object => ObjectFault(value, schema, place),
            _ => null,
        };
    }

    /// <summary>The schema itself, where another one stands for it.</summary>
    public JsonElement Resolved(JsonElement schema)
    {
        if (schema.TryGetProperty("oneOf", out var options))
        {
            return Resolved(options.EnumerateArray().Single(o => !(o.TryGetProperty("type", out var t) && t.ValueKind == JsonValueKind.String && t.GetString() == "null")));
        }

        return schema.TryGetProperty("$ref", out var name)
            ? name.GetString()!.Split('/')[1..].Aggregate(description, (at, part) => at.GetProperty(part))
            : schema;
    }

    /// <summary>The schema of a property, arrays passed through.</summary>
    public JsonElement Property(JsonElement schema, string name)
    {
        schema = Resolved(schema);
        while (schema.TryGetProperty("items", out var items))
        {
            schema = Resolved(items);
        }

        Assert.True(schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out _), $"{name} is not in {schema}");
        return Resolved(properties.GetProperty(name));
    }

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.Null => "null",
        _ => "boolean",
    };

    private string? ObjectFault(JsonElement value, JsonElement schema, string place)
    {
        if (schema.TryGetProperty("additionalProperties", out var others))
        {
            return value.EnumerateObject().Select(p => Fault(p.Value, others, $"{place}.{p.Name}")).FirstOrDefault(f => f is not null);
        }

        if (!schema.TryGetProperty("properties", out var properties))
        {
            return $"{place} has no properties in the description";
        }

        var missing = schema.TryGetProperty("required", out var required) ? required.EnumerateArray().FirstOrDefault(name => !value.TryGetProperty(name.GetString()!, out _)) : default;
        return missing.ValueKind == JsonValueKind.String ? $"{place} lacks {missing}"
            : value.EnumerateObject().Select(p => properties.TryGetProperty(p.Name, out var property) ? Fault(p.Value, property, $"{place}.{p.Name}") : $"{place}.{p.Name} is not described")
                .FirstOrDefault(f => f is not null);
    }
}
