using System.CommandLine;
using Sayso.Cli.Terminals;

namespace Sayso.Cli.Tests;

/// <summary>What holds for all commands.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly Captured _captured = new(isTerminal: false);
    private readonly Composition _composition;

    public CommandTests() => _composition = new Composition(_captured.Terminal, new Installation("nowhere", "1.2.3", "sayso"), TimeProvider.System);

    [Fact]
    public void EverySymbol_IsDescribed_InASentence()
    {
        foreach (var command in All(_composition.Root))
        {
            foreach (var symbol in new Symbol[] { command }.Concat(command.Options).Concat(command.Arguments))
            {
                Assert.True(symbol.Description?.EndsWith('.') == true || symbol.Name is "--help" or "--version", $"{command.Name} {symbol.Name}: {symbol.Description}");
            }
        }
    }

    [Fact]
    public void EveryOption_SaysWhatItTakes()
    {
        Assert.All(All(_composition.Root).SelectMany(c => c.Options).Where(o => o.ValueType != typeof(bool) && o.Name is not ("--help" or "--version")), o => Assert.NotNull(o.HelpName));
    }

    [Fact]
    public void Options_MeanTheSameEverywhere()
    {
        // A name that two commands have must not be for a folder here and for words there; eval's --text is the known one.
        var meanings = All(_composition.Root).SelectMany(c => c.Options.Select(o => (o.Name, o.HelpName, Command: c)))
            .Where(o => o.Name != "--format" && o.Command.Parents.FirstOrDefault()?.Name != "eval")
            .Distinct().GroupBy(o => o.Name, o => o.HelpName);
        Assert.All(meanings, group => Assert.Single(group.Distinct()));
    }

    public void Dispose()
    {
        _composition.Dispose();
        _captured.Dispose();
    }

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);
}
