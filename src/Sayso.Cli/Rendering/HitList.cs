using Sayso.Cli.Terminals;
using Sayso.Core.Search;
using Sayso.Core.Text;
using Spectre.Console;

namespace Sayso.Cli.Rendering;

/// <summary>What a search found, for people: columns on a terminal, otherwise a line each, its fields separated by tabs.</summary>
internal sealed class HitList(Terminal terminal)
{
    private const int MostColumns = 110;
    private const int LongestPassage = 240;

    /// <summary>How many were shown.</summary>
    public int Count { get; private set; }

    /// <summary>Shows one.</summary>
    public void Add(SearchHit hit)
    {
        Count++;
        if (!terminal.IsTerminal)
        {
            string[] fields = [ClosedSet.NameOf(hit.Kind), hit.Id, hit.DocumentId ?? string.Empty, Wording.Day(hit.Published), SafeText.Line(hit.Outlet),
                SafeText.Line(hit.Text)];
            terminal.Out.WriteLine(string.Join('\t', fields));
            return;
        }

        var grid = new Grid { Width = Math.Min(terminal.Width, MostColumns) };
        grid.AddColumn(new GridColumn { Width = Wording.IdDigits, Padding = new Padding(0, 0, 2, 0), NoWrap = true });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        var about = string.Join(" · ",
            new[] { ClosedSet.NameOf(hit.Kind), hit.Actor is { } actor ? Known(actor) : Wording.Day(hit.Published),
                SafeText.Line(hit.Outlet ?? hit.Title), hit.Found is FoundBy.Meaning ? "in other words" : string.Empty }.Where(p => p.Length > 0));
        grid.AddRow(new Text(hit.Actor is null ? Wording.Short(hit.Id) : string.Empty, Styles.Aside), new Text(Wording.Clip(SafeText.Line(hit.Text), LongestPassage)));
        grid.AddRow(Text.Empty, new Text(about, Styles.Aside));
        terminal.Canvas.Write(grid);
    }

    private static string Known(LedgerActor actor)
    {
        var others = actor.Names.Where(n => n != actor.Name).Take(3).ToList();
        return $"{(others.Count > 0 ? $"also {SafeText.Line(string.Join(", ", others))} · " : string.Empty)}{PlainWords.Count(actor.Statements, "statement")} in {PlainWords.Count(actor.Documents, "document")}";
    }
}
