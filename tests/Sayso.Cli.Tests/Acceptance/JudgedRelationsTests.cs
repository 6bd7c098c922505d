using System.Text.Json;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>How hops pass on in real news, as a reader has judged.</summary>
public sealed class JudgedRelationsTests
{
    // Under what was measured (docs/evaluation.md), since another processor rounds otherwise.
    private const double Floor = 0.85;

    [Fact]
    public void JudgedHops_MostlyPassOn_AsTheReaderTookIt()
    {
        Program.NeedsModel();
        var texts = Path.Combine(Program.Root, "..", "shared", "data");
        Assert.SkipUnless(Directory.Exists(Path.Combine(texts, "polnear", "dev", "text")), "The corpus ../shared/data/polnear is not here.");
        var run = Program.Run(Program.Root, "eval", "relations", Path.Combine(Program.Root, "corpus", "relations.tsv"), "--text", texts, "--format", "json");
        Assert.Equal(0, run.Code);
        using var report = JsonDocument.Parse(run.Output);
        var rows = report.RootElement[0].GetProperty("rows").EnumerateArray().ToDictionary(r => r.GetProperty("name").GetString()!, r => r.GetProperty("value").GetDouble());
        Assert.InRange(rows["right of those found"], Floor, 1);
        Assert.InRange(rows["found"], 0.9, 1);
    }
}
