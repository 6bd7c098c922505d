using System.Globalization;
using System.Text.RegularExpressions;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Analysis;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Spectre.Console;

namespace Sayso.Cli.Demo;

/// <summary>The demo's parts: the documents, a sum, what is claimed on how many origins, telling statements, what does not add up, where to go next.</summary>
internal sealed partial class DemoView(Terminal terminal, string command)
{
    private const int Picks = 10;
    private const int OwnPicks = 3;
    private const int ShownClaims = 5;
    private const int MostColumns = 110;
    private const int OutletColumn = 20;

    /// <summary>Shows them all.</summary>
    /// <param name="ledger">The story's ledger.</param>
    /// <param name="path">What to call its file.</param>
    /// <param name="claims">The story's claims, those of most documents first.</param>
    /// <param name="elapsed">How long reading took; <c>null</c>: not said.</param>
    public void Show(ILedger ledger, string path, ClaimedLedger claims, TimeSpan? elapsed)
    {
        var documents = ledger.Documents(new DocumentQuery { IncludeContent = true })
            .OrderBy(d => d.Document.Published is null).ThenBy(d => d.Document.Published?.ToInstant()).ThenBy(d => d.Document.Path, StringComparer.Ordinal).ToList();
        var rows = ledger.Statements(new StatementQuery()).Select(StatementRow.Of).ToList();
        var picks = TellingStatements.Pick([.. rows.Where(r => !r.IsOwnVoice)], Picks);
        var own = rows.Where(r => r.IsOwnVoice).ToList();
        Documents(documents);
        Sum(documents.Count, (rows.Count, own.Count), elapsed);
        Claims(claims);
        Line(string.Empty);
        Statements("Some of who said what", picks.Select(p => new Passage(ledger.GetStatement(p.Id), ledger.GetDocument(p.Head.Id).Document)));
        Statements("What outlets assert themselves", TellingStatements.Pick(own, OwnPicks).Select(p => new Passage(ledger.GetStatement(p.Id), ledger.GetDocument(p.Head.Id).Document)));
        Inconsistencies(documents.Select(d => d.Document), ledger);
        Next(path, picks, rows);
    }

    /// <summary>The story's documents, in the order of publication.</summary>
    private void Documents(IReadOnlyList<LedgerDocument> documents)
    {
        Heading("The documents");
        var grid = Grid(12, OutletColumn, null, 11);
        Row(grid, [new("published", Styles.Aside), new("outlet", Styles.Aside), new("title", Styles.Aside), new("statements", Styles.Aside)]);
        foreach (var entry in documents)
        {
            var title = SafeText.Line(entry.Document.Title ?? FirstLine(entry.Document.Text));
            var remark = entry.Version > 1 ? $" (version {entry.Version} of its page)" : string.Empty;
            Row(grid, [
                new(Day(entry.Document.Published), Styles.Aside), new(SafeText.Line(entry.Document.Outlet ?? "no outlet named"), entry.Document.Outlet is null ? Styles.Aside : Styles.Plain),
                new(title + remark, Styles.Plain), new($"{entry.StatementCount,10}", Styles.Aside)]);
        }

        Draw(grid);
    }

    /// <summary>What was read.</summary>
    private void Sum(int documents, (int All, int Own) statements, TimeSpan? elapsed)
    {
        var time = elapsed is { } t ? string.Create(CultureInfo.InvariantCulture, $", read in {t.TotalSeconds:0.0} seconds") : string.Empty;
        Line($"{Wording.Count(documents, "document")}, {Wording.Count(statements.All, "statement")}, {statements.Own} of them {Wording.OwnVoice.Replace("its", "the outlets'", StringComparison.Ordinal)}{time}.");
    }

    /// <summary>The most repeated claims that somebody answers for, each with its articles and their independent origins.</summary>
    private void Claims(ClaimedLedger claims)
    {
        Line(string.Empty);
        Heading("What is claimed, and on how many independent origins");
        var list = new ClaimList(terminal);
        foreach (var (claim, origins) in claims.Claims.Where(c => c.Origins.Groups.Count > 0).Take(ShownClaims))
        {
            list.Summarise(claim, origins);
        }
    }

    /// <summary>Statements, each as the passage that it stands in.</summary>
    private void Statements(string heading, IEnumerable<Passage> passages)
    {
        Heading(heading);
        foreach (var passage in passages)
        {
            Statement(passage);
        }

        if (!terminal.IsTerminal)
        {
            Line(string.Empty);
        }
    }

    /// <summary>What cannot be right within one document.</summary>
    private void Inconsistencies(IEnumerable<Document> documents, ILedger ledger)
    {
        var found = documents.SelectMany(document => DocumentValues.Of(document)
            .InconsistenciesOf(document, ledger.Statements(new StatementQuery { DocumentId = document.Id }).Select(s => s.Statement))
            .Select(inconsistency => (Document: document, Inconsistency: inconsistency))).ToList();
        if (found.Count == 0)
        {
            return;
        }

        Heading("What does not add up");
        var grid = Grid(12, OutletColumn, null);
        foreach (var (document, inconsistency) in found)
        {
            Row(grid, [
                new(Day(document.Published), Styles.Aside), new(SafeText.Line(document.Outlet), Styles.Plain),
                new($"{SafeText.Line(inconsistency.Reason)} {InconsistencyView.Words(document, inconsistency)}", Styles.Plain)]);
        }

        Draw(grid);
    }

    /// <summary>What to try, on the names and ids of this ledger.</summary>
    private void Next(string path, IReadOnlyList<StatementRow> picks, IReadOnlyList<StatementRow> all)
    {
        Heading("Where to go next");
        var ledger = $"--ledger {ShellWord.Of(path)}";
        List<(string Command, string What)> hints = [];
        if (MostHeard(all) is { } name)
        {
            hints.Add(($"statements --who {name} {ledger}", $"what {name} said, day by day"));
        }

        if (picks.Count > 0)
        {
            hints.Add(($"show {Wording.Short(picks[0].Head.Id)} {ledger}", "an article with its statements marked"));
            hints.Add(($"explain {Wording.Short(picks[0].Id)} {ledger}", "how a statement was read, step by step"));
        }

        hints.Add(($"claims {ledger}", "every claim with its articles, sides and origins"));
        hints.Add(("add ARTICLE.html", "your own reading, into sayso.db"));
        hints.Add(("--help", "everything else"));
        foreach (var (words, what) in hints)
        {
            if (terminal.IsTerminal)
            {
                terminal.Canvas.Write(new Paragraph($"  {what}", Styles.Aside));
                terminal.Canvas.WriteLine();
                terminal.Out.WriteLine($"    {command} {words}");
            }
            else
            {
                terminal.Out.WriteLine($"{what}: {command} {words}");
            }
        }
    }

    private static string Day(NodaTime.OffsetDateTime? time) => time is null ? "undated" : Wording.Day(time);

    private static string FirstLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? string.Empty;

    /// <summary>
    /// The last name of whoever speaks most. A last name is the end of a longer name in one source and stands alone in
    /// another: that tells people from companies, whose names stay whole.
    /// </summary>
    private static string? MostHeard(IReadOnlyList<StatementRow> rows) => rows
        .SelectMany(r => FullName().Matches(r.Source).Select(m => m.Groups["last"].Value))
        .Distinct(StringComparer.Ordinal)
        .Where(name => rows.Any(r => Regex.IsMatch(r.Source, $@"(?<!\p{{Lu}}\S* ){name}\b")))
        .Select(name => (Name: name, Count: rows.Count(r => Regex.IsMatch(r.Source, $@"\b{name}\b"))))
        .OrderByDescending(n => n.Count).ThenBy(n => n.Name, StringComparer.Ordinal)
        .FirstOrDefault().Name;

    [GeneratedRegex(@"(\p{Lu}\w+ )+(?<last>\p{Lu}\w+)")]
    private static partial Regex FullName();

    private void Statement(Passage passage)
    {
        var (entry, document) = passage;
        var day = Wording.Day(entry.Published);
        var outlet = SafeText.Line(entry.Outlet);
        var statement = entry.Statement;
        TextSpan[] spans = [.. statement.Source, .. statement.Cue, .. statement.Content];
        var part = new TextSpan(spans.Min(s => s.Start), spans.Max(s => s.End));
        if (!terminal.IsTerminal)
        {
            Line($"{day}\t{outlet}\t{SafeText.Line(MarkedText.Bracketed(document.Text, [statement], new MarkedPart(part, IsNumbered: false)))}\t{SafeText.Line(Wording.Chain(statement.Chain))}\t{Wording.Attitude(statement.Attitude)}\t{Wording.Short(statement.Id)}");
            return;
        }

        var grid = Grid(12, OutletColumn, null, 11);
        grid.AddRow(
            new Text(day, Styles.Aside), new Text(outlet), ArticleView.Passage(document.Text, statement, part), new Text(Wording.Short(statement.Id), Styles.Aside));
        string[] understood = [Wording.Chain(statement.Chain), Wording.Attitude(statement.Attitude)];
        grid.AddRow(Text.Empty, Text.Empty, new Text(SafeText.Line(string.Join(" · ", understood.Where(u => u.Length > 0))), Styles.Aside), Text.Empty);
        terminal.Canvas.Write(grid);
        terminal.Canvas.WriteLine();
    }

    private Grid Grid(params int?[] widths)
    {
        var grid = new Grid { Width = Math.Min(terminal.Width, MostColumns) };
        foreach (var width in widths)
        {
            grid.AddColumn(new GridColumn { Width = width, Padding = new Padding(0, 0, 2, 0) });
        }

        return grid;
    }

    private void Row(Grid grid, Words[] cells)
    {
        if (terminal.IsTerminal)
        {
            grid.AddRow([.. cells.Select(c => new Text(c.Text, c.Style))]);
        }
        else
        {
            terminal.Out.WriteLine(string.Join('\t', cells.Select(c => c.Text.Trim())));
        }
    }

    private void Draw(Grid grid)
    {
        if (terminal.IsTerminal)
        {
            terminal.Canvas.Write(grid);
        }

        terminal.Out.WriteLine();
    }

    private void Heading(string words)
    {
        if (terminal.IsTerminal)
        {
            terminal.Canvas.Write(new Paragraph(words, Styles.Heading));
            terminal.Canvas.WriteLine();
        }
        else
        {
            terminal.Out.WriteLine(words);
        }
    }

    private void Line(string words) => terminal.Out.WriteLine(words);

    private readonly record struct Words(string Text, Style Style);
}

/// <summary>A statement with the text that it stands in.</summary>
/// <param name="Entry">The statement.</param>
/// <param name="Document">Its document.</param>
internal sealed record Passage(LedgerStatement Entry, Document Document);
