using System.CommandLine;
using System.Text.Json;
using NodaTime;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Access;
using Sayso.Core.Errors;
using Sayso.Core.Text;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso token add|list|revoke</c>: what programs show instead of a password.</summary>
internal sealed class TokenCommand : Command
{
    private readonly AccessTools _tools;

    public TokenCommand(AccessTools tools)
        : base("token", "Keep the tokens that programs show to a served ledger: Authorization: Bearer TOKEN.")
    {
        _tools = tools;
        Add(Adding());
        Add(Listing());
        Add(Revoking());
    }

    private static Argument<string> Named() => new("NAME") { Description = "What the token is called, in lists and in the audit." };

    private Command Adding()
    {
        var (name, ledger) = (Named(), CommonOptions.Ledger());
        var user = new Option<string>("--user") { Description = "For whom it acts, and under whose name.", HelpName = "NAME", Required = true };
        var scope = UserCommand.Scope("What may be done with it; never more than its user may.", AccessScope.Read);
        var expires = CommonOptions.Day("--expires", "The last day that it is good (UTC); without it, it is good until it is revoked.");
        var command = new Command("add", "Make a token and print it, this once: only a hash of it is kept.") { name, user, scope, expires, ledger };
        command.Does((arguments, _) => _tools.Use(arguments.GetRequiredValue(ledger), store =>
        {
            var may = ClosedSet.Parse<AccessScope>(arguments.GetValue(scope))!.Value;
            var (token, secret) = _tools.Keeper(store).AddToken(arguments.GetRequiredValue(name), arguments.GetRequiredValue(user), may, arguments.GetValue(expires));
            _tools.Terminal.Out.WriteLine(secret);
            _tools.Terminal.Flush();
            var end = arguments.GetValue(expires) is { } last ? $"to the end of {last:uuuu-MM-dd} (UTC)" : "until it is revoked";
            _tools.Terminal.Error.WriteLine($"Keep it now: it is not shown again. It acts for {token.User}, may {ClosedSet.NameOf(token.Scope)}, and is good {end}.");
            return ExitCode.Done;
        }));
        return command;
    }

    private Command Listing()
    {
        var (ledger, format) = (CommonOptions.Ledger(), CommonOptions.Format());
        var command = new Command("list", "List the tokens by name, those that are good no more too; none of them can be shown.") { ledger, format };
        command.Does((arguments, _) => _tools.Use(arguments.GetRequiredValue(ledger), store =>
        {
            foreach (var token in store.Tokens())
            {
                var line = LineOf(token, _tools.Now);
                _tools.Terminal.Out.WriteLine(arguments.GetValue(format) == CommonOptions.Jsonl
                    ? JsonSerializer.Serialize(line, CliJson.Lines.TokenLine)
                    : string.Join('\t', line.Name, line.User, line.Scope, line.State, line.Created, line.Expires ?? "never", line.Used ?? "never used"));
            }

            return ExitCode.Done;
        }));
        return command;
    }

    private Command Revoking()
    {
        var (name, ledger) = (Named(), CommonOptions.Ledger());
        var command = new Command("revoke", "Revoke a token: a server that runs takes it no more from now on.") { name, ledger };
        command.Does((arguments, _) => _tools.Use(arguments.GetRequiredValue(ledger), store =>
        {
            var wanted = arguments.GetRequiredValue(name);
            _tools.Keeper(store).RevokeToken(wanted);
            _tools.Terminal.Say($"{wanted} is revoked.");
            return ExitCode.Done;
        }));
        return command;
    }

    private static TokenLine LineOf(AccessToken token, Instant now) => new(
        token.Name,
        token.User,
        ClosedSet.NameOf(token.Scope),
        ClosedSet.NameOf(token.StateAt(now)),
        AccessTools.Written(token.Created),
        AccessTools.Written(token.Expires),
        AccessTools.Written(token.Used));
}
