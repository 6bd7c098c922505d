using System.CommandLine;
using NodaTime;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Analysis;
using Sayso.Core.Attitudes;
using Sayso.Core.Export;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso statements</c>: who said what, filtered.</summary>
internal sealed class StatementsCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Ledgers _ledgers;
    private readonly ClaimAnalysis _claims;
    private readonly Option<string?> _who = CommonOptions.Words("--who", "NAME", "Whose word: an entity in the chain of sources, under any of its names, or the words of a name.");
    private readonly Option<string?> _stance = CommonOptions.Words("--stance", "STANCE", $"What the speaker does with it: {string.Join(", ", ClosedSet.Names<Stance>())}.");
    private readonly Option<string?> _about = CommonOptions.Words("--about", "WORDS", "Words in what is said; a phrase in double quotes.");
    private readonly Option<string?> _text = CommonOptions.Words("--text", "WORDS", "Words anywhere in source, cue or what is said; a phrase in double quotes.");
    private readonly Option<DayRange?> _said = CommonOptions.Days("--said", "Said then, as the text says.");
    private readonly Option<DayRange?> _event = CommonOptions.Days("--event", "About what was, or will be, then.");
    private readonly Option<double?> _confidence = CommonOptions.Probability("--confidence", "The network is at least so sure of its words, from 0 to 1.");
    private readonly PublicationOptions _published = new();
    private readonly Option<LocalDate?> _asOf = CommonOptions.AsOf();
    private readonly Option<string?> _document = CommonOptions.Words("--document", "ID", "In this document only: its id, or its beginning.");
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly Option<string> _format = CommonOptions.Format();

    public StatementsCommand(Terminal terminal, Ledgers ledgers, ClaimAnalysis claims)
        : base("statements", "List who said what, by publication time, document and place in the text.")
    {
        _terminal = terminal;
        _ledgers = ledgers;
        _claims = claims;
        _stance.AcceptOnlyFromAmong([.. ClosedSet.Names<Stance>()]);
        foreach (var option in (Option[])[_who, _stance, _about, _text, _said, _event, _confidence, .. _published.All, _asOf, _document, _limit, _ledger, _format])
        {
            Add(option);
        }

        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var ledger = _ledgers.Open(arguments.GetRequiredValue(_ledger));
        var (since, until, outlet) = _published.Of(arguments);
        var statements = ledger.Statements(new StatementQuery
        {
            Who = arguments.GetValue(_who),
            Stance = ClosedSet.Parse<Stance>(arguments.GetValue(_stance)),
            About = arguments.GetValue(_about),
            Text = arguments.GetValue(_text),
            SaidIn = arguments.GetValue(_said),
            EventIn = arguments.GetValue(_event),
            Confidence = arguments.GetValue(_confidence),
            Since = since,
            Until = until,
            Outlet = outlet,
            AsOf = arguments.GetValue(_asOf),
            DocumentId = arguments.GetValue(_document) is { } id ? ledger.GetDocument(id).Document.Id : null,
            Limit = arguments.GetValue(_limit),
        });
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
