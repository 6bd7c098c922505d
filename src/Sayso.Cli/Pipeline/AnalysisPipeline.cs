using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Linguistics;
using Sayso.Inference;
using Sayso.Inference.Analysis;

namespace Sayso.Cli.Pipeline;

/// <summary>
/// The pipeline that every command shares: inputs are read on one thread, encoded and decoded on others, and the
/// results taken by the caller in the order of the inputs, all at the same time and in bounded memory. The model is
/// loaded when the first input is asked for.
/// </summary>
internal sealed class AnalysisPipeline(Analyzers analyzers, Convention convention = Convention.Sayso, string? weights = null)
{
    /// <summary>Which weights and rules read.</summary>
    public string ModelVersion => $"{Analyzer.ModelVersion}/{Interpreter.Version}";

    private Analyzer Analyzer => analyzers.Of(convention, weights);

    /// <summary>
    /// The same with another convention of marking, and other weights than the program's own where a folder of some is given.
    /// </summary>
    public AnalysisPipeline With(Convention other, string? folder = null) => new(analyzers, other, folder);

    /// <summary>Documents to statements.</summary>
    public IEnumerable<Analysed> Run(IEnumerable<ReadResult> inputs, CancellationToken cancellationToken)
    {
        var extractor = new AttributionExtractor(Analyzer.Extraction);
        return Analyzer.Analyze(
            inputs,
            input => input.Document is { } document && !LanguageParts.Of(document.Text, document.Language).IsForeign ? document : null,
            (input, analyzed) => analyzed is null ? new Analysed(input, []) : Interpret(input, extractor, analyzed),
            cancellationToken);
    }

    /// <summary>Any items that have documents, to their attributions.</summary>
    public IEnumerable<TResult> Extract<TItem, TResult>(
        IEnumerable<TItem> items,
        Func<TItem, Document> documentOf,
        Func<TItem, IReadOnlyList<Attribution>, TResult> finish,
        CancellationToken cancellationToken)
    {
        var extractor = new AttributionExtractor(Analyzer.Extraction);
        return Analyzer.Analyze(items, documentOf, (item, analyzed) => finish(item, extractor.Extract(analyzed!)), cancellationToken);
    }

    /// <summary>One document, hop by hop.</summary>
    public Walk Walk(Document document, CancellationToken cancellationToken)
    {
        var analyzed = Analyzer.Analyze(document, cancellationToken);
        var attributions = new AttributionExtractor(Analyzer.Extraction).Extract(analyzed);
        return new Walk(analyzed, attributions, Interpreter.Interpret(document, attributions));
    }

    private static Analysed Interpret(ReadResult input, AttributionExtractor extractor, AnalyzedDocument analyzed)
    {
        var values = DocumentValues.Of(analyzed.Document);
        return new Analysed(input, Interpreter.Interpret(analyzed.Document, extractor.Extract(analyzed), values)) { Values = values };
    }
}

/// <summary>The values of the hops from a document to its statements.</summary>
/// <param name="Analyzed">Words and scores.</param>
/// <param name="Attributions">What was extracted from them.</param>
/// <param name="Statements">What that means.</param>
internal sealed record Walk(AnalyzedDocument Analyzed, IReadOnlyList<Attribution> Attributions, IReadOnlyList<Statement> Statements);
