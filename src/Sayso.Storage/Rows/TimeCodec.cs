using System.Text.Json;
using Sayso.Core.Attributions;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Storage.Rows;

/// <summary>
/// A statement's time expressions inside <see cref="UnderstandingCodec"/>'s object: <c>times</c> for those in its content,
/// <c>said</c> for the one that says when it was said. A key whose value is absent is left out.
/// </summary>
internal static class TimeCodec
{
    private const string Published = "published";

    /// <summary>Writes both keys, where there is something to write.</summary>
    public static void Write(Utf8JsonWriter json, Statement statement)
    {
        if (statement.Times.Count > 0)
        {
            json.WriteStartArray("times");
            foreach (var time in statement.Times)
            {
                json.WriteStartObject();
                Write(json, time);
            }

            json.WriteEndArray();
        }

        if (statement.Said is { } said)
        {
            json.WriteStartObject("said");
            Write(json, said);
        }
    }

    /// <summary>An expression.</summary>
    /// <exception cref="FormatException">It is not in this form.</exception>
    public static TimeExpression Read(JsonElement time)
    {
        var type = ClosedSet.Parse<TimeType>(time.GetProperty("type").GetString()) ?? throw new FormatException("No type of time.");
        var value = time.GetProperty("value").GetString();
        var anchor = time.TryGetProperty("anchor", out var from) ? from : default;
        return new TimeExpression(Span(time.GetProperty("span")), type, value is { Length: > 0 }
            ? value : throw new FormatException("A time without value."))
        {
            Mod = time.TryGetProperty("mod", out var mod) ? mod.GetString() : null,
            IsUncertain = time.TryGetProperty("uncertain", out _),
            IsUntil = time.TryGetProperty("until", out _),
            IsAside = time.TryGetProperty("aside", out _),
            Problem = time.TryGetProperty("problem", out var problem) ? problem.GetString() : null,
            IsAnchoredToPublication = anchor.ValueKind == JsonValueKind.String,
            AnchorSpan = anchor.ValueKind == JsonValueKind.Array ? Span(anchor) : null,
        };
    }

    private static void Write(Utf8JsonWriter json, TimeExpression time)
    {
        Write(json, "span", time.Span);
        json.WriteString("type", ClosedSet.NameOf(time.Type));
        json.WriteString("value", time.Value);
        if (time.Mod is { } mod)
        {
            json.WriteString("mod", mod);
        }

        if (time.IsUncertain)
        {
            json.WriteBoolean("uncertain", true);
        }

        if (time.IsUntil)
        {
            json.WriteBoolean("until", true);
        }

        if (time.IsAside)
        {
            json.WriteBoolean("aside", true);
        }

        if (time.Problem is { } problem)
        {
            json.WriteString("problem", problem);
        }

        if (time.AnchorSpan is { } anchor)
        {
            Write(json, "anchor", anchor);
        }
        else if (time.IsAnchoredToPublication)
        {
            json.WriteString("anchor", Published);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string key, TextSpan span)
    {
        json.WriteStartArray(key);
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    private static TextSpan Span(JsonElement span) =>
        span.GetArrayLength() == 2 ? new TextSpan(span[0].GetInt32(), span[1].GetInt32()) : throw new FormatException("No span.");
}
