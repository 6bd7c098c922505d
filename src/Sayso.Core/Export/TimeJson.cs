using System.Text.Json;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Export;

/// <summary>Time expressions as the contract has them.</summary>
internal static class TimeJson
{
    /// <summary>The key <c>times</c>.</summary>
    public static void WriteTimes(this Utf8JsonWriter json, IEnumerable<TimeExpression> times, string text, CodePointMap map)
    {
        json.WriteStartArray("times");
        foreach (var time in times)
        {
            json.WriteStartObject();
            json.WriteSpan("span", time.Span, map);
            json.WriteString("text", time.Span.Slice(text));
            json.WriteString("type", ClosedSet.NameOf(time.Type).ToUpperInvariant());
            json.WriteString("value", time.Value);
            json.WriteString("edtf", time.Edtf);
            json.WriteString("mod", time.Mod);
            if (time.AnchorSpan is { } anchor)
            {
                json.WriteSpan("anchor", anchor, map);
            }
            else
            {
                json.WriteString("anchor", time.IsAnchoredToPublication ? "published" : null);
            }

            if (time.Problem is { } problem)
            {
                json.WriteString("problem", problem);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
