using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Errors;
using Spectre.Console;

namespace Sayso.Cli.Commands;

/// <summary>Problems on standard error: <c>SAY1001: message</c>, one a line.</summary>
internal static class Complaints
{
    /// <summary>Shows a problem.</summary>
    /// <param name="terminal">Where.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="path">The input that it is about, named where the message does not.</param>
    public static void Show(Terminal terminal, Problem problem, string? path = null)
    {
        var about = path is null || problem.Message.Contains(path, StringComparison.Ordinal) ? string.Empty : $"{path}: ";
        var line = SafeText.Line($"{about}{problem.Message}");

        // What was printed before it stands before it, where both go to one place.
        terminal.Flush();
        if (terminal.IsErrorTerminal)
        {
            terminal.ErrorCanvas.Write(new Paragraph($"{problem.Code}: ", Styles.Wrong).Append(line));
            terminal.ErrorCanvas.WriteLine();
        }
        else
        {
            terminal.Error.WriteLine($"{problem.Code}: {line}");
        }
    }
}
