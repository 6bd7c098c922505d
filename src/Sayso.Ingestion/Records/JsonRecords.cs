using System.Globalization;
using System.Text.Json;
using Sayso.Core.Errors;
using Sayso.Ingestion.Containers;
using Sayso.Ingestion.Forms;
using Sayso.Ingestion.Html;

namespace Sayso.Ingestion.Records;

/// <summary>
/// Records as JSON: one object a line (JSON Lines, NDJSON), an array of objects, an object that holds one, or a single object
/// (ninjs).
/// </summary>
internal static class JsonRecords
{
    private const int MostDepth = 64;
    private const int MostFields = 2_000;
    private static readonly JsonDocumentOptions _options =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MostDepth };

    /// <summary>
    /// The objects of lines, numbered by their lines. One is in memory at a time; a line that is no object is a problem of its
    /// own.
    /// </summary>
    public static IEnumerable<Part> Lines(OpenContainer container)
    {
        var lines = new ByteLines(container.Bytes, container.Options.MaxBytes);
        for (var number = 1; lines.Next() is { } line; number++)
        {
            ReadOnlyMemory<byte> raw = line.AsSpan().TrimStart("\uFEFF"u8).Trim(" \t\r\n"u8).ToArray();
            if (!raw.IsEmpty)
            {
                yield return container.Whole.Inner(number.ToString(CultureInfo.InvariantCulture), raw) with { Form = Form.JsonRecord };
            }
        }
    }

    /// <summary>The objects of one JSON value, numbered from 1; an object that holds none is one itself.</summary>
    public static IEnumerable<Part> Objects(OpenContainer container)
    {
        var raw = container.Drain();
        using var json = JsonDocument.Parse(WithoutMark(raw), _options);
        if (Array(json.RootElement) is not { } array)
        {
            yield return container.Whole with { Content = Part.Bytes(raw), Form = Form.JsonRecord, Depth = container.Whole.Depth + 1 };
            yield break;
        }

        var number = 0;
        foreach (var item in array.EnumerateArray())
        {
            number++;
            var name = number.ToString(CultureInfo.InvariantCulture);
            yield return container.Whole.Inner(name, System.Text.Encoding.UTF8.GetBytes(item.GetRawText())) with { Form = Form.JsonRecord };
        }
    }

    /// <summary>Text and metadata of one object.</summary>
    public static PageContent Read(ReadOnlyMemory<byte> raw, ReaderOptions options)
    {
        using var json = JsonDocument.Parse(WithoutMark(raw), _options);
        if (json.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new RefusedException(new Problem(ProblemCodes.UnknownColumns, "it is no object with fields."));
        }

        List<(string, string)> fields = [];
        Gather(json.RootElement, "", fields);
        return RecordText.Read(fields, options);
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> raw) => raw.Span.StartsWith("\uFEFF"u8) ? raw[3..] : raw;

    private static JsonElement? Array(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array ? root
        : root.ValueKind == JsonValueKind.Object
            && root.EnumerateObject().All(p => !RecordText.HoldsText([p.Name])
                || (p.Value.ValueKind == JsonValueKind.Array && MainOf(p.Value) is null))
            && root.EnumerateObject().FirstOrDefault(p => p.Value.ValueKind == JsonValueKind.Array && p.Value.GetArrayLength() > 0
                && p.Value[0].ValueKind == JsonValueKind.Object) is { Value.ValueKind: JsonValueKind.Array } several
            ? several.Value
        : null;

    /// <summary>
    /// The strings of an object, those of objects inside it under names with dots; an array is its strings, or its items' names,
    /// one a line.
    /// </summary>
    private static void Gather(JsonElement element, string prefix, List<(string, string)> fields)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (fields.Count >= MostFields)
            {
                return;
            }

            var name = prefix + property.Name;
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.String:
                    fields.Add((name, property.Value.GetString()!));
                    break;
                case JsonValueKind.Object:
                    fields.Add((name, NameOf(property.Value) ?? ""));
                    Gather(property.Value, name + ".", fields);
                    break;
                case JsonValueKind.Array when MainOf(property.Value) is { } value:
                    fields.Add((name, value));
                    break;
                case JsonValueKind.Array:
                    fields.Add((name, string.Join('\n', property.Value.EnumerateArray()
                        .Select(i => i.ValueKind == JsonValueKind.String ? i.GetString() : NameOf(i)).OfType<string>())));
                    break;
            }
        }
    }

    /// <summary>
    /// The value that counts in an array of values of several roles, as ninjs 2 and 3 have headlines and bodies: the main
    /// one, else one in HTML, else the first; <c>null</c> for other arrays.
    /// </summary>
    private static string? MainOf(JsonElement array)
    {
        string? best = null;
        foreach (var item in array.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || StringOf(item, "value") is not { } value)
            {
                return null;
            }

            if (StringOf(item, "role") == "main")
            {
                return value;
            }

            best = best is null || (StringOf(item, "contentType")
                ?? StringOf(item, "contenttype"))?.Contains("html", StringComparison.OrdinalIgnoreCase) == true ? value : best;
        }

        return best;
    }

    private static string? NameOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? StringOf(element, "name") : null;

    private static string? StringOf(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
