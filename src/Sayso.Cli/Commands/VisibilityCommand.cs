using System.CommandLine;
using System.Text.Json;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso retract DOCUMENT</c> and <c>sayso restore DOCUMENT</c>, each the other's undoing.</summary>
internal sealed class VisibilityCommand : Command
{
    private const int FewestDigits = 4;

    private readonly Terminal _terminal;
    private readonly Ledgers _ledgers;
    private readonly Installation _installation;
    private readonly bool _hides;
    private readonly Argument<string> _document = CommonOptions.Document();
    private readonly Option<string?> _reason = CommonOptions.Words("--reason", "WORDS", "Why; kept in the ledger.");
    private readonly Option<string?> _author = CommonOptions.Words("--author", "NAME", "Who decides; your user name without it.");
    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly Option<string> _format = CommonOptions.Format();

    private VisibilityCommand((string Name, string Description, bool Hides) kind, Terminal terminal, Ledgers ledgers,
        Installation installation)
        : base(kind.Name, kind.Description)
    {
        _terminal = terminal;
        _ledgers = ledgers;
        _installation = installation;
        _hides = kind.Hides;
        Add(_document);
        foreach (var option in new Option[] { _reason, _author, _ledger, _format })
        {
            Add(option);
        }

        this.Does(Run);
    }

    /// <summary>The command that hides.</summary>
    public static VisibilityCommand Retract(Terminal terminal, Ledgers ledgers, Installation installation) =>
        new(("retract", "Hide a document and its statements everywhere; nothing is deleted.", true), terminal, ledgers, installation);

    /// <summary>The command that shows again.</summary>
    public static VisibilityCommand Restore(Terminal terminal, Ledgers ledgers, Installation installation) =>
        new(("restore", "Show a retracted document again.", false), terminal, ledgers, installation);

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var ledger = _ledgers.Open(arguments.GetRequiredValue(_ledger));
        var wanted = arguments.GetRequiredValue(_document);
        if (wanted.Length is > 0 and < FewestDigits)
        {
            // In a small ledger one digit has a single answer, which a slip of the hand can hit.
            throw new SaysoException(ProblemCodes.AmbiguousId,
                $"“{wanted}” is too little of an id to {Name} by: give at least {FewestDigits} of its digits.");
        }

        var entry = ledger.GetDocument(wanted);
        var provenance = new Provenance(_installation.Version, null, arguments.GetValue(_author) ?? Environment.UserName);
        var reason = arguments.GetValue(_reason);
        var id = entry.Document.Id;
        var changed = _hides ? ledger.Retract(id, reason, provenance) : ledger.Restore(id, reason, provenance);
        if (arguments.GetValue(_format) == CommonOptions.Jsonl)
        {
            _terminal.Out.WriteLine(JsonSerializer.Serialize(new ChangedLine(id, Name, changed), CliJson.Lines.ChangedLine));
            return ExitCode.Done;
        }

        var title = entry.Document.Title is { } words ? $" “{SafeText.Line(words)}”" : string.Empty;
        _terminal.Say((_hides, changed) switch
        {
            (true, true) => $"{Wording.Short(id)}{title} and its {Wording.Count(entry.StatementCount, "statement")} are hidden.",
            (true, false) => $"{Wording.Short(id)}{title} was hidden already; nothing changed.",
            (false, true) => $"{Wording.Short(id)}{title} is shown again.",
            (false, false) => $"{Wording.Short(id)}{title} was not hidden; nothing changed.",
        });
        if (_hides && changed)
        {
            Hints.Show(_terminal, $"sayso restore {Wording.Short(id)} takes it back.");
        }

        return ExitCode.Done;
    }
}
