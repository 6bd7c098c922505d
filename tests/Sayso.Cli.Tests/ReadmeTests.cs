using System.Text.RegularExpressions;

namespace Sayso.Cli.Tests;

/// <summary>What the README tells its readers to type is understood by the program that it comes with.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private static readonly string _readme = File.ReadAllText(Path.Combine(Acceptance.Program.Root, "README.md"));

    private readonly Captured _captured = new(isTerminal: false);
    private readonly Composition _composition;

    public ReadmeTests() => _composition = new Composition(_captured.Terminal, new Installation("nowhere", "1.2.3", "sayso"), TimeProvider.System);

    public static TheoryData<string> Commands => [.. Sayso().Matches(_readme).Select(m => m.Groups[1].Value.Trim()).Distinct()];

    [Fact]
    public void Readme_HasCommandsAndFigures()
    {
        Assert.Contains("demo", Commands.Select(row => row.Data));
        Assert.NotEmpty(Figures());
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_IsUnderstood(string line)
    {
        var parsed = _composition.Root.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(parsed.Errors.Select(e => e.Message));
    }

    [Fact]
    public void Figures_HaveCommandsOfEval()
    {
        var measures = _composition.Root.Subcommands.Single(c => c.Name == "eval").Subcommands.Select(c => c.Name).ToList();
        Assert.All(Figures(), cells =>
        {
            Assert.Matches(@"\.\d", cells[1]);
            var command = Sayso().Match(cells[2]);
            Assert.True(command.Success, cells[2]);
            var words = command.Groups[1].Value.Split(' ');
            Assert.Equal("eval", words[0]);
            Assert.Contains(words[1], measures);
        });
    }

    /// <summary>What the README shows of the demo, the demo prints: docs/demo.md is made by it, and a test of its own keeps it so.</summary>
    [Fact]
    public void Demo_PrintsWhatIsShown()
    {
        var demo = File.ReadAllLines(Path.Combine(Acceptance.Program.Root, "docs", "demo.md"));
        var shown = _readme.Split("```text\n")[1].Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(shown);
        Assert.All(shown, line => Assert.Contains(line, demo));
    }

    [Fact]
    public void Targets_AreOnesOfTheBuild()
    {
        var program = File.ReadAllText(Path.Combine(Acceptance.Program.Root, "targets", "Program.cs"));
        var targets = Build().Matches(_readme).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.NotEmpty(targets);
        Assert.All(targets, target => Assert.Contains($"[\"{target}\"]", program, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _composition.Dispose();
        _captured.Dispose();
    }

    /// <summary>The rows of the table of figures: what, figure, command.</summary>
    private static List<string[]> Figures() =>
    [
        .. _readme[_readme.IndexOf("| | figure | command |", StringComparison.Ordinal)..].Split('\n').Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
    ];

    [GeneratedRegex(@"\./sayso ([^`#\n]+)")]
    private static partial Regex Sayso();

    [GeneratedRegex(@"\./build (\w+)")]
    private static partial Regex Build();
}
