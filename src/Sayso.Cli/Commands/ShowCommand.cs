using System.CommandLine;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Errors;
using Sayso.Core.Export;
using Sayso.Core.Ledger;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso show DOCUMENT</c>: the text with its statements marked.</summary>
internal sealed class ShowCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Ledgers _ledgers;
    private readonly Argument<string> _document = CommonOptions.Document();
    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly Option<string> _format = CommonOptions.Format();

    public ShowCommand(Terminal terminal, Ledgers ledgers)
        : base("show", "Show a document's text with its sources, cues and contents marked.")
    {
        _terminal = terminal;
        _ledgers = ledgers;
        Add(_document);
        Add(_ledger);
        Add(_format);
        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var ledger = _ledgers.Open(arguments.GetRequiredValue(_ledger));
        var entry = ledger.GetDocument(arguments.GetRequiredValue(_document));
        if (entry.IsPurged)
        {
            throw new SaysoException(ProblemCodes.Purged,
                $"The document {entry.Document.Id} was purged: nothing of it is left but the hash of its bytes, {entry.Document.RawHash}.");
        }

        Notices.Retracted(_terminal, ledger, entry);
        var statements = ledger.Statements(new StatementQuery { DocumentId = entry.Document.Id }).Select(s => s.Statement).ToList();
        if (arguments.GetValue(_format) == CommonOptions.Jsonl)
        {
            using var lines = new JsonLines();
            _terminal.WriteBytes(lines.Document(entry.Document, statements));
            return ExitCode.Done;
        }

        DocumentHeader.Show(_terminal, entry);
        ArticleView.Show(_terminal, entry.Document, statements);
        InconsistencyView.Show(_terminal, entry.Document, statements);
        return ExitCode.Done;
    }
}
