using System.Globalization;
using Sayso.Cli.Terminals;
using Sayso.Core.Claims;
using Sayso.Core.Origins;
using Spectre.Console;

namespace Sayso.Cli.Rendering;

/// <summary>
/// Claims for people: on a terminal the wording with its counts below; otherwise a line each, its fields separated by tabs.
/// </summary>
internal sealed class ClaimList(Terminal terminal)
{
    private const int MostColumns = 110;
    private const int LongestWording = 240;

    /// <summary>How many were shown.</summary>
    public int Count { get; private set; }

    /// <summary>Shows one.</summary>
    public void Add(Claim claim, ClaimOrigins origins)
    {
        Count++;
        if (!terminal.IsTerminal)
        {
            string[] fields =
            [
                claim.Id, Number(claim.Documents.Count), Number(claim.Statements.Count), Sides(claim), Origins(origins),
                string.Join(", ", Alerts(origins)), SafeText.Line(claim.Proposition),
            ];
            terminal.Out.WriteLine(string.Join('\t', fields));
            return;
        }

        Draw(claim, origins);
    }

    /// <summary>Shows one as a demo does: what counts and the wording, without sides.</summary>
    public void Summarise(Claim claim, ClaimOrigins origins)
    {
        if (terminal.IsTerminal)
        {
            Draw(claim, origins);
            return;
        }

        string[] counts = [Wording.Count(claim.Documents.Count, "article"), Origins(origins), .. Alerts(origins)];
        terminal.Out.WriteLine($"{string.Join(", ", counts)}\t{SafeText.Line(claim.Proposition)}\t{Wording.Short(claim.Id)}");
    }

    private void Draw(Claim claim, ClaimOrigins origins)
    {
        var grid = new Grid { Width = Math.Min(terminal.Width, MostColumns) };
        grid.AddColumn(new GridColumn { Width = Wording.IdDigits, Padding = new Padding(0, 0, 2, 0), NoWrap = true });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        grid.AddRow(new Text(Wording.Short(claim.Id), Styles.Aside),
            new Text(Wording.Clip(SafeText.Line(claim.Proposition), LongestWording), Styles.Content));
        grid.AddRow(
            Text.Empty,
            new Text(string.Join(" · ", [$"{Wording.Count(claim.Documents.Count, "article")}, {Origins(origins)}", Sides(claim),
                .. Alerts(origins)]), Styles.Aside));
        terminal.Canvas.Write(grid);
    }

    /// <summary><c>2–4 origins</c>, <c>1 origin against</c>: bounds of those for and against, where there are any.</summary>
    public static string Origins(ClaimOrigins origins)
    {
        string[] sides = [.. new[] { Bounds(origins.For, string.Empty), Bounds(origins.Against, " against") }.OfType<string>()];
        return sides.Length == 0 ? "no origin" : string.Join(", ", sides);
    }

    /// <summary>What to beware of: <c>circular</c>, <c>dead end</c>.</summary>
    public static IEnumerable<string> Alerts(ClaimOrigins origins)
    {
        if (origins.Circular.Count > 0)
        {
            yield return "circular reporting";
        }

        if (origins.DeadEnds.Count > 0)
        {
            yield return "cites a report that does not have it";
        }
    }

    private static string? Bounds(OriginCount count, string side) => count.High == 0 ? null
        : count.Low == count.High ? $"{Wording.Count(count.High, "origin")}{side}"
        : $"{Number(count.Low)}–{Number(count.High)} origins{side}";

    /// <summary><c>5 for, 2 against, 1 neutral</c>, without those that nobody takes.</summary>
    public static string Sides(Claim claim) => string.Join(", ", Enum.GetValues<Side>()
        .Select(side => (Side: side, Count: claim.Statements.Count(s => s.Side == side)))
        .Where(s => s.Count > 0)
        .Select(s => $"{Number(s.Count)} {s.Side.ToString().ToLowerInvariant()}"));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
