using System.CommandLine;
using System.Text.Json;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Ingestion.Fetching;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso purge DOCUMENT --yes</c>: takes a document out of the ledger for good.</summary>
internal sealed class PurgeCommand : Command
{
    private const int FewestDigits = 4;

    private readonly Terminal _terminal;
    private readonly Ledgers _ledgers;
    private readonly Installation _installation;
    private readonly Argument<string> _document = CommonOptions.Document();
    private readonly Option<bool> _yes = new("--yes")
    {
        Description = "Really do it: nothing brings the document back. Without it, the "
        + "command says what would go."
    };
    private readonly Option<string?> _reason = CommonOptions.Words("--reason", "WORDS", "Why; kept in the ledger.");
    private readonly Option<string?> _author = CommonOptions.Words("--author", "NAME", "Who decides; your user name without it.");
    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly Option<string> _format = CommonOptions.Format();

    public PurgeCommand(Terminal terminal, Ledgers ledgers, Installation installation)
        : base("purge", "Erase a document's bytes, text and statements for good; the hash of its bytes stays, so that the ledger can be "
            + "verified.")
    {
        _terminal = terminal;
        _ledgers = ledgers;
        _installation = installation;
        foreach (var symbol in new Option[] { _yes, _reason, _author, _ledger, _format })
        {
            Add(symbol);
        }

        Add(_document);
        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        var path = arguments.GetRequiredValue(_ledger);
        using var ledger = _ledgers.Open(path);
        var wanted = arguments.GetRequiredValue(_document);
        if (wanted.Length is > 0 and < FewestDigits)
        {
            throw new SaysoException(ProblemCodes.AmbiguousId,
                $"“{wanted}” is too little of an id to purge by: give at least {FewestDigits} of its digits.");
        }

        var entry = ledger.GetDocument(wanted);
        var (id, hash) = (entry.Document.Id, entry.Document.RawHash);
        var title = entry.Document.Title is { } words ? $" “{SafeText.Line(words)}”" : string.Empty;
        if (!arguments.GetValue(_yes))
        {
            Complaints.Show(_terminal, new Problem(
                ProblemCodes.Usage, $"{Wording.Short(id)}{title} and its {Wording.Count(entry.StatementCount, "statement")} would be erased for good; nothing was. Add --yes to do it; `sayso retract` only hides."));
            return ExitCode.Usage;
        }

        var changed = ledger.Purge(id, arguments.GetValue(_reason),
            new Provenance(_installation.Version, null, arguments.GetValue(_author) ?? Environment.UserName));
        var answers = ArchivePurge.Remove(ArchiveFolder.Of(path), hash, cancellationToken);
        if (arguments.GetValue(_format) == CommonOptions.Jsonl)
        {
            _terminal.Out.WriteLine(JsonSerializer.Serialize(new ChangedLine(id, Name, changed), CliJson.Lines.ChangedLine));
            return ExitCode.Done;
        }

        var archive = answers > 0 ? $" {Wording.Count(answers, "archived answer")} that held it {(answers == 1 ? "is" : "are")} erased too." : string.Empty;
        _terminal.Say(changed
            ? $"{Wording.Short(id)}{title} is erased; the hash of its bytes, {hash}, is left. Copies of the ledger still have it.{archive}"
            : $"{Wording.Short(id)} was erased already; the file was swept again.{archive}");
        return ExitCode.Done;
    }
}
