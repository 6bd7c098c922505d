using System.CommandLine;
using System.Text.Json;
using Sayso.Cli.Rendering;
using Sayso.Core.Access;
using Sayso.Core.Errors;
using Sayso.Core.Text;
using Sayso.Web.Access;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso user add|list|scope|remove|password</c>: who may use a served ledger.</summary>
internal sealed class UserCommand : Command
{
    private const string PasswordIsRead = "The password is asked for, or read from standard input; it never stands on a command line.";

    private readonly AccessTools _tools;

    public UserCommand(AccessTools tools)
        : base("user", "Keep the users of a ledger, whom `serve` asks for name and password.")
    {
        _tools = tools;
        Add(Adding());
        Add(Listing());
        Add(SettingScope());
        Add(Removing());
        Add(SettingPassword());
    }

    /// <summary><c>--scope read|write|admin</c>.</summary>
    public static Option<string> Scope(string description, AccessScope usual)
    {
        var option = new Option<string>("--scope")
        {
            Description = description,
            HelpName = string.Join('|', ClosedSet.Names<AccessScope>()),
            DefaultValueFactory = _ => ClosedSet.NameOf(usual),
        };
        option.AcceptOnlyFromAmong([.. ClosedSet.Names<AccessScope>()]);
        return option;
    }

    private static Argument<string> Named() => new("NAME") { Description = "The user's name, as corrections are signed." };

    private Command Adding()
    {
        var (name, ledger) = (Named(), CommonOptions.Ledger());
        var scope = Scope("What the user may do: read; write, that is add and correct too; admin, that is see who did what and keep users too.", AccessScope.Write);
        var command = new Command("add", $"Add a user. {PasswordIsRead}") { name, scope, ledger };
        command.Does((arguments, _) => _tools.Make(arguments.GetRequiredValue(ledger), store =>
        {
            var may = ClosedSet.Parse<AccessScope>(arguments.GetValue(scope))!.Value;
            var wanted = arguments.GetRequiredValue(name);
            var user = _tools.Keeper(store).AddUser(wanted, may, () => _tools.Password(wanted));
            _tools.Terminal.Say($"{user.Name} may {ClosedSet.NameOf(user.Scope)}.");
            Hints.Show(_tools.Terminal, "A page that is served already asks for users from its next start.");
            return ExitCode.Done;
        }));
        return command;
    }

    private Command Listing()
    {
        var (ledger, format) = (CommonOptions.Ledger(), CommonOptions.Format());
        var command = new Command("list", "List the users.") { ledger, format };
        command.Does((arguments, _) => _tools.Use(arguments.GetRequiredValue(ledger), store =>
        {
            foreach (var user in store.Users())
            {
                var line = new UserLine(user.Name, ClosedSet.NameOf(user.Scope), AccessTools.Written(user.Created));
                _tools.Terminal.Out.WriteLine(arguments.GetValue(format) == CommonOptions.Jsonl
                    ? JsonSerializer.Serialize(line, CliJson.Lines.UserLine)
                    : string.Join('\t', line.Name, line.Scope, line.Created));
            }

            return ExitCode.Done;
        }));
        return command;
    }

    private Command SettingScope()
    {
        var (name, ledger) = (Named(), CommonOptions.Ledger());
        var scope = new Argument<string>("SCOPE") { Description = $"What the user may do from now on: {string.Join(", ", ClosedSet.Names<AccessScope>())}." };
        scope.AcceptOnlyFromAmong([.. ClosedSet.Names<AccessScope>()]);
        var command = new Command("scope", "Set what a user may do; a server that runs goes by it from the next request on.") { name, scope, ledger };
        command.Does((arguments, _) => _tools.Use(arguments.GetRequiredValue(ledger), store =>
        {
            var user = _tools.Keeper(store).SetScope(arguments.GetRequiredValue(name), ClosedSet.Parse<AccessScope>(arguments.GetRequiredValue(scope))!.Value);
            _tools.Terminal.Say($"{user.Name} may {ClosedSet.NameOf(user.Scope)}.");
            return ExitCode.Done;
        }));
        return command;
    }

    private Command Removing()
    {
        var (name, ledger) = (Named(), CommonOptions.Ledger());
        var command = new Command("remove", "Remove a user, with tokens and sessions. What the user corrected stays, under the name.") { name, ledger };
        command.Does((arguments, _) => _tools.Use(arguments.GetRequiredValue(ledger), store =>
        {
            var user = _tools.Keeper(store).RemoveUser(arguments.GetRequiredValue(name));
            _tools.Terminal.Say($"{user.Name} is removed, and so are the user's tokens and sessions.");
            return ExitCode.Done;
        }));
        return command;
    }

    private Command SettingPassword()
    {
        var (name, ledger) = (Named(), CommonOptions.Ledger());
        var command = new Command("password", $"Set a user's password and end the user's sessions. {PasswordIsRead}") { name, ledger };
        command.Does((arguments, _) => _tools.Use(arguments.GetRequiredValue(ledger), store =>
        {
            var user = store.FindUser(arguments.GetRequiredValue(name)) ?? throw AccessKeeper.NoUser(arguments.GetRequiredValue(name));
            store.SetPassword(user.Name, Passwords.Hash(user.Name, _tools.Password(user.Name)));
            _tools.Note(store, AuditAction.PasswordChange, user.Name);
            _tools.Terminal.Say($"{user.Name} has another password; the user's sessions are ended.");
            return ExitCode.Done;
        }));
        return command;
    }
}
