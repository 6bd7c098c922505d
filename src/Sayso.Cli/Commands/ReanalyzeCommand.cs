using System.CommandLine;
using System.Text.Json;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso reanalyze [DOCUMENT…]</c>: after a change of model. Stopped and run again, it goes on where it was.</summary>
internal sealed class ReanalyzeCommand : Command
{
    private readonly Terminal _terminal;
    private readonly LedgerWriter _writer;
    private readonly TimeProvider _time;
    private readonly Argument<string[]> _documents = new("DOCUMENT")
    {
        Description = "Documents' ids, or their beginnings; without any, all that another model read.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly Option<string> _format = CommonOptions.Format();

    public ReanalyzeCommand(Terminal terminal, LedgerWriter writer, TimeProvider time)
        : base("reanalyze", "Read documents of the ledger anew with the present model; old statements are kept but no longer shown.")
    {
        _terminal = terminal;
        _writer = writer;
        _time = time;
        _documents.RefuseOptions(like => $"‘{like}’ is no option of this command.");
        Add(_documents);
        Add(_ledger);
        Add(_format);
        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        var asJson = arguments.GetValue(_format) == CommonOptions.Jsonl;
        int? total = null;
        using var bar = new ProgressBar(_terminal, _time, () => total);
        var (done, changed) = (0, 0);
        foreach (var item in _writer.Reanalyse(
            arguments.GetRequiredValue(_ledger), arguments.GetValue(_documents) ?? [], count => total = count, cancellationToken))
        {
            done++;
            changed += item.Changed ? 1 : 0;
            if (asJson || (!_terminal.IsTerminal && item.Changed))
            {
                bar.Clear();
                _terminal.Out.WriteLine(asJson
                    ? JsonSerializer.Serialize(new ChangedLine(item.Id, Name, item.Changed), CliJson.Lines.ChangedLine)
                    : $"reanalyzed\t{item.Id}\t{item.Statements}");
                _terminal.Flush();
            }

            bar.Show(done);
        }

        bar.Clear();
        if (!asJson)
        {
            _terminal.Say($"{Wording.Count(changed, "document")} read anew, {done - changed} as they were.");
        }

        return ExitCode.Done;
    }
}
