using System.CommandLine;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Analysis;
using Sayso.Core.Export;

namespace Sayso.Cli.Commands;

/// <summary>
/// <c>sayso claims</c>: what is claimed, on which side each statement is, and how many independent origins stand behind it.
/// </summary>
internal sealed class ClaimsCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Ledgers _ledgers;
    private readonly ClaimAnalysis _claims;
    private readonly Option<bool> _repeated = new("--repeated") { Description = "Only claims of two statements or more." };
    private readonly Option<string?> _about =
        CommonOptions.Words("--about", "WORDS", "Each of these words stands in what some statement of the claim says.");
    private readonly Option<bool> _disputed = new("--disputed") { Description = "Only claims with an origin for and an origin against." };
    private readonly Option<bool> _alerts = new("--alerts") { Description = "Only claims with circular reporting or a dead end." };
    private readonly Option<NodaTime.LocalDate?> _asOf = CommonOptions.AsOf();
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<int?> _window = CommonOptions.Window();
    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly Option<string> _format = CommonOptions.Format();

    public ClaimsCommand(Terminal terminal, Ledgers ledgers, ClaimAnalysis claims)
        : base("claims", "List what is claimed, across documents and wordings, with its independent origins; what most documents have "
            + "comes first.")
    {
        _terminal = terminal;
        _ledgers = ledgers;
        _claims = claims;
        foreach (var option in (Option[])[_about, _repeated, _disputed, _alerts, _asOf, _limit, _window, _ledger, _format])
        {
            Add(option);
        }

        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var ledger = _ledgers.Open(arguments.GetRequiredValue(_ledger));
        var read = _claims.Read(ledger, new ClaimQuery { AsOf = arguments.GetValue(_asOf), MostStatements = arguments.GetValue(_window) }, cancellationToken);
        Hints.Window(_terminal, read);
        var query = new ClaimListQuery
        {
            About = arguments.GetValue(_about),
            IsRepeated = arguments.GetValue(_repeated),
            IsDisputed = arguments.GetValue(_disputed),
            HasAlert = arguments.GetValue(_alerts),
        };
        var claims = read.Claims
            .Where(query.Holds)
            .Take(arguments.GetValue(_limit) ?? int.MaxValue);
        if (arguments.GetValue(_format) == CommonOptions.Jsonl)
        {
            using var lines = new ClaimLines(read.Documents, read.Corrections);
            foreach (var claim in claims)
            {
                _terminal.WriteBytes(lines.Claim(claim));
            }

            return ExitCode.Done;
        }

        var list = new ClaimList(_terminal);
        foreach (var (claim, origins) in claims.Select(c => (c.Claim, c.Origins)))
        {
            list.Add(claim, origins);
        }

        if (list.Count == 0)
        {
            Hints.Nothing(_terminal, "claims");
        }

        return ExitCode.Done;
    }
}
