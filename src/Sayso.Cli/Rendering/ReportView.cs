using System.Globalization;
using Sayso.Cli.Terminals;
using Sayso.Evaluation.Reports;
using Spectre.Console;

namespace Sayso.Cli.Rendering;

/// <summary>An evaluation's figures for people.</summary>
internal static class ReportView
{
    /// <summary>Shows one report.</summary>
    public static void Show(Terminal terminal, EvaluationReport report)
    {
        string[] header = ["measure", "value", "95% interval", "precision", "recall", "right", "predicted", "gold"];
        string[][] rows = [header, .. report.Rows.Select(Cells)];
        int[] columns = [.. Enumerable.Range(0, header.Length).Where(i => rows.Skip(1).Any(row => row[i].Length > 0))];
        terminal.Say($"{report.Title}: {Wording.Count(report.Articles, "article")}");
        if (terminal.IsTerminal)
        {
            terminal.Canvas.Write(Table(rows, columns));
            terminal.Canvas.WriteLine();
            return;
        }

        foreach (var row in rows)
        {
            terminal.Out.WriteLine(string.Join('\t', row));
        }
    }

    /// <summary>A table without the columns that these figures have nothing in; narrow enough for 80 columns.</summary>
    private static Table Table(string[][] rows, int[] columns)
    {
        var table = new Table { Border = TableBorder.None };
        foreach (var i in columns)
        {
            var column = new TableColumn(new Text(rows[0][i], Styles.Aside))
            {
                Padding = new Padding(0, 0, i == columns[^1] ? 0 : 2, 0),
                NoWrap = true
            };
            table.AddColumn(i == 0 ? column : column.RightAligned());
        }

        foreach (var row in rows.Skip(1))
        {
            table.AddRow(columns.Select(i => new Text(row[i], i == 1 ? Styles.Heading : Styles.Plain)));
        }

        return table;
    }

    private static string[] Cells(EvaluationRow row) =>
    [
        row.Name,
        Figure(row.Value),
        row.Interval is { } i ? $"{Figure(i.Low)}–{Figure(i.High)}" : string.Empty,
        Figure(row.Precision), Figure(row.Recall), Number(row.Right), Number(row.Predicted), Number(row.Gold),
    ];

    private static string Figure(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Number(long? value) => value?.ToString("N0", CultureInfo.InvariantCulture) ?? string.Empty;
}
