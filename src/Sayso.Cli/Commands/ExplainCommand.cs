using System.CommandLine;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Analysis;
using Sayso.Core.Corrections;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso explain ID</c>: one statement's way from bytes to view.</summary>
internal sealed class ExplainCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Ledgers _ledgers;
    private readonly AnalysisPipeline _pipeline;
    private readonly Argument<string> _statement = new("ID") { Description = "A statement's id, or its beginning." };
    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly Option<string> _format = CommonOptions.Format();

    public ExplainCommand(Terminal terminal, Ledgers ledgers, AnalysisPipeline pipeline)
        : base("explain", "Show how a statement was read, step by step, with the value at each.")
    {
        _terminal = terminal;
        _ledgers = ledgers;
        _pipeline = pipeline;
        Add(_statement);
        Add(_ledger);
        Add(_format);
        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var ledger = _ledgers.Open(arguments.GetRequiredValue(_ledger));
        var stored = ledger.GetStatement(arguments.GetRequiredValue(_statement));
        var entry = ledger.GetDocument(stored.Statement.DocumentId);
        Notices.Retracted(_terminal, ledger, entry);
        var corrections = CorrectionBook.Of(ledger).Entries.Where(c => c.Names(stored.Statement.Id) || c.Names(entry.Document.Id));
        var explanation = new Explanation(entry, stored, ledger.Entries(entry.Document.Id),
            _pipeline.Walk(entry.Document, cancellationToken))
        {
            Corrections = [.. corrections],
            Claims = ClaimAnalysis.ReadKept(ledger, cancellationToken),
        };
        foreach (var hop in explanation.Hops())
        {
            WalkView.Show(_terminal, hop, arguments.GetValue(_format) == CommonOptions.Jsonl);
        }

        return ExitCode.Done;
    }
}
