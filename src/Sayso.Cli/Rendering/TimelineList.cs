using Sayso.Cli.Terminals;
using Sayso.Core.Documents;
using Sayso.Core.Timeline;
using Spectre.Console;

namespace Sayso.Cli.Rendering;

/// <summary>
/// Events for people, with their three clocks: columns on a terminal, otherwise a line each, its fields separated by tabs.
/// </summary>
internal sealed class TimelineList(Terminal terminal, IReadOnlyDictionary<string, Document> documents)
{
    private const int MostColumns = 118;
    private const int LongestWords = 220;
    private const int TimeColumn = 21;
    private const int SourceColumn = 26;

    /// <summary>Shows one.</summary>
    public void Add(TimelineEvent happened)
    {
        var document = documents[happened.DocumentId];
        var told = new[] { happened.SaidAt is { } said ? $"said {said}" : null, happened.PublishedAt is null
            ? null : $"published {Wording.Day(happened.PublishedAt)}", happened.Documents.Count > 1
            ? Wording.Count(happened.Documents.Count, "article") : null }.OfType<string>();
        if (!terminal.IsTerminal)
        {
            string[] fields =
            [
                happened.Edtf, SafeText.Line(happened.What), SafeText.Line(happened.Source), SafeText.Line(document.Outlet),
                happened.SaidAt ?? string.Empty,
                Wording.Day(happened.PublishedAt), happened.Documents.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
                happened.DocumentId, happened.StatementId ?? string.Empty,
            ];
            terminal.Out.WriteLine(string.Join('\t', fields));
            return;
        }

        var grid = new Grid { Width = Math.Min(terminal.Width, MostColumns) };
        grid.AddColumn(new GridColumn { Width = TimeColumn, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Width = SourceColumn, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        grid.AddRow(
            new Text(happened.Edtf),
            new Text(SafeText.Line(happened.Source), happened.ClaimId is null ? Styles.Aside : Styles.Source),
            new Text(Wording.Clip(SafeText.Line(happened.What), LongestWords), happened.ClaimId is null ? Styles.Plain : Styles.Content));
        grid.AddRow(Text.Empty, Text.Empty,
            new Text(SafeText.Line(string.Join(" · ", told.Prepend(LedgerDocuments.NameOf(document)))), Styles.Aside));
        terminal.Canvas.Write(grid);
    }
}
