using System.Globalization;
using Sayso.Cli.Terminals;
using Sayso.Core.Entities;
using Sayso.Core.Text;
using Spectre.Console;

namespace Sayso.Cli.Rendering;

/// <summary>Entities for people: columns on a terminal, otherwise a line each, its fields separated by tabs.</summary>
internal sealed class EntityList(Terminal terminal)
{
    private const int MostColumns = 110;

    /// <summary>Shows one.</summary>
    public void Add(LedgerEntity entity)
    {
        if (!terminal.IsTerminal)
        {
            string[] fields =
            [
                entity.Id, ClosedSet.NameOf(entity.Type), Number(entity.Documents.Count), Number(entity.Statements.Count),
                Number(entity.Mentions), SafeText.Line(entity.Name), SafeText.Line(entity.StandsFor),
            ];
            terminal.Out.WriteLine(string.Join('\t', fields));
            return;
        }

        var grid = new Grid { Width = Math.Min(terminal.Width, MostColumns) };
        grid.AddColumn(new GridColumn { Width = Wording.IdDigits, Padding = new Padding(0, 0, 2, 0), NoWrap = true });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        var about = string.Join(" · ", ClosedSet.NameOf(entity.Type), Wording.Count(entity.Documents.Count, "article"),
            Wording.Count(entity.Statements.Count, "statement") + " on its word");
        grid.AddRow(new Text(Wording.Short(entity.Id), Styles.Aside), new Paragraph(SafeText.Line(entity.Name), Styles.Source)
            .Append($"  {about}", Styles.Aside));
        terminal.Canvas.Write(grid);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
