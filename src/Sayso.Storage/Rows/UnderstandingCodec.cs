using System.Buffers;
using System.Text;
using System.Text.Json;
using Sayso.Core.Attributions;

namespace Sayso.Storage.Rows;

/// <summary>
/// What was read of a statement beyond its spans, as a JSON object. One statement has one text: the keys stand in one
/// order, and one that is not there was not read. The chain's hashes rest on that; a further key needs a new schema.
/// </summary>
internal static class UnderstandingCodec
{
    private const string Otherwise = "What was understood of a statement is not in its form.";

    /// <summary>The object; <c>null</c> where nothing was read.</summary>
    public static string? Encode(Statement statement)
    {
        if (statement.Parent is null)
        {
            return null;
        }

        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            json.WriteString("parent", statement.Parent);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A statement with what was read of it.</summary>
    /// <exception cref="FormatException">The text is no such object.</exception>
    public static Statement Decode(string? understanding, Statement spans)
    {
        if (understanding is null)
        {
            return spans;
        }

        try
        {
            using var json = JsonDocument.Parse(understanding);
            var found = spans with { Parent = json.RootElement.TryGetProperty("parent", out var parent) ? parent.GetString() : null };
            return Encode(found) == understanding ? found : throw new FormatException(Otherwise);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException(Otherwise, e);
        }
    }
}
