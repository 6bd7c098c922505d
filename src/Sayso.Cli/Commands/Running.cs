using System.CommandLine;

namespace Sayso.Cli.Commands;

/// <summary>How a command's work is tied to it.</summary>
internal static class Running
{
    /// <summary>
    /// Sets what the command does. The work itself is synchronous: analysis and SQLite are, and a command has its process to
    /// itself.
    /// </summary>
    public static void Does(this Command command, Func<ParseResult, CancellationToken, int> run) =>
        command.SetAction((result, cancellationToken) => Task.FromResult(run(result, cancellationToken)));
}
