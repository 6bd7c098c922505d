using System.CommandLine;
using NodaTime;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Changes;
using Sayso.Core.Export;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso changes</c>: what was edited on a page that was read again.</summary>
internal sealed class ChangesCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Ledgers _ledgers;
    private readonly Option<string?> _url = CommonOptions.Words("--url", "URL", "Of pages whose address holds this.");
    private readonly Option<LocalDate?> _asOf = CommonOptions.AsOf();
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly Option<string> _format = CommonOptions.Format();

    public ChangesCommand(Terminal terminal, Ledgers ledgers)
        : base("changes", "List what changed on pages that were read again: statements that came, went, or have another source, stance "
            + "or figure.")
    {
        (_terminal, _ledgers) = (terminal, ledgers);
        foreach (var option in (Option[])[_url, _asOf, _limit, _ledger, _format])
        {
            Add(option);
        }

        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var ledger = _ledgers.Open(arguments.GetRequiredValue(_ledger));
        var pages = PageVersions.Of(ledger, arguments.GetValue(_asOf), cancellationToken);
        var changes = ChangeFinder.Of(pages)
            .Where(new ChangeQuery { Url = arguments.GetValue(_url) }.Holds)
            .Take(arguments.GetValue(_limit) ?? int.MaxValue).ToList();
        var documents = pages.ToDictionary(p => p.Document.Id, p => p.Document, StringComparer.Ordinal);
        if (arguments.GetValue(_format) == CommonOptions.Jsonl)
        {
            using var lines = new ViewLines(documents);
            changes.ForEach(c => _terminal.WriteBytes(lines.Change(c)));
            return ExitCode.Done;
        }

        var list = new ChangeList(_terminal, documents);
        changes.ForEach(list.Add);
        if (changes.Count == 0)
        {
            Hints.Nothing(_terminal, "changes");
        }

        return ExitCode.Done;
    }
}
