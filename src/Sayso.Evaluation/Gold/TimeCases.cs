using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>A text with the times that another program's test expects of it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Reference">When it is read; <c>null</c> where the case does not say.</param>
/// <param name="Times">What is expected.</param>
public sealed record TimeCase(string Text, OffsetDateTime? Reference, ValueList<ExpectedTime> Times);

/// <summary>An expected time.</summary>
/// <param name="Span">Its words.</param>
/// <param name="Type">Its type in that program: <c>date</c>, <c>daterange</c>, <c>duration</c>, <c>set</c> and others.</param>
/// <param name="Readings">What it may mean: any of them will do; none where the case asks for the words only.</param>
public sealed record ExpectedTime(TextSpan Span, string Type, ValueList<TimeReading> Readings);

/// <summary>One meaning of a time, in the dialect of Recognizers-Text.</summary>
/// <param name="Timex">Its TIMEX, more or less; <c>null</c> where there is none.</param>
/// <param name="Start">A day, a clock time, both, or seconds; of a range where it begins; <c>null</c> where that is open.</param>
/// <param name="End">Where a range ends, that moment not included; <c>null</c> for what is no range.</param>
public sealed record TimeReading(string? Timex, string? Start, string? End);

/// <summary>
/// Case tests for times in the layout of Recognizers-Text's models: <c>Input</c>, <c>Context</c>, <c>Results</c> with
/// <c>Resolution.values</c>.
/// </summary>
public static class TimeCases
{
    private const string Prefix = "datetimeV2.";

    /// <summary>The cases of a file, in its order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="Core.Errors.SaysoException">It is missing or malformed (<c>SAY4002</c>).</exception>
    public static async Task<IReadOnlyList<TimeCase>> ReadAsync(string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Parse(await CorpusFile.ReadTextAsync(CorpusFile.Existing(path), cancellation).ConfigureAwait(false), path);
    }

    /// <summary>The cases of a file's content. Results whose words are not where they are said to be are left out.</summary>
    /// <param name="json">The content.</param>
    /// <param name="name">What an error calls the file.</param>
    /// <exception cref="Core.Errors.SaysoException">It is malformed, or has no case (<c>SAY4002</c>).</exception>
    public static IReadOnlyList<TimeCase> Parse(string json, string name)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json.TrimStart('\uFEFF'));
            List<TimeCase> cases = [.. document.RootElement.EnumerateArray().Select(Case)];
            return cases.Count > 0 ? cases : throw CorpusFile.Bad(name, "it has no case");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException
            or UnparsableValueException)
        {
            throw CorpusFile.Bad(name, "it is not in the form of a file of cases", error);
        }
    }

    private static TimeCase Case(JsonElement item)
    {
        var text = item.GetProperty("Input").GetString()!;
        return new TimeCase(text, Reference(item), item.GetProperty("Results").EnumerateArray().Select(r => Expected(r, text))
            .OfType<ExpectedTime>().ToValueList());
    }

    private static OffsetDateTime? Reference(JsonElement item) =>
        item.TryGetProperty("Context", out var context) && context.ValueKind == JsonValueKind.Object
            && context.TryGetProperty("ReferenceDateTime", out var at) && at.GetString() is { Length: >= 10 } day
            ? LocalDatePattern.Iso.Parse(day[..10]).Value.AtMidnight().WithOffset(Offset.Zero)
            : null;

    private static ExpectedTime? Expected(JsonElement result, string text)
    {
        var start = result.GetProperty("Start").GetInt32();
        var end = result.TryGetProperty("End", out var last) ? last.GetInt32() + 1 : start + result.GetProperty("Length").GetInt32();
        var type = result.TryGetProperty("TypeName", out var name) || result.TryGetProperty("Typename", out name)
            ? name.GetString()! : result.GetProperty("Type").GetString()!;
        return start < 0 || end <= start || end > text.Length ? null : new ExpectedTime(
            new TextSpan(start, end),
            type.StartsWith(Prefix, StringComparison.Ordinal) ? type[Prefix.Length..] : type,
            result.TryGetProperty("Resolution", out var resolution) && resolution.ValueKind == JsonValueKind.Object
                && resolution.TryGetProperty("values", out var values)
                ? values.EnumerateArray().Select(Reading).ToValueList()
                : ValueList<TimeReading>.Empty);
    }

    private static TimeReading Reading(JsonElement value)
    {
        string? Of(string key) => value.TryGetProperty(key, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString() : null;

        return new TimeReading(Of("timex"), Of("value") ?? Of("start"), Of("end"));
    }
}
