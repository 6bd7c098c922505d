using System.Collections.Concurrent;
using Microsoft.ML.OnnxRuntime;
using Sayso.Core.Claims;
using Sayso.Core.Errors;
using Sayso.Inference.Encoders;
using Sayso.Inference.Models;
using Sayso.Inference.Tokenizing;

namespace Sayso.Inference.Sentences;

/// <summary>
/// Gives texts their vectors: the mean over the pieces of all-MiniLM-L6-v2 (Reimers and Gurevych 2019). Each text is a run of
/// its own on one core, so that a vector depends on nothing but its text, whatever is encoded beside it. Safe for use by
/// several threads.
/// </summary>
public sealed class SentenceEncoder : IDisposable
{
    private static readonly string[] InputNames = ["pieces"];
    private static readonly string[] OutputNames = ["vector"];

    private readonly SentenceModel _model;
    private readonly InferenceSession _session;
    private readonly RunOptions _runOptions = new();
    private readonly ConcurrentBag<TextEncoder> _tokenizers = [];
    private readonly int _threads;

    /// <summary>Loads the network.</summary>
    /// <param name="model">The weights.</param>
    /// <param name="threads">Texts encoded at once, 1 or more; <c>null</c>: as many as there are cores.</param>
    /// <exception cref="SaysoException"><see cref="ProblemCodes.BadModel"/>: the graph cannot be run.</exception>
    public SentenceEncoder(SentenceModel model, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _threads = threads ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(_threads, 1, nameof(threads));
        try
        {
            _session = GraphFile.Open(model.GraphPath, threads: 1, InputNames, OutputNames);
        }
        catch (Exception e) when (e is OnnxRuntimeException or FormatException or DllNotFoundException or TypeInitializationException)
        {
            throw AttributionModel.Bad(model.Folder, e);
        }
    }

    /// <summary>Which weights it runs.</summary>
    public string ModelVersion => _model.Version;

    /// <summary>The vectors of texts, in their order. Equal texts are encoded once.</summary>
    /// <param name="texts">Any texts; of a long one only the beginning is read, as the model was made for (254 pieces).</param>
    /// <param name="cancellationToken">Ends it with an <see cref="OperationCanceledException"/>.</param>
    public IReadOnlyList<SentenceVector> Encode(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        string[] different = [.. texts.Distinct(StringComparer.Ordinal)];
        var vectors = new SentenceVector[different.Length];
        Parallel.For(
            0,
            different.Length,
            new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancellationToken },
            i => vectors[i] = Encode(different[i]));
        Dictionary<string, SentenceVector> found = new(StringComparer.Ordinal);
        for (var i = 0; i < different.Length; i++)
        {
            found.Add(different[i], vectors[i]);
        }

        return [.. texts.Select(text => found[text])];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _runOptions.Dispose();
    }

    /// <summary>The pieces that the network reads of a text, [CLS] and [SEP] around them.</summary>
    internal long[] PiecesOf(string text)
    {
        var tokenizer = _tokenizers.TryTake(out var idle) ? idle : new TextEncoder(_model.Vocabulary);
        var pieces = tokenizer.Encode(text).Pieces;
        _tokenizers.Add(tokenizer);
        var read = Math.Min(pieces.Length, _model.Settings.MostPieces - 2);
        return [_model.Vocabulary.Start, .. pieces.Take(read).Select(p => (long)p), _model.Vocabulary.End];
    }

    private SentenceVector Encode(string text)
    {
        var pieces = PiecesOf(text);
        var values = new float[_model.Width];
        using var input = GraphFile.Tensor<long>(pieces, [1, pieces.Length]);
        using var output = GraphFile.Tensor<float>(values, [1, values.Length]);
        _session.Run(_runOptions, InputNames, [input], OutputNames, [output]);
        return new SentenceVector(values);
    }
}
