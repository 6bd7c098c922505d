using System.Text;
using System.Text.Json;
using Sayso.Core.Corrections;
using Sayso.Core.Text;

namespace Sayso.Storage.Rows;

/// <summary>
/// Corrections as JSON, to be kept and hashed: <c>{"kind":"claim-merge","sets":[["…"],["…"]]}</c>, with <c>value</c> or
/// <c>undoes</c> where there is one.
/// </summary>
internal static class CorrectionCodec
{
    /// <summary>The JSON of a correction; lone surrogates become U+FFFD.</summary>
    public static string Encode(Correction correction)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("kind", ClosedSet.NameOf(correction.Kind));
            json.WriteStartArray("sets");
            foreach (var set in correction.Sets)
            {
                json.WriteStartArray();
                foreach (var id in set)
                {
                    json.WriteStringValue(WellFormed.Of(id));
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
            if (correction.Value is { } value)
            {
                json.WriteString("value", WellFormed.Of(value));
            }

            if (correction.Undoes is { } undoes)
            {
                json.WriteNumber("undoes", undoes);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>The correction of JSON that <see cref="Encode"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is no such JSON.</exception>
    public static Correction Decode(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            return new Correction(
                ClosedSet.Parse<CorrectionKind>(root.GetProperty("kind").GetString())
                    ?? throw new InvalidDataException("There is no such kind of correction."),
                root.GetProperty("sets").EnumerateArray().Select(set => set.EnumerateArray().Select(id => id.GetString()!).ToValueList())
                    .ToValueList())
            {
                Value = root.TryGetProperty("value", out var value) ? value.GetString() : null,
                Undoes = root.TryGetProperty("undoes", out var undoes) ? undoes.GetInt64() : null,
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException("A correction is not as it was written.", e);
        }
    }
}
