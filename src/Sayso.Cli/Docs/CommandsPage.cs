using System.CommandLine;
using System.Text;

namespace Sayso.Cli.Docs;

/// <summary>The page of all commands: what <c>--help</c> says of each.</summary>
internal static class CommandsPage
{
    private const string Introduction =
        """
        # Commands

        Made by `./build docs` from the commands themselves.

        - **For people and for programs.** On a terminal the commands draw tables; piped, the same rows come one a line, fields separated by tabs, nothing shortened. `--format jsonl` prints one JSON object a line: UTF-8, camelCase, every key always there, spans as half-open pairs of code points over `text`. Programs should read that.
        - **Ids.** Commands that take a document's or a statement's id take its beginning too, as long as only one begins so.
        - **Exit codes.** 0: all done. 1: something failed or was stopped; the rest was done. 2: the command line was not understood; nothing was done.
        - **Errors** go to standard error as `SAY1001: what is wrong and what to do`; [errors.md](errors.md) has them all. Progress goes there too.
        - **Colours** only on a terminal, and not where `NO_COLOR` is set.
        - **Stopping** with Ctrl-C ends a command at its next safe point. `add` and `reanalyze` go on where they were when run again.


        """;

    /// <summary>The page.</summary>
    public static string Of(RootCommand root)
    {
        var page = new StringBuilder(Introduction);
        Append(page, root, root, []);
        return page.ToString().TrimEnd() + "\n";
    }

    private static void Append(StringBuilder page, RootCommand root, Command command, string[] path)
    {
        if (command.Hidden)
        {
            return;
        }

        page.Append($"## {string.Join(' ', ["sayso", .. path])}\n\n```text\n{Help(root, path)}\n```\n\n");
        foreach (var child in command.Subcommands)
        {
            Append(page, root, child, [.. path, child.Name]);
        }
    }

    private static string Help(RootCommand root, string[] path)
    {
        using var output = new StringWriter { NewLine = "\n" };
        root.Parse([.. path, "--help"]).Invoke(new InvocationConfiguration { Output = output });
        return string.Join('\n', output.ToString().Split('\n').Select(line => line.TrimEnd())).Trim();
    }
}
