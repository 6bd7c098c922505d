using System.CommandLine;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Entities;
using Sayso.Core.Export;
using Sayso.Core.Text;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso entities</c>: who and what the documents name, across documents.</summary>
internal sealed class EntitiesCommand : Command
{
    private readonly Terminal _terminal;
    private readonly ViewOptions _options;
    private readonly Option<string?> _name = CommonOptions.Words("--name", "NAME", "The name holds this.");
    private readonly Option<string?> _type =
        CommonOptions.Words("--type", "TYPE", $"What it is: {string.Join(", ", ClosedSet.Names<EntityType>())}.");
    private readonly Option<bool> _speakers = new("--speakers") { Description = "Only those on whose word something is said." };

    public EntitiesCommand(Terminal terminal, ViewOptions options)
        : base("entities", "List who and what the documents name; those of most documents come first.")
    {
        (_terminal, _options) = (terminal, options);
        _type.AcceptOnlyFromAmong([.. ClosedSet.Names<EntityType>()]);
        foreach (var option in (Option[])[_name, _type, _speakers, .. options.All])
        {
            Add(option);
        }

        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (views, documents) = _options.Read(arguments, cancellationToken);
        var query = new EntityQuery
        {
            Name = arguments.GetValue(_name),
            Type = ClosedSet.Parse<EntityType>(arguments.GetValue(_type)),
            IsSpeaker = arguments.GetValue(_speakers),
            Documents = documents,
        };
        var entities = views.Entities.Where(query.Holds).Take(_options.Limit(arguments)).ToList();
        if (_options.IsForPrograms(arguments))
        {
            using var lines = new ViewLines(views.Ledger.Documents);
            entities.ForEach(e => _terminal.WriteBytes(lines.Entity(e)));
            return ExitCode.Done;
        }

        var list = new EntityList(_terminal);
        entities.ForEach(list.Add);
        if (entities.Count == 0)
        {
            Hints.Nothing(_terminal, "entities");
        }

        return ExitCode.Done;
    }
}
