using System.Globalization;
using NodaTime.Text;
using Sayso.Cli.Terminals;
using Sayso.Core.Origins;
using Sayso.Core.Stories;
using Spectre.Console;

namespace Sayso.Cli.Rendering;

/// <summary>
/// Stories for people: on a terminal the headline with its counts below; otherwise a line each, its fields separated by tabs.
/// </summary>
internal sealed class StoryList(Terminal terminal)
{
    private const int MostColumns = 110;
    private static readonly LocalDatePattern _day = LocalDatePattern.CreateWithInvariantCulture("d MMM uuuu");

    /// <summary>Shows one.</summary>
    public void Add(Story story)
    {
        if (!terminal.IsTerminal)
        {
            string[] fields =
            [
                story.Id, Number(story.Documents.Count), Number(story.Claims.Count), Number(story.Origins.Low),
                Number(story.Origins.High), Days(story), SafeText.Line(story.Title),
            ];
            terminal.Out.WriteLine(string.Join('\t', fields));
            return;
        }

        var grid = new Grid { Width = Math.Min(terminal.Width, MostColumns) };
        grid.AddColumn(new GridColumn { Width = Wording.IdDigits, Padding = new Padding(0, 0, 2, 0), NoWrap = true });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        grid.AddRow(new Text(Wording.Short(story.Id), Styles.Aside), new Text(SafeText.Line(story.Title), Styles.Heading));
        grid.AddRow(Text.Empty, new Text(string.Join(" · ", new[] { Sum(story), Days(story) }.Where(p => p.Length > 0)), Styles.Aside));
        terminal.Canvas.Write(grid);
    }

    /// <summary><c>41 articles, 3–5 independent origins, 12 claims</c>.</summary>
    public static string Sum(Story story) =>
        $"{Wording.Count(story.Documents.Count, "article")}, {Origins(story.Origins)}, {Wording.Count(story.Claims.Count, "claim")}";

    /// <summary><c>3–5 independent origins</c>.</summary>
    public static string Origins(OriginCount count) => count.Low == count.High
        ? Wording.Count(count.High, "independent origin")
        : $"{Number(count.Low)}–{Number(count.High)} independent origins";

    private static string Days(Story story) => (story.First, story.Last) switch
    {
        ({ } first, { } last) when first == last => _day.Format(first),
        ({ } first, { } last) => $"{_day.Format(first)} – {_day.Format(last)}",
        _ => string.Empty,
    };

    private static string Number(int number) => number.ToString("0", CultureInfo.InvariantCulture);
}
