namespace Sayso.Cli.Tests.Acceptance;

public sealed class UsageTests : IDisposable
{
    private readonly Workplace _place = new();

    public static TheoryData<string> Wrong =>
    [
        "nonsense", "statements --since 2031-03-12 --until 2031-03-11", "documents --until=2031-03-11 --since=2031-03-12", "search dam --since 2031-03-12 --until 2030-03-12", "read", "read a.txt --format xml", "read a.txt --nonsense", "add", "read a.txt --published yesterday",
        "statements --since 12.3.2031", "documents --limit 0", "documents --limit many", "export --format brat", "show", "explain",
        "reanalyze --all", "read -x", "eval", "eval polnear", "eval sentences x.jsonl", "eval polnear DIR --convention mine", "retract",
        "conflicts --kind odd", "timeline --in someday", "figures --as-of yesterday", "changes --limit 0",
    ];

    /// <summary>Arguments that an unset variable, or a slip, leaves wrong; parted by <c>|</c>.</summary>
    public static TheoryData<string> WrongValues =>
    [
        "statements|--ledger|", "verify|--ledger=", "demo|--ledger|", "export|-o|", "export|--format|brat|-o|", "export|--format|brat|-o|-", "read|", "add|",
        "eval|agreement|", "docs|",
        "read|a.txt|--url|not a url", "read|a.txt|--url|javascript:alert(1)", "read|a.txt|--url|/ferry", "read|a.txt|--url|http://",
        "read|a.txt|--published|", "read|a.txt|--published|-0044-03-15", "read|a.txt|--published|0000-01-01", "add|a.txt|--published|0999-12-31", "add|a.txt|--published|3000-01-01",
        "add|a.txt|--published|3000-01-01T07:05+02:00",
    ];

    public static TheoryData<string> NoLedger =>
        ["documents", "statements", "show abc", "explain abc", "retract abc", "restore abc", "reanalyze", "verify", "export", "stories", "figures", "positions", "timeline", "conflicts", "changes"];

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
    [MemberData(nameof(WrongValues))]
    public void WrongValue_IsCode2_AndDoesNothing(string line)
    {
        var result = Program.Run(_place.Path, line.Split('|'));
        Assert.Equal((2, ""), (result.Code, result.Output));
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
        Assert.DoesNotContain("..", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_GoesToStandardOutput()
    {
        var result = Program.Run(_place.Path, "--help");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains("statements", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Alone_ItSaysWhereToBegin()
    {
        var result = Program.Run(_place.Path);
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains("sayso demo", result.Lines[0], StringComparison.Ordinal);
        Assert.Contains("Commands:", result.Lines);
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
