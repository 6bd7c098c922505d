using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sayso.Ingestion.Forms;

namespace Sayso.Ingestion.Records;

/// <summary>Tells the forms that hold records: JSON by its grammar, CSV by its header.</summary>
internal static partial class RecordForms
{
    private const int FewestKnownNames = 2;

    /// <summary>The form, or <c>null</c> for none of them.</summary>
    /// <param name="text">The input's beginning.</param>
    /// <param name="extension">Its name's extension, in lower case.</param>
    public static Form? Of(string text, string extension)
    {
        var start = text.AsSpan().TrimStart();
        return start is ['{', ..] && FeedVersion().IsMatch(text) ? Form.JsonFeed
            : start is ['{' or '[', ..] && (extension is ".jsonl" or ".ndjson" ? Form.JsonLines : extension is ".json"
                ? Json(text) ?? Form.Json : Json(text)) is { } json ? json
            : extension is ".csv" or ".tsv" || HasHeader(text) ? Form.Csv
            : null;
    }

    /// <summary>Whether records seem to hold articles: some field has a name that texts or titles have.</summary>
    public static bool HoldText(string text, Form form) => form == Form.Csv
        ? RecordText.HoldsText(CsvRecords.Names(FirstLine(text)))
        : RecordText.HoldsText(Names().Matches(text).Select(m => m.Groups[1].Value));

    /// <summary>Reads as much as there is of objects, or of an array of objects: several are lines.</summary>
    private static Form? Json(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), isFinalBlock: false,
            new JsonReaderState(new JsonReaderOptions
            {
                AllowMultipleValues = true,
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip
            }));
        var values = 0;
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject
                    or JsonTokenType.StartArray or JsonTokenType.EndArray))
                {
                    return null;
                }

                values += reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.StartObject ? 1 : 0;
                if (reader.CurrentDepth == 1 && values == 0
                    && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject))
                {
                    return null;
                }
            }
        }
        catch (JsonException)
        {
            // One line of many may be broken: reading the lines tells which.
            return values > 1 ? Form.JsonLines : null;
        }

        return values > 1 ? Form.JsonLines : reader.TokenType == JsonTokenType.None ? null : Form.Json;
    }

    private static bool HasHeader(string text)
    {
        var line = FirstLine(text);
        if (line.Length > 2_000 || line.Length == text.Length)
        {
            return false;
        }

        var names = CsvRecords.Names(line);
        return RecordText.HoldsText(names) && names.Count(RecordText.IsKnown) >= FewestKnownNames;
    }

    private static string FirstLine(string text) => text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end
        ? text[..end].TrimEnd('\r') : text;

    [GeneratedRegex(@"""version""\s*:\s*""https?:(?:\\?/){2}jsonfeed\.org(?:\\?/)version")]
    private static partial Regex FeedVersion();

    [GeneratedRegex(@"""([^""\\]{1,40})""\s*:")]
    private static partial Regex Names();
}
