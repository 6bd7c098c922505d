using System.Buffers;
using Sayso.Core.Documents;
using Sayso.Core.Linguistics;
using Sayso.Inference.Encoders;
using Sayso.Inference.Models;
using Sayso.Inference.Tokenizing;
using Sayso.Inference.Windowing;

namespace Sayso.Inference.Analysis;

/// <summary>
/// One document on its way through the encoder. Windows come back in any order and are merged in their own, so that
/// the sums do not depend on it. A window's link vectors (a kilobyte a word) are kept only until the labels of its
/// words are settled; what is left of them then is a few scores. Safe for use by several threads.
/// </summary>
internal sealed class DocumentAnalysis
{
    private readonly Lock _lock = new();
    private readonly AttributionModel _model;
    private readonly Document _document;
    private readonly float[] _weights;
    private readonly float[]?[] _returned;
    private readonly LevelAnalysis _outer;
    private readonly LevelAnalysis _nested;
    private int _merged;
    private int _kept;

    /// <summary>Cuts an encoded document into windows.</summary>
    public DocumentAnalysis(AttributionModel model, Document document, EncodedText text)
    {
        _model = model;
        _document = document;
        Text = text;
        Windows = WindowCutter.Cut(text, model.Windows);
        _weights = new float[text.Tokens.Length];
        _returned = new float[]?[Windows.Length];
        _outer = new LevelAnalysis(text.Tokens, model.Transitions);
        _nested = new LevelAnalysis(text.Tokens, model.NestedTransitions);
    }

    /// <summary>The document as the network reads it.</summary>
    public EncodedText Text { get; }

    /// <summary>What has to be run, in order.</summary>
    public Window[] Windows { get; }

    /// <summary>Room for the scores of a window; <see cref="Add"/> takes it back.</summary>
    public static float[] RentOutput(Window window) => ArrayPool<float>.Shared.Rent(window.Count * EncoderOutput.Width);

    /// <summary>Takes the scores of window <paramref name="index"/>. True when they were the last that the document waits for.</summary>
    public bool Add(int index, float[] output)
    {
        lock (_lock)
        {
            _returned[index] = output;
            while (_merged < Windows.Length && _returned[_merged] is { } next)
            {
                Merge(_merged, next);
                _merged++;
                KeepSettledLinks();
            }

            return _merged == Windows.Length;
        }
    }

    /// <summary>The analysis, once every window is there.</summary>
    public AnalyzedDocument Complete() =>
        new(_document, Text.Tokens, new EncoderScores(_outer.Scores, _nested.Scores, _model.Version));

    /// <summary>Adds a window's emissions, and decodes the words that no later window holds.</summary>
    private void Merge(int index, float[] block)
    {
        var window = Windows[index];
        var weights = WeightsOf(window);
        for (var i = 0; i < weights.Length; i++)
        {
            _weights[window.First + i] += weights[i];
        }

        var output = new EncoderOutput(block, window.Count);
        _outer.Merge(window, weights, output.Outer);
        _nested.Merge(window, weights, output.Nested);
        var complete = index + 1 == Windows.Length ? Text.Tokens.Length : Windows[index + 1].First;
        _outer.Decode(complete, _weights);
        _nested.Decode(complete, _weights);
    }

    private void KeepSettledLinks()
    {
        while (_kept < _merged && Windows[_kept].End <= Math.Min(_outer.Settled, _nested.Settled))
        {
            var (window, block) = (Windows[_kept], _returned[_kept]!);
            var (weights, output) = (WeightsOf(window), new EncoderOutput(block, window.Count));
            _outer.KeepLinks(window, weights, output.Outer);
            _nested.KeepLinks(window, weights, output.Nested);
            _returned[_kept++] = null;
            ArrayPool<float>.Shared.Return(block);
        }
    }

    private float[] WeightsOf(Window window)
    {
        var weights = new float[window.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = _model.Windows.WeightOf(window.First + i, window, Text.Tokens.Length);
        }

        return weights;
    }
}
