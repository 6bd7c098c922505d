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
    public static async Task<int> RunAsync(RootCommand root, IReadOnlyList<string> arguments, Terminal terminal,
        CancellationToken cancellationToken)
    {
        Command? command = null;
        try
        {
            // A file name may begin with @: no response files.
            var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            command = parsed.CommandResult.Command;
            if (arguments.Count == 0)
            {
                return await WelcomeAsync(root, terminal, cancellationToken);
            }

            if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
            {
                return Misunderstood(parsed, terminal);
            }

            return await InvokeAsync(parsed, terminal, cancellationToken);
        }
        catch (ClosedOutputException)
        {
            // Who only looks has seen enough. Who goes from one document to the next did not get through; one change (retract,
            // restore, purge, a correction) is in the ledger before its line is written.
            return command is AddCommand or ReanalyzeCommand or WatchCommand ? ExitCode.Failed : ExitCode.Done;
        }
        catch (SaysoException e) when (e.Problem.Code == ProblemCodes.LedgerDamaged && command is not VerifyCommand)
        {
            return Failed(terminal, e.Problem with { Message = $"{e.Problem.Message} `sayso verify` says where." });
        }
        catch (SaysoException e)
        {
            return Failed(terminal, e.Problem);
        }
        catch (OperationCanceledException)
        {
            return Failed(terminal, new Problem(ProblemCodes.Stopped, "Stopped. What was reported is done; the same command goes on "
                + "from there."));
        }
        catch (OutputFailedException e)
        {
            return Failed(terminal, new Problem(ProblemCodes.OutputFailed, $"The output cannot be written: {e.Message}."));
        }
        catch (IOException) when (!HasFolder())
        {
            return Failed(terminal, new Problem(ProblemCodes.Missing, "The folder that this was started in is no longer there. Change "
                + "to another."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed(terminal, new Problem(ProblemCodes.Failed, e.Message));
        }
#pragma warning disable CA1031 // Whatever else fails has a code and words, and no trace of calls that only we can read.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Failed(terminal, new Problem(ProblemCodes.Failed,
                $"A fault of the program: {e.GetType().Name}: {e.Message} What was reported is done. Please report this."));
        }
    }

    private static async Task<int> InvokeAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var code = await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null
            },
            cancellationToken);
        terminal.Flush();
        return code;
    }

    /// <summary>Nothing was asked: what there is, and where to begin.</summary>
    private static async Task<int> WelcomeAsync(RootCommand root, Terminal terminal, CancellationToken cancellationToken)
    {
        terminal.Out.WriteLine("Sayso reads news and keeps who said what, on whose word. Begin with `sayso demo`, a story that comes "
            + "with it,");
        terminal.Out.WriteLine("or with `sayso read FILE`, an article of yours. `sayso COMMAND --help` says more.");
        terminal.Out.WriteLine();
        return await InvokeAsync(root.Parse(["--help"]), terminal, cancellationToken);
    }

    /// <summary>Whether the current folder is still there.</summary>
    private static bool HasFolder()
    {
        try
        {
            return Directory.Exists(Environment.CurrentDirectory);
        }
        catch (IOException)
        {
            return false;
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

        var path = string.Join(' ', parsed.CommandResult.Command.Parents.OfType<Command>().Select(c => c.Name).Reverse()
            .Append(parsed.CommandResult.Command.Name));
        terminal.Error.WriteLine($"{path} --help says how it is used.");
        return ExitCode.Usage;
    }
}
