using System.CommandLine;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Errors;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso add PATH…</c>: documents into a ledger. Stopped and run again, it goes on where it was.</summary>
internal sealed class AddCommand : Command
{
    private readonly Terminal _terminal;
    private readonly DocumentSource _source;
    private readonly LedgerWriter _writer;
    private readonly TimeProvider _time;
    private readonly Argument<string[]> _paths = DocumentSource.PathsArgument();
    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly Option<string> _format = CommonOptions.Format();
    private readonly StatedOptions _stated = new();
    private readonly ColumnsOption _columns = new();
    private readonly FetchingOptions _fetching = new();
    private readonly BoundsOption _bounds = new();

    public AddCommand(Terminal terminal, DocumentSource source, LedgerWriter writer, TimeProvider time)
        : base("add", "Read files and addresses into the ledger; what is there already changes nothing.")
    {
        _terminal = terminal;
        _source = source;
        _writer = writer;
        _time = time;
        Add(_paths);
        Add(_ledger);
        Add(_format);
        _stated.AddTo(this);
        _columns.AddTo(this);
        _fetching.AddTo(this);
        _bounds.AddTo(this);
        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        var paths = arguments.GetRequiredValue(_paths);
        var path = arguments.GetRequiredValue(_ledger);
        var source = _source.With(_columns.Of(arguments), _bounds.Of(arguments))
            .With(_fetching.Of(arguments, ArchiveFolder.Of(path), cancellationToken));
        using var bar = new ProgressBar(_terminal, _time, DocumentSource.Count(paths, cancellationToken));
        var report = new AddReport(_terminal, arguments.GetValue(_format) == CommonOptions.Jsonl);
        var passedOver = new PassedOver(_terminal);
        var sum = default(AddSum);
        try
        {
            foreach (var item in _writer.Add(path, known => source.Read(paths, _stated.Of(arguments), known, passedOver.Note),
                cancellationToken))
            {
                sum += item;
                bar.Clear();
                report.Show(item);
                bar.Show(sum.Inputs);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SaysoException)
        {
            // Stopped, or no room left: what was reported is done, and the sum says how much that is.
            bar.Clear();
            report.Close(sum, path);
            throw;
        }

        bar.Clear();
        passedOver.Show();
        report.Close(sum, path);
        return sum.Failed > 0 ? ExitCode.Failed : ExitCode.Done;
    }
}
