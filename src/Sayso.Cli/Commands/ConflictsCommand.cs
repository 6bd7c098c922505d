using System.CommandLine;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Conflicts;
using Sayso.Core.Export;
using Sayso.Core.Text;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso conflicts</c>: what cannot hold together, across documents and within one.</summary>
internal sealed class ConflictsCommand : Command
{
    private readonly Terminal _terminal;
    private readonly ViewOptions _options;
    private readonly Option<string?> _kind =
        CommonOptions.Words("--kind", "KIND", $"What cannot hold together: {string.Join(", ", ClosedSet.Names<ConflictKind>())}.");
    private readonly Option<string?> _state =
        CommonOptions.Words("--state", "STATE", $"Whether it was judged: {string.Join(", ", ClosedSet.Names<ConflictState>())}.");
    private readonly Option<string?> _about = CommonOptions.Words("--about", "WORDS", "The reason holds this.");

    public ConflictsCommand(Terminal terminal, ViewOptions options)
        : base("conflicts", "List statements, and parts of one document, that cannot all hold, each with the reason: what nobody judged first.")
    {
        (_terminal, _options) = (terminal, options);
        _kind.AcceptOnlyFromAmong([.. ClosedSet.Names<ConflictKind>()]);
        _state.AcceptOnlyFromAmong([.. ClosedSet.Names<ConflictState>()]);
        foreach (var option in (Option[])[_kind, _state, _about, .. options.All])
        {
            Add(option);
        }

        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (views, documents) = _options.Read(arguments, cancellationToken);
        var query = new ConflictQuery
        {
            Kind = ClosedSet.Parse<ConflictKind>(arguments.GetValue(_kind)),
            State = ClosedSet.Parse<ConflictState>(arguments.GetValue(_state)),
            About = arguments.GetValue(_about),
            Documents = documents
        };
        var conflicts = views.Conflicts.Where(query.Holds).Take(_options.Limit(arguments)).ToList();
        if (_options.IsForPrograms(arguments))
        {
            using var lines = new ViewLines(views.Ledger.Documents);
            conflicts.ForEach(c => _terminal.WriteBytes(lines.Conflict(c)));
            return ExitCode.Done;
        }

        var list = new ConflictList(_terminal, views.Ledger.Documents);
        conflicts.ForEach(list.Add);
        if (conflicts.Count == 0)
        {
            Hints.Nothing(_terminal, "conflicts");
        }

        return ExitCode.Done;
    }
}
