using Sayso.Cli.Terminals;
using Spectre.Console;

namespace Sayso.Cli.Rendering;

/// <summary>
/// Statements for people, as they come: on a terminal under a heading for each document; otherwise a line each, its
/// fields separated by tabs and not shortened.
/// </summary>
internal sealed class StatementList(Terminal terminal)
{
    private const int MostColumns = 118;
    private const int LongestSource = 90;
    private const int LongestContent = 260;
    private const int CueColumn = 14;

    private DocumentHead? _head;

    /// <summary>How many were shown.</summary>
    public int Count { get; private set; }

    /// <summary>Shows one.</summary>
    public void Add(StatementRow row)
    {
        Count++;
        if (!terminal.IsTerminal)
        {
            PlainLine(row);
            return;
        }

        if (_head?.Id != row.Head.Id)
        {
            Heading(row.Head);
        }

        Draw(row);
    }

    /// <summary>A document's heading; the statements that follow are its own.</summary>
    public void Heading(DocumentHead head)
    {
        if (!terminal.IsTerminal)
        {
            return;
        }

        if (_head is not null)
        {
            terminal.Canvas.WriteLine();
        }

        _head = head;
        string[] about = [SafeText.Line(head.Outlet), Wording.Minute(head.Published), Wording.Short(head.Id)];
        terminal.Canvas.Write(new Paragraph(SafeText.Line(head.Title ?? head.Path ?? "Untitled"), Styles.Heading));
        terminal.Canvas.WriteLine();
        terminal.Canvas.Write(new Paragraph(string.Join(" · ", about.Where(part => part.Length > 0)), Styles.Aside));
        terminal.Canvas.WriteLine();
    }

    private void PlainLine(StatementRow row)
    {
        string[] fields =
        [
            row.Id, row.Head.Id, Wording.Day(row.Head.Published), SafeText.Line(row.Head.Outlet ?? row.Head.Path),
            SafeText.Line(row.Source), SafeText.Line(row.Cue), SafeText.Line(row.Content),
            SafeText.Line(row.Chain), row.Attitude,
        ];
        terminal.Out.WriteLine(string.Join('\t', fields));
    }

    /// <summary>The chain, where it says more than the source's own words do.</summary>
    private static string Understood(StatementRow row) =>
        row.Attitude.Length > 0 || row.Chain.Contains('←', StringComparison.Ordinal)
            || !row.Source.Contains(row.Chain, StringComparison.OrdinalIgnoreCase)
            ? Wording.Clip(row.Chain, LongestSource)
            : string.Empty;

    private void Draw(StatementRow row)
    {
        var width = Math.Min(terminal.Width, MostColumns);
        var source = Math.Clamp(width / 4, 12, 28);
        var grid = new Grid { Width = width };
        grid.AddColumn(new GridColumn { Width = Wording.IdDigits, Padding = new Padding(2, 0, 2, 0), NoWrap = true });
        grid.AddColumn(new GridColumn { Width = source, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Width = CueColumn, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        grid.AddRow(
            new Text(Wording.Short(row.Id), Styles.Aside),
            row.IsOwnVoice ? new Text(Wording.OwnVoice, Styles.Aside)
                : row.Source.Length == 0 ? new Text("nobody named", Styles.Aside)
                : new Text(Wording.Clip(SafeText.Line(row.Source), LongestSource), Styles.Source),
            new Text(SafeText.Line(row.Cue), Styles.Cue),
            new Text(Wording.Clip(SafeText.Line(row.Content), LongestContent), Styles.Content));
        if (Understood(row) is { Length: > 0 } understood)
        {
            grid.AddRow(Text.Empty, new Text(SafeText.Line(understood), Styles.Aside), new Text(row.Attitude, Styles.Aside), Text.Empty);
        }

        terminal.Canvas.Write(grid);
    }
}
