using System.Globalization;
using Sayso.Cli.Terminals;
using Sayso.Core.Claims;
using Spectre.Console;

namespace Sayso.Cli.Rendering;

/// <summary>Claims for people: on a terminal the wording with its counts below; otherwise a line each, its fields separated by tabs.</summary>
internal sealed class ClaimList(Terminal terminal)
{
    private const int MostColumns = 110;
    private const int LongestWording = 240;

    /// <summary>How many were shown.</summary>
    public int Count { get; private set; }

    /// <summary>Shows one.</summary>
    public void Add(Claim claim)
    {
        Count++;
        if (!terminal.IsTerminal)
        {
            string[] fields =
            [
                claim.Id, Number(claim.Documents.Count), Number(claim.Statements.Count), Sides(claim), SafeText.Line(claim.Proposition),
            ];
            terminal.Out.WriteLine(string.Join('\t', fields));
            return;
        }

        var grid = new Grid { Width = Math.Min(terminal.Width, MostColumns) };
        grid.AddColumn(new GridColumn { Width = Wording.IdDigits, Padding = new Padding(0, 0, 2, 0), NoWrap = true });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        grid.AddRow(new Text(Wording.Short(claim.Id), Styles.Aside), new Text(Wording.Clip(SafeText.Line(claim.Proposition), LongestWording), Styles.Content));
        grid.AddRow(
            Text.Empty,
            new Text($"{Wording.Count(claim.Documents.Count, "article")}, {Wording.Count(claim.Statements.Count, "statement")}: {Sides(claim)}", Styles.Aside));
        terminal.Canvas.Write(grid);
    }

    /// <summary><c>5 for, 2 against, 1 neutral</c>, without those that nobody takes.</summary>
    private static string Sides(Claim claim) => string.Join(", ", Enum.GetValues<Side>()
        .Select(side => (Side: side, Count: claim.Statements.Count(s => s.Side == side)))
        .Where(s => s.Count > 0)
        .Select(s => $"{Number(s.Count)} {s.Side.ToString().ToLowerInvariant()}"));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
