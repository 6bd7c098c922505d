using System.CommandLine;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Export;
using Sayso.Core.Stories;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso stories</c>: the documents that share events.</summary>
internal sealed class StoriesCommand : Command
{
    private readonly Terminal _terminal;
    private readonly ViewOptions _options;
    private readonly Option<string?> _about = CommonOptions.Words("--about", "WORDS", "The headline of one of its documents holds this.");

    public StoriesCommand(Terminal terminal, ViewOptions options)
        : base("stories", "List the documents that share events, with their independent origins; stories of most documents come first.")
    {
        (_terminal, _options) = (terminal, options);
        foreach (var option in (Option[])[_about, .. options.WithoutStory])
        {
            Add(option);
        }

        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (views, _) = _options.Read(arguments, cancellationToken);
        var query = new StoryQuery { About = arguments.GetValue(_about) };
        var documents = views.Ledger.Documents;
        var stories = views.Stories
            .Where(s => query.Holds(s, documents))
            .Take(_options.Limit(arguments)).ToList();
        if (_options.IsForPrograms(arguments))
        {
            using var lines = new ViewLines(documents);
            stories.ForEach(s => _terminal.WriteBytes(lines.Story(s)));
            return ExitCode.Done;
        }

        var list = new StoryList(_terminal);
        stories.ForEach(list.Add);
        if (stories.Count == 0)
        {
            Hints.Nothing(_terminal, "stories");
        }

        return ExitCode.Done;
    }
}
