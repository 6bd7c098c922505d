using System.CommandLine;
using Sayso.Cli.Exports;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Ledger;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso export</c>: all that the ledger shows, in the forms of the field.</summary>
internal sealed class ExportCommand : Command
{
    private const string Csv = "csv";
    private const string Brat = "brat";

    private readonly Terminal _terminal;
    private readonly Ledgers _ledgers;
    private readonly Option<string> _format = CommonOptions.Format(
        "jsonl: a document a line with text and statements; csv: a statement a record; brat: a folder of text and annotation files.",
        CommonOptions.Jsonl, Csv, Brat);

    private readonly Option<string?> _output = new Option<string?>("--output", "-o")
    {
        Description = "Where to write: a new file, or for brat a new or empty folder. Without it, or with -, standard output.",
        HelpName = "PATH",
    }.IsPath();

    private readonly Option<bool> _force = new("--force") { Description = "Replace the file where there is one; the ledger itself never is." };

    private readonly Option<string> _ledger = CommonOptions.Ledger();

    public ExportCommand(Terminal terminal, Ledgers ledgers)
        : base("export", "Write out all documents and statements of the ledger.")
    {
        _terminal = terminal;
        _ledgers = ledgers;
        Add(_format);
        Add(_output);
        Add(_force);
        Add(_ledger);
        Validators.Add(result =>
        {
            if (result.GetValue(_format) == Brat && ExportFile.IsStandardOutput(result.GetValue(_output)))
            {
                result.AddError("--format brat needs a folder: add --output PATH.");
            }
        });
        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        var target = new ExportTarget(arguments.GetValue(_output), arguments.GetRequiredValue(_ledger), arguments.GetValue(_force));
        using var ledger = _ledgers.Open(target.Ledger);
        using IExport export = arguments.GetRequiredValue(_format) switch
        {
            Brat => new BratFolder(target.Path!),
            Csv => new CsvExport(ExportFile.Open(target, _terminal)),
            _ => new JsonExport(ExportFile.Open(target, _terminal)),
        };
        var (documents, count) = (0, 0L);
        foreach (var id in ledger.DocumentIds())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entry = ledger.GetDocument(id);
            if (!entry.IsRetracted)
            {
                var statements = ledger.Statements(new StatementQuery { DocumentId = id }).Select(s => s.Statement).ToList();
                export.Write(entry.Document, statements);
                (documents, count) = (documents + 1, count + statements.Count);
            }
        }

        export.Finish();
        if (!ExportFile.IsStandardOutput(target.Path))
        {
            _terminal.Say($"{target.Path}: {Wording.Count(documents, "document")}, {Wording.Count(count, "statement")}.");
        }

        return ExitCode.Done;
    }
}
