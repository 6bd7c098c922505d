using System.CommandLine;
using Sayso.Cli.Demo;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Analysis;
using Sayso.Core.Changes;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso demo</c>: the first thing anybody sees.</summary>
internal sealed class DemoCommand : Command
{
    private readonly Terminal _terminal;
    private readonly StoryLedger _story;
    private readonly Ledgers _ledgers;
    private readonly Option<string?> _ledger =
        CommonOptions.Words("--ledger", "FILE", "Where to keep the story's ledger: a file that is not there yet.").IsPath();

    private readonly DemoView _view;
    private readonly TimeProvider _time;
    private readonly ClaimAnalysis _claims;

    public DemoCommand(Terminal terminal, StoryLedger story, Ledgers ledgers,
        (Installation Installation, TimeProvider Time, ClaimAnalysis Claims) about)
        : base("demo", "Read a bundled story and show its ledger.")
    {
        _terminal = terminal;
        _story = story;
        _ledgers = ledgers;
        _time = about.Time;
        _claims = about.Claims;
        _view = new DemoView(terminal, ShellWord.Of(about.Installation.Command));
        Add(_ledger);
        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        var begun = _time.GetTimestamp();
        string path;
        using (var bar = new ProgressBar(_terminal, _time, () => null))
        {
            path = _story.Build(arguments.GetValue(_ledger), bar.Show, cancellationToken);
        }

        var elapsed = _time.GetElapsedTime(begun);
        using var ledger = _ledgers.Open(path);
        var views = new LedgerViews(_claims.Read(ledger, new ClaimQuery(), cancellationToken));
        _view.Show(views, ChangeFinder.Of(PageVersions.Of(ledger, asOf: null, cancellationToken)), path, elapsed);
        return ExitCode.Done;
    }
}
