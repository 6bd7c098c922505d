using System.CommandLine;
using System.Text.Json;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Access;
using Sayso.Core.Text;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso audit</c>: who did what with a served ledger.</summary>
internal sealed class AuditCommand : Command
{
    private readonly AccessTools _tools;
    private readonly Option<string?> _user = CommonOptions.Words("--user", "NAME", "Only what this user did.");
    private readonly Option<string?> _action =
        CommonOptions.Words("--action", "ACTION", $"Only this: {string.Join(", ", ClosedSet.Names<AuditAction>())}.");
    private readonly Option<NodaTime.LocalDate?> _since = CommonOptions.Day("--since", "On this day (UTC) or later.");
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly Option<string> _format = CommonOptions.Format();

    public AuditCommand(AccessTools tools)
        : base("audit", "List who did what with a served ledger, the newest first: signing in, refusals, users and tokens, additions, corrections.")
    {
        _tools = tools;
        _action.AcceptOnlyFromAmong([.. ClosedSet.Names<AuditAction>()]);
        foreach (var option in (Option[])[_user, _action, _since, _limit, _ledger, _format])
        {
            Add(option);
        }

        this.Does((arguments, _) => Run(arguments));
    }

    private int Run(ParseResult arguments)
    {
        var query = new AuditQuery
        {
            User = arguments.GetValue(_user),
            Action = ClosedSet.Parse<AuditAction>(arguments.GetValue(_action)),
            Since = arguments.GetValue(_since)?.AtMidnight().InUtc().ToInstant(),
            Limit = arguments.GetValue(_limit) ?? int.MaxValue,
        };
        var found = _tools.Use(arguments.GetRequiredValue(_ledger), store => store.Audit(query));
        foreach (var entry in found)
        {
            var line = new AuditLine(
                entry.Sequence, AccessTools.Written(entry.At), entry.User, ClosedSet.NameOf(entry.Action), entry.Detail, entry.From, entry.Count);
            _tools.Terminal.Out.WriteLine(arguments.GetValue(_format) == CommonOptions.Jsonl
                ? JsonSerializer.Serialize(line, CliJson.Lines.AuditLine)
                : string.Join('\t', Fields(line)));
        }

        if (found.Count == 0)
        {
            Hints.Nothing(_tools.Terminal, "entries");
        }

        return ExitCode.Done;
    }

    private static string[] Fields(AuditLine line) =>
    [
        line.At, line.User ?? "unknown", line.Count > 1 ? $"{line.Action} ×{line.Count}" : line.Action,
        SafeText.Line(line.Detail ?? string.Empty), line.From ?? "unknown",
    ];
}
