using System.CommandLine;
using NodaTime;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Analysis;
using Sayso.Core.Export;
using Sayso.Core.Ledger;
using Sayso.Core.Text;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso statements</c>: who said what, filtered.</summary>
internal sealed class StatementsCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Ledgers _ledgers;
    private readonly ClaimAnalysis _claims;
    private readonly StatementFilters _filters = new();
    private readonly Option<LocalDate?> _asOf = CommonOptions.AsOf();
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly Option<string> _format = CommonOptions.Format();

    public StatementsCommand(Terminal terminal, Ledgers ledgers, ClaimAnalysis claims)
        : base("statements", "List who said what, by publication time, document and place in the text.")
    {
        _terminal = terminal;
        _ledgers = ledgers;
        _claims = claims;
        foreach (var option in (Option[])[.. _filters.All, _asOf, _limit, _ledger, _format])
        {
            Add(option);
        }

        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var ledger = _ledgers.Open(arguments.GetRequiredValue(_ledger));
        var statements = ledger.Statements(_filters.Query(arguments, ledger) with { AsOf = arguments.GetValue(_asOf), Limit = arguments.GetValue(_limit) });
        if (arguments.GetValue(_format) == CommonOptions.Jsonl)
        {
            WriteLines(ledger, statements, cancellationToken);
            return ExitCode.Done;
        }

        var list = new StatementList(_terminal);
        foreach (var entry in statements)
        {
            cancellationToken.ThrowIfCancellationRequested();
            list.Add(StatementRow.Of(entry));
        }

        if (list.Count == 0)
        {
            Hints.Nothing(_terminal, "statements");
        }

        return ExitCode.Done;
    }

    private void WriteLines(ILedger ledger, IEnumerable<LedgerStatement> statements, CancellationToken cancellationToken)
    {
        using var lines = new JsonLines();
        var claimOf = _claims.ClaimIds(ledger, cancellationToken);
        var (document, text, map) = (string.Empty, string.Empty, new CodePointMap(string.Empty));
        foreach (var entry in statements)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entry.Statement.DocumentId != document)
            {
                // Statements come document by document, so each text is fetched once.
                document = entry.Statement.DocumentId;
                text = ledger.GetDocument(document).Document.Text;
                map = new CodePointMap(text);
            }

            _terminal.WriteBytes(lines.Statement(entry, text, map, claimOf(entry.Statement.Id)));
        }
    }
}
