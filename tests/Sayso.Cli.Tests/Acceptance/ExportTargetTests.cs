using Sayso.Cli.Exports;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>What <c>export --output</c> writes to, and what it never does.</summary>
[Trait("needs", "model")]
public sealed class ExportTargetTests : IDisposable
{
    private readonly Workplace _place = new();

    public ExportTargetTests()
    {
        Program.NeedsModel();
        Assert.Equal(0, Program.Run(_place.Path, "add", _place.Write("a.txt", Articles.Plain)).Code);
    }

    [Theory]
    [InlineData("sayso.db")]
    [InlineData("./sayso.db")]
    [InlineData("sayso.db-wal")]
    [InlineData("sayso.db-shm")]
    [InlineData("sayso.db-journal")]
    [InlineData("link")]
    [InlineData("folder/sayso.db")]
    [InlineData("hard")]
    public void Ledger_IsNeverReplaced(string target)
    {
        File.CreateSymbolicLink(In("link"), "sayso.db");
        Directory.CreateSymbolicLink(In("folder"), ".");
        Assert.Equal(0, Program.Shell(_place.Path, "ln sayso.db hard").Code);
        foreach (var ledger in new[] { "sayso.db", In("link") })
        {
            var result = Program.Run(_place.Path, "export", "--force", "--ledger", ledger, "-o", target);
            Assert.Equal((1, "SAY4003", ""), (result.Code, result.Codes.Single(), result.Output));
        }

        Assert.Contains("sound: 1 entry", Program.Run(_place.Path, "verify").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public void File_IsReplacedByForceOnly(string form)
    {
        var notes = _place.Write("notes.txt", "My notes.\n");
        File.CreateSymbolicLink(In("link"), "notes.txt");
        foreach (var target in new[] { "notes.txt", "link", notes })
        {
            var result = Program.Run(_place.Path, "export", "--format", form, "-o", target);
            Assert.Equal((1, "SAY4003"), (result.Code, result.Codes.Single()));
            Assert.Contains("--force", result.Error, StringComparison.Ordinal);
        }

        Assert.Equal("My notes.\n", File.ReadAllText(notes));
        Assert.Equal(0, Program.Run(_place.Path, "export", "--format", form, "-o", "link", "--force").Code);
        Assert.Contains("harbour master", File.ReadAllText(notes), StringComparison.Ordinal);
        Assert.Equal("notes.txt", new FileInfo(In("link")).LinkTarget);
    }

    [Fact]
    public void LinkToNothing_MakesWhatItLeadsTo()
    {
        Directory.CreateDirectory(In("out"));
        File.CreateSymbolicLink(In("link"), "out/new.csv");
        Assert.Equal(0, Program.Run(_place.Path, "export", "-o", "link").Code);
        Assert.True(File.Exists(In("out/new.csv")));
        Assert.Equal("out/new.csv", new FileInfo(In("link")).LinkTarget);
    }

    [Fact]
    public void LinksInACircle_AreSaid()
    {
        File.CreateSymbolicLink(In("one"), "two");
        File.CreateSymbolicLink(In("two"), "one");
        var result = Program.Run(_place.Path, "export", "-o", "one");
        Assert.Equal((1, "SAY4003"), (result.Code, result.Codes.Single()));
    }

    [Fact]
    public void Pipe_IsWrittenTo_AndStays()
    {
        var expected = Program.Run(_place.Path, "export").Output;
        var result = Program.Shell(_place.Path, "mkfifo pipe && { timeout 60 cat pipe >got & } && \"$SAYSO\" export -o pipe && wait && test -p pipe");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(expected, File.ReadAllText(In("got")));
    }

    [Theory]
    [InlineData("-")]
    [InlineData("/dev/stdout")]
    public void StandardOutput_HasItsNames(string name)
    {
        var result = Program.Shell(_place.Path, $"\"$SAYSO\" export >plain && \"$SAYSO\" export -o {name} >named && cmp plain named");
        Assert.Equal((0, "", ""), (result.Code, result.Output, result.Error));
    }

    [Fact]
    public void Folder_IsSaid()
    {
        Directory.CreateDirectory(In("out"));
        var result = Program.Run(_place.Path, "export", "-o", "out", "--force");
        Assert.Equal((1, "SAY4003"), (result.Code, result.Codes.Single()));
        Assert.Contains("folder", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/null", nameof(FileKind.Stream))]
    [InlineData("/dev/full", nameof(FileKind.Stream))]
    [InlineData("/", nameof(FileKind.Folder))]
    [InlineData("/no-such-thing", nameof(FileKind.None))]
    [InlineData("/proc/self/exe", nameof(FileKind.Regular))]
    public void Kinds_AreTold(string path, string kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Devices are looked at on Linux.");
        Assert.Equal(kind, FileIdentity.Of(path).Kind.ToString());
    }

    public void Dispose() => _place.Dispose();

    private string In(string name) => Path.Combine(_place.Path, name);
}
