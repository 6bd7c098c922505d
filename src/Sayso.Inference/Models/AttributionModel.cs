using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sayso.Core.Attributions;
using Sayso.Core.Errors;
using Sayso.Core.Linguistics;
using Sayso.Inference.Tokenizing;
using Sayso.Inference.Windowing;

namespace Sayso.Inference.Models;

/// <summary>
/// The trained network with what belongs to it, read from a folder and checked: <c>model.onnx</c> (the graph, int8),
/// <c>labels.json</c> (labels, transitions, sizes and thresholds, and the graph's hash) and <c>vocab.txt</c>. Immutable.
/// </summary>
public sealed class AttributionModel
{
    private const int HashDigits = 12;
    private const int MostPieces = 510;

    private AttributionModel(string folder, ModelSettings settings, Vocabulary vocabulary)
    {
        Folder = folder;
        Vocabulary = vocabulary;
        Transitions = [.. settings.Transitions.SelectMany(row => row)];
        NestedTransitions = [.. settings.NestedTransitions.SelectMany(row => row)];
        Version = $"{settings.Version}+{settings.Sha256[..HashDigits].ToLowerInvariant()}";
        Extraction = new ExtractionOptions(settings.ContinuedCue, settings.Source, settings.SharedContent)
        {
            Confidence = settings.Confidence,
            LeastConfidence = settings.LeastConfidence,
        };
        ParityBound = settings.ParityBound;
        Windows = new WindowOptions
        {
            MaxPieces = settings.MaxPieces,
            MaxSegment = settings.MaxSegment,
            MinSegment = settings.MinSegment,
            Overlap = settings.Overlap,
            Edge = settings.Edge,
        };
    }

    /// <summary>The weights' name and number, and after a plus sign the first 12 hexadecimal digits of the graph's SHA-256.</summary>
    public string Version { get; }

    /// <summary>The thresholds of decoding that the training chose.</summary>
    public ExtractionOptions Extraction { get; }

    /// <summary>Largest difference that int8 may make to an emission of the parity texts.</summary>
    public double ParityBound { get; }

    internal string Folder { get; }

    internal string GraphPath => Path.Combine(Folder, "model.onnx");

    internal Vocabulary Vocabulary { get; }

    internal WindowOptions Windows { get; }

    internal float[] Transitions { get; }

    internal float[] NestedTransitions { get; }

    /// <summary>Reads a model's folder.</summary>
    /// <exception cref="SaysoException"><see cref="ProblemCodes.BadModel"/>: a file is missing, damaged or of another model.</exception>
    public static AttributionModel Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        try
        {
            var settings = ModelSettings.Parse(File.ReadAllBytes(Path.Combine(folder, "labels.json")));
            var vocabulary = new Vocabulary(File.ReadAllText(Path.Combine(folder, "vocab.txt"), Encoding.UTF8).TrimEnd('\n').Split('\n'));
            Check(settings);
            var model = new AttributionModel(folder, settings, vocabulary);
            using var graph = File.OpenRead(model.GraphPath);
            Require(
                Convert.ToHexString(SHA256.HashData(graph)).Equals(settings.Sha256, StringComparison.OrdinalIgnoreCase),
                "model.onnx is not the file that labels.json was written for.");
            return model;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            throw Bad(folder, e);
        }
    }

    /// <summary>The problem of a model that cannot be used, as an exception.</summary>
    internal static SaysoException Bad(string folder, Exception cause) => new(
        ProblemCodes.BadModel,
        $"The model in {folder} cannot be used: {cause.Message} Restore the folder from the release that you installed.",
        cause);

    private static void Check(ModelSettings settings)
    {
        string[] roles = ["source", "cue", "content"];
        Require(settings.Roles.SequenceEqual(roles), "labels.json names other roles.");
        Require(IsSquare(settings.Transitions) && IsSquare(settings.NestedTransitions), "labels.json has no square of transitions.");
        Require(settings.Sha256.Length == 2 * SHA256.HashSizeInBytes, "labels.json has no SHA-256 of the graph.");
        Require(settings.Edge > 0 && settings.Overlap >= 0 && settings.MinSegment > 0, "labels.json has sizes below their bounds.");
        Require(
            settings.MinSegment <= settings.MaxSegment && settings.MaxSegment + WordPieces.MaxCharacters <= settings.MaxPieces
            && settings.Overlap < settings.MaxPieces && settings.MaxPieces <= MostPieces,
            "labels.json has sizes beyond their bounds.");
    }

    private static bool IsSquare(float[][] transitions) =>
        transitions.Length == RoleLabels.Count && transitions.All(row => row.Length == RoleLabels.Count);

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new FormatException(otherwise);
        }
    }
}
