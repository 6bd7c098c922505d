namespace Sayso.Cli.Tests.Acceptance;

/// <summary>Surroundings that no program should be started in: each command ends with a code and words, never with a trace of calls.</summary>
[Trait("needs", "model")]
public sealed class SurroundingsTests : IDisposable
{
    private readonly Workplace _place = new();

    public SurroundingsTests() => Program.NeedsModel();

    public static TheoryData<string> WithoutFolder => new()
    {
        { "statements" }, { "verify" }, { "export" }, { "add a.txt" }, { "retract abcd" },
    };

    [Theory]
    [MemberData(nameof(WithoutFolder))]
    public void FolderThatIsGone_IsSaid(string line)
    {
        var result = Program.Shell(_place.Path, $"mkdir gone && cd gone && rmdir ../gone && \"$SAYSO\" {line}");
        Assert.Equal((1, "SAY1001"), (result.Code, result.Codes.First()));
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void WholePaths_Work_WhereTheFolderIsGone()
    {
        var article = _place.Write("a.txt", Articles.Plain);
        var ledger = Path.Combine(_place.Path, "my.db");
        var result = Program.Shell(_place.Path, $"mkdir gone && cd gone && rmdir ../gone && \"$SAYSO\" add {article} --ledger {ledger} && \"$SAYSO\" verify --ledger {ledger} && \"$SAYSO\" version");
        Assert.Equal((0, ""), (result.Code, result.Error));
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("demo --ledger my.db")]
    public void Demo_Works_WhereNoHomeCanBeWritten(string line)
    {
        // Nobody, not even root, makes folders in /proc.
        var result = Program.Shell(_place.Path, $"mkdir temporary && HOME=/proc/nowhere XDG_DATA_HOME=/proc/nowhere/data TMPDIR=$PWD/temporary \"$SAYSO\" {line}");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Single(Directory.GetFiles(_place.Path, "*.db", SearchOption.AllDirectories));
    }

    [Fact]
    public void Reading_LeavesNothingInTheUsersHome()
    {
        // The runtime of the network would keep a number there that tells this machine from others, and report by it.
        var article = _place.Write("a.txt", Articles.Plain);
        var home = Directory.CreateDirectory(Path.Combine(_place.Path, "home")).FullName;
        var result = Program.Shell(_place.Path, $"unset CI XDG_DATA_HOME XDG_CACHE_HOME XDG_CONFIG_HOME XDG_STATE_HOME; HOME={home} \"$SAYSO\" read {article}");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Empty(Directory.GetFileSystemEntries(home));
    }

    [Fact]
    public void Demo_KeepsWhatTheUserAdded_AndGoesBeside()
    {
        var usual = Path.Combine(_place.Path, "data", "sayso", "demo.db");
        Assert.Equal(0, Program.Run(_place.Path, "demo").Code);
        Assert.Equal(0, Program.Run(_place.Path, "demo").Code);
        Assert.Equal([usual], Directory.GetFiles(Path.GetDirectoryName(usual)!));

        Assert.Equal(0, Program.Run(_place.Path, "add", _place.Write("mine.txt", Articles.Plain), "--ledger", usual).Code);
        var mine = File.ReadAllBytes(usual);
        var again = Program.Run(_place.Path, "demo");
        Assert.Equal(0, again.Code);
        Assert.Contains("demo-2.db", again.Output, StringComparison.Ordinal);
        Assert.Equal(mine, File.ReadAllBytes(usual));
        Assert.Equal(0, Program.Run(_place.Path, "demo").Code);
        Assert.Equal([usual, usual.Replace("demo.db", "demo-2.db", StringComparison.Ordinal)], Directory.GetFiles(Path.GetDirectoryName(usual)!, "*.db").Order(StringComparer.Ordinal).OrderBy(p => p.Length));
        Assert.Contains("mine.txt", Program.Run(_place.Path, "documents", "--format", "jsonl", "--ledger", usual).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Demo_KeepsARetraction()
    {
        var usual = Path.Combine(_place.Path, "data", "sayso", "demo.db");
        Assert.Equal(0, Program.Run(_place.Path, "demo").Code);
        var id = Program.Run(_place.Path, "documents", "--ledger", usual).Output.Split('\t')[0];
        Assert.Equal(0, Program.Run(_place.Path, "retract", id, "--ledger", usual).Code);
        Assert.Equal(0, Program.Run(_place.Path, "demo").Code);
        Assert.DoesNotContain(id, Program.Run(_place.Path, "documents", "--ledger", usual).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void InputThatCannotBeRead_IsNotCalledOutput()
    {
        var result = Program.Run(_place.Path, "docs", "/proc/nowhere");
        Assert.Equal((1, "SAY4005"), (result.Code, result.Codes.Single()));
        Assert.DoesNotContain("output", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void FullOutput_IsSaid()
    {
        var result = Program.Shell(_place.Path, "\"$SAYSO\" --help >/dev/full");
        Assert.Equal((1, "SAY4003"), (result.Code, result.Codes.Single()));
    }

    [Fact]
    public void PlaceThatKeepsNoFiles_IsNoFullDisk()
    {
        var result = Program.Run(_place.Path, "add", _place.Write("a.txt", Articles.Plain), "--ledger", "/proc/x.db");
        Assert.Equal((1, "SAY2003"), (result.Code, result.Codes.Single()));
    }

    public void Dispose() => _place.Dispose();
}
