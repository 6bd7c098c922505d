using System.CommandLine;
using System.Globalization;
using Sayso.Cli.Demo;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Errors;
using Sayso.Storage.Access;
using Sayso.Web;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso serve</c>: the page of a ledger, for this machine or for its users, until it is stopped.</summary>
internal sealed class ServeCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Sites _sites;
    private readonly Ledgers _ledgers;
    private readonly StoryLedger _story;
    private readonly Option<bool> _demo = new("--demo") { Description = "Show the bundled story instead, from a ledger of its own." };
    private readonly Option<string> _address = new("--address")
    {
        Description = "Where to listen: this machine only, or, where the ledger has users, another of its addresses, 0.0.0.0 for all.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => "127.0.0.1",
    };

    private readonly Option<int> _port = new("--port") { Description = "The port; 0 for one that is free.", HelpName = "N", DefaultValueFactory = _ => SiteServer.UsualPort };
    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly SharingOptions _sharing = new();

    public ServeCommand(Terminal terminal, Sites sites, Ledgers ledgers, StoryLedger story)
        : base("serve", "Serve the page of a ledger to this machine's browser, or to its users (docs/sharing.md), until Ctrl+C.")
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

        _sharing.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var path = arguments.GetValue(_demo) ? Story(cancellationToken) : Path.GetFullPath(arguments.GetRequiredValue(_ledger));

        // Says now, not at the first click, what is wrong with it; and makes an empty one to be filled from the page.
        using (_ledgers.OpenOrCreate(path))
        {
        }

        using var access = SqliteAccess.Open(path);
        var options = _sharing.Of(arguments) with { Address = arguments.GetRequiredValue(_address), Port = arguments.GetValue(_port), Access = access };
        await using var server = await SiteServer.StartAsync(_sites.Of(path), options, cancellationToken);
        if (options.IsPlain)
        {
            Complaints.Show(_terminal, new Problem(
                ProblemCodes.PlainHttp, "Passwords, tokens and all that is read go over the network as they are: whoever is on the way can read them. Give --certificate, or let a proxy with TLS hand on to 127.0.0.1 (docs/sharing.md)."));
        }

        _terminal.Say($"The page of {path} is at {server.Address}{(server.AsksForUsers ? ", for its users" : "")}");
        Hints.Show(_terminal, options.IsForOthers ? "Ctrl+C ends it." : "Open it in a browser on this machine. Ctrl+C ends it.");
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
