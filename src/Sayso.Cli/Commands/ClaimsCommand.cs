using System.CommandLine;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Export;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso claims</c>: what is claimed in several statements, and on which side each is.</summary>
internal sealed class ClaimsCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Ledgers _ledgers;
    private readonly ClaimReading _claims;
    private readonly Option<bool> _repeated = new("--repeated") { Description = "Only claims of two statements or more." };
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly Option<string> _format = CommonOptions.Format();

    public ClaimsCommand(Terminal terminal, Ledgers ledgers, ClaimReading claims)
        : base("claims", "List what is claimed, across documents and wordings; what most documents have comes first.")
    {
        _terminal = terminal;
        _ledgers = ledgers;
        _claims = claims;
        foreach (var option in (Option[])[_repeated, _limit, _ledger, _format])
        {
            Add(option);
        }

        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var ledger = _ledgers.Open(arguments.GetRequiredValue(_ledger));
        var claims = _claims.Of(ledger, cancellationToken)
            .Where(c => !arguments.GetValue(_repeated) || c.Statements.Count > 1)
            .Take(arguments.GetValue(_limit) ?? int.MaxValue);
        if (arguments.GetValue(_format) == CommonOptions.Jsonl)
        {
            using var lines = new ClaimLines();
            foreach (var claim in claims)
            {
                _terminal.WriteBytes(lines.Claim(claim));
            }

            return ExitCode.Done;
        }

        var list = new ClaimList(_terminal);
        foreach (var claim in claims)
        {
            list.Add(claim);
        }

        if (list.Count == 0)
        {
            Hints.Nothing(_terminal, "claims");
        }

        return ExitCode.Done;
    }
}
