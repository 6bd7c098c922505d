using System.CommandLine;
using System.Text;
using NodaTime;
using Sayso.Cli.Exports;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Terminals;
using Sayso.Core.Analysis;
using Sayso.Core.Dossiers;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso dossier CLAIM</c>: all that is known of a claim, as one file to hand on.</summary>
internal sealed class DossierCommand : Command
{
    private const string Html = "html";
    private const string Markdown = "markdown";

    private readonly Terminal _terminal;
    private readonly Ledgers _ledgers;
    private readonly ClaimAnalysis _claims;
    private readonly string _version;
    private readonly Argument<string> _claim = new("CLAIM") { Description = "A claim's id, or its beginning." };
    private readonly Option<string> _format = CommonOptions.Format("html: one file for a browser and for paper, nothing outside it needed; markdown: one text file.", Html, Markdown);

    private readonly Option<string?> _output = new Option<string?>("--output", "-o")
    {
        Description = "Where to write: a new file. Without it, or with -, standard output.",
        HelpName = "PATH",
    }.IsPath();

    private readonly Option<bool> _force = new("--force") { Description = "Replace the file where there is one; the ledger itself never is." };
    private readonly Option<LocalDate?> _asOf = CommonOptions.AsOf();
    private readonly Option<int?> _window = CommonOptions.Window();
    private readonly Option<string> _ledger = CommonOptions.Ledger();

    public DossierCommand(Terminal terminal, Ledgers ledgers, ClaimAnalysis claims, string version)
        : base("dossier", "Write all that is known of a claim as one file to hand on: origins with proof, quotations in full, grade, and how it was computed.")
    {
        (_terminal, _ledgers, _claims, _version) = (terminal, ledgers, claims, version);
        Add(_claim);
        foreach (var option in (Option[])[_format, _output, _force, _asOf, _window, _ledger])
        {
            Add(option);
        }

        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        var target = new ExportTarget(arguments.GetValue(_output), arguments.GetRequiredValue(_ledger), arguments.GetValue(_force));
        using var ledger = _ledgers.Open(target.Ledger);
        var asOf = arguments.GetValue(_asOf);
        var claims = _claims.Read(ledger, new ClaimQuery { AsOf = asOf, MostStatements = arguments.GetValue(_window) }, cancellationToken);
        Hints.Window(_terminal, claims);
        var dossier = new DossierBuilder(ledger, claims, _version).Of(arguments.GetRequiredValue(_claim), asOf);
        using var file = ExportFile.Open(target, _terminal);
        file.Write(Encoding.UTF8.GetBytes(arguments.GetRequiredValue(_format) == Html ? HtmlDossier.Of(dossier) : MarkdownDossier.Of(dossier)));
        file.Finish();
        return ExitCode.Done;
    }
}
