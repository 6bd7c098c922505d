using System.CommandLine;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Terminals;
using Sayso.Web;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso mcp</c>: answers an assistant over standard input and output, until the input ends.</summary>
internal sealed class McpCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Sites _sites;
    private readonly Ledgers _ledgers;
    private readonly Option<string> _ledger = CommonOptions.Ledger();

    public McpCommand(Terminal terminal, Sites sites, Ledgers ledgers)
        : base("mcp", "Answer an assistant about the ledger over standard input and output (Model Context Protocol), until the input ends.")
    {
        (_terminal, _sites, _ledgers) = (terminal, sites, ledgers);
        Add(_ledger);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(arguments.GetRequiredValue(_ledger));

        // Says now, not to the assistant, what is wrong with it; and makes an empty one to be filled.
        using (_ledgers.OpenOrCreate(path))
        {
        }

        await McpHost.RunAsync(_sites.Of(path), _terminal.Input, _terminal.Output, cancellationToken);
        return ExitCode.Done;
    }
}
