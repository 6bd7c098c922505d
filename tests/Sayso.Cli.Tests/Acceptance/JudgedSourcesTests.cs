using System.Text.Json;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>Whom pronouns and descriptions mean in real news, as a reader has judged.</summary>
public sealed class JudgedSourcesTests
{
    // Under what was measured (docs/evaluation.md), since another processor rounds otherwise.
    private const double Floor = 0.76;

    [Fact]
    public void JudgedSources_MostlyMean_WhomTheReaderTook()
    {
        Program.NeedsModel();
        var texts = Path.Combine(Program.Root, "..", "shared", "data", "polnear", "dev", "text");
        Assert.SkipUnless(Directory.Exists(texts), "The corpus ../shared/data/polnear is not here.");
        var run = Program.Run(Program.Root, "eval", "sources", Path.Combine(Program.Root, "corpus", "sources.tsv"), "--text", texts, "--format", "json");
        Assert.Equal(0, run.Code);
        using var report = JsonDocument.Parse(run.Output);
        var rows = report.RootElement[0].GetProperty("rows").EnumerateArray().ToDictionary(r => r.GetProperty("name").GetString()!, r => r.GetProperty("value").GetDouble());
        Assert.InRange(rows["right of those found"], Floor, 1);
        Assert.InRange(rows["found"], 0.9, 1);
    }
}
