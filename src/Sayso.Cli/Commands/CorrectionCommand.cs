using System.CommandLine;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Analysis;
using Sayso.Core.Corrections;
using Sayso.Core.Export;
using Sayso.Core.Ledger;

namespace Sayso.Cli.Commands;

/// <summary>What every command that corrects needs.</summary>
/// <param name="Terminal">Where it prints.</param>
/// <param name="Ledgers">Opens the ledger.</param>
/// <param name="Claims">Reckons claims.</param>
/// <param name="Version">The program's version.</param>
internal sealed record CorrectionTools(Terminal Terminal, Ledgers Ledgers, ClaimAnalysis Claims, string Version);

/// <summary>Makes the correction that a command line asks for.</summary>
internal delegate LedgerEntry Correcting(CorrectionDesk desk, ParseResult arguments, Signature by);

/// <summary>A command that corrects by hand: one entry of the ledger, with author, time and reason.</summary>
internal sealed class CorrectionCommand : Command
{
    private readonly CorrectionTools _tools;
    private readonly Correcting _correct;
    private readonly Option<string?> _reason;
    private readonly Option<string?> _author = CommonOptions.Words("--author", "NAME", "Who decides; your user name without it.");
    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly Option<string> _format = CommonOptions.Format();

    /// <summary>Makes the command.</summary>
    /// <param name="words">Its name, what it does, and what its reason is for.</param>
    /// <param name="tools">What it needs.</param>
    /// <param name="symbols">Its own arguments and options.</param>
    /// <param name="correct">Makes the correction.</param>
    public CorrectionCommand((string Name, string Description, string Reason) words, CorrectionTools tools, IReadOnlyList<Symbol> symbols,
        Correcting correct)
        : base(words.Name, words.Description)
    {
        (_tools, _correct) = (tools, correct);
        _reason = CommonOptions.Words("--reason", "WORDS", words.Reason);
        foreach (var argument in symbols.OfType<Argument>())
        {
            Add(argument);
        }

        foreach (var option in symbols.OfType<Option>().Concat([_reason, _author, _ledger, _format]))
        {
            Add(option);
        }

        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var ledger = _tools.Ledgers.Open(arguments.GetRequiredValue(_ledger));
        var desk = new CorrectionDesk(ledger, () => new LedgerViews(_tools.Claims.Read(ledger, new ClaimQuery(), cancellationToken)),
            _tools.Version);
        var made = _correct(desk, arguments,
            new Signature(arguments.GetValue(_author) ?? Environment.UserName, arguments.GetValue(_reason)));
        var book = CorrectionBook.Of(ledger);
        var entry = book.Entry(made.Sequence)!;
        if (arguments.GetValue(_format) == CommonOptions.Jsonl)
        {
            using var lines = new CorrectionLines();
            _tools.Terminal.WriteBytes(lines.Correction(entry));
            return ExitCode.Done;
        }

        new CorrectionList(_tools.Terminal).Add(entry);
        var changed = entry.Correction.Undoes is { } undoes ? book.Entry(undoes)!.Correction : entry.Correction;
        if (changed.IsOfStatements && !changed.IsNote)
        {
            // What came of it, which the next command would reckon anyway.
            var claims = _tools.Claims.Read(ledger, new ClaimQuery(), cancellationToken);
            var list = new ClaimList(_tools.Terminal);
            foreach (var claim in changed.Sets.SelectMany(s => s).Select(claims.Of).OfType<LedgerClaim>().DistinctBy(c => c.Claim.Id))
            {
                list.Add(claim.Claim, claim.Origins);
            }
        }

        Hints.Show(_tools.Terminal, $"sayso undo {entry.Sequence} takes it back.");
        return ExitCode.Done;
    }
}
