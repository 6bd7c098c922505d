using System.CommandLine;
using Sayso.Cli.Rendering;
using Sayso.Core.Analysis;
using Sayso.Core.Corrections;
using Sayso.Core.Export;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso history [WHAT]</c>: what persons corrected and noted, and how it stands.</summary>
internal sealed class HistoryCommand : Command
{
    private readonly CorrectionTools _tools;
    private readonly Argument<string?> _what = new("WHAT")
    {
        Description = "A claim, statement or document by its id or its beginning, "
        + "or a corrected name; all without it.",
        Arity = ArgumentArity.ZeroOrOne
    };
    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly Option<string> _format = CommonOptions.Format();

    public HistoryCommand(CorrectionTools tools)
        : base("history", "List what was corrected and noted by hand, by whom, when and why, and what of it was undone or overruled.")
    {
        _tools = tools;
        Add(_what);
        Add(_ledger);
        Add(_format);
        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var ledger = _tools.Ledgers.Open(arguments.GetRequiredValue(_ledger));
        var found = new CorrectionHistory(ledger, () => _tools.Claims.Read(ledger, new ClaimQuery(), cancellationToken))
            .Of(arguments.GetValue(_what));
        if (arguments.GetValue(_format) == CommonOptions.Jsonl)
        {
            using var lines = new CorrectionLines();
            foreach (var entry in found)
            {
                _tools.Terminal.WriteBytes(lines.Correction(entry));
            }

            return ExitCode.Done;
        }

        var list = new CorrectionList(_tools.Terminal);
        foreach (var entry in found)
        {
            list.Add(entry);
        }

        if (found.Count == 0)
        {
            Hints.Nothing(_tools.Terminal, "corrections");
        }

        return ExitCode.Done;
    }
}
