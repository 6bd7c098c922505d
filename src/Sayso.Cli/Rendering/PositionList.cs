using Sayso.Cli.Terminals;
using Sayso.Core.Analysis;
using Sayso.Core.Positions;
using Sayso.Core.Text;
using Spectre.Console;

namespace Sayso.Cli.Rendering;

/// <summary>
/// Positions for people: on a terminal the actor and the claim with what was said below, day by day; otherwise a line each
/// statement, its fields separated by tabs.
/// </summary>
internal sealed class PositionList(Terminal terminal, LedgerViews views)
{
    private const int MostColumns = 110;
    private const int LongestWords = 200;
    private const int DateColumn = 13;
    private const int StanceColumn = 10;
    private const int OutletColumn = 20;

    private bool _isFirst = true;

    /// <summary>Shows one.</summary>
    public void Add(Position position)
    {
        if (!terminal.IsTerminal)
        {
            foreach (var entry in position.Entries)
            {
                var move = position.Moves.FirstOrDefault(m => m.Second == entry.StatementId);
                string[] fields =
                [
                    SafeText.Line(position.Actor), position.ClaimId, entry.Date
                        ?? string.Empty, ClosedSet.NameOf(entry.Stance), ClosedSet.NameOf(entry.Side),
                    move is null ? string.Empty : Move(move), SafeText.Line(entry.Speaker), SafeText.Line(Outlet(entry)),
                    entry.StatementId, SafeText.Line(Words(entry)), SafeText.Line(position.Proposition),
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
        terminal.Canvas.Write(new Paragraph(SafeText.Line(position.Actor), Styles.Heading)
            .Append($" on “{Wording.Clip(SafeText.Line(position.Proposition), LongestWords)}”  {Wording.Short(position.ClaimId)}",
                Styles.Aside));
        terminal.Canvas.WriteLine();
        var grid = new Grid { Width = Math.Min(terminal.Width, MostColumns) };
        grid.AddColumn(new GridColumn { Width = DateColumn, Padding = new Padding(2, 0, 2, 0), NoWrap = true });
        grid.AddColumn(new GridColumn { Width = StanceColumn, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Width = OutletColumn, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        foreach (var entry in position.Entries)
        {
            var isMove = position.Moves.Any(m => m.Second == entry.StatementId);
            grid.AddRow(
                new Text(entry.Date ?? "undated", Styles.Aside),
                new Text(ClosedSet.NameOf(entry.Stance), isMove ? Styles.Heading : Styles.Plain),
                new Text(SafeText.Line(entry.Speaker is { } speaker ? $"{speaker}, {Outlet(entry)}" : Outlet(entry)), Styles.Aside),
                new Text(Wording.Clip(SafeText.Line(Words(entry)), LongestWords), Styles.Content));
        }

        terminal.Canvas.Write(grid);
    }

    /// <summary>A change in words: <c>deny → confirm</c>.</summary>
    public static string Move(PositionMove move) => $"{ClosedSet.NameOf(move.From)} → {ClosedSet.NameOf(move.To)}";

    private string Outlet(PositionEntry entry) => LedgerDocuments.NameOf(views.Ledger.Documents[entry.DocumentId]);

    /// <summary>What was said: cue and content, since "did not dispute" is what counts.</summary>
    private string Words(PositionEntry entry) => views.Statement(entry.StatementId) is { } traits
        ? $"{traits.Statement.Cue.TextOf(views.Ledger.Documents[entry.DocumentId].Text)}: {traits.Content}"
        : string.Empty;
}
