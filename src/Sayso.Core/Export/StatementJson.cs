using System.Text.Json;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Entities;
using Sayso.Core.Text;

namespace Sayso.Core.Export;

/// <summary>Statements as the contract has them: who, how, what, on whose word, how firmly, which figures, when.</summary>
internal static class StatementJson
{
    /// <summary>The keys of a statement, in the object that is open.</summary>
    public static void WriteFields(this Utf8JsonWriter json, Statement statement, string text, CodePointMap map)
    {
        json.WriteString("id", statement.Id);
        if (statement.Source.Count == 0)
        {
            json.WriteNull("source");
        }
        else
        {
            json.WriteStartObject("source");
            json.WriteSpans(statement.Source, text, map);
            json.WriteString("entity", statement.SourceHop is { } source ? EntityId.Of(source, statement.DocumentId) : null);
            json.WriteString("name", statement.SourceHop?.Name);
            json.WriteString("kind", statement.SourceHop is { } hop ? ClosedSet.NameOf(hop.Kind) : null);
            json.WriteEndObject();
        }

        if (statement.IsOwnVoice)
        {
            json.WriteNull("cue");
        }
        else
        {
            json.WritePropertyName("cue");
            json.WriteWords(statement.Cue, text, map);
        }

        json.WritePropertyName("content");
        json.WriteWords(statement.Content, text, map);
        json.WriteString("parent", statement.Parent);
        json.WriteChain(statement, text, map);
        json.WriteString("stance", statement.Attitude is { } a ? ClosedSet.NameOf(a.Stance) : null);
        json.WriteString("certainty", statement.Attitude is { } b ? ClosedSet.NameOf(b.Certainty) : null);
        json.WriteString("polarity", statement.Attitude is { } c ? ClosedSet.NameOf(c.Polarity) : null);
        json.WriteQuantities(statement.Quantities, text, map);
        json.WriteTimes(statement.Times, text, map);
        json.WriteString("saidAt", statement.SaidAt);
        json.WriteString("eventAt", statement.EventAt);
        if (statement.Confidence is { } confidence)
        {
            json.WriteNumber("confidence", confidence);
        }
        else
        {
            json.WriteNull("confidence");
        }

        json.WriteEvidence(statement.Attitude, text, map);
    }

    private static void WriteChain(this Utf8JsonWriter json, Statement statement, string text, CodePointMap map)
    {
        json.WriteStartArray("chain");
        foreach (var hop in statement.Chain)
        {
            json.WriteStartObject();
            json.WriteString("name", hop.Name);
            json.WriteString("kind", ClosedSet.NameOf(hop.Kind));
            json.WriteString("entity", EntityId.Of(hop, statement.DocumentId));
            json.WriteSpans(hop.Spans, text, map);
            json.WriteString("relation", ClosedSet.NameOf(hop.Relation));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The words that show each value of an attitude.</summary>
    private static void WriteEvidence(this Utf8JsonWriter json, Attitude? attitude, string text, CodePointMap map)
    {
        if (attitude is null)
        {
            json.WriteNull("evidence");
            return;
        }

        json.WriteStartObject("evidence");
        json.WritePropertyName("stance");
        json.WriteWords(attitude.StanceWords, text, map);
        json.WritePropertyName("certainty");
        json.WriteWords(attitude.CertaintyWords, text, map);
        json.WritePropertyName("polarity");
        json.WriteWords(attitude.PolarityWords, text, map);
        json.WriteEndObject();
    }
}
