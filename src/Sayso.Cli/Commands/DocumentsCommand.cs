using System.CommandLine;
using NodaTime;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Export;
using Sayso.Core.Ledger;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso documents</c>: what the ledger has read.</summary>
internal sealed class DocumentsCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Ledgers _ledgers;
    private readonly PublicationOptions _published = new();
    private readonly Option<LocalDate?> _asOf = CommonOptions.AsOf();
    private readonly Option<string?> _text = CommonOptions.Words("--text", "WORDS", "Words in title or text; a phrase in double quotes.");
    private readonly Option<bool> _all = new("--all") { Description = "Retracted ones too." };
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly Option<string> _format = CommonOptions.Format();

    public DocumentsCommand(Terminal terminal, Ledgers ledgers)
        : base("documents", "List the documents of the ledger, the newest first.")
    {
        _terminal = terminal;
        _ledgers = ledgers;
        foreach (var option in (Option[])[.. _published.All, _asOf, _text, _all, _limit, _ledger, _format])
        {
            Add(option);
        }

        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var ledger = _ledgers.Open(arguments.GetRequiredValue(_ledger));
        var (since, until, outlet) = _published.Of(arguments);
        var documents = ledger.Documents(new DocumentQuery
        {
            Since = since,
            Until = until,
            Outlet = outlet,
            AsOf = arguments.GetValue(_asOf),
            Text = arguments.GetValue(_text),
            IncludeRetracted = arguments.GetValue(_all),
            Limit = arguments.GetValue(_limit),
        });
        if (arguments.GetValue(_format) == CommonOptions.Jsonl)
        {
            using var lines = new JsonLines();
            foreach (var entry in documents)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _terminal.WriteBytes(lines.Document(entry));
            }

            return ExitCode.Done;
        }

        var list = new DocumentList(_terminal);
        foreach (var entry in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            list.Add(entry);
        }

        if (list.Count == 0)
        {
            Hints.Nothing(_terminal, "documents");
        }

        return ExitCode.Done;
    }
}
