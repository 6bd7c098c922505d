using System.Buffers;
using Sayso.Core.Attributions;
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
    private readonly float[] _emissions;
    private readonly float[] _weights;
    private readonly float[]?[] _returned;
    private readonly List<LinkWindow> _links = [];
    private readonly RoleDecoder _decoder;
    private int _merged;

    /// <summary>Cuts an encoded document into windows.</summary>
    public DocumentAnalysis(AttributionModel model, Document document, EncodedText text)
    {
        _model = model;
        _document = document;
        Text = text;
        Windows = WindowCutter.Cut(text, model.Windows);
        _emissions = new float[text.Tokens.Length * RoleLabels.Count];
        _weights = new float[text.Tokens.Length];
        _returned = new float[]?[Windows.Length];
        _decoder = new RoleDecoder(model.Transitions, text.Tokens.Length);
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
        new(_document, Text.Tokens, new EncoderScores(_emissions, _model.Transitions, _links, _model.Version));

    /// <summary>Adds a window's emissions, and decodes the words that no later window holds.</summary>
    private void Merge(int index, float[] output)
    {
        var window = Windows[index];
        var emissions = new EncoderOutput(output, window.Count).Emissions.Span;
        for (var word = window.First; word < window.End; word++)
        {
            var weight = _model.Windows.WeightOf(word, window, Text.Tokens.Length);
            _weights[word] += weight;
            var sums = _emissions.AsSpan(word * RoleLabels.Count, RoleLabels.Count);
            var own = emissions.Slice((word - window.First) * RoleLabels.Count, RoleLabels.Count);
            for (var label = 0; label < sums.Length; label++)
            {
                sums[label] += own[label] * weight;
            }
        }

        var isLast = index + 1 == Windows.Length;
        var complete = isLast ? Text.Tokens.Length : Windows[index + 1].First;
        for (var word = _decoder.Count; word < complete; word++)
        {
            var sums = _emissions.AsSpan(word * RoleLabels.Count, RoleLabels.Count);
            foreach (ref var sum in sums)
            {
                sum /= _weights[word];
            }

            _decoder.Add(sums, Text.Tokens[word].StartsLine);
        }

        if (isLast)
        {
            _decoder.Finish();
        }
        else
        {
            _decoder.Settle();
        }
    }

    private void KeepSettledLinks()
    {
        while (_links.Count < _merged && Windows[_links.Count].End <= _decoder.Settled)
        {
            var window = Windows[_links.Count];
            var weights = new float[window.Count];
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] = _model.Windows.WeightOf(window.First + i, window, Text.Tokens.Length);
            }

            var block = _returned[_links.Count]!;
            var output = new EncoderOutput(block, window.Count);
            var vectors = new LinkVectors(window.First, weights, output.Queries, output.Keys);
            _returned[_links.Count] = null;
            _links.Add(new LinkWindow(vectors, _decoder.LabelsOf(window.First, window.End)));
            ArrayPool<float>.Shared.Return(block);
        }
    }
}
