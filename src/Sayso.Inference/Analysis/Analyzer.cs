using Microsoft.ML.OnnxRuntime;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Linguistics;
using Sayso.Inference.Encoders;
using Sayso.Inference.Models;

namespace Sayso.Inference.Analysis;

/// <summary>
/// Runs the encoder over documents. Each window is one run of its own on one core, without padding: a result depends
/// on nothing but the document, whatever the number of threads and whatever is read beside it. (In int8 the scale of
/// the activations is taken over a whole batch, so a batch would mix its windows.) Safe for use by several threads.
/// </summary>
public sealed class Analyzer : IDisposable
{
    private readonly AttributionModel _model;
    private readonly AnalyzerOptions _options;
    private readonly EncoderSession _session;

    /// <summary>Loads the network.</summary>
    /// <param name="model">The weights.</param>
    /// <param name="options">How much is done at once; <c>null</c>: the usual.</param>
    /// <exception cref="SaysoException"><see cref="ProblemCodes.BadModel"/>: the graph cannot be run.</exception>
    public Analyzer(AttributionModel model, AnalyzerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _options = options ?? new AnalyzerOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Threads, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaxDocuments, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaxCharacters, 1, nameof(options));
        try
        {
            _session = new EncoderSession(model.GraphPath);
        }
        catch (Exception e) when (e is OnnxRuntimeException or FormatException or DllNotFoundException or TypeInitializationException)
        {
            throw AttributionModel.Bad(model.Folder, e);
        }
    }

    /// <summary>Which weights it runs.</summary>
    public string ModelVersion => _model.Version;

    /// <summary>What decoding its scores needs: the model's thresholds, and whose convention its spans follow.</summary>
    public ExtractionOptions Extraction => _model.Extraction with { IsHouseConvention = _options.Convention == Convention.Sayso };

    /// <summary>Analyses one document, with all threads on its windows.</summary>
    public AnalyzedDocument Analyze(Document document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Analyze([document], d => d, (_, analyzed) => analyzed!, cancellationToken).Single();
    }

    /// <summary>Analyses documents one after the other while the next are being read; results come in the order of the documents.</summary>
    public IEnumerable<AnalyzedDocument> Analyze(IEnumerable<Document> documents, CancellationToken cancellationToken) =>
        Analyze(documents, d => d, (_, analyzed) => analyzed!, cancellationToken);

    /// <summary>
    /// Analyses what has a document, and lets the rest pass, in order. The items are read on a thread of their own, at most
    /// as far ahead as the options allow. An exception of reading, of the encoder or of <paramref name="finish"/> comes out
    /// where the item's result would have.
    /// </summary>
    /// <param name="items">What is read.</param>
    /// <param name="documentOf">An item's document; <c>null</c>: the item passes without analysis.</param>
    /// <param name="finish">
    /// Makes the result of an item and its analysis. Called on several threads at once, in any order: the place for decoding,
    /// so that the analysis need not be kept until the results before it are there.
    /// </param>
    /// <param name="cancellationToken">Ends it with an <see cref="OperationCanceledException"/>.</param>
    public IEnumerable<TResult> Analyze<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, Document?> documentOf, Func<TItem, AnalyzedDocument?, TResult> finish,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(documentOf);
        ArgumentNullException.ThrowIfNull(finish);
        return new AnalysisPass<TItem, TResult>(_model, _session, _options) { DocumentOf = documentOf, Finish = finish }
            .Run(items, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();
}
