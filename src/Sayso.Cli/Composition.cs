using System.CommandLine;
using Sayso.Cli.Commands;
using Sayso.Cli.Demo;
using Sayso.Cli.Docs;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Terminals;
using Sayso.Core.Analysis;
using Sayso.Ingestion;

namespace Sayso.Cli;

/// <summary>The one place where everything is put together. Nothing is loaded until a command needs it.</summary>
internal sealed class Composition : IDisposable
{
    private readonly Analyzers _analyzers;
    private readonly SentenceEncoders _encoders;

    /// <summary>Makes the commands.</summary>
    public Composition(Terminal terminal, Installation installation, TimeProvider time)
    {
        _analyzers = new Analyzers(installation);
        _encoders = new SentenceEncoders(installation);
        var source = new DocumentSource(new DocumentReader(), terminal);
        var pipeline = new AnalysisPipeline(_analyzers);
        var ledgers = new Ledgers(time);
        var writer = new LedgerWriter(ledgers, pipeline, installation);
        var claims = new ClaimAnalysis(_encoders.Encode);
        var views = new ViewOptions(ledgers, claims);
        var story = new StoryLedger(source, writer, ledgers, installation);
        Root = new RootCommand("The ledger of who said what, on whose word: reads news and keeps every attributed claim with its exact words.")
        {
            new DemoCommand(terminal, story, ledgers, (installation, time, claims)),
            new ReadCommand(terminal, source, pipeline),
            new AddCommand(terminal, source, writer, time),
            new DocumentsCommand(terminal, ledgers),
            new StatementsCommand(terminal, ledgers, claims),
            new ClaimsCommand(terminal, ledgers, claims),
            new ClaimCommand(terminal, ledgers, claims),
            new StoriesCommand(terminal, views),
            new FiguresCommand(terminal, views),
            new PositionsCommand(terminal, views),
            new TimelineCommand(terminal, views),
            new ConflictsCommand(terminal, views),
            new ChangesCommand(terminal, ledgers),
            new ShowCommand(terminal, ledgers),
            new ServeCommand(terminal, new Sites(ledgers, writer, story, (installation, claims)), ledgers, story),
            new ExplainCommand(terminal, ledgers, pipeline),
            VisibilityCommand.Retract(terminal, ledgers, installation),
            VisibilityCommand.Restore(terminal, ledgers, installation),
            new ReanalyzeCommand(terminal, writer, time),
            new VerifyCommand(terminal, ledgers),
            new ExportCommand(terminal, ledgers),
            new EvalCommand(terminal, pipeline)
            {
                new EvalClaimsCommand(terminal, _encoders),
                new EvalStoriesCommand(terminal, new StoryReading(source, pipeline, claims)),
                new EvalTimeCasesCommand(terminal),
                new EvalOwnVoiceCommand(terminal, pipeline),
           , new EvalEntitiesCommand(terminal) },
            new VersionCommand(terminal, installation),
        };
        Root.Add(new DocsCommand(terminal, Root, new StoryPages(source, pipeline, claims, installation)));
    }

    /// <summary>The command line.</summary>
    public RootCommand Root { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _analyzers.Dispose();
        _encoders.Dispose();
    }
}
