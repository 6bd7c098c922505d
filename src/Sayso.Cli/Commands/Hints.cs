using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Spectre.Console;

namespace Sayso.Cli.Commands;

/// <summary>What a person on a terminal is told beside the result; programs are not.</summary>
internal static class Hints
{
    /// <summary>An empty answer, in words.</summary>
    public static void Nothing(Terminal terminal, string what) => Show(terminal, $"No {what} answer this.");

    /// <summary>A line aside.</summary>
    public static void Show(Terminal terminal, string line)
    {
        if (terminal.IsTerminal)
        {
            terminal.Canvas.Write(new Paragraph(line, Styles.Aside));
            terminal.Canvas.WriteLine();
        }
    }
}
