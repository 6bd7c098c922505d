using System.Text;
using Sayso.Cli.Demo;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Analysis;
using Sayso.Core.Changes;
using Sayso.Core.Figures;
using Sayso.Core.Ledger;
using Sayso.Core.Positions;
using Sayso.Core.Timeline;
using Sayso.Core.Times;

namespace Sayso.Cli.Docs;

/// <summary>
/// The pages that come from the sample story: what <c>demo</c> and the views print, and one statement's way through the program. The
/// same on every machine, as far as the network's numbers are.
/// </summary>
internal sealed class StoryPages(DocumentSource source, AnalysisPipeline pipeline, ClaimAnalysis claims, Installation installation)
{
    private const int DrawnColumns = 110;
    private static readonly DateTimeOffset _now = new(2026, 3, 21, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Makes the pages, each with its file's name.</summary>
    public IReadOnlyList<(string Name, string Page)> Make(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("sayso-docs-");
        try
        {
            var path = Path.Combine(folder.FullName, "demo.db");
            var ledgers = new Ledgers(new FixedTime(_now));
            new StoryLedger(source, new LedgerWriter(ledgers, pipeline, installation), ledgers, installation)
                .Build(path, _ => { }, cancellationToken);
            using var ledger = ledgers.Open(path);
            var claimed = claims.Read(ledger, new ClaimQuery(), cancellationToken);
            var views = new LedgerViews(claimed);
            var pages = PageVersions.Of(ledger, asOf: null, cancellationToken);
            return [("demo.md", Demo(views, pages)), ("views.md", Views(views, pages)),
                ("walk.md", Walk(ledger, claimed, cancellationToken))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Demo(LedgerViews views, IReadOnlyList<PageVersion> pages) => $"""
        # What the demo prints

        Made by `./build docs`: what `./sayso demo` prints into a pipe; a terminal draws it in columns and colours.

        ```text
        {Print(terminal => new DemoView(terminal, "./sayso").Show(views, ChangeFinder.Of(pages), "demo.db", elapsed: null))}
        ```

        """;

    private static string Views(LedgerViews views, IReadOnlyList<PageVersion> pages)
    {
        var documents = views.Ledger.Documents;
        var figures = new FigureQuery { IsRepeated = true };
        var positions = new PositionQuery { HasMoved = true };
        var asOf = new TimelineQuery { In = DayRange.Of("2026-03-12/2026-03-13") };
        return $"""
            # The views over the demo's ledger

            Made by `./build docs`: what some commands print of the sample story on a terminal, without its colours. Each is a function of the documents and statements alone; `--format jsonl` gives all of it to programs, `--as-of DAY` what was known then.

            ## `sayso stories`

            ```text
            {Draw(terminal => views.Stories.ToList().ForEach(new StoryList(terminal).Add))}
            ```

            ## `sayso figures --limit 6`

            What the outlets say in their own voice stands under their name.

            ```text
            {Draw(terminal => views.Figures.Where(figures.Holds).Take(6).ToList().ForEach(new FigureList(terminal, documents).Add))}
            ```

            ## `sayso positions --moved`

            A date behind two dots is that of a text that tells of it: it was said before.

            ```text
            {Draw(terminal => views.Positions.Where(positions.Holds).ToList().ForEach(new PositionList(terminal, views).Add))}
            ```

            ## `sayso conflicts`

            ```text
            {Draw(terminal => views.Conflicts.ToList().ForEach(new ConflictList(terminal, documents).Add))}
            ```

            ## `sayso changes`

            ```text
            {Draw(terminal => ChangeFinder.Of(pages).ToList().ForEach(new ChangeList(terminal, pages.ToDictionary(p => p.Document.Id, p => p.Document, StringComparer.Ordinal)).Add))}
            ```

            ## `sayso timeline --in 2026-03-12/2026-03-13`

            ```text
            {Draw(terminal => views.Timeline.Where(asOf.Holds).ToList().ForEach(new TimelineList(terminal, documents).Add))}
            ```

            """;
    }

    private string Walk(ILedger ledger, ClaimedLedger claimed, CancellationToken cancellationToken)
    {
        var rows = ledger.Statements(new StatementQuery()).Select(StatementRow.Of).ToList();
        var stored = ledger.GetStatement(TellingStatements.Pick(rows, most: 1).Single().Id);
        var entry = ledger.GetDocument(stored.Statement.DocumentId);
        var explanation = new Explanation(entry, stored, ledger.Entries(entry.Document.Id),
            pipeline.Walk(entry.Document, cancellationToken))
        { Claims = claimed };
        return $"""
            # One statement's way through Sayso

            Made by `./build docs`: what `sayso explain {Wording.Short(stored.Statement.Id)}` prints of a statement of the sample story. Each hop is a type of the program; the numbers are those of the design, whose sixth, the analysis across documents, changes no statement. Beside a word stands its label and that label's share among the seven before its neighbours are looked at.

            ```text
            {Print(terminal =>
            {
                foreach (var hop in explanation.Hops())
                {
                    WalkView.Show(terminal, hop, asJson: false);
                }
            })}
            ```

            """;
    }

    private static string Print(Action<Terminal> show) => Shown(isTerminal: false, show);

    private static string Draw(Action<Terminal> show) =>
        string.Join('\n', Shown(isTerminal: true, show).Split('\n').Select(line => line.TrimEnd()));

    private static string Shown(bool isTerminal, Action<Terminal> show)
    {
        using var output = new MemoryStream();
        using var terminal = new Terminal(new TerminalOptions(output, Stream.Null, Stream.Null)
        {
            IsOutputTerminal = isTerminal,
            HasColours = false,
            Width = DrawnColumns
        });
        show(terminal);
        terminal.Flush();
        return Encoding.UTF8.GetString(output.ToArray()).TrimEnd();
    }
}
