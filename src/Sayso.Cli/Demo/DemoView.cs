using System.Globalization;
using NodaTime.Text;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Analysis;
using Sayso.Core.Changes;
using Sayso.Core.Conflicts;
using Sayso.Core.Figures;
using Sayso.Core.Positions;
using Sayso.Core.Text;
using Spectre.Console;

namespace Sayso.Cli.Demo;

/// <summary>
/// What a stranger sees first, on one screen: how many articles and how many independent origins, the number that moved, the
/// position that moved, the report that goes round, what cannot both be right, what was silently edited, and where to go next.
/// A part that a ledger has nothing for is left out.
/// </summary>
internal sealed class DemoView(Terminal terminal, string command)
{
    private const int ShownClaims = 3;
    private const int ShownConflicts = 3;
    private const int MostColumns = 110;
    private const int LongestClaim = 110;
    private const int LongestWords = 150;
    private const int LongestReason = 260;
    private const int OutletColumn = 20;

    /// <summary>Shows it.</summary>
    /// <param name="views">The story's views.</param>
    /// <param name="changes">What changed on its pages.</param>
    /// <param name="path">What to call its ledger's file.</param>
    /// <param name="elapsed">How long reading took; <c>null</c>: not said.</param>
    public void Show(LedgerViews views, IReadOnlyList<PageChange> changes, string path, TimeSpan? elapsed)
    {
        Sum(views, elapsed);
        Claims(views);
        Figure(views);
        Position(views);
        Round(views);
        Conflicts(views);
        Change(views, changes);
        Next(views, path);
    }

    private void Sum(LedgerViews views, TimeSpan? elapsed)
    {
        var story = views.Stories[0];
        var statements = views.Ledger.Claims.Sum(c => c.Claim.Statements.Count);
        var time = elapsed is { } t ? string.Create(CultureInfo.InvariantCulture, $", read in {t.TotalSeconds:0.0} seconds") : string.Empty;
        Heading($"{Wording.Count(story.Documents.Count, "article")}, {StoryList.Origins(story.Origins)}");
        Aside($"{Wording.Count(views.Ledger.Documents.Count, "document")}, {Wording.Count(statements, "statement")}{time}. The origins are of what several articles have.");
    }

    /// <summary>The most repeated claims that somebody answers for, each with its articles and their independent origins.</summary>
    private void Claims(LedgerViews views)
    {
        Part("What most articles claim, and on how many independent origins");
        foreach (var (claim, origins) in views.Ledger.Claims.Where(c => c.Origins.Groups.Count > 0 && c.Claim.Documents.Count > 1)
            .Take(ShownClaims).Select(c => (c.Claim, c.Origins)))
        {
            Row($"{Wording.Count(claim.Documents.Count, "article")}, {ClaimList.Origins(origins)}",
                Wording.Clip(SafeText.Line(claim.Proposition), LongestClaim), Wording.Short(claim.Id));
        }
    }

    /// <summary>Who gave a number first: of those of the first day somebody with a name, where there is one.</summary>
    private static string Named(IEnumerable<FigureReading> readings)
    {
        var first = readings.First();
        return (readings.TakeWhile(r => r.PublishedAt!.Value.Date == first.PublishedAt!.Value.Date).FirstOrDefault(r => r.Source.Any(char.IsUpper)) ?? first).Source;
    }

    /// <summary>The figure that most sources give different numbers for: its path, each source's numbers once.</summary>
    private void Figure(LedgerViews views)
    {
        var figure = views.Figures.Where(f => f.HasMoved && f.IsFixed)
            .OrderByDescending(f => f.Readings.Select(r => (r.Source, r.Interval)).Distinct().Count()).FirstOrDefault()
            ?? views.Figures.FirstOrDefault(f => f.HasMoved);
        if (figure is null)
        {
            return;
        }

        Part($"The number that moved: {SafeText.Line(FigureList.Title(figure))}");
        var path = figure.Readings.Where(r => r.IsAttributed && r.PublishedAt is not null).GroupBy(r => r.Interval)
            .Select(same => $"{FigureList.Value(figure, same.First())} ({Named(same)})");
        Line(SafeText.Line(string.Join(" → ", path)), Styles.Plain);
        foreach (var revision in figure.Revisions.Where(r => figure.Readings[r[0]].IsAttributed).Take(2))
        {
            Line($"{SafeText.Line(figure.Readings[revision[0]].Source)} revised its own: {FigureList.Revised(figure, revision)}",
                Styles.Aside);
        }
    }

    /// <summary>The position that moved most, with the words at each turn.</summary>
    private void Position(LedgerViews views)
    {
        if (views.Positions.FirstOrDefault(p => p.Moves.Count > 0) is not { } position)
        {
            return;
        }

        Part($"The position that moved: {SafeText.Line(position.Actor)} on “{Wording.Clip(SafeText.Line(position.Proposition), LongestClaim)}”");
        string[] turns = [position.Moves[0].First, .. position.Moves.Select(m => m.Second)];
        foreach (var turn in turns.Distinct(StringComparer.Ordinal))
        {
            var entry = position.Entries.First(e => e.StatementId == turn);
            var document = views.Ledger.Documents[entry.DocumentId];
            var statement = views.Statement(turn)!;
            Row($"{entry.Date}  {ClosedSet.NameOf(entry.Stance)}",
                Wording.Clip(SafeText.Line($"{document.Outlet}: {statement.Statement.Cue.TextOf(document.Text)} “{statement.Content}”"),
                    LongestWords), Wording.Short(turn));
        }
    }

    /// <summary>A report that goes round: the outlets in their order, and its words in the first of them.</summary>
    private void Round(LedgerViews views)
    {
        if (views.Ledger.Claims.FirstOrDefault(c => c.Origins.Circular.Count > 0) is not { } claim)
        {
            return;
        }

        Part("A report that goes round");
        var round = claim.Origins.Circular.MaxBy(r => r.Count)!;
        var outlets = round.Select(id => views.Ledger.Documents[id]).Select(LedgerDocuments.NameOf);
        Row(SafeText.Line(string.Join(" → ", outlets)), Wording.Clip(SafeText.Line(claim.Circulating), LongestClaim), Wording.Short(claim.Claim.Id));
    }

    private void Conflicts(LedgerViews views)
    {
        // One of each kind, that of most documents.
        var shown = views.Conflicts.Where(c => c.Alerts).GroupBy(c => c.Kind).Select(g => g.MaxBy(c => c.Documents.Count)!)
            .OrderBy(c => c.Kind == ConflictKind.Value).ThenBy(c => c.Documents.Count == 1).Take(ShownConflicts).ToList();
        if (shown.Count == 0)
        {
            return;
        }

        Part("What cannot both be right");
        foreach (var conflict in shown)
        {
            Row(ClosedSet.NameOf(conflict.Kind), Wording.Clip(SafeText.Line(conflict.Reason), LongestReason), Wording.Short(conflict.Id));
        }
    }

    private void Change(LedgerViews views, IReadOnlyList<PageChange> changes)
    {
        if (changes.FirstOrDefault(c => c.Edits.Count > 0) is not { } change)
        {
            return;
        }

        Part($"{(change.IsSilent ? "Silently edited" : "Edited")}: {SafeText.Line(LedgerDocuments.NameOf(views.Ledger.Documents[change.To]))}");
        Row("before", Wording.Clip(SafeText.Line(change.TitleBefore), LongestWords), Wording.Short(change.From));
        Row("after", Wording.Clip(SafeText.Line(change.TitleAfter), LongestWords), Wording.Short(change.To));
        Aside(string.Join(", ", change.Edits.GroupBy(e => e.Kind).OrderByDescending(g => g.Key)
            .Select(g => $"{Wording.Count(g.Count(), "statement")} {ClosedSet.NameOf(g.Key)}")));
    }

    /// <summary>What to try, on the names and ids of this ledger.</summary>
    private void Next(LedgerViews views, string path)
    {
        Part("Where to go next");
        var ledger = $"--ledger {ShellWord.Of(path)}";
        List<(string Command, string What)> hints = [];
        if (views.Positions.FirstOrDefault(p => p.Moves.Count > 0) is { } position)
        {
            var last = position.Moves[^1].Second;
            var name = position.Actor[(position.Actor.LastIndexOf(' ') + 1)..];
            hints.Add(($"positions --who {ShellWord.Of(name)} {ledger}", $"every turn of {name}'s"));
            hints.Add(($"show {Wording.Short(views.Statement(last)!.Statement.DocumentId)} {ledger}",
                "an article with its statements marked"));
            hints.Add(($"explain {Wording.Short(last)} {ledger}", "how a statement was read, step by step"));
        }

        hints.Add(($"claims {ledger}", "every claim with its articles, sides and origins"));
        if (views.Stories[0].First is { } first)
        {
            hints.Add(($"timeline --as-of {LocalDatePattern.Iso.Format(first.PlusDays(2))} {ledger}",
                "what happened when, as known two days in"));
        }

        hints.Add(($"serve {ledger}", "all of it in a browser"));
        hints.Add(("add ARTICLE.html", "your own reading, into sayso.db"));
        hints.Add(("--help", "figures, conflicts, changes, stories and everything else"));
        foreach (var (words, what) in hints)
        {
            if (terminal.IsTerminal)
            {
                terminal.Canvas.Write(new Paragraph($"  {what}: ", Styles.Aside));
                terminal.Out.WriteLine($"{command} {words}");
            }
            else
            {
                terminal.Out.WriteLine($"{what}: {command} {words}");
            }
        }
    }

    private void Row(string first, string second, string id)
    {
        if (!terminal.IsTerminal)
        {
            terminal.Out.WriteLine($"{first}\t{second}\t{id}");
            return;
        }

        var grid = new Grid { Width = Math.Min(terminal.Width, MostColumns) };
        grid.AddColumn(new GridColumn { Width = OutletColumn, Padding = new Padding(2, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Width = Wording.IdDigits, Padding = new Padding(0, 0, 0, 0), NoWrap = true });
        grid.AddRow(new Text(first), new Text(second, Styles.Content), new Text(id, Styles.Aside));
        terminal.Canvas.Write(grid);
    }

    private void Part(string heading)
    {
        terminal.Out.WriteLine();
        Heading(heading);
    }

    private void Heading(string words) => Line(words, Styles.Heading, indent: string.Empty);

    private void Aside(string words) => Line(words, Styles.Aside);

    private void Line(string words, Style style, string indent = "  ")
    {
        if (terminal.IsTerminal)
        {
            terminal.Canvas.Write(new Padder(new Paragraph(words, style), new Padding(indent.Length, 0, 0, 0)));
        }
        else
        {
            terminal.Out.WriteLine(words);
        }
    }
}
