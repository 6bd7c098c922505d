using System.Text.Json;
using Sayso.Core.Text;

namespace Sayso.Core.Export;

/// <summary>Places in a text, in code points: pairs, lists of them, lists with their words.</summary>
internal static class SpanJson
{
    /// <summary>One place: a pair.</summary>
    public static void WriteSpan(this Utf8JsonWriter json, string name, TextSpan span, CodePointMap map)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(map.ToCodePoint(span.Start));
        json.WriteNumberValue(map.ToCodePoint(span.End));
        json.WriteEndArray();
    }

    /// <summary>The keys <c>spans</c> and <c>text</c>, in the object that is open.</summary>
    public static void WriteSpans(this Utf8JsonWriter json, SpanList spans, string text, CodePointMap map)
    {
        json.WriteSpans(spans, map);
        json.WriteString("text", spans.TextOf(text));
    }

    /// <summary>The key <c>spans</c>.</summary>
    public static void WriteSpans(this Utf8JsonWriter json, SpanList spans, CodePointMap map)
    {
        json.WriteStartArray("spans");
        foreach (var span in spans)
        {
            json.WriteStartArray();
            json.WriteNumberValue(map.ToCodePoint(span.Start));
            json.WriteNumberValue(map.ToCodePoint(span.End));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>An object of places and their words, the value of the property that was named.</summary>
    public static void WriteWords(this Utf8JsonWriter json, SpanList spans, string text, CodePointMap map)
    {
        json.WriteStartObject();
        json.WriteSpans(spans, text, map);
        json.WriteEndObject();
    }
}
