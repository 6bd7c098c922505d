namespace Sayso.Cli.Tests.Acceptance;

/// <summary>The program as it is published: in a folder of its own, with model and samples beside it, and no launcher.</summary>
[Trait("needs", "model")]
public sealed class InstalledTests : IDisposable
{
    private readonly Workplace _place = new();
    private readonly string _program;

    public InstalledTests()
    {
        Program.NeedsModel();
        var folder = Directory.CreateDirectory(Path.Combine(_place.Path, "pro gram é")).FullName;
        Assert.Equal(0, Program.Shell(_place.Path, $"cp -r '{AppContext.BaseDirectory}'* 'pro gram é'").Code);
        foreach (var part in new[] { "models", "samples" })
        {
            Directory.CreateSymbolicLink(Path.Combine(folder, part), Path.Combine(Program.Root, part));
        }

        _program = Path.Combine(folder, "sayso");
    }

    [Fact]
    public void Works_WhereverItIsCopied()
    {
        Assert.Equal(0, Run("version").Code);
        var read = Run("read", _place.Write("a.txt", Articles.Plain));
        Assert.Equal(0, read.Code);
        Assert.NotEmpty(read.Lines);
        var demo = Run("demo");
        Assert.Equal(0, demo.Code);
        Assert.Contains("your own reading, into sayso.db: ~/'pro gram é/sayso' add ARTICLE.html", demo.Lines);
    }

    [Fact]
    public void Hints_SayWhatTheUserTypes()
    {
        File.CreateSymbolicLink(Path.Combine(_place.Path, "sayso"), _program);
        Assert.Contains(": sayso --help", Program.RunWith(new RunOptions(_place.Path) { Program = "/bin/bash", Home = "" }, "-c", "PATH=$PWD:$PATH; sayso demo").Output, StringComparison.Ordinal);
        Assert.Contains(": ./sayso --help", Program.RunWith(new RunOptions(_place.Path) { Program = "/bin/bash", Home = "" }, "-c", "cd 'pro gram é'; ./sayso demo").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Demo_ReplacesItsOwnLedger_AndNoFileOfTheUsers()
    {
        var mine = _place.Write("mine.db", "mine");
        var refused = Run("demo", "--ledger", "mine.db");
        Assert.Equal((1, "SAY4003", ""), (refused.Code, refused.Codes.Single(), refused.Output));
        Assert.Equal("mine", File.ReadAllText(mine));
        Assert.Equal(0, Run("demo", "--ledger", "new.db").Code);
        Assert.Equal("SAY4003", Run("demo", "--ledger", "./new.db").Codes.Single());
        Assert.Contains("sound", Run("verify", "--ledger", "new.db").Output, StringComparison.Ordinal);
        Assert.Equal([0, 0], new[] { Run("demo").Code, Run("demo").Code });
    }

    public void Dispose() => _place.Dispose();

    private Result Run(params string[] arguments) => Program.RunWith(new RunOptions(_place.Path) { Program = _program, Home = "" }, arguments);
}
