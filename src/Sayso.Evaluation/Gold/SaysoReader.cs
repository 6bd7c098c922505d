using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Evaluation.Gold;

/// <summary>Reads a file of our own annotation; inconsistencies are not read.</summary>
public static class SaysoReader
{
    /// <summary>The statements that have a cue, in the order of the file.</summary>
    /// <param name="text">The text that the offsets, half-open code points, count in.</param>
    /// <param name="json">The annotation: an object with <c>statements</c>.</param>
    /// <param name="name">What an error calls the file.</param>
    /// <exception cref="Core.Errors.SaysoException">
    /// It is no JSON, a key is missing, or a span reaches beyond the text (<c>SAY4002</c>).
    /// </exception>
    public static ValueList<GoldStatement> Read(string text, string json, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(json);
        var map = new CodePointMap(text);
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.GetProperty("statements").EnumerateArray()
                .Select(s => Statement(s, map))
                .Where(s => s.Spans.Cue.Count > 0)
                .ToValueList();
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException or ArgumentOutOfRangeException)
        {
            throw CorpusFile.Bad(name, "it is not in the form of our annotation, or does not fit its text", error);
        }
    }

    /// <summary>Where those who are a source or a hop are named or spoken of, each with its kind as <see cref="NamedText"/> has it; none where the file lists nobody.</summary>
    /// <exception cref="Core.Errors.SaysoException">It is no JSON, or a span reaches beyond the text (<c>SAY4002</c>).</exception>
    public static IReadOnlyList<(TextSpan Span, string Kind)> Mentions(string text, string json, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(json);
        var map = new CodePointMap(text);
        try
        {
            using var document = JsonDocument.Parse(json);
            return !document.RootElement.TryGetProperty("entities", out var entities) ? [] : [.. entities.EnumerateArray().SelectMany(entity =>
            {
                var kind = entity.GetProperty("type").GetString() switch
                {
                    "person" => "person",
                    "organization" => "organization",
                    "country" or "place" => "place",
                    _ => "other",
                };
                return entity.GetProperty("mentions").EnumerateArray().Select(m => (new TextSpan(map.ToUtf16(m[0].GetInt32()), map.ToUtf16(m[1].GetInt32())), kind)).ToList();
            })];
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException or ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw CorpusFile.Bad(name, "its entities are not in the form of our annotation, or do not fit its text", error);
        }
    }

    /// <summary>The day of publication that a file states, as its midnight in UTC; <c>null</c> where it states none.</summary>
    /// <exception cref="Core.Errors.SaysoException">It is no JSON, or no day (<c>SAY4002</c>).</exception>
    public static OffsetDateTime? Published(string json, string name)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.TryGetProperty("published", out var day) && day.GetString() is { } text
                ? LocalDatePattern.Iso.Parse(text[..Math.Min(10, text.Length)]).Value.AtMidnight().WithOffset(Offset.Zero)
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or UnparsableValueException)
        {
            throw CorpusFile.Bad(name, "its day of publication cannot be read", error);
        }
    }

    private static GoldStatement Statement(JsonElement statement, CodePointMap map) => new(
        new(
            Spans(statement.GetProperty("source"), map),
            Spans(statement.GetProperty("cue"), map),
            Spans(statement.GetProperty("content"), map)),
        statement.GetProperty("parent").ValueKind != JsonValueKind.Null)
    {
        Id = statement.GetProperty("id").GetString()!,
        Parent = statement.GetProperty("parent").GetString(),
        Stance = Known(ClosedSet.Parse<Stance>, statement.GetProperty("stance")),
        Certainty = Known(ClosedSet.Parse<Certainty>, statement.GetProperty("certainty")),
        Polarity = Known(ClosedSet.Parse<Polarity>, statement.GetProperty("polarity")),
        Chain = statement.GetProperty("chain").EnumerateArray().Select(GoldHop).ToValueList(),
        Times = statement.TryGetProperty("times", out var times)
            ? times.EnumerateArray().Select(time => Time(time, map)).ToValueList() : ValueList<GoldTime>.Empty,
        Quantities = statement.TryGetProperty("quantities", out var quantities)
            ? quantities.EnumerateArray().Select(q => Quantity(q, map)).ToValueList() : ValueList<GoldQuantity>.Empty,
        IsResolved = statement.GetProperty("source_form").GetString() is "pronoun" or "description",
    };

    private static GoldQuantity Quantity(JsonElement quantity, CodePointMap map)
    {
        double? Number(string name) => quantity.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number
            ? number.GetDouble() : null;

        return new(Span(quantity, map), Number("value"), quantity.TryGetProperty("unit", out var unit)
            ? unit.GetString() : null)
        { Low = Number("low"), High = Number("high") };
    }

    private static GoldTime Time(JsonElement time, CodePointMap map) => new(
        Span(time, map),
        Known(ClosedSet.Parse<TimeType>, time.GetProperty("type").GetString()!.ToLowerInvariant()),
        time.GetProperty("value").GetString()!,
        time.GetProperty("role").GetString() == "said");

    private static TValue Known<TValue>(Func<string?, TValue?> parse, string word)
        where TValue : struct, Enum =>
        parse(word) ?? throw new FormatException($"‘{word}’ is none of the values");

    private static TValue Known<TValue>(Func<string?, TValue?> parse, JsonElement word)
        where TValue : struct, Enum =>
        Known(parse, word.GetString() ?? string.Empty);

    private static GoldHop GoldHop(JsonElement hop) =>
        new(hop.GetProperty("name").GetString()!, Known(ClosedSet.Parse<SourceKind>, hop.GetProperty("kind")));

    /// <summary>A role: absent, one span, or a list of spans.</summary>
    private static SpanList Spans(JsonElement role, CodePointMap map) => role.ValueKind switch
    {
        JsonValueKind.Null => SpanList.Empty,
        JsonValueKind.Array => CorpusFile.Merge(role.EnumerateArray().Select(s => Span(s, map))),
        _ => CorpusFile.Merge([Span(role, map)]),
    };

    private static TextSpan Span(JsonElement span, CodePointMap map) => new(
        map.ToUtf16(span.GetProperty("start").GetInt32()), map.ToUtf16(span.GetProperty("end").GetInt32()));
}

/// <summary>A statement as annotated.</summary>
/// <param name="Spans">Its source, cue and content.</param>
/// <param name="IsNested">Whether another statement holds it.</param>
public sealed record GoldStatement(Attribution Spans, bool IsNested)
{
    /// <summary>Its name in the file.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The name of the one that holds it.</summary>
    public string? Parent { get; init; }

    /// <summary>What the speaker does with the content.</summary>
    public Stance Stance { get; init; }

    /// <summary>How firmly.</summary>
    public Certainty Certainty { get; init; }

    /// <summary>Whether it is said to be so.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>On whose word: nearest speaker first.</summary>
    public ValueList<GoldHop> Chain { get; init; } = ValueList<GoldHop>.Empty;

    /// <summary>The time expressions of its content, and those that say when it was said.</summary>
    public ValueList<GoldTime> Times { get; init; } = ValueList<GoldTime>.Empty;

    /// <summary>The quantities of its content.</summary>
    public ValueList<GoldQuantity> Quantities { get; init; } = ValueList<GoldQuantity>.Empty;

    /// <summary>Whether the source is a pronoun or a description, and the first hop's name stands elsewhere.</summary>
    public bool IsResolved { get; init; }
}

/// <summary>A hop as annotated.</summary>
/// <param name="Name">Who it is, resolved.</param>
/// <param name="Kind">What it is.</param>
public sealed record GoldHop(string Name, SourceKind Kind);

/// <summary>A time expression as annotated.</summary>
/// <param name="Span">Its words.</param>
/// <param name="Type">TIMEX3's type.</param>
/// <param name="Value">TIMEX3's value.</param>
/// <param name="IsSaid">Whether it says when the statement was made, instead of standing in what is said.</param>
public sealed record GoldTime(TextSpan Span, TimeType Type, string Value, bool IsSaid);

/// <summary>A quantity as annotated.</summary>
/// <param name="Span">Its words.</param>
/// <param name="Value">The number; <c>null</c> for a range, and where none is annotated.</param>
/// <param name="Unit">The unit as the annotator wrote it; <c>null</c> for a count.</param>
public sealed record GoldQuantity(TextSpan Span, double? Value, string? Unit)
{
    /// <summary>The lower end of a range.</summary>
    public double? Low { get; init; }

    /// <summary>The upper end of a range.</summary>
    public double? High { get; init; }
}
