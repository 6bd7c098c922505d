using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;
using Sayso.Evaluation.Reports;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso eval time-cases</c>: another program's case tests for times.</summary>
internal sealed class EvalTimeCasesCommand : Command
{
    private const string Json = "json";

    private readonly Terminal _terminal;
    private readonly Argument<string[]> _files =
        new("FILE") { Description = "Cases in the layout of Recognizers-Text's models.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _wrong = new("--wrong") { Description = "Print each that is missed or read otherwise instead." };
    private readonly Option<string> _format = CommonOptions.Format("For people, or JSON for programs.", CommonOptions.Table, Json);

    public EvalTimeCasesCommand(Terminal terminal)
        : base("time-cases", "Case tests of another program for times, a report for each type; no model.")
    {
        _terminal = terminal;
        Add(_files);
        Add(_wrong);
        Add(_format);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        List<TimeCase> cases = [];
        foreach (var file in arguments.GetRequiredValue(_files))
        {
            cases.AddRange(await TimeCases.ReadAsync(file, cancellationToken));
        }

        if (arguments.GetValue(_wrong))
        {
            ShowWrong(cases);
            return ExitCode.Done;
        }

        var reports = Evaluator.TimeCases(cases);
        if (arguments.GetValue(_format) == Json)
        {
            _terminal.Out.WriteLine(JsonSerializer.Serialize(reports, CliJson.Lines.IReadOnlyListEvaluationReport));
            return ExitCode.Done;
        }

        foreach (var report in reports)
        {
            ReportView.Show(_terminal, report);
        }

        _terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{cases.Count(TimeCaseMetrics.Passes):N0} of {cases.Count:N0} cases pass: all is right, and nothing else is read."));
        return ExitCode.Done;
    }

    private void ShowWrong(List<TimeCase> cases)
    {
        foreach (var timeCase in cases)
        {
            foreach (var (expected, read, _) in TimeCaseMetrics.Pair(timeCase).Where(p => !p.IsRight))
            {
                string[] fields =
                [
                    expected.Type, expected.Span.Slice(timeCase.Text)
                        .ToString(), string.Join("; ", expected.Readings.Select(r => r.Timex ?? r.Start ?? "")),
                    read?.Span.Slice(timeCase.Text).ToString() ?? "", read?.Value ?? "", timeCase.Text,
                ];
                _terminal.Out.WriteLine(string.Join('\t', fields.Select(SafeText.Line)));
            }
        }
    }
}
