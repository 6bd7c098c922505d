using System.CommandLine;
using System.Text.Json;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Reports;

namespace Sayso.Cli.Commands;

/// <summary>A list of what a reader has judged in articles.</summary>
/// <param name="Read">Reads the list, with the articles of a folder.</param>
/// <param name="ToDocument">An article as it is read.</param>
/// <param name="Report">What is right of it.</param>
internal sealed record JudgedList<TArticle>(Func<string, string, CancellationToken, Task<IReadOnlyList<TArticle>>> Read, Func<TArticle, Document> ToDocument,
    Func<IEnumerable<(TArticle Article, IReadOnlyList<Statement> Statements)>, EvaluationReport> Report);

/// <summary>
/// <c>sayso eval own-voice</c>, <c>eval sources</c> and <c>eval relations</c>: how much of what a reader has judged is read as he judged it.
/// </summary>
internal sealed class EvalJudgedCommand<TArticle> : Command
{
    private const string Json = "json";

    private readonly Terminal _terminal;
    private readonly AnalysisPipeline _pipeline;
    private readonly JudgedList<TArticle> _judged;
    private readonly Argument<string> _list;
    private readonly Option<string> _texts =
        new Option<string>("--text") { Description = "The folder of the articles.", HelpName = "DIR", Required = true }.IsPath();
    private readonly Option<string> _format = CommonOptions.Format("For people, or JSON for programs.", CommonOptions.Table, Json);

    /// <summary>The command for lists of one kind, with its name, what it does and what its list is.</summary>
    public EvalJudgedCommand(Terminal terminal, AnalysisPipeline pipeline, JudgedList<TArticle> judged, (string Name, string Description, string List) words)
        : base(words.Name, words.Description)
    {
        (_terminal, _pipeline, _judged) = (terminal, pipeline, judged);
        _list = new Argument<string>("FILE") { Description = words.List }.IsPath();
        Add(_list);
        Add(_texts);
        Add(_format);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var articles = await _judged.Read(arguments.GetRequiredValue(_list), arguments.GetRequiredValue(_texts), cancellationToken);
        var report = _judged.Report(_pipeline.Extract(articles, _judged.ToDocument, (article, attributions) =>
            (article, Interpreter.Interpret(_judged.ToDocument(article), attributions)), cancellationToken));
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

/// <summary>The command for each kind of list.</summary>
internal static class EvalJudgedCommands
{
    public static Command OwnVoice(Terminal terminal, AnalysisPipeline pipeline) =>
        new EvalJudgedCommand<JudgedArticle>(terminal, pipeline, new(OwnVoiceVerdicts.ReadAsync, a => a.ToDocument(), Evaluator.OwnVoice),
            ("own-voice", "Clauses in the outlet's own voice that a reader has judged.", "A list of judged clauses."));

    public static Command Sources(Terminal terminal, AnalysisPipeline pipeline) =>
        new EvalJudgedCommand<SourceArticle>(terminal, pipeline, new(SourceVerdicts.ReadAsync, a => a.Source.ToDocument(), Evaluator.Sources),
            ("sources", "Sources that are pronouns or descriptions, whose speakers a reader has judged.", "A list of judged sources."));

    public static Command Relations(Terminal terminal, AnalysisPipeline pipeline) =>
        new EvalJudgedCommand<RelationArticle>(terminal, pipeline, new(RelationVerdicts.ReadAsync, a => a.Source.ToDocument(), Evaluator.Relations),
            ("relations", "Hops of chains, of which a reader has judged how they pass on what is said.", "A list of judged hops."));
}
