using System.Globalization;
using NodaTime.Text;
using Sayso.Cli.Terminals;
using Sayso.Core.Corrections;
using Spectre.Console;

namespace Sayso.Cli.Rendering;

/// <summary>
/// Corrections for people: on a terminal what was done with who, when and why below; otherwise a line each, its fields separated
/// by tabs.
/// </summary>
internal sealed class CorrectionList(Terminal terminal)
{
    private const int MostColumns = 110;
    private const int NumberColumn = 6;

    private static readonly InstantPattern _minute = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm'Z'");

    /// <summary>Shows one.</summary>
    public void Add(CorrectionEntry entry)
    {
        if (!terminal.IsTerminal)
        {
            terminal.Out.WriteLine(string.Join('\t', Fields(entry)));
            return;
        }

        var grid = new Grid { Width = Math.Min(terminal.Width, MostColumns) };
        grid.AddColumn(new GridColumn { Width = NumberColumn, Padding = new Padding(0, 0, 2, 0), NoWrap = true });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        var fields = Fields(entry);
        grid.AddRow(new Text(fields[0], Styles.Aside), new Text(fields[1]));
        grid.AddRow(Text.Empty, new Text(string.Join(" · ", fields.Skip(2).Where(f => f.Length > 0)), Styles.Aside));
        terminal.Canvas.Write(grid);
    }

    /// <summary>A correction's number, what was done, who, when, why, and how it stands.</summary>
    public static IReadOnlyList<string> Fields(CorrectionEntry entry) =>
    [
        entry.Sequence.ToString(CultureInfo.InvariantCulture),
        SafeText.Line(CorrectionWords.Of(entry.Correction)),
        SafeText.Line(entry.Author),
        _minute.Format(entry.At),
        SafeText.Line(entry.Reason ?? string.Empty),
        CorrectionWords.Standing(entry),
    ];
}
