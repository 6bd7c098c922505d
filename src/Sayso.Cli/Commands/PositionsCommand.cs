using System.CommandLine;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Export;
using Sayso.Core.Positions;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso positions</c>: what actors did with claims over time, and where they moved.</summary>
internal sealed class PositionsCommand : Command
{
    private readonly Terminal _terminal;
    private readonly ViewOptions _options;
    private readonly Option<string?> _who =
        CommonOptions.Words("--who", "NAME", "The actor, or who spoke for it, has this name or part of it.");
    private readonly Option<string?> _about = CommonOptions.Words("--about", "WORDS", "The claim's words hold this.");
    private readonly Option<string?> _claim = CommonOptions.Words("--claim", "ID", "On this claim only: its id, or its beginning.");
    private readonly Option<bool> _moved = new("--moved") { Description = "Only those that moved." };
    private readonly Option<bool> _all = new("--all") { Description = "Those of one statement too." };

    public PositionsCommand(Terminal terminal, ViewOptions options)
        : base("positions", "List what actors did with claims over time: denied, declined, did not deny, confirmed. Those that moved "
            + "come first.")
    {
        (_terminal, _options) = (terminal, options);
        foreach (var option in (Option[])[_who, _about, _claim, _moved, _all, .. options.All])
        {
            Add(option);
        }

        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (views, documents) = _options.Read(arguments, cancellationToken);
        var query = new PositionQuery
        {
            Who = arguments.GetValue(_who),
            About = arguments.GetValue(_about),
            ClaimId = arguments.GetValue(_claim) is { } id ? views.Ledger.Find(id).Claim.Id : null,
            Documents = documents,
            HasMoved = arguments.GetValue(_moved),
            IsRepeated = !arguments.GetValue(_all),
        };
        var positions = views.Positions.Where(query.Holds).Take(_options.Limit(arguments)).ToList();
        if (_options.IsForPrograms(arguments))
        {
            using var lines = new ViewLines(views.Ledger.Documents);
            positions.ForEach(p => _terminal.WriteBytes(lines.Position(p)));
            return ExitCode.Done;
        }

        var list = new PositionList(_terminal, views);
        positions.ForEach(list.Add);
        if (positions.Count == 0)
        {
            Hints.Nothing(_terminal, "positions");
        }

        return ExitCode.Done;
    }
}
