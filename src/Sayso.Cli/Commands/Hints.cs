using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Analysis;
using Spectre.Console;

namespace Sayso.Cli.Commands;

/// <summary>What a person is told beside the result.</summary>
internal static class Hints
{
    /// <summary>An empty answer, in words: to a pipe too, which else shows nothing at all, but beside the result.</summary>
    public static void Nothing(Terminal terminal, string what)
    {
        var line = $"No {what} answer this.";
        if (terminal.IsTerminal)
        {
            Show(terminal, line);
        }
        else
        {
            terminal.Error.WriteLine(line);
        }
    }

    /// <summary>Of which statements claims are, where they are not of all: beside the result, to a pipe too.</summary>
    public static void Window(Terminal terminal, ClaimedLedger claims)
    {
        if (claims.Window.Words is not { } words)
        {
            return;
        }

        var line = $"{words} --window N widens it.";
        if (terminal.IsTerminal)
        {
            Show(terminal, line);
        }
        else
        {
            terminal.Error.WriteLine(line);
        }
    }

    /// <summary>A line aside, on a terminal only.</summary>
    public static void Show(Terminal terminal, string line)
    {
        if (terminal.IsTerminal)
        {
            terminal.Canvas.Write(new Paragraph(line, Styles.Aside));
            terminal.Canvas.WriteLine();
        }
    }
}
