using System.CommandLine;
using Sayso.Cli.Docs;
using Sayso.Cli.Terminals;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso docs FOLDER</c>, for the project's own build: writes the generated pages.</summary>
internal sealed class DocsCommand : Command
{
    private readonly Terminal _terminal;
    private readonly RootCommand _root;
    private readonly StoryPages _story;
    private readonly Argument<string> _folder = new Argument<string>("FOLDER") { Description = "Where to write them." }.IsPath();

    public DocsCommand(Terminal terminal, RootCommand root, StoryPages story)
        : base("docs", "Write the generated pages of the documentation.")
    {
        _terminal = terminal;
        _root = root;
        _story = story;
        Hidden = true;
        Add(_folder);
        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        var folder = arguments.GetRequiredValue(_folder);
        Directory.CreateDirectory(folder);
        Write(Path.Combine(folder, "cli.md"), CommandsPage.Of(_root));
        foreach (var (name, page) in _story.Make(cancellationToken))
        {
            Write(Path.Combine(folder, name), page);
        }

        return ExitCode.Done;
    }

    private void Write(string path, string page)
    {
        File.WriteAllText(path, page);
        _terminal.Out.WriteLine(path);
    }
}
