using System.CommandLine;
using System.Text.Json;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Attributions;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Reports;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso eval sources</c>: how many of the judged sources that are pronouns or descriptions mean who was judged.</summary>
internal sealed class EvalSourcesCommand : Command
{
    private const string Json = "json";

    private readonly Terminal _terminal;
    private readonly AnalysisPipeline _pipeline;
    private readonly Argument<string> _list = new Argument<string>("FILE") { Description = "A list of judged sources." }.IsPath();
    private readonly Option<string> _texts =
        new Option<string>("--text") { Description = "The folder of the articles.", HelpName = "DIR", Required = true }.IsPath();
    private readonly Option<string> _format = CommonOptions.Format("For people, or JSON for programs.", CommonOptions.Table, Json);

    public EvalSourcesCommand(Terminal terminal, AnalysisPipeline pipeline)
        : base("sources", "Sources that are pronouns or descriptions, whose speakers a reader has judged.")
    {
        _terminal = terminal;
        _pipeline = pipeline;
        Add(_list);
        Add(_texts);
        Add(_format);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var articles = await SourceVerdicts.ReadAsync(arguments.GetRequiredValue(_list), arguments.GetRequiredValue(_texts),
            cancellationToken);
        var report = Evaluator.Sources(_pipeline.Extract(
            articles, a => a.Source.ToDocument(), (article, attributions) =>
                (article, Interpreter.Interpret(article.Source.ToDocument(), attributions)), cancellationToken));
        if (arguments.GetValue(_format) == Json)
        {
            _terminal.Out.WriteLine(JsonSerializer.Serialize([report], CliJson.Lines.IReadOnlyListEvaluationReport));
        }
        else
        {
            ReportView.Show(_terminal, report);
        }

        return ExitCode.Done;
    }
}
