using System.Text;
using Sayso.Cli.Demo;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Analysis;
using Sayso.Core.Ledger;

namespace Sayso.Cli.Docs;

/// <summary>
/// The pages that come from the sample story: what <c>demo</c> prints, and one statement's way through the program. The
/// same on every machine, as far as the network's numbers are.
/// </summary>
internal sealed class StoryPages(DocumentSource source, AnalysisPipeline pipeline, ClaimAnalysis claims, Installation installation)
{
    private static readonly DateTimeOffset _now = new(2026, 3, 21, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Makes the pages, each with its file's name.</summary>
    public IReadOnlyList<(string Name, string Page)> Make(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("sayso-docs-");
        try
        {
            var path = Path.Combine(folder.FullName, "demo.db");
            var ledgers = new Ledgers(new FixedTime(_now));
            new StoryLedger(source, new LedgerWriter(ledgers, pipeline, installation), ledgers, installation).Build(path, _ => { }, cancellationToken);
            using var ledger = ledgers.Open(path);
            return [("demo.md", Demo(ledger, cancellationToken)), ("walk.md", Walk(ledger, cancellationToken))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private string Demo(ILedger ledger, CancellationToken cancellationToken) => $"""
        # What the demo prints

        Made by `./build docs`: what `./sayso demo` prints into a pipe, where a source, a cue and a content have brackets; a terminal shows them in colours.

        ```text
        {Print(terminal => new DemoView(terminal, "./sayso").Show(ledger, "demo.db", claims.Read(ledger, new ClaimQuery(), cancellationToken), elapsed: null))}
        ```

        """;

    private string Walk(ILedger ledger, CancellationToken cancellationToken)
    {
        var rows = ledger.Statements(new StatementQuery()).Select(StatementRow.Of).ToList();
        var stored = ledger.GetStatement(TellingStatements.Pick(rows, most: 1).Single().Id);
        var entry = ledger.GetDocument(stored.Statement.DocumentId);
        var explanation = new Explanation(entry, stored, ledger.Entries(entry.Document.Id), pipeline.Walk(entry.Document, cancellationToken));
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

    private static string Print(Action<Terminal> show)
    {
        using var output = new MemoryStream();
        using var terminal = new Terminal(new TerminalOptions(output, Stream.Null, Stream.Null));
        show(terminal);
        terminal.Flush();
        return Encoding.UTF8.GetString(output.ToArray()).TrimEnd();
    }
}
