using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Storage.Rows;

/// <summary>
/// What was read of a statement beyond its spans, as a JSON object. One statement has one text: the keys stand in one
/// order, and one that is not there was not read. The chain's hashes rest on that; a further key needs a new schema.
/// Spans are pairs of UTF-16 offsets.
/// </summary>
internal static class UnderstandingCodec
{
    private const string Otherwise = "What was understood of a statement is not in its form.";
    private static readonly JsonWriterOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The object; <c>null</c> where nothing was read.</summary>
    public static string? Encode(Statement statement)
    {
        if (statement is
            {
                Parent: null, Confidence: null, Attitude: null, Chain.Count: 0, Quantities.Count: 0, Times.Count: 0,
                Said: null
            })
        {
            return null;
        }

        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, _readable))
        {
            json.WriteStartObject();
            if (statement.Parent is { } parent)
            {
                json.WriteString("parent", parent);
            }

            if (statement.Confidence is { } confidence)
            {
                json.WriteNumber("confidence", confidence);
            }

            if (statement.Attitude is { } attitude)
            {
                Write(json, "stance", ClosedSet.NameOf(attitude.Stance), attitude.StanceWords);
                Write(json, "certainty", ClosedSet.NameOf(attitude.Certainty), attitude.CertaintyWords);
                Write(json, "polarity", ClosedSet.NameOf(attitude.Polarity), attitude.PolarityWords);
            }

            if (statement.Chain.Count > 0)
            {
                json.WriteStartArray("chain");
                foreach (var hop in statement.Chain)
                {
                    json.WriteStartObject();
                    json.WriteString("name", hop.Name);
                    json.WriteString("kind", ClosedSet.NameOf(hop.Kind));
                    json.WriteString("relation", ClosedSet.NameOf(hop.Relation));
                    Write(json, hop.Spans);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            QuantityCodec.Write(json, statement);
            TimeCodec.Write(json, statement);
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
            var root = json.RootElement;
            var found = spans with
            {
                Parent = root.TryGetProperty("parent", out var parent) ? parent.GetString() : null,
                Confidence = root.TryGetProperty("confidence", out var confidence) ? confidence.GetDouble() : null,
                Attitude = root.TryGetProperty("stance", out var stance)
                    ? Attitude(stance, root.GetProperty("certainty"), root.GetProperty("polarity"))
                    : null,
                Chain = root.TryGetProperty("chain", out var chain)
                    ? chain.EnumerateArray().Select(Hop).ToValueList()
                    : ValueList<Hop>.Empty,
                Quantities = root.TryGetProperty("quantities", out var quantities)
                    ? quantities.EnumerateArray().Select(QuantityCodec.Read).ToValueList() : ValueList<Quantity>.Empty,
                Times = root.TryGetProperty("times", out var times)
                    ? times.EnumerateArray().Select(TimeCodec.Read).ToValueList() : ValueList<TimeExpression>.Empty,
                Said = root.TryGetProperty("said", out var said) ? TimeCodec.Read(said) : null,
            };
            return Encode(found) == understanding ? found : throw new FormatException(Otherwise);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException
            or IndexOutOfRangeException)
        {
            throw new FormatException(Otherwise, e);
        }
    }

    private static Attitude Attitude(JsonElement stance, JsonElement certainty, JsonElement polarity) =>
        new(Value<Stance>(stance), Value<Certainty>(certainty), Value<Polarity>(polarity))
        {
            StanceWords = Spans(stance),
            CertaintyWords = Spans(certainty),
            PolarityWords = Spans(polarity),
        };

    private static Hop Hop(JsonElement hop) => new(
        hop.GetProperty("name").GetString() ?? throw new FormatException(Otherwise),
        ClosedSet.Parse<SourceKind>(hop.GetProperty("kind").GetString()) ?? throw new FormatException(Otherwise),
        Spans(hop),
        ClosedSet.Parse<HopRelation>(hop.GetProperty("relation").GetString()) ?? throw new FormatException(Otherwise));

    private static TValue Value<TValue>(JsonElement element)
        where TValue : struct, Enum =>
        ClosedSet.Parse<TValue>(element.GetProperty("value").GetString()) ?? throw new FormatException(Otherwise);

    private static SpanList Spans(JsonElement element) => element.TryGetProperty("spans", out var spans)
        ? SpanList.Of(spans.EnumerateArray()
            .Select(s => s.GetArrayLength() == 2 ? new TextSpan(s[0].GetInt32(), s[1].GetInt32()) : throw new FormatException(Otherwise)))
        : SpanList.Empty;

    private static void Write(Utf8JsonWriter json, string key, string value, SpanList spans)
    {
        json.WriteStartObject(key);
        json.WriteString("value", value);
        Write(json, spans);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SpanList spans)
    {
        if (spans.Count == 0)
        {
            return;
        }

        json.WriteStartArray("spans");
        foreach (var span in spans)
        {
            json.WriteStartArray();
            json.WriteNumberValue(span.Start);
            json.WriteNumberValue(span.End);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
