using System.Runtime.CompilerServices;
using Sayso.Core.Documents;
using Sayso.Inference.Models;

namespace Sayso.Inference.Tests;

/// <summary>Where models are, and documents to feed them with.</summary>
internal static class TestModels
{
    /// <summary>An untrained network of the real one's form, in fp32: agrees with PyTorch to the third decimal.</summary>
    public static string TinyExact => Path.Combine(Here(), "Fixtures", "tiny-fp32");

    /// <summary>The same in int8, which takes the scale of its activations over a whole run.</summary>
    public static string TinyRounded => Path.Combine(Here(), "Fixtures", "tiny-int8");

    /// <summary>The trained network.</summary>
    public static string Trained => Path.GetFullPath(Path.Combine(Here(), "..", "..", "models", "attribution"));

    /// <summary>The network of sentence vectors.</summary>
    public static string Sentence => Path.GetFullPath(Path.Combine(Here(), "..", "..", "models", "sentence"));

    /// <summary>Skips a test of the trained network where it is not in the tree.</summary>
    public static AttributionModel LoadTrained()
    {
        Assert.SkipUnless(File.Exists(Path.Combine(Trained, "model.onnx")), "models/attribution has no model.onnx yet: ./build train attribution makes it");
        return AttributionModel.Load(Trained);
    }

    public static Document Document(string text) => new()
    {
        Id = text.Length.ToString(),
        Raw = default,
        RawHash = "",
        MediaType = "text/plain",
        Text = text,
    };

    /// <summary>Invented documents of all lengths, in a fixed order.</summary>
    public static Document[] Documents(int count)
    {
        string[] sentences =
        [
            "The mayor said that the dam was not to blame.", "“It was a memo,” the minister told the board, “and not an order.”",
            "Reports that the union had agreed were denied.", "In the morning it rained.", "She says he was told of it in May!",
            "According to the editor, to whom a copy was shown, the board and the union meet on the 4th of July.",
        ];
        var random = new Random(3);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var parts = Enumerable.Range(0, random.Next(0, 60)).Select(_ => sentences[random.Next(sentences.Length)] + (random.Next(3) == 0 ? "\n" : " "));
            return Document(string.Concat(parts)) with { Id = i.ToString() };
        })];
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
