using System.Globalization;
using Sayso.Cli.Terminals;
using Sayso.Core.Ledger;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Sayso.Cli.Rendering;

/// <summary>Documents of a ledger for people, as they come: columns on a terminal, otherwise a line each with tabs.</summary>
internal sealed class DocumentList(Terminal terminal)
{
    private const int MostColumns = 118;
    private const int DayColumn = 11;
    private const int OutletColumn = 20;
    private const int CountColumn = 10;

    /// <summary>How many were shown.</summary>
    public int Count { get; private set; }

    /// <summary>Shows one.</summary>
    public void Add(LedgerDocument entry)
    {
        if (!terminal.IsTerminal)
        {
            PlainLine(entry);
        }
        else
        {
            if (Count == 0)
            {
                Draw(["document", "published", "outlet", "statements", "title"], c => new Text(c, Styles.Aside));
            }

            Draw(entry);
        }

        Count++;
    }

    private static string TitleOf(LedgerDocument entry) => entry.Document.Title ?? entry.Document.Path ?? "Untitled";

    private static string Remarks(LedgerDocument entry) => string.Join(", ", new[]
    {
        entry.Version > 1 ? $"version {entry.Version}" : string.Empty,
        entry.IsPurged ? "purged" : entry.IsRetracted ? "retracted" : string.Empty,
    }.Where(r => r.Length > 0));

    private void PlainLine(LedgerDocument entry)
    {
        string[] fields =
        [
            entry.Document.Id, Wording.Day(entry.Document.Published), SafeText.Line(entry.Document.Outlet),
            entry.StatementCount.ToString(CultureInfo.InvariantCulture), Remarks(entry), SafeText.Line(TitleOf(entry)),
        ];
        terminal.Out.WriteLine(string.Join('\t', fields));
    }

    private void Draw(LedgerDocument entry)
    {
        var remarks = Remarks(entry);
        var title = new Paragraph(SafeText.Line(TitleOf(entry)), entry.IsRetracted ? Styles.Aside : Styles.Plain);
        if (remarks.Length > 0)
        {
            title.Append($" ({remarks})", Styles.Aside);
        }

        Draw<IRenderable>(
            [
                new Text(Wording.Short(entry.Document.Id), Styles.Aside),
                new Text(Wording.Day(entry.Document.Published)),
                new Text(SafeText.Line(entry.Document.Outlet)),
                new Text(entry.StatementCount.ToString("N0", CultureInfo.InvariantCulture)),
                title,
            ],
            cell => cell);
    }

    private void Draw<T>(T[] cells, Func<T, IRenderable> draw)
    {
        // Each row is a grid of its own with fixed columns, so that a long list is shown as it comes.
        var grid = new Grid { Width = Math.Min(terminal.Width, MostColumns) };
        grid.AddColumn(Column(Wording.IdDigits));
        grid.AddColumn(Column(DayColumn));
        grid.AddColumn(Column(OutletColumn));
        grid.AddColumn(Column(CountColumn).RightAligned());
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        grid.AddRow([.. cells.Select(draw)]);
        terminal.Canvas.Write(grid);
    }

    private static GridColumn Column(int width) => new() { Width = width, Padding = new Padding(0, 0, 2, 0) };
}
