using System.CommandLine;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Export;
using Sayso.Core.Timeline;
using Sayso.Core.Times;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso timeline</c>: what happened when, as the documents have it.</summary>
internal sealed class TimelineCommand : Command
{
    private readonly Terminal _terminal;
    private readonly ViewOptions _options;
    private readonly Option<DayRange?> _in = CommonOptions.Days("--in", "It was, or will be, then, as far as is known.");
    private readonly Option<string?> _about = CommonOptions.Words("--about", "WORDS", "Its words hold this.");
    private readonly Option<string?> _who =
        CommonOptions.Words("--who", "NAME", "It is on the word of somebody of this name, or part of it.");

    public TimelineCommand(Terminal terminal, ViewOptions options)
        : base("timeline", "List what happened, or will, by its own time: not by when it was said or published. What is uncertain stays "
            + "so.")
    {
        (_terminal, _options) = (terminal, options);
        foreach (var option in (Option[])[_in, _about, _who, .. options.All])
        {
            Add(option);
        }

        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (views, documents) = _options.Read(arguments, cancellationToken);
        var query = new TimelineQuery
        {
            In = arguments.GetValue(_in),
            About = arguments.GetValue(_about),
            Who = arguments.GetValue(_who),
            Documents = documents
        };
        var events = views.Timeline.Where(query.Holds).Take(_options.Limit(arguments)).ToList();
        if (_options.IsForPrograms(arguments))
        {
            using var lines = new ViewLines(views.Ledger.Documents);
            events.ForEach(e => _terminal.WriteBytes(lines.Event(e)));
            return ExitCode.Done;
        }

        var list = new TimelineList(_terminal, views.Ledger.Documents);
        events.ForEach(list.Add);
        if (events.Count == 0)
        {
            Hints.Nothing(_terminal, "events");
        }

        return ExitCode.Done;
    }
}
