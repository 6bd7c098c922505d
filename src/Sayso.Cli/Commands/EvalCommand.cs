using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Core.Times;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;
using Sayso.Evaluation.Reports;
using Sayso.Inference;
using Sayso.Ingestion;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso eval</c>: the figures of the model on annotated corpora, as the program ships it.</summary>
internal sealed class EvalCommand : Command
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
        return Subcommand("polnear", "Whole articles against the first annotator of each.", [folder, convention, weights], async (arguments, cancellationToken) =>
        {
            var corpus = PolnearCorpus.Open(arguments.GetRequiredValue(folder));
            var predictions = Predict((arguments.GetValue(convention), arguments.GetValue(weights)), corpus.ReadAsync(cancellationToken), a => a.Source, cancellationToken);
            return [await Evaluator.PolnearAsync(predictions, cancellationToken)];
        });
    }

    private Command Sentences()
    {
        var file = new Argument<string>("FILE") { Description = "Rows of tokens and BIO labels, one JSON object a line." }.IsPath();
        var texts = new Option<string>("--text") { Description = "The folder of the articles that the rows were cut from.", HelpName = "DIR", Required = true }.IsPath();
        var convention = Marking(Convention.PolNeAR);
        var weights = Weights();
        return Subcommand("sentences", "Labelled rows, aligned with the real articles' text.", [file, texts, convention, weights], async (arguments, cancellationToken) =>
        {
            var corpus = await SentenceBioCorpus.OpenAsync(arguments.GetRequiredValue(file), arguments.GetRequiredValue(texts), cancellationToken);
            var predictions = Predict((arguments.GetValue(convention), arguments.GetValue(weights)), corpus.ReadAsync(cancellationToken), a => a.Source, cancellationToken);
            return [await Evaluator.SentencesAsync(predictions, cancellationToken)];
        });
    }

    private Command Sayso()
    {
        var folder = Folder("The folder that holds SPLIT.tsv.");
        var split = new Option<string>("--split") { Description = "Which articles.", HelpName = "NAME", DefaultValueFactory = _ => "dev" };
        var texts = new Option<string?>("--text") { Description = "The folder of the texts that are not beside their annotation.", HelpName = "DIR" }.IsPath();
        var convention = Marking(Convention.Sayso);
        var weights = Weights();
        return Subcommand("sayso", "Our own annotation, a report for each part of it.", [folder, split, texts, convention, weights], async (arguments, cancellationToken) =>
        {
            var corpus = await SaysoCorpus.OpenAsync(
                arguments.GetRequiredValue(folder), arguments.GetRequiredValue(split), arguments.GetValue(texts), cancellationToken);
            var predictions = Predict((arguments.GetValue(convention), arguments.GetValue(weights)), corpus.ReadAsync(cancellationToken), a => a.Source, cancellationToken);
            return await Evaluator.SaysoAsync(predictions, cancellationToken);
        });
    }

    private Command Statements()
    {
        var folder = Folder("The folder that holds SPLIT.tsv.");
        var split = new Option<string>("--split") { Description = "Which articles.", HelpName = "NAME", DefaultValueFactory = _ => "dev" };
        var texts = new Option<string?>("--text") { Description = "The folder of the texts that are not beside their annotation.", HelpName = "DIR" }.IsPath();
        var gold = new Option<bool>("--gold-spans") { Description = "Understand the annotated spans instead of those the model finds." };
        var wrong = new Option<string?>("--wrong") { Description = "Print each case that is wrong in this instead.", HelpName = string.Join('|', WrongCases.Kinds) };
        wrong.AcceptOnlyFromAmong([.. WrongCases.Kinds]);
        return Subcommand("statements", "What is understood of statements, in our own annotation, a report for each part of it.", [folder, split, texts, gold, wrong], async (arguments, cancellationToken) =>
        {
            var corpus = await SaysoCorpus.OpenAsync(
                arguments.GetRequiredValue(folder), arguments.GetRequiredValue(split), arguments.GetValue(texts), cancellationToken);
            var articles = corpus.ReadAsync(cancellationToken);
            var predictions = arguments.GetValue(gold)
                ? articles.Select(article => Understand(article, GoldSpans.Of(article.Statements)))
                : Predict((Convention.Sayso, null), articles, a => a.Source, cancellationToken).Select(p => Understand(p.Article, p.Attributions));
            if (arguments.GetValue(wrong) is not { } kind)
            {
                return await Evaluator.StatementsAsync(predictions, cancellationToken);
            }

            await foreach (var (article, expected, found, source, cue, content) in predictions.SelectMany(p => WrongCases.Of(p, kind).ToAsyncEnumerable()).WithCancellation(cancellationToken))
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
        var folders = new Argument<string[]>("DIR") { Description = "Folders in PolNeAR's layout.", Arity = ArgumentArity.OneOrMore }.IsPath();
        return Subcommand("agreement", "How far several annotators agree with one another; no model.", [folders], async (arguments, cancellationToken) =>
        {
            var articles = arguments.GetRequiredValue(folders).ToAsyncEnumerable().SelectMany(f => PolnearCorpus.Open(f).ReadAsync(cancellationToken));
            var agreement = await HumanAgreement.OfAsync(articles, cancellationToken);
            return [agreement.Pooled, agreement.Mean];
        });
    }

    private Command TimesOf() => Values(
        "times",
        "Time expressions inside contents, in our own annotation; no model.",
        (articles, cancellationToken) => Evaluator.TimesAsync(articles.Select(a => new TimePrediction(a, TimeReader.Read(a.Source.Text, a.Published).ToValueList())), cancellationToken),
        article => TimeMetrics.Pair(TimeReader.Read(article.Source.Text, article.Published), article.Statements)
            .Where(p => p.Predicted is null || p.Gold is null || !TimeMetrics.IsSame(p.Predicted.Value, p.Gold.Value))
            .Select(p => new WrongValue(p.Gold?.Value, p.Gold?.Span, p.Predicted?.Value, p.Predicted?.Span)));

    private Command QuantitiesOf() => Values(
        "quantities",
        "Quantities inside contents, in our own annotation; no model.",
        (articles, cancellationToken) => Evaluator.QuantitiesAsync(articles.Select(a => new QuantityPrediction(a, Quantities(a).ToValueList())), cancellationToken),
        article => QuantityMetrics.Pair(Quantities(article), article.Statements)
            .Where(p => p.Predicted is null || p.Gold is null || !QuantityMetrics.IsSame(p.Predicted, p.Gold))
            .Select(p => new WrongValue(
                p.Gold is { } g ? Written(g.Value, g.Low, g.High, g.Unit) : null, p.Gold?.Span, p.Predicted is { } q ? Written(q.Value, q.Low, q.High, q.Unit) : null, p.Predicted?.Span)));

    private static IReadOnlyList<Quantity> Quantities(SaysoArticle article) =>
        QuantityReader.Read(article.Source.Text, TimeReader.Read(article.Source.Text, article.Published));

    private static string Written(double? value, double? low, double? high, string? unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{(value is { } number ? $"{number}" : $"{low}..{high}")} {unit}").TrimEnd();

    /// <summary>A value that is wrong, missed or too many, as annotated and as read.</summary>
    private sealed record WrongValue(string? Gold, TextSpan? GoldSpan, string? Found, TextSpan? FoundSpan);

    private Command Values(
        string name,
        string description,
        Func<IAsyncEnumerable<SaysoArticle>, CancellationToken, Task<IReadOnlyList<EvaluationReport>>> measure,
        Func<SaysoArticle, IEnumerable<WrongValue>> wrongOf)
    {
        var folder = Folder("The folder that holds SPLIT.tsv.");
        var split = new Option<string>("--split") { Description = "Which articles.", HelpName = "NAME", DefaultValueFactory = _ => "dev" };
        var texts = new Option<string?>("--text") { Description = "The folder of the texts that are not beside their annotation.", HelpName = "DIR" }.IsPath();
        var wrong = new Option<bool>("--wrong") { Description = "Print each that is wrong, missed or too many instead." };
        return Subcommand(name, description, [folder, split, texts, wrong], async (arguments, cancellationToken) =>
        {
            var corpus = await SaysoCorpus.OpenAsync(
                arguments.GetRequiredValue(folder), arguments.GetRequiredValue(split), arguments.GetValue(texts), cancellationToken);
            var articles = corpus.ReadAsync(cancellationToken);
            if (!arguments.GetValue(wrong))
            {
                return await measure(articles, cancellationToken);
            }

            await foreach (var article in articles.WithCancellation(cancellationToken))
            {
                foreach (var value in wrongOf(article))
                {
                    var text = article.Source.Text;
                    var at = value.GoldSpan ?? value.FoundSpan!.Value;
                    string[] fields =
                    [
                        article.Source.Name, value.Gold ?? "", value.Found ?? "", value.GoldSpan?.Slice(text).ToString() ?? "", value.FoundSpan?.Slice(text).ToString() ?? "",
                        text[Math.Max(0, at.Start - 50)..Math.Min(text.Length, at.End + 30)],
                    ];
                    _terminal.Out.WriteLine(string.Join('\t', fields.Select(SafeText.Line)));
                }
            }

            return [];
        });
    }

    private Command NewsQuant()
    {
        var file = new Argument<string>("FILE") { Description = "Sentences and quantities in NewsQuant's layout." }.IsPath();
        var wrong = new Option<bool>("--wrong") { Description = "Print each that is wrong in something instead: V value, U unit, C change, O what is counted." };
        return Subcommand("newsquant", "Quantities of sentences in NewsQuant's convention; no model.", [file, wrong], async (arguments, cancellationToken) =>
        {
            var sentences = await NewsQuantCorpus.ReadAsync(arguments.GetRequiredValue(file), cancellationToken);
            if (!arguments.GetValue(wrong))
            {
                return [Evaluator.NewsQuant(sentences)];
            }

            foreach (var line in sentences.SelectMany(WrongQuantities.Of))
            {
                _terminal.Out.WriteLine(string.Join('\t', line.Select(SafeText.Line)));
            }

            return [];
        });
    }

    private Command QuantityCasesOf()
    {
        var files = new Argument<string[]>("FILE") { Description = "Cases in the layout of Recognizers-Text or quantulum3.", Arity = ArgumentArity.OneOrMore };
        var wrong = new Option<bool>("--wrong") { Description = "Print each case that does not pass instead." };
        return Subcommand("quantity-cases", "Case tests of other programs for numbers and units, a report for each file; no model.", [files, wrong], async (arguments, cancellationToken) =>
        {
            List<EvaluationReport> reports = [];
            foreach (var file in arguments.GetRequiredValue(files))
            {
                var cases = await QuantityCases.ReadAsync(file, cancellationToken);
                if (!arguments.GetValue(wrong))
                {
                    reports.Add(Evaluator.QuantityCases(Path.GetFileName(file), cases));
                    continue;
                }

                foreach (var missed in cases.Where(c => QuantityCaseMetrics.Count(c).Passed.Right == 0))
                {
                    string Written(double low, double high, string unit) => string.Create(CultureInfo.InvariantCulture, $"{low}{(high == low ? "" : $"..{high}")} {unit}").TrimEnd();

                    var (gold, read) = (missed.Quantities.Select(q => Written(q.First, q.Second ?? q.First, q.Unit)), NewsQuantProfile.Read(missed.Text).Select(q => Written(q.Low, q.High, q.Unit)));
                    _terminal.Out.WriteLine(string.Join('\t', new[] { string.Join("; ", gold), string.Join("; ", read), missed.Text }.Select(SafeText.Line)));
                }
            }

            return reports;
        });
    }

    private Command TextReuse()
    {
        var folder = Folder("A folder with pairs.tsv, beside those of the documents.");
        return Subcommand("text-reuse", "Documents that share text, against pairs that a rule found (silver); no model.", [folder], (arguments, _) =>
            Task.FromResult<IReadOnlyList<EvaluationReport>>([.. TextReuseCorpus.Read(arguments.GetRequiredValue(folder)).Select(TextReuseEvaluation.Of)]));
    }

    private Command Pages()
    {
        var folder = Folder("A folder in the layout of article-extraction-benchmark.");
        var each = new Option<bool>("--pages") { Description = "Print each page's precision and recall instead." };
        return Subcommand("pages", "Main text of HTML pages, half of them held out; no model.", [folder, each], async (arguments, cancellationToken) =>
        {
            var predictions = PageCorpus.ReadAsync(arguments.GetRequiredValue(folder), cancellationToken).Select(page => new PagePrediction(page, BodyOf(page)));
            if (!arguments.GetValue(each))
            {
                return await Evaluator.PagesAsync(predictions, cancellationToken);
            }

            await foreach (var (page, text) in predictions.WithCancellation(cancellationToken))
            {
                var tally = ShingleMetrics.Count(text, page.Body);
                _terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page.Id}\t{tally.Precision:F3}\t{tally.Recall:F3}\t{(page.IsChosenOn ? "chosen on" : "held out")}"));
            }

            return [];
        });
    }

    private Command MetadataOf()
    {
        var folder = Folder("A folder in the layout of Readability's cases.");
        var gold = new Argument<string>("FILE") { Description = "Our annotation of them: corpus/pages/metadata.tsv." }.IsPath();
        var wrong = new Option<bool>("--wrong") { Description = "Print each field that is wrong, missed or too many instead." };
        return Subcommand("metadata", "What HTML pages say of themselves; no model.", [folder, gold, wrong], async (arguments, cancellationToken) =>
        {
            var pages = MetadataCorpus.ReadAsync(arguments.GetRequiredValue(folder), arguments.GetRequiredValue(gold), cancellationToken)
                .Select(page => (Gold: page, Read: new DocumentReader().Read(page.Raw, page.Page + ".html", StatedMetadata.None).Single().Document));
            if (!arguments.GetValue(wrong))
            {
                return await Evaluator.MetadataAsync(pages.Select(p => MetadataMetrics.Count(p.Gold, p.Read)), cancellationToken);
            }

            await foreach (var (page, read) in pages.WithCancellation(cancellationToken))
            {
                foreach (var (field, value) in MetadataMetrics.Wrong(page, read))
                {
                    _terminal.Out.WriteLine(string.Join('\t', new[] { page.Page, field, value ?? "" }.Select(SafeText.Line)));
                }
            }

            return [];
        });
    }

    /// <summary>What is read of a page, without the headline.</summary>
    private static string BodyOf(GoldPage page)
    {
        var document = new DocumentReader().Read(page.Raw, page.Id + ".html", StatedMetadata.None).Single().Document;
        return document is null ? string.Empty
            : document.Title is { } title && document.Text.StartsWith(title + "\n", StringComparison.Ordinal) ? document.Text[(title.Length + 1)..]
            : document.Text;
    }

    private Command Subcommand(
        string name, string description, IEnumerable<Symbol> symbols, Func<ParseResult, CancellationToken, Task<IReadOnlyList<EvaluationReport>>> measure)
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
        (Convention Convention, string? Weights) model, IAsyncEnumerable<TArticle> articles, Func<TArticle, GoldText> textOf, CancellationToken cancellationToken) =>
        _pipeline.With(model.Convention, model.Weights).Extract(
            articles.ToBlockingEnumerable(cancellationToken),
            article => textOf(article).ToDocument(),
            (article, attributions) => new Prediction<TArticle>(article, attributions.ToValueList()),
            cancellationToken).ToAsyncEnumerable();
}
