using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>A quantity as NewsQuant annotates it (Almasian et al. 2023); it has no place in the text.</summary>
/// <param name="First">The number, or the end of a range that is written first.</param>
/// <param name="Second">The other end of a range; <c>null</c> where it is none.</param>
public sealed record NewsQuantity(double First, double? Second)
{
    /// <summary>The unit as written, or the noun that is counted; empty where the text has none.</summary>
    public string Unit { get; init; } = string.Empty;

    /// <summary>The same as the corpus names it; empty where it gives none.</summary>
    public string NormalizedUnit { get; init; } = string.Empty;

    /// <summary>One of <c>= ~ &lt; &gt; up down</c>.</summary>
    public string Change { get; init; } = "=";

    /// <summary>Words of what it is about; empty where none are given.</summary>
    public string Concepts { get; init; } = string.Empty;
}

/// <summary>A sentence with its quantities.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Quantities">In the order of the file, which is not that of the text.</param>
public sealed record NewsQuantSentence(string Text, ValueList<NewsQuantity> Quantities);

/// <summary>A file in the layout of NewsQuant: an array of sentences, <c>-</c> where a field has nothing.</summary>
public static partial class NewsQuantCorpus
{
    /// <summary>The sentences of a file, in its order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="Core.Errors.SaysoException">It is missing or malformed (<c>SAY4002</c>).</exception>
    public static async Task<IReadOnlyList<NewsQuantSentence>> ReadAsync(string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        var json = await CorpusFile.ReadTextAsync(CorpusFile.Existing(path), cancellation).ConfigureAwait(false);
        return Parse(json, path);
    }

    /// <summary>The sentences of a file's content.</summary>
    /// <param name="json">The content.</param>
    /// <param name="name">What an error calls the file.</param>
    /// <exception cref="Core.Errors.SaysoException">It is malformed, or has no sentence (<c>SAY4002</c>).</exception>
    public static IReadOnlyList<NewsQuantSentence> Parse(string json, string name)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            List<NewsQuantSentence> sentences =
            [
                .. document.RootElement.EnumerateArray().Select(s => new NewsQuantSentence(
                    s.GetProperty("text").GetString()!,
                    s.GetProperty("quantities").EnumerateArray().Select(Quantity).ToValueList())),
            ];
            return sentences.Count > 0 ? sentences : throw CorpusFile.Bad(name, "it has no sentence");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or ArgumentNullException)
        {
            throw CorpusFile.Bad(name, "it is not in the form of NewsQuant", error);
        }
    }

    private static NewsQuantity Quantity(JsonElement quantity)
    {
        string Field(string name) => quantity.GetProperty(name).GetString() is { } value and not "-" ? value : string.Empty;

        var match = Value().Match(quantity.GetProperty("value").GetString()!);
        return match.Success
            ? new NewsQuantity(Number(match.Groups[1].Value), match.Groups[2].Success ? Number(match.Groups[2].Value) : null)
            {
                Unit = Field("unit"),
                NormalizedUnit = Field("normalized_unit"),
                Change = quantity.GetProperty("change").GetString()!,
                Concepts = Field("referred_concepts"),
            }
            : throw new FormatException("a value is neither a number nor a range");
    }

    private static double Number(string digits) => double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(-?[0-9.]+(?:[eE][+-]?[0-9]+)?)(?:-(-?[0-9.]+(?:[eE][+-]?[0-9]+)?))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
