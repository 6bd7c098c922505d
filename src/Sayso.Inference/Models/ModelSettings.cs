using System.Text.Json;
using System.Text.Json.Serialization;
using Sayso.Core.Attributions;

namespace Sayso.Inference.Models;

/// <summary><c>labels.json</c> as the exporter writes it.</summary>
internal sealed record ModelSettings
{
    /// <summary>Name and number of the weights.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of <c>model.onnx</c>, 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The roles in the order of the network's labels: outside, then beginning and inside of each role (<c>RoleLabels</c>).</summary>
    public required string[] Roles { get; init; }

    /// <summary>[from, to]: score of a label after another.</summary>
    public required float[][] Transitions { get; init; }

    /// <summary>The same for nested attributions.</summary>
    public required float[][] NestedTransitions { get; init; }

    /// <summary>See <see cref="Windowing.WindowOptions.MaxPieces"/>.</summary>
    public required int MaxPieces { get; init; }

    /// <summary>See <see cref="Windowing.WindowOptions.MaxSegment"/>.</summary>
    public required int MaxSegment { get; init; }

    /// <summary>See <see cref="Windowing.WindowOptions.MinSegment"/>.</summary>
    public required int MinSegment { get; init; }

    /// <summary>See <see cref="Windowing.WindowOptions.Overlap"/>.</summary>
    public required int Overlap { get; init; }

    /// <summary>See <see cref="Windowing.WindowOptions.Edge"/>.</summary>
    public required int Edge { get; init; }

    /// <summary>See <see cref="Core.Attributions.ExtractionOptions.ContinuedCue"/>.</summary>
    public required double ContinuedCue { get; init; }

    /// <summary>See <see cref="Core.Attributions.ExtractionOptions.Source"/>.</summary>
    public required double Source { get; init; }

    /// <summary>See <see cref="Core.Attributions.ExtractionOptions.SharedContent"/>.</summary>
    public required double SharedContent { get; init; }

    /// <summary>See <see cref="ExtractionOptions.Confidence"/>.</summary>
    public ConfidenceWeights? Confidence { get; init; }

    /// <summary>See <see cref="ExtractionOptions.LeastConfidence"/>.</summary>
    public double LeastConfidence { get; init; }

    /// <summary>Largest difference that int8 may make to an emission of the parity texts.</summary>
    public required double ParityBound { get; init; }

    /// <summary>Reads the file's bytes.</summary>
    /// <exception cref="JsonException">They are not JSON of this form.</exception>
    public static ModelSettings Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, ModelSettingsContext.Default.ModelSettings) ?? throw new JsonException("The file holds null.");
}

/// <summary>Serialisers made at compile time, so that starting needs no reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ModelSettings))]
internal sealed partial class ModelSettingsContext : JsonSerializerContext;
