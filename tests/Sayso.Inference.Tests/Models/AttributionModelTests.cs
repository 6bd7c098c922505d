using System.Text.RegularExpressions;
using Sayso.Core.Attributions;
using Sayso.Core.Errors;
using Sayso.Inference.Analysis;
using Sayso.Inference.Models;

namespace Sayso.Inference.Tests.Models;

public sealed class AttributionModelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sayso-model-").FullName;

    public AttributionModelTests()
    {
        foreach (var file in Directory.EnumerateFiles(TestModels.TinyRounded))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }
    }

    public static TheoryData<string, Action<string>> Damages => new()
    {
        { "no folder", folder => Directory.Delete(folder, recursive: true) },
        { "no graph", folder => File.Delete(Path.Combine(folder, "model.onnx")) },
        { "no labels", folder => File.Delete(Path.Combine(folder, "labels.json")) },
        { "no vocabulary", folder => File.Delete(Path.Combine(folder, "vocab.txt")) },
        { "graph cut short", folder => Change(folder, "model.onnx", bytes => bytes[..^100]) },
        { "one bit of the graph", folder => Change(folder, "model.onnx", bytes => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]) },
        { "empty labels", folder => Change(folder, "labels.json", _ => []) },
        { "labels that are no object", folder => Edit(folder, _ => "[]") },
        { "labels that are null", folder => Edit(folder, _ => "null") },
        { "labels without a hash", folder => Edit(folder, text => text.Replace("sha256", "sha1", StringComparison.Ordinal)) },
        { "other roles", folder => Edit(folder, text => text.Replace("\"cue\",", "\"verb\",", StringComparison.Ordinal)) },
        { "a null in place of transitions", folder => Edit(folder, text => Regex.Replace(text, "\"transitions\": \\[[^a-z]*\\],", "\"transitions\": null,")) },
        { "windows beyond the graph", folder => Edit(folder, text => text.Replace("\"maxPieces\": 254", "\"maxPieces\": 2540", StringComparison.Ordinal)) },
        { "an edge of nought", folder => Edit(folder, text => text.Replace("\"edge\": 40", "\"edge\": 0", StringComparison.Ordinal)) },
        { "an empty vocabulary", folder => Change(folder, "vocab.txt", _ => []) },
    };

    [Fact]
    public void Version_NamesTheWeightsAndTheirHash()
    {
        Assert.Matches(@"^tiny-int8\+[0-9a-f]{12}$", AttributionModel.Load(_folder).Version);
    }

    [Fact]
    public void Thresholds_ComeWithTheModel()
    {
        Edit(_folder, text => text.Replace("\"continuedCue\": 0.9", "\"continuedCue\": 0.8", StringComparison.Ordinal));
        Assert.Equal(new ExtractionOptions(ContinuedCue: 0.8), AttributionModel.Load(_folder).Extraction);
    }

    [Theory]
    [MemberData(nameof(Damages), DisableDiscoveryEnumeration = true)]
    public void DamagedModel_IsNotUsed(string name, Action<string> damage)
    {
        damage(_folder);
        var problem = Assert.Throws<SaysoException>(() => AttributionModel.Load(_folder)).Problem;
        Assert.Equal(ProblemCodes.BadModel, problem.Code);
        Assert.Contains(_folder, problem.Message, StringComparison.Ordinal);
        Assert.NotEmpty(name);
    }

    [Fact]
    public void GraphThatIsNone_IsNotUsed()
    {
        Change(_folder, "model.onnx", _ => [1, 2, 3]);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([1, 2, 3]));
        Edit(_folder, text => Regex.Replace(text, "[0-9a-f]{64}", hash));
        Assert.Equal(ProblemCodes.BadModel, Assert.Throws<SaysoException>(() => new Analyzer(AttributionModel.Load(_folder))).Problem.Code);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static void Change(string folder, string file, Func<byte[], byte[]> change)
    {
        var path = Path.Combine(folder, file);
        File.WriteAllBytes(path, change(File.ReadAllBytes(path)));
    }

    private static void Edit(string folder, Func<string, string> edit)
    {
        var path = Path.Combine(folder, "labels.json");
        var before = File.ReadAllText(path);
        var after = edit(before);
        Assert.NotEqual(before, after);
        File.WriteAllText(path, after);
    }
}
