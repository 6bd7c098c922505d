using System.Text.Json;
using Sayso.Core.Inconsistencies;
using Sayso.Core.Text;

namespace Sayso.Core.Export;

/// <summary>What does not add up, as the contract has it.</summary>
internal static class InconsistencyJson
{
    /// <summary>The key <c>inconsistencies</c>.</summary>
    public static void WriteInconsistencies(this Utf8JsonWriter json, IEnumerable<Inconsistency> inconsistencies, CodePointMap map)
    {
        json.WriteStartArray("inconsistencies");
        foreach (var inconsistency in inconsistencies)
        {
            json.WriteStartObject();
            json.WriteSpans(inconsistency.Spans, map);
            json.WriteString("reason", inconsistency.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
