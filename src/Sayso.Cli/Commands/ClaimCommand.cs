using System.CommandLine;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Analysis;
using Sayso.Core.Export;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso claim ID</c>: one claim, its statements by origin, and what proves that they are one.</summary>
internal sealed class ClaimCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Ledgers _ledgers;
    private readonly ClaimAnalysis _claims;
    private readonly Argument<string> _claim = new("ID") { Description = "A claim's id, or its beginning." };
    private readonly Option<int?> _window = CommonOptions.Window();
    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly Option<string> _format = CommonOptions.Format();

    public ClaimCommand(Terminal terminal, Ledgers ledgers, ClaimAnalysis claims, IEnumerable<Command> corrections)
        : base("claim", "Show a claim: its statements by independent origin, with what proves them one side by side. Or correct which "
            + "statements are of it.")
    {
        _terminal = terminal;
        _ledgers = ledgers;
        _claims = claims;
        Add(_claim);
        Add(_window);
        Add(_ledger);
        Add(_format);
        foreach (var correction in corrections)
        {
            Add(correction);
        }

        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var ledger = _ledgers.Open(arguments.GetRequiredValue(_ledger));
        var read = _claims.Read(ledger, new ClaimQuery { MostStatements = arguments.GetValue(_window) }, cancellationToken);
        Hints.Window(_terminal, read);
        var found = read.Find(arguments.GetRequiredValue(_claim));
        if (arguments.GetValue(_format) == CommonOptions.Jsonl)
        {
            using var lines = new ClaimLines(read.Documents, read.Corrections);
            _terminal.WriteBytes(lines.Claim(found));
            return ExitCode.Done;
        }

        new ClaimView(_terminal, read).Show(found);
        return ExitCode.Done;
    }
}
