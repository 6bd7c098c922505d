using System.CommandLine;
using System.Globalization;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Documents;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;
using Sayso.Evaluation.Reports;
using Sayso.Ingestion;

namespace Sayso.Cli.Commands;

/// <content>Pages and texts, without a model.</content>
internal sealed partial class EvalCommand
{
    private Command TextReuse()
    {
        var folder = Folder("A folder with pairs.tsv, beside those of the documents.");
        return Subcommand("text-reuse", "Documents that share text, against pairs that a rule found (silver); no model.", [folder],
            (arguments, _) =>
            Task.FromResult<IReadOnlyList<EvaluationReport>>([.. TextReuseCorpus.Read(arguments.GetRequiredValue(folder))
                .Select(TextReuseEvaluation.Of)]));
    }

    private Command Pages()
    {
        var folder = Folder("A folder in the layout of article-extraction-benchmark.");
        var each = new Option<bool>("--pages") { Description = "Print each page's precision and recall instead." };
        return Subcommand("pages", "Main text of HTML pages, half of them held out; no model.", [folder, each],
            async (arguments, cancellationToken) =>
        {
            var predictions = PageCorpus.ReadAsync(arguments.GetRequiredValue(folder), cancellationToken)
                .Select(page => new PagePrediction(page, BodyOf(page)));
            if (!arguments.GetValue(each))
            {
                return await Evaluator.PagesAsync(predictions, cancellationToken);
            }

            await foreach (var (page, text) in predictions.WithCancellation(cancellationToken))
            {
                var tally = ShingleMetrics.Count(text, page.Body);
                _terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{page.Id}\t{tally.Precision:F3}\t{tally.Recall:F3}\t{(page.IsChosenOn ? "chosen on" : "held out")}"));
            }

            return [];
        });
    }

    private Command MetadataOf()
    {
        var folder = Folder("A folder in the layout of Readability's cases.");
        var gold = new Argument<string>("FILE") { Description = "Our annotation of them: corpus/pages/metadata.tsv." }.IsPath();
        var wrong = new Option<bool>("--wrong") { Description = "Print each field that is wrong, missed or too many instead." };
        return Subcommand("metadata", "What HTML pages say of themselves; no model.", [folder, gold, wrong],
            async (arguments, cancellationToken) =>
        {
            var pages = MetadataCorpus.ReadAsync(arguments.GetRequiredValue(folder), arguments.GetRequiredValue(gold), cancellationToken)
                .Select(page => (Gold: page, Read: new DocumentReader().Read(page.Raw, page.Page + ".html", StatedMetadata.None)
                    .Single().Document));
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
            : document.Title is { } title && document.Text.StartsWith(title + "\n", StringComparison.Ordinal)
                ? document.Text[(title.Length + 1)..]
            : document.Text;
    }
}
