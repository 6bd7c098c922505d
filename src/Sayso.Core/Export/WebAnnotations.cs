using System.Text.Json;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Export;

/// <summary>
/// Statements as W3C Web Annotations (Web Annotation Data Model, 23 February 2017): one collection with one page, an annotation a
/// statement, a target for each stretch of its source, cue and content. A stretch is told by its words with those around them and
/// by its place in code points of the plain text that was read, which is the target's state.
/// </summary>
internal static class WebAnnotations
{
    private const int Around = 32;

    /// <summary>Writes the collection.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Of(ExportSource source, CancellationToken cancellationToken)
    {
        using var json = new JsonPieces();
        var id = $"urn:sayso:ledger:{source.Head}:annotations";
        yield return JsonPieces.Text(
            "{\"@context\":[\"http://www.w3.org/ns/anno.jsonld\",{\"role\":\"urn:sayso:vocabulary:role\"}],"
            + $"\"id\":\"{id}\",\"type\":\"AnnotationCollection\",\"label\":\"Who said what\"");
        foreach (var read in source.Documents(cancellationToken))
        {
            var map = new CodePointMap(read.Document.Text);
            foreach (var statement in read.Statements)
            {
                if (json.Count == 0)
                {
                    yield return JsonPieces.Text($",\"last\":\"{id}:1\",\"first\":{{\"id\":\"{id}:1\",\"type\":\"AnnotationPage\",\"partOf\":\"{id}\",\"startIndex\":0,\"items\":[\n");
                }

                yield return json.Object(isInList: true, w => Annotation(w, read, statement, map));
            }
        }

        yield return JsonPieces.Text(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(json.Count > 0 ? "\n]}" : string.Empty)},\"total\":{json.Count}}}\n"));
    }

    private static void Annotation(Utf8JsonWriter json, ExportedDocument read, Statement statement, CodePointMap map)
    {
        json.WriteString("id", $"urn:sayso:statement:{statement.Id}");
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", "describing");
        json.WriteString("created", JsonPieces.Utc(read.Entry.AddedAt));
        json.WriteStartObject("generator");
        json.WriteString("id", $"urn:sayso:program:{Uri.EscapeDataString(read.Entry.Provenance.ProgramVersion)}");
        json.WriteString("type", "Software");
        json.WriteString("name", $"Sayso {read.Entry.Provenance.ProgramVersion}{(read.Entry.Provenance.ModelVersion is { } model ? $", {model}" : string.Empty)}");
        json.WriteEndObject();
        Bodies(json, read.Document, statement);
        json.WriteStartArray("target");
        foreach (var (role, spans) in ((string, SpanList)[])[("source", statement.Source), ("cue", statement.Cue), ("content", statement.Content)])
        {
            foreach (var span in spans)
            {
                Target(json, read, (role, span), map);
            }
        }

        json.WriteEndArray();
    }

    private static void Bodies(Utf8JsonWriter json, Document document, Statement statement)
    {
        json.WriteStartArray("body");
        Body(json, "describing", string.Join(" ‹ ", [document.Outlet ?? "the page itself", .. statement.Chain.Select(h => h.Name == Hop.Unspecified ? "nobody named" : h.Name)]));
        if (statement.Attitude is { } attitude)
        {
            Body(json, "tagging", $"stance:{ClosedSet.NameOf(attitude.Stance)}");
            Body(json, "tagging", $"certainty:{ClosedSet.NameOf(attitude.Certainty)}");
            Body(json, "tagging", $"polarity:{ClosedSet.NameOf(attitude.Polarity)}");
        }

        json.WriteEndArray();
    }

    private static void Body(Utf8JsonWriter json, string purpose, string value)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextualBody");
        json.WriteString("purpose", purpose);
        json.WriteString("format", "text/plain");
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    private static void Target(Utf8JsonWriter json, ExportedDocument read, (string Role, TextSpan Span) part, CodePointMap map)
    {
        var (text, span) = (read.Document.Text, part.Span);
        json.WriteStartObject();
        json.WriteString("type", "SpecificResource");
        json.WriteString("source", SafeAddress.Of(read.Document.Url) ?? $"urn:sayso:document:{read.Document.Id}");
        json.WriteString("role", part.Role);
        json.WriteStartObject("state");
        json.WriteString("type", "TimeState");
        json.WriteString("sourceDate", JsonPieces.Utc(read.Entry.AddedAt));
        json.WriteString("cached", $"urn:sayso:document:{read.Document.Id}");
        json.WriteEndObject();
        json.WriteStartArray("selector");
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        json.WriteString("exact", span.Slice(text));
        json.WriteString("prefix", text.AsSpan(Start(text, span.Start)..span.Start));
        json.WriteString("suffix", text.AsSpan(span.End..End(text, span.End)));
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", map.ToCodePoint(span.Start));
        json.WriteNumber("end", map.ToCodePoint(span.End));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Some characters before, none of them cut in two.</summary>
    private static int Start(string text, int at)
    {
        var start = Math.Max(0, at - Around);
        return start > 0 && char.IsLowSurrogate(text[start]) && char.IsHighSurrogate(text[start - 1]) ? start - 1 : start;
    }

    private static int End(string text, int at)
    {
        var end = Math.Min(text.Length, at + Around);
        return end < text.Length && char.IsLowSurrogate(text[end]) && char.IsHighSurrogate(text[end - 1]) ? end + 1 : end;
    }
}
