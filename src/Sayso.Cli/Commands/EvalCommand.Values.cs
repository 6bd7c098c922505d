using System.CommandLine;
using System.Globalization;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Core.Times;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;
using Sayso.Evaluation.Reports;

namespace Sayso.Cli.Commands;

/// <content>Figures and times, without a model.</content>
internal sealed partial class EvalCommand
{
    private Command TimesOf() => Values(
        "times",
        "Time expressions inside contents, in our own annotation; no model.",
        (articles, cancellationToken) =>
            Evaluator.TimesAsync(articles.Select(a => new TimePrediction(a, TimeReader.Read(a.Source.Text, a.Published).ToValueList())),
            cancellationToken),
        article => TimeMetrics.Pair(TimeReader.Read(article.Source.Text, article.Published), article.Statements)
            .Where(p => p.Predicted is null || p.Gold is null || !TimeMetrics.IsSame(p.Predicted.Value, p.Gold.Value))
            .Select(p => new WrongValue(p.Gold?.Value, p.Gold?.Span, p.Predicted?.Value, p.Predicted?.Span)));

    private Command QuantitiesOf() => Values(
        "quantities",
        "Quantities inside contents, in our own annotation; no model.",
        (articles, cancellationToken) =>
            Evaluator.QuantitiesAsync(articles.Select(a => new QuantityPrediction(a, Quantities(a).ToValueList())), cancellationToken),
        article => QuantityMetrics.Pair(Quantities(article), article.Statements)
            .Where(p => p.Predicted is null || p.Gold is null || !QuantityMetrics.IsSame(p.Predicted, p.Gold))
            .Select(p => new WrongValue(
                p.Gold is { } g ? Written(g.Value, g.Low, g.High, g.Unit) : null, p.Gold?.Span, p.Predicted is { } q
                    ? Written(q.Value, q.Low, q.High, q.Unit) : null, p.Predicted?.Span)));

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
        var texts = new Option<string?>("--text")
        {
            Description = "The folder of the texts that are not beside their annotation.",
            HelpName = "DIR"
        }.IsPath();
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
                        article.Source.Name, value.Gold ?? "", value.Found ?? "", value.GoldSpan?.Slice(text).ToString()
                            ?? "", value.FoundSpan?.Slice(text).ToString() ?? "",
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
        var wrong = new Option<bool>("--wrong")
        {
            Description = "Print each that is wrong in something instead: V value, U unit, C "
            + "change, O what is counted."
        };
        return Subcommand("newsquant", "Quantities of sentences in NewsQuant's convention; no model.", [file, wrong],
            async (arguments, cancellationToken) =>
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
        var files = new Argument<string[]>("FILE")
        {
            Description = "Cases in the layout of Recognizers-Text or quantulum3.",
            Arity = ArgumentArity.OneOrMore
        };
        var wrong = new Option<bool>("--wrong") { Description = "Print each case that does not pass instead." };
        return Subcommand("quantity-cases", "Case tests of other programs for numbers and units, a report for each file; no model.",
            [files, wrong], async (arguments, cancellationToken) =>
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
                    string Written(double low, double high, string unit) =>
                        string.Create(CultureInfo.InvariantCulture, $"{low}{(high == low ? "" : $"..{high}")} {unit}").TrimEnd();

                    var (gold, read) = (missed.Quantities.Select(q => Written(q.First, q.Second ?? q.First, q.Unit)),
                        NewsQuantProfile.Read(missed.Text).Select(q => Written(q.Low, q.High, q.Unit)));
                    _terminal.Out.WriteLine(string.Join('\t',
                        new[] { string.Join("; ", gold), string.Join("; ", read), missed.Text }.Select(SafeText.Line)));
                }
            }

            return reports;
        });
    }
}
