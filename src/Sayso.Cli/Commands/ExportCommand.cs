using System.CommandLine;
using Sayso.Cli.Exports;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Analysis;
using Sayso.Core.Export;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso export</c>: all that the ledger shows, in the forms of the field.</summary>
internal sealed class ExportCommand : Command
{
    private const string Brat = "brat";

    private readonly Terminal _terminal;
    private readonly Ledgers _ledgers;
    private readonly ClaimAnalysis _claims;
    private readonly string _version;
    private readonly Option<string> _format = CommonOptions.Format(
        $"{string.Join("; ", Forms.Select(f => $"{f.Name}: {f.Description}"))}; brat: a folder of text and annotation files.",
        [.. Forms.Select(f => f.Name), Brat]);

    private readonly Option<string?> _output = new Option<string?>("--output", "-o")
    {
        Description = "Where to write: a new file, or for brat a new or empty folder. Without it, or with -, standard output.",
        HelpName = "PATH",
    }.IsPath();

    private readonly Option<bool> _force = new("--force") { Description = "Replace the file where there is one; the ledger itself never is." };

    private readonly Option<string> _ledger = CommonOptions.Ledger();

    public ExportCommand(Terminal terminal, Ledgers ledgers, ClaimAnalysis claims, string version)
        : base("export", "Write out all that the ledger shows, in a form of the field.")
    {
        (_terminal, _ledgers, _claims, _version) = (terminal, ledgers, claims, version);
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

    /// <summary>The forms that are one file.</summary>
    public static IReadOnlyList<ExportForm> Forms { get; } = [.. ExportForms.All, ParquetForm.Form];

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        var target = new ExportTarget(arguments.GetValue(_output), arguments.GetRequiredValue(_ledger), arguments.GetValue(_force));
        using var ledger = _ledgers.Open(target.Ledger);
        var source = new ExportSource(ledger, () => _claims.Stream(ledger, cancellationToken), _version);
        if (Forms.FirstOrDefault(f => f.Name == arguments.GetRequiredValue(_format)) is { } form)
        {
            using var file = ExportFile.Open(target, _terminal);
            foreach (var bytes in form.Write(source, cancellationToken))
            {
                file.Write(bytes);
            }

            file.Finish();
        }
        else
        {
            BratFolder.Write(target.Path!, source.Documents(cancellationToken));
        }

        if (!ExportFile.IsStandardOutput(target.Path))
        {
            _terminal.Say($"{target.Path}: {(source.DocumentCount > 0 ? $"{Wording.Count(source.DocumentCount, "document")}, {Wording.Count(source.StatementCount, "statement")}" : "written")}.");
        }

        return ExitCode.Done;
    }
}
