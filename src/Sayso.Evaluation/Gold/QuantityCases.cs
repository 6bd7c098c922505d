using System.Globalization;
using System.Text.Json;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>A text with the quantities that another program's test expects of it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Quantities">What is expected.</param>
/// <param name="HasUnits">Whether the units are a part of the test.</param>
public sealed record QuantityCase(string Text, ValueList<NewsQuantity> Quantities, bool HasUnits);

/// <summary>
/// Case tests for numbers and units in two layouts: Recognizers-Text's specs (<c>Input</c>, <c>Results</c>) and quantulum3's
/// (<c>req</c>, <c>res</c>), whose middle and uncertainty of a range become its ends. Units without a number are left out.
/// </summary>
public static class QuantityCases
{
    /// <summary>The cases of a file, in its order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="Core.Errors.SaysoException">It is missing or malformed (<c>SAY4002</c>).</exception>
    public static async Task<IReadOnlyList<QuantityCase>> ReadAsync(string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Parse(await CorpusFile.ReadTextAsync(CorpusFile.Existing(path), cancellation).ConfigureAwait(false), path);
    }

    /// <summary>The cases of a file's content.</summary>
    /// <param name="json">The content.</param>
    /// <param name="name">What an error calls the file.</param>
    /// <exception cref="Core.Errors.SaysoException">It is malformed, or has no case (<c>SAY4002</c>).</exception>
    public static IReadOnlyList<QuantityCase> Parse(string json, string name)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json.TrimStart('\uFEFF'));
            List<QuantityCase> cases = [.. document.RootElement.EnumerateArray().Select(c => c.TryGetProperty("req", out var text)
                ? new QuantityCase(text.GetString()!, c.GetProperty("res").EnumerateArray().Select(Quantulum).ToValueList(), HasUnits: true)
                : Recognizers(c))];
            return cases.Count > 0 ? cases : throw CorpusFile.Bad(name, "it has no case");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw CorpusFile.Bad(name, "it is not in the form of a file of cases", error);
        }
    }

    private static QuantityCase Recognizers(JsonElement item)
    {
        var results = item.GetProperty("Results").EnumerateArray().ToList();
        return new QuantityCase(
            item.GetProperty("Input").GetString()!,
            results.Select(r => r.GetProperty("Resolution"))
                .Where(r => r.TryGetProperty("value", out var value) && value.GetString() is not (null or "null")).Select(Resolution)
                .ToValueList(),
            results.Exists(r => r.GetProperty("TypeName").GetString() is not ("number" or "numberrange")));
    }

    /// <summary>"75", "20%", "(20,35]", "[20,)".</summary>
    private static NewsQuantity Resolution(JsonElement resolution)
    {
        var value = resolution.GetProperty("value").GetString()!;
        var unit = value.EndsWith('%') ? "%" : resolution.TryGetProperty("unit", out var name) && name.GetString() is { } given
            ? given : string.Empty;
        var ends = value.Trim('(', ')', '[', ']', '%').Split(',').Where(e => e.Length > 0).Select(Number).ToArray();
        return new NewsQuantity(ends[0], ends.Length > 1 ? ends[1] : null) { Unit = unit };
    }

    private static NewsQuantity Quantulum(JsonElement quantity)
    {
        var value = quantity.GetProperty("value").GetDouble();
        var unit = quantity.GetProperty("unit").GetString()!;
        var around = quantity.TryGetProperty("uncertainty", out var uncertainty) && uncertainty.ValueKind == JsonValueKind.Number
            ? uncertainty.GetDouble() : 0;
        return new NewsQuantity(value - around, around > 0 ? value + around : null)
        {
            Unit = unit == "dimensionless"
            ? string.Empty : unit
        };
    }

    private static double Number(string digits) => double.Parse(digits.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture);
}
