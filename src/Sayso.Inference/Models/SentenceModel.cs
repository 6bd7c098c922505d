using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sayso.Core.Errors;
using Sayso.Inference.Tokenizing;

namespace Sayso.Inference.Models;

/// <summary>
/// The network of sentence vectors, read from a folder and checked: <c>model.onnx</c> (the graph, int8),
/// <c>settings.json</c> (sizes, and the graph's hash) and <c>vocab.txt</c>. Immutable.
/// </summary>
public sealed class SentenceModel
{
    private const int HashDigits = 12;
    private const int MostPositions = 512;

    private SentenceModel(string folder, SentenceSettings settings, Vocabulary vocabulary)
    {
        Folder = folder;
        Settings = settings;
        Vocabulary = vocabulary;
        Version = $"{settings.Version}+{settings.Sha256[..HashDigits].ToLowerInvariant()}";
    }

    /// <summary>The weights' name and number, and after a plus sign the first 12 hexadecimal digits of the graph's SHA-256.</summary>
    public string Version { get; }

    /// <summary>Numbers in a vector.</summary>
    public int Width => Settings.Width;

    /// <summary>Least cosine between the vector that int8 gives a parity text and its fp32 vector.</summary>
    public double ParityBound => Settings.ParityBound;

    internal string Folder { get; }

    internal string GraphPath => Path.Combine(Folder, "model.onnx");

    internal SentenceSettings Settings { get; }

    internal Vocabulary Vocabulary { get; }

    /// <summary>Reads a model's folder.</summary>
    /// <exception cref="SaysoException"><see cref="ProblemCodes.BadModel"/>: a file is missing, damaged or of another model.</exception>
    public static SentenceModel Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        try
        {
            var settings = SentenceSettings.Parse(File.ReadAllBytes(Path.Combine(folder, "settings.json")));
            Require(settings.Width > 0 && settings.MostPieces is > 2 and <= MostPositions, "settings.json has sizes beyond their bounds.");
            Require(settings.Sha256.Length == 2 * SHA256.HashSizeInBytes, "settings.json has no SHA-256 of the graph.");
            var vocabulary = new Vocabulary(File.ReadAllText(Path.Combine(folder, "vocab.txt"), Encoding.UTF8).TrimEnd('\n').Split('\n'));
            var model = new SentenceModel(folder, settings, vocabulary);
            using var graph = File.OpenRead(model.GraphPath);
            Require(
                Convert.ToHexString(SHA256.HashData(graph)).Equals(settings.Sha256, StringComparison.OrdinalIgnoreCase),
                "model.onnx is not the file that settings.json was written for.");
            return model;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            throw AttributionModel.Bad(folder, e);
        }
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new FormatException(otherwise);
        }
    }
}

/// <summary><c>settings.json</c> as the exporter writes it.</summary>
internal sealed record SentenceSettings
{
    /// <summary>Name and number of the weights.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of <c>model.onnx</c>, 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Numbers in a vector.</summary>
    public required int Width { get; init; }

    /// <summary>Pieces that are read of a text, [CLS] and [SEP] included.</summary>
    public required int MostPieces { get; init; }

    /// <summary>See <see cref="SentenceModel.ParityBound"/>.</summary>
    public required double ParityBound { get; init; }

    /// <summary>Reads the file's bytes.</summary>
    /// <exception cref="JsonException">They are not JSON of this form.</exception>
    public static SentenceSettings Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, SentenceSettingsContext.Default.SentenceSettings)
            ?? throw new JsonException("The file holds null.");
}

/// <summary>Serialisers made at compile time, so that starting needs no reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SentenceSettings))]
internal sealed partial class SentenceSettingsContext : JsonSerializerContext;
