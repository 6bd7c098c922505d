using System.CommandLine;
using System.Globalization;
using Sayso.Cli.Demo;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Web;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso serve</c>: the page of a ledger, for this machine only, until it is stopped.</summary>
internal sealed class ServeCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Sites _sites;
    private readonly Ledgers _ledgers;
    private readonly StoryLedger _story;
    private readonly Option<bool> _demo = new("--demo") { Description = "Show the bundled story instead, from a ledger of its own." };
    private readonly Option<string> _address = new("--address")
    {
        Description = "Where to listen: an address of this machine's loopback, since the page has no users yet.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => "127.0.0.1",
    };

    private readonly Option<int> _port = new("--port") { Description = "The port; 0 for one that is free.", HelpName = "N", DefaultValueFactory = _ => SiteServer.UsualPort };
    private readonly Option<string> _ledger = CommonOptions.Ledger();

    public ServeCommand(Terminal terminal, Sites sites, Ledgers ledgers, StoryLedger story)
        : base("serve", "Serve the page of a ledger to this machine's browser, until Ctrl+C.")
    {
        _terminal = terminal;
        _sites = sites;
        _ledgers = ledgers;
        _story = story;
        _port.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > ushort.MaxValue))
            {
                result.AddError($"‘{token.Value}’ is not a port: a number from 0 to {ushort.MaxValue}.");
            }
        });
        Validators.Add(result =>
        {
            if (result.GetResult(_demo) is { Implicit: false } && result.GetResult(_ledger) is { Implicit: false })
            {
                result.AddError("--demo has a ledger of its own: leave out --ledger.");
            }
        });
        foreach (var option in (Option[])[_demo, _address, _port, _ledger])
        {
            Add(option);
        }

        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var path = arguments.GetValue(_demo) ? Story(cancellationToken) : Path.GetFullPath(arguments.GetRequiredValue(_ledger));

        // Says now, not at the first click, what is wrong with it; and makes an empty one to be filled from the page.
        using (_ledgers.OpenOrCreate(path))
        {
        }

        await using var server = await SiteServer.StartAsync(_sites.Of(path), arguments.GetRequiredValue(_address), arguments.GetValue(_port), cancellationToken);
        _terminal.Say($"The page of {path} is at {server.Address}");
        Hints.Show(_terminal, "Open it in a browser on this machine. Ctrl+C ends it.");
        _terminal.Flush();
        await server.RunAsync(cancellationToken);
        return ExitCode.Done;
    }

    private string Story(CancellationToken cancellationToken)
    {
        if (_story.Present() is { } present)
        {
            return present;
        }

        using var bar = new ProgressBar(_terminal, _ledgers.Time, () => null);
        return _story.Build(null, bar.Show, cancellationToken);
    }
}
