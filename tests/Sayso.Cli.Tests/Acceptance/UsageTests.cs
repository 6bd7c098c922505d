namespace Sayso.Cli.Tests.Acceptance;

public sealed class UsageTests : IDisposable
{
    private readonly Workplace _place = new();

    public static TheoryData<string> Wrong =>
    [
        "", "nonsense", "read", "read a.txt --format xml", "read a.txt --nonsense", "add", "read a.txt --published yesterday",
        "statements --since 12.3.2031", "documents --limit 0", "documents --limit many", "export --format brat", "show", "explain",
        "reanalyze --all", "read -x", "eval", "eval polnear", "eval sentences x.jsonl", "eval polnear DIR --convention mine", "retract",
    ];

    public static TheoryData<string> NoLedger =>
        ["documents", "statements", "show abc", "explain abc", "retract abc", "restore abc", "reanalyze", "verify", "export"];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void WrongUsage_IsCode2_AndDoesNothing(string line)
    {
        var result = Program.Run(_place.Path, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, result.Code);
        Assert.Equal("", result.Output);
        Assert.All(result.Codes, code => Assert.Equal("SAY4001", code));
        Assert.NotEmpty(result.Codes);
        Assert.Empty(Directory.GetFileSystemEntries(_place.Path));
    }

    [Theory]
    [MemberData(nameof(NoLedger))]
    public void MissingLedger_IsSaid_AndNotMade(string line)
    {
        var result = Program.Run(_place.Path, line.Split(' '));
        Assert.Equal(1, result.Code);
        Assert.Equal(["SAY2009"], result.Codes);
        Assert.Empty(Directory.GetFileSystemEntries(_place.Path));
    }

    [Fact]
    public void MissingCorpus_IsSaid()
    {
        var result = Program.Run(_place.Path, "eval", "agreement", "nowhere");
        Assert.Equal((1, "SAY4002"), (result.Code, result.Codes.Single()));
    }

    [Fact]
    public void Help_GoesToStandardOutput()
    {
        var result = Program.Run(_place.Path, "--help");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains("statements", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("version")]
    public void Version_IsThreeNumbers(string word)
    {
        Assert.Matches(@"\d+\.\d+\.\d+", Program.Run(_place.Path, word).Output);
    }

    public void Dispose() => _place.Dispose();
}
