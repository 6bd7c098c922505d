using System.Text.Json;
using Sayso.Cli.Terminals;
using Spectre.Console;

namespace Sayso.Cli.Rendering;

/// <summary>One hop of a statement's way through the program: the stage's value, in named lines.</summary>
/// <param name="Hop">Its number.</param>
/// <param name="Stage">The stage and, after a colon, the type that it gives.</param>
/// <param name="Values">What the value says.</param>
internal sealed record WalkHop(int Hop, string Stage, IReadOnlyList<WalkValue> Values);

/// <summary>One line of a hop.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its value, for people.</param>
internal sealed record WalkValue(string Name, string Value);

/// <summary>Shows hops one after the other.</summary>
internal static class WalkView
{
    private const int NameColumn = 16;

    /// <summary>Shows one hop.</summary>
    public static void Show(Terminal terminal, WalkHop hop, bool asJson)
    {
        if (asJson)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(hop, CliJson.Lines.WalkHop));
        }
        else if (terminal.IsTerminal)
        {
            Draw(terminal.Canvas, hop, terminal.Width);
        }
        else
        {
            terminal.Out.WriteLine($"{hop.Hop} {hop.Stage}");
            foreach (var (name, value) in hop.Values)
            {
                terminal.Out.WriteLine($"  {SafeText.Line(name).PadRight(NameColumn)}  {SafeText.Line(value)}".TrimEnd());
            }

            terminal.Out.WriteLine();
        }
    }

    private static void Draw(IAnsiConsole canvas, WalkHop hop, int width)
    {
        canvas.Write(new Paragraph($"{hop.Hop} ", Styles.Aside).Append(hop.Stage, Styles.Heading));
        canvas.WriteLine();
        var grid = new Grid { Width = width };
        grid.AddColumn(new GridColumn { Width = NameColumn, Padding = new Padding(2, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        foreach (var (name, value) in hop.Values)
        {
            grid.AddRow(new Text(SafeText.Line(name), Styles.Aside), new Text(SafeText.Line(value)));
        }

        canvas.Write(grid);
        canvas.WriteLine();
    }
}
