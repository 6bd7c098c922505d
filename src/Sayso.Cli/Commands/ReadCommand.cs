using System.CommandLine;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Export;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso read PATH…</c>: documents in, statements out; no ledger.</summary>
internal sealed class ReadCommand : Command
{
    private readonly Terminal _terminal;
    private readonly DocumentSource _source;
    private readonly AnalysisPipeline _pipeline;
    private readonly Argument<string[]> _paths = DocumentSource.PathsArgument();
    private readonly Option<string> _format = CommonOptions.Format();
    private readonly StatedOptions _stated = new();
    private readonly ColumnsOption _columns = new();
    private readonly FetchingOptions _fetching = new();
    private readonly BoundsOption _bounds = new();

    public ReadCommand(Terminal terminal, DocumentSource source, AnalysisPipeline pipeline)
        : base("read", "Read files and addresses and print who said what in them; keeps nothing.")
    {
        _terminal = terminal;
        _source = source;
        _pipeline = pipeline;
        Add(_paths);
        Add(_format);
        _stated.AddTo(this);
        _columns.AddTo(this);
        _fetching.AddTo(this);
        _bounds.AddTo(this);
        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        var passedOver = new PassedOver(_terminal);
        var inputs = _source.With(_columns.Of(arguments), _bounds.Of(arguments)).With(_fetching.Of(arguments, null, cancellationToken))
            .Read(arguments.GetRequiredValue(_paths), _stated.Of(arguments), report: passedOver.Note);
        var code = ExitCode.Done;
        using var lines = new JsonLines();
        var list = new StatementList(_terminal);
        var asJson = arguments.GetValue(_format) == CommonOptions.Jsonl;
        foreach (var analysed in _pipeline.Run(inputs, cancellationToken))
        {
            var (input, statements) = analysed;
            if (input.Document is { } document)
            {
                if (asJson)
                {
                    lines.Document(document, statements, analysed.Values, _terminal.WriteBytes);
                }
                else
                {
                    Show(list, document, statements);
                    if (_terminal.IsTerminal)
                    {
                        // Elsewhere each line is a statement; programs read --format jsonl.
                        InconsistencyView.Show(_terminal, document, statements);
                    }

                    _terminal.Flush();
                }

                foreach (var warning in document.Problems)
                {
                    Complaints.Show(_terminal, warning, input.Path);
                }
            }
            else if (input.Problem is { } problem)
            {
                code = ExitCode.Failed;
                if (asJson)
                {
                    _terminal.WriteBytes(lines.Failure(input.Path, problem));
                }

                Complaints.Show(_terminal, problem, input.Path);
            }
        }

        passedOver.Show();
        return code;
    }

    private static void Show(StatementList list, Document document, IReadOnlyList<Statement> statements)
    {
        list.Heading(DocumentHead.Of(document));
        foreach (var statement in statements)
        {
            list.Add(StatementRow.Of(document, statement));
        }
    }
}
