using Sayso.Cli.Terminals;
using Sayso.Core.Documents;
using Sayso.Core.Figures;
using Spectre.Console;

namespace Sayso.Cli.Rendering;

/// <summary>
/// Figures for people: on a terminal each with its numbers below, those that one source gives on one day in several documents in
/// one line; otherwise a line each number, its fields separated by tabs.
/// </summary>
internal sealed class FigureList(Terminal terminal, IReadOnlyDictionary<string, Document> documents)
{
    private const int MostColumns = 110;
    private const int DayColumn = 11;
    private const int ValueColumn = 22;

    private bool _isFirst = true;

    /// <summary>Shows one.</summary>
    public void Add(Figure figure)
    {
        if (!terminal.IsTerminal)
        {
            foreach (var reading in figure.Readings)
            {
                string[] fields =
                [
                    figure.Id, SafeText.Line(figure.Of), SafeText.Line(figure.Scope), Day(reading), Value(figure, reading),
                    SafeText.Line(reading.Source),
                    SafeText.Line(Outlet(reading)), reading.DocumentId, reading.StatementId ?? string.Empty,
                ];
                terminal.Out.WriteLine(string.Join('\t', fields));
            }

            return;
        }

        if (!_isFirst)
        {
            terminal.Canvas.WriteLine();
        }

        _isFirst = false;
        terminal.Canvas.Write(new Paragraph(SafeText.Line(Title(figure)), Styles.Heading)
            .Append($"  {Wording.Count(figure.Documents.Count, "article")}, {Wording.Count(figure.Readings.Select(r => r.Source).Distinct(StringComparer.Ordinal).Count(), "source")} · {Wording.Short(figure.Id)}", Styles.Aside));
        terminal.Canvas.WriteLine();
        terminal.Canvas.Write(Rows(figure));
        foreach (var revision in figure.Revisions.Where(r => r.Count > 1 && figure.Readings[r[0]].IsAttributed))
        {
            terminal.Canvas.Write(new Paragraph($"  {SafeText.Line(figure.Readings[revision[0]].Source)} revised: {Revised(figure, revision)}", Styles.Aside));
            terminal.Canvas.WriteLine();
        }
    }

    /// <summary>What is counted, and of what or where.</summary>
    public static string Title(Figure figure) => figure.Scope is { } scope ? $"{figure.Of}, {scope}" : figure.Of;

    /// <summary>A source's numbers with arrows: <c>187 → at least 211</c>.</summary>
    public static string Revised(Figure figure, IReadOnlyList<int> revision) =>
        string.Join(" → ", revision.Select(i => Value(figure, figure.Readings[i])));

    /// <summary>A number with its bounds: <c>more than 200</c>, <c>230–260</c>.</summary>
    public static string Value(Figure figure, FigureReading reading) =>
        Wording.Quantity(reading.Quantity with { Unit = figure.Unit, Change = null });

    private Grid Rows(Figure figure)
    {
        var grid = new Grid { Width = Math.Min(terminal.Width, MostColumns) };
        grid.AddColumn(new GridColumn { Width = DayColumn, Padding = new Padding(2, 0, 2, 0), NoWrap = true });
        grid.AddColumn(new GridColumn { Width = ValueColumn, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        foreach (var same in figure.Readings.GroupBy(r => (Day(r), Value(figure, r), r.Source)))
        {
            var outlets = same.Select(Outlet).Distinct(StringComparer.Ordinal).ToList();
            var isOwn = same.All(r => !r.IsAttributed);
            grid.AddRow(
                new Text(same.Key.Item1, Styles.Aside), new Text(same.Key.Item2),
                new Text(SafeText.Line(same.Key.Source), isOwn ? Styles.Aside : Styles.Source),
                new Text(isOwn ? string.Empty : SafeText.Line(string.Join(", ", outlets)), Styles.Aside));
        }

        return grid;
    }

    private string Outlet(FigureReading reading) => LedgerDocuments.NameOf(documents[reading.DocumentId]);

    /// <summary>The day that it is of: as of then, said then, or published then.</summary>
    private static string Day(FigureReading reading) => reading.AsOf ?? reading.SaidAt ?? Wording.Day(reading.PublishedAt);
}
