using System.CommandLine;
using System.CommandLine.Invocation;
using Sayso.Cli.Commands;
using Sayso.Cli.Terminals;
using Sayso.Core.Errors;

namespace Sayso.Cli;

/// <summary>Runs a command line to its exit code: every way that a command can end is mapped here.</summary>
internal static class CommandLine
{
    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(RootCommand root, IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        // A file name may begin with @: no response files.
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        try
        {
            if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
            {
                return Misunderstood(parsed, terminal);
            }

            var code = await parsed.InvokeAsync(
                new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                cancellationToken);
            terminal.Flush();
            return code;
        }
        catch (ClosedOutputException)
        {
            // Who only looks has seen enough; who changes the ledger did not get through.
            return parsed.CommandResult.Command is AddCommand or ReanalyzeCommand ? ExitCode.Failed : ExitCode.Done;
        }
        catch (SaysoException e)
        {
            return Failed(terminal, e.Problem);
        }
        catch (OperationCanceledException)
        {
            return Failed(terminal, new Problem(ProblemCodes.Stopped, "Stopped. What was reported is done; the same command goes on from there."));
        }
        catch (IOException e)
        {
            return Failed(terminal, new Problem(ProblemCodes.OutputFailed, $"The output cannot be written: {e.Message}."));
        }
    }

    private static int Failed(Terminal terminal, Problem problem)
    {
        try
        {
            Complaints.Show(terminal, problem);
        }
        catch (IOException)
        {
            // Neither output nor errors can be written: the exit code is all that is left.
        }

        return ExitCode.Failed;
    }

    private static int Misunderstood(ParseResult parsed, Terminal terminal)
    {
        foreach (var error in parsed.Errors)
        {
            Complaints.Show(terminal, new Problem(ProblemCodes.Usage, error.Message));
        }

        var path = string.Join(' ', parsed.CommandResult.Command.Parents.OfType<Command>().Select(c => c.Name).Reverse().Append(parsed.CommandResult.Command.Name));
        terminal.Error.WriteLine($"{path} --help says how it is used.");
        return ExitCode.Usage;
    }
}
