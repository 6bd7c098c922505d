using System.CommandLine;
using System.Text.Json;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Reports;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso eval stories</c>: whole stories, from their articles to claims and origins, against their authors' gold.</summary>
internal sealed class EvalStoriesCommand : Command
{
    private const string Json = "json";

    private readonly Terminal _terminal;
    private readonly StoryReading _reading;
    private readonly Argument<string> _folder =
        new Argument<string>("DIR") { Description = "A folder with a gold.json, or with such folders in it." }.IsPath();
    private readonly Option<bool> _wrong = new("--wrong") { Description = "Print each case that is wrong instead of the figures." };
    private readonly Option<string> _format = CommonOptions.Format("For people, or JSON for programs.", CommonOptions.Table, Json);

    public EvalStoriesCommand(Terminal terminal, StoryReading reading)
        : base("stories", "Claims and their origins in stories that their authors have marked.")
    {
        _terminal = terminal;
        _reading = reading;
        Add(_folder);
        Add(_wrong);
        Add(_format);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        List<EvaluationReport> reports = [];
        foreach (var gold in await StoryCorpus.ReadAsync(arguments.GetRequiredValue(_folder), cancellationToken))
        {
            var (report, wrong) = StoryEvaluation.Of(gold, _reading.Claims(gold.Folder, cancellationToken));
            reports.Add(report);
            if (arguments.GetValue(_wrong))
            {
                foreach (var line in wrong)
                {
                    _terminal.Out.WriteLine(SafeText.Of(line));
                }
            }
            else if (arguments.GetValue(_format) != Json)
            {
                ReportView.Show(_terminal, report);
            }
        }

        if (arguments.GetValue(_format) == Json && !arguments.GetValue(_wrong))
        {
            _terminal.Out.WriteLine(JsonSerializer.Serialize(reports, CliJson.Lines.IReadOnlyListEvaluationReport));
        }

        return ExitCode.Done;
    }
}
