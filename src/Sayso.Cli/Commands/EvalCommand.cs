using System.CommandLine;
using System.Text.Json;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Attributions;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Reports;
using Sayso.Inference;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso eval</c>: the figures of the model on annotated corpora, as the program ships it.</summary>
internal sealed partial class EvalCommand : Command
{
    private const string Json = "json";

    private readonly Terminal _terminal;
    private readonly AnalysisPipeline _pipeline;
    private readonly Option<string> _format = CommonOptions.Format("For people, or JSON for programs.", CommonOptions.Table, Json);

    public EvalCommand(Terminal terminal, AnalysisPipeline pipeline)
        : base("eval", "Measure the model on an annotated corpus.")
    {
        _terminal = terminal;
        _pipeline = pipeline;
        Add(Polnear());
        Add(Sentences());
        Add(Sayso());
        Add(Statements());
        Add(Agreement());
        Add(Pages());
        Add(MetadataOf());
        Add(TimesOf());
        Add(QuantitiesOf());
        Add(NewsQuant());
        Add(QuantityCasesOf());
        Add(TextReuse());
    }

    private static Argument<string> Folder(string description) => new Argument<string>("DIR") { Description = description }.IsPath();

    private static Option<Convention> Marking(Convention usual) => new("--convention")
    {
        Description = "Whose way of marking the model follows.",
        HelpName = "polnear|sayso",
        DefaultValueFactory = _ => usual,
    };

    private static Option<string?> Weights() => new Option<string?>("--model")
    {
        Description = "The folder of the weights to measure, instead of those that the program comes with.",
        HelpName = "DIR",
    }.IsPath();

    private Command Polnear()
    {
        var folder = Folder("A folder with text and attributions in PolNeAR's layout.");
        var convention = Marking(Convention.PolNeAR);
        var weights = Weights();
        return Subcommand("polnear", "Whole articles against the first annotator of each.", [folder, convention, weights],
            async (arguments, cancellationToken) =>
        {
            var corpus = PolnearCorpus.Open(arguments.GetRequiredValue(folder));
            var predictions = Predict((arguments.GetValue(convention), arguments.GetValue(weights)), corpus.ReadAsync(cancellationToken),
                a => a.Source, cancellationToken);
            return [await Evaluator.PolnearAsync(predictions, cancellationToken)];
        });
    }

    private Command Sentences()
    {
        var file = new Argument<string>("FILE") { Description = "Rows of tokens and BIO labels, one JSON object a line." }.IsPath();
        var texts = new Option<string>("--text")
        {
            Description = "The folder of the articles that the rows were cut from.",
            HelpName = "DIR",
            Required = true
        }.IsPath();
        var convention = Marking(Convention.PolNeAR);
        var weights = Weights();
        return Subcommand("sentences", "Labelled rows, aligned with the real articles' text.", [file, texts, convention, weights],
            async (arguments, cancellationToken) =>
        {
            var corpus = await SentenceBioCorpus.OpenAsync(arguments.GetRequiredValue(file), arguments.GetRequiredValue(texts),
                cancellationToken);
            var predictions = Predict((arguments.GetValue(convention), arguments.GetValue(weights)), corpus.ReadAsync(cancellationToken),
                a => a.Source, cancellationToken);
            return [await Evaluator.SentencesAsync(predictions, cancellationToken)];
        });
    }

    private Command Sayso()
    {
        var folder = Folder("The folder that holds SPLIT.tsv.");
        var split = new Option<string>("--split") { Description = "Which articles.", HelpName = "NAME", DefaultValueFactory = _ => "dev" };
        var texts = new Option<string?>("--text")
        {
            Description = "The folder of the texts that are not beside their annotation.",
            HelpName = "DIR"
        }.IsPath();
        var convention = Marking(Convention.Sayso);
        var weights = Weights();
        return Subcommand("sayso", "Our own annotation, a report for each part of it.", [folder, split, texts, convention, weights],
            async (arguments, cancellationToken) =>
        {
            var corpus = await SaysoCorpus.OpenAsync(
                arguments.GetRequiredValue(folder), arguments.GetRequiredValue(split), arguments.GetValue(texts), cancellationToken);
            var predictions = Predict((arguments.GetValue(convention), arguments.GetValue(weights)), corpus.ReadAsync(cancellationToken),
                a => a.Source, cancellationToken);
            return await Evaluator.SaysoAsync(predictions, cancellationToken);
        });
    }

    private Command Statements()
    {
        var folder = Folder("The folder that holds SPLIT.tsv.");
        var split = new Option<string>("--split") { Description = "Which articles.", HelpName = "NAME", DefaultValueFactory = _ => "dev" };
        var texts = new Option<string?>("--text")
        {
            Description = "The folder of the texts that are not beside their annotation.",
            HelpName = "DIR"
        }.IsPath();
        var gold = new Option<bool>("--gold-spans") { Description = "Understand the annotated spans instead of those the model finds." };
        var wrong = new Option<string?>("--wrong")
        {
            Description = "Print each case that is wrong in this instead.",
            HelpName = string.Join('|', WrongCases.Kinds)
        };
        wrong.AcceptOnlyFromAmong([.. WrongCases.Kinds]);
        var candidates = new Option<string?>("--candidates")
        {
            Description = "Also write whom each source that is a pronoun or a description may mean, for fitting the weights, to this file.",
            HelpName = "FILE"
        }.IsPath();
        var nested = new Option<string?>("--nested")
        {
            Description = "Also write whether each statement inside another one is told by that one's speaker, for fitting the weights, to this file.",
            HelpName = "FILE"
        }.IsPath();
        return Subcommand("statements", "What is understood of statements, in our own annotation, a report for each part of it.",
            [folder, split, texts, gold, wrong, candidates, nested], async (arguments, cancellationToken) =>
        {
            var corpus = await SaysoCorpus.OpenAsync(
                arguments.GetRequiredValue(folder), arguments.GetRequiredValue(split), arguments.GetValue(texts), cancellationToken);
            var articles = corpus.ReadAsync(cancellationToken);
            if (arguments.GetValue(candidates) is { } file)
            {
                await File.WriteAllLinesAsync(file, SpeakerCandidates.Of(await articles.ToListAsync(cancellationToken)), cancellationToken);
            }

            if (arguments.GetValue(nested) is { } table)
            {
                await File.WriteAllLinesAsync(table, NestedCases.Of(await articles.ToListAsync(cancellationToken)), cancellationToken);
            }

            var predictions = arguments.GetValue(gold)
                ? articles.Select(article => Understand(article, GoldSpans.Of(article.Statements)))
                : Predict((Convention.Sayso, null), articles, a => a.Source, cancellationToken)
                    .Select(p => Understand(p.Article, p.Attributions));
            if (arguments.GetValue(wrong) is not { } kind)
            {
                return await Evaluator.StatementsAsync(predictions, cancellationToken);
            }

            await foreach (var (article, expected, found, source, cue, content) in predictions.SelectMany(p => WrongCases.Of(p, kind)
                .ToAsyncEnumerable()).WithCancellation(cancellationToken))
            {
                _terminal.Out.WriteLine(string.Join('\t', new[] { article, expected, found, source, cue, content }.Select(SafeText.Line)));
            }

            return [];
        });
    }

    private static StatementPrediction Understand(SaysoArticle article, IEnumerable<Attribution> attributions) =>
        new(article, Interpreter.Interpret(article.Source.ToDocument(), attributions).Where(s => !s.IsOwnVoice).ToValueList());

    private Command Agreement()
    {
        var folders = new Argument<string[]>("DIR")
        {
            Description = "Folders in PolNeAR's layout.",
            Arity = ArgumentArity.OneOrMore
        }.IsPath();
        return Subcommand("agreement", "How far several annotators agree with one another; no model.", [folders],
            async (arguments, cancellationToken) =>
        {
            var articles = arguments.GetRequiredValue(folders).ToAsyncEnumerable()
                .SelectMany(f => PolnearCorpus.Open(f).ReadAsync(cancellationToken));
            var agreement = await HumanAgreement.OfAsync(articles, cancellationToken);
            return [agreement.Pooled, agreement.Mean];
        });
    }

    private Command Subcommand(
        string name, string description, IEnumerable<Symbol> symbols, Func<ParseResult, CancellationToken,
        Task<IReadOnlyList<EvaluationReport>>> measure)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        command.Add(_format);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            Show(await measure(arguments, cancellationToken), arguments.GetValue(_format) == Json);
            return ExitCode.Done;
        });
        return command;
    }

    private void Show(IReadOnlyList<EvaluationReport> reports, bool asJson)
    {
        if (asJson)
        {
            _terminal.Out.WriteLine(JsonSerializer.Serialize(reports, CliJson.Lines.IReadOnlyListEvaluationReport));
            return;
        }

        foreach (var report in reports)
        {
            ReportView.Show(_terminal, report);
        }
    }

    private IAsyncEnumerable<Prediction<TArticle>> Predict<TArticle>(
        (Convention Convention, string? Weights) model, IAsyncEnumerable<TArticle> articles, Func<TArticle, GoldText> textOf,
        CancellationToken cancellationToken) =>
        _pipeline.With(model.Convention, model.Weights).Extract(
            articles.ToBlockingEnumerable(cancellationToken),
            article => textOf(article).ToDocument(),
            (article, attributions) => new Prediction<TArticle>(article, attributions.ToValueList()),
            cancellationToken).ToAsyncEnumerable();
}
