using System.CommandLine;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Export;
using Sayso.Core.Figures;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso figures</c>: counted things, with what each source says of them over time.</summary>
internal sealed class FiguresCommand : Command
{
    private readonly Terminal _terminal;
    private readonly ViewOptions _options;
    private readonly Option<string?> _about = CommonOptions.Words("--about", "WORDS", "What is counted, or where, holds this.");
    private readonly Option<string?> _who = CommonOptions.Words("--who", "NAME", "Somebody of this name, or part of it, gives a number.");
    private readonly Option<bool> _moved =
        new("--moved") { Description = "Only those with two numbers that cannot both be right at once." };
    private readonly Option<bool> _all = new("--all") { Description = "Those with one reading too." };

    public FiguresCommand(Terminal terminal, ViewOptions options)
        : base("figures", "List counted things with their numbers by source, over time; what most documents count comes first.")
    {
        (_terminal, _options) = (terminal, options);
        foreach (var option in (Option[])[_about, _who, _moved, _all, .. options.All])
        {
            Add(option);
        }

        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (views, documents) = _options.Read(arguments, cancellationToken);
        var query = new FigureQuery
        {
            About = arguments.GetValue(_about),
            Who = arguments.GetValue(_who),
            Documents = documents,
            HasMoved = arguments.GetValue(_moved),
            IsRepeated = !arguments.GetValue(_all),
        };
        var figures = views.Figures.Where(query.Holds).Take(_options.Limit(arguments)).ToList();
        if (_options.IsForPrograms(arguments))
        {
            using var lines = new ViewLines(views.Ledger.Documents);
            figures.ForEach(f => _terminal.WriteBytes(lines.Figure(f)));
            return ExitCode.Done;
        }

        var list = new FigureList(_terminal, views.Ledger.Documents);
        figures.ForEach(list.Add);
        if (figures.Count == 0)
        {
            Hints.Nothing(_terminal, "figures");
        }

        return ExitCode.Done;
    }
}
