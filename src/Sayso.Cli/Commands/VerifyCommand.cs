using System.CommandLine;
using System.Text.Json;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Errors;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso verify</c>: recomputes every hash of the ledger.</summary>
internal sealed class VerifyCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Ledgers _ledgers;
    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly Option<string> _format = CommonOptions.Format();

    public VerifyCommand(Terminal terminal, Ledgers ledgers)
        : base("verify", "Recompute every hash of the ledger and say whether anything was changed.")
    {
        _terminal = terminal;
        _ledgers = ledgers;
        Add(_ledger);
        Add(_format);
        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        var path = arguments.GetRequiredValue(_ledger);
        using var ledger = _ledgers.Open(path);
        var report = ledger.Verify(cancellationToken);
        var isSound = report.Faults.Count == 0;
        if (arguments.GetValue(_format) == CommonOptions.Jsonl)
        {
            var line = new VerifyLine(isSound, report.Entries, report.Head, report.Faults, report.Purged);
            _terminal.Out.WriteLine(JsonSerializer.Serialize(line, CliJson.Lines.VerifyLine));
        }
        else if (isSound)
        {
            var counts = ledger.Count();
            var entries = report.Entries == 1 ? "1 entry" : Wording.Count(report.Entries, "entrie");
            _terminal.Say($"{path} is sound: {entries}, {Wording.Count(counts.Documents, "document")}, {Wording.Count(counts.Statements, "statement")}.");
            _terminal.Say($"Its head is {report.Head}. Write that down, and no one can rewrite what came before it unseen.");
        }

        if (arguments.GetValue(_format) != CommonOptions.Jsonl)
        {
            foreach (var id in report.Purged)
            {
                _terminal.Say($"{Wording.Short(id)} was purged: only the hash of its bytes is left.");
            }
        }

        foreach (var fault in report.Faults)
        {
            Complaints.Show(_terminal, new Problem(ProblemCodes.LedgerDamaged, fault), path);
        }

        return isSound ? ExitCode.Done : ExitCode.Failed;
    }
}
