using System.CommandLine;
using Sayso.Cli.Commands;
using Sayso.Cli.Demo;
using Sayso.Cli.Docs;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Terminals;
using Sayso.Core.Analysis;
using Sayso.Ingestion;
using Sayso.Ingestion.Fetching;

namespace Sayso.Cli;

/// <summary>The one place where everything is put together. Nothing is loaded until a command needs it.</summary>
internal sealed class Composition : IDisposable
{
    private readonly Analyzers _analyzers;
    private readonly SentenceEncoders _encoders;

    /// <summary>One of its own for those who search: they do not wait while claims are reckoned.</summary>
    private readonly SentenceEncoders _searching;

    /// <summary>Makes the commands.</summary>
    /// <param name="terminal">Where they print.</param>
    /// <param name="installation">Where models and samples are.</param>
    /// <param name="time">The clock.</param>
    /// <param name="fetching">How addresses are fetched; tests with servers of their own give another.</param>
    public Composition(Terminal terminal, Installation installation, TimeProvider time, FetchOptions? fetching = null)
    {
        _analyzers = new Analyzers(installation);
        _encoders = new SentenceEncoders(installation);
        _searching = new SentenceEncoders(installation);
        var source = new DocumentSource(new DocumentReader(), terminal) { Plan = new FetchPlan { Options = fetching ?? new FetchOptions(), Time = time } };
        var pipeline = new AnalysisPipeline(_analyzers);
        var ledgers = new Ledgers(time);
        var writer = new LedgerWriter(ledgers, pipeline, installation);
        var claims = new ClaimAnalysis(_encoders.Encode);
        var views = new ViewOptions(terminal, ledgers, claims);
        var tools = new CorrectionTools(terminal, ledgers, claims, installation.Version);
        var corrections = new Corrections(tools);
        var story = new StoryLedger(source, writer, ledgers, installation);
        var access = new AccessTools(terminal, ledgers);
        var sites = new Sites(ledgers, writer, story, (installation, new ClaimAnalysis(_encoders.Encode) { Grows = true })) { Fetching = fetching ?? new FetchOptions(), Encode = _searching.Encode };
        Root = new RootCommand("The ledger of who said what, on whose word: reads news and keeps every attributed claim with its exact words.")
        {
            new DemoCommand(terminal, story, ledgers, (installation, time, claims)),
            new ReadCommand(terminal, source, pipeline),
            new AddCommand(terminal, source, writer, time),
            new WatchCommand(terminal, writer, time) { Fetching = fetching ?? new FetchOptions() },
            new DocumentsCommand(terminal, ledgers),
            new StatementsCommand(terminal, ledgers, claims),
            new ClaimsCommand(terminal, ledgers, claims),
            new ClaimCommand(terminal, ledgers, claims, corrections.OfClaims()),
            new DossierCommand(terminal, ledgers, claims, installation.Version),
            new StoriesCommand(terminal, views),
            new FiguresCommand(terminal, views),
            new PositionsCommand(terminal, views),
            new TimelineCommand(terminal, views),
            new ConflictsCommand(terminal, views),
            new ChangesCommand(terminal, ledgers),
            new EntitiesCommand(terminal, views),
            new SearchCommand(terminal, ledgers, claims),
            new ShowCommand(terminal, ledgers),
            new ServeCommand(terminal, sites, ledgers, story),
            new McpCommand(terminal, sites, ledgers),
            new UserCommand(access),
            new TokenCommand(access),
            new AuditCommand(access),
            new ExplainCommand(terminal, ledgers, pipeline),
            new WatchlistCommand(terminal, ledgers, claims),
            corrections.OfOrigins(),
            corrections.OfEntities(),
            corrections.OfGrades(),
            corrections.OfConflicts(),
            corrections.OfNotes(),
            corrections.OfUndoing(),
            new HistoryCommand(tools),
            VisibilityCommand.Retract(terminal, ledgers, installation),
            VisibilityCommand.Restore(terminal, ledgers, installation),
            new ReanalyzeCommand(terminal, writer, time),
            new VerifyCommand(terminal, ledgers),
            new PurgeCommand(terminal, ledgers, installation),
            new BackupCommand(terminal, ledgers),
            new ExportCommand(terminal, ledgers, claims, installation.Version),
            new EvalCommand(terminal, pipeline)
            {
                new EvalClaimsCommand(terminal, _encoders, pipeline),
                new EvalStoriesCommand(terminal, new StoryReading(source, pipeline, claims)),
                new EvalTimeCasesCommand(terminal),
                EvalJudgedCommands.OwnVoice(terminal, pipeline),
                EvalJudgedCommands.Sources(terminal, pipeline),
                EvalJudgedCommands.Relations(terminal, pipeline),
                new EvalEntitiesCommand(terminal),
            },
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
        _searching.Dispose();
    }
}
