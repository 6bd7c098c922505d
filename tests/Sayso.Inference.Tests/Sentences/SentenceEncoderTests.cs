using System.Text.Json;
using Sayso.Core.Claims;
using Sayso.Core.Errors;
using Sayso.Inference.Models;
using Sayso.Inference.Sentences;

namespace Sayso.Inference.Tests.Sentences;

/// <summary>The exporter's <c>parity.jsonl</c> says what PyTorch finds in fp32; we must find the same, as far as int8 goes.</summary>
public sealed class SentenceEncoderTests
{
    [Fact]
    public void Vectors_AgreeWithPyTorchInFp32_OnTheParityTexts()
    {
        var model = LoadSentence();
        using var encoder = new SentenceEncoder(model, threads: 1);
        var lines = ParityLines().ToList();
        Assert.NotEmpty(lines);
        foreach (var line in lines)
        {
            var text = line.GetProperty("text").GetString()!;
            Assert.Equal(line.GetProperty("pieces").EnumerateArray().Select(p => p.GetInt64()), encoder.PiecesOf(text));
            var exact = new SentenceVector(line.GetProperty("vector").EnumerateArray().Select(v => v.GetSingle()).ToArray());
            var cosine = encoder.Encode([text], TestContext.Current.CancellationToken)[0].Cosine(exact);
            Assert.True(cosine >= model.ParityBound, $"{cosine:F4} for “{text}”");
        }
    }

    [Fact]
    public void Vector_DependsOnItsTextAlone_WhateverIsEncodedBesideIt()
    {
        using var encoder = new SentenceEncoder(LoadSentence(), threads: 3);
        string[] texts = ["the dam holds", "", "forty people were on the ferry", "the dam holds", new string('x', 3000), "a cat"];
        var together = encoder.Encode(texts, TestContext.Current.CancellationToken);
        for (var i = 0; i < texts.Length; i++)
        {
            var alone = encoder.Encode([texts[i]], TestContext.Current.CancellationToken)[0];
            Assert.Equal(alone.Values.ToArray(), together[i].Values.ToArray());
        }

        Assert.Same(together[0], together[3]);
    }

    [Fact]
    public void Cosines_OrderMeanings_AsAReaderWould()
    {
        using var encoder = new SentenceEncoder(LoadSentence());
        var vectors = encoder.Encode(
            ["The ferry carried more people than it was allowed to.", "Too many passengers were aboard the ship.", "The council will vote on bus fares."],
            TestContext.Current.CancellationToken);
        Assert.True(vectors[0].Cosine(vectors[1]) > vectors[0].Cosine(vectors[2]) + 0.3);
    }

    [Fact]
    public void Load_ReportsItsCode_WhenTheGraphIsAnotherFile()
    {
        var folder = Directory.CreateTempSubdirectory("sayso-sentence-");
        try
        {
            var home = LoadSentence().Folder;
            foreach (var file in (string[])["settings.json", "vocab.txt"])
            {
                File.Copy(Path.Combine(home, file), Path.Combine(folder.FullName, file));
            }

            File.WriteAllBytes(Path.Combine(folder.FullName, "model.onnx"), [1, 2, 3]);
            var problem = Assert.Throws<SaysoException>(() => SentenceModel.Load(folder.FullName)).Problem;
            Assert.Equal(ProblemCodes.BadModel, problem.Code);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static SentenceModel LoadSentence()
    {
        Assert.SkipUnless(File.Exists(Path.Combine(TestModels.Sentence, "model.onnx")), "models/sentence has no model.onnx: ./build train sentence makes it");
        return SentenceModel.Load(TestModels.Sentence);
    }

    private static IEnumerable<JsonElement> ParityLines() =>
        File.ReadLines(Path.Combine(TestModels.Sentence, "parity.jsonl")).Select(line => JsonDocument.Parse(line).RootElement);
}
