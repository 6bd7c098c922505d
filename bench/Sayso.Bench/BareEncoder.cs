using System.Diagnostics;
using Sayso.Inference;
using Sayso.Inference.Encoders;
using Sayso.Inference.Models;
using Sayso.Inference.Tokenizing;
using Sayso.Inference.Windowing;

namespace Sayso.Bench;

/// <summary>How the encoder is fed: so many windows of so many pieces a run, and runs or threads side by side.</summary>
/// <param name="Pieces">Word pieces of a window, [CLS] and [SEP] left out.</param>
/// <param name="Batch">Windows of a run.</param>
/// <param name="Runs">Runs at the same time; the cores are shared out among them.</param>
internal readonly record struct Shape(int Pieces, int Batch, int Runs)
{
    public override string ToString() => $"{Pieces} pieces × {Batch}, {(Runs == 1 ? "all threads in one run" : $"{Runs} runs side by side")}";
}

/// <summary>The network and nothing else: the inputs are there before the clock starts, and nobody looks at the outputs.</summary>
internal sealed class BareEncoder(AttributionModel model) : IDisposable
{
    private static readonly int[] PiecesTried = [62, 126, 254], BatchesTried = [1, 4, 8];

    private readonly EncoderSession _narrow = new(model.GraphPath);
    private readonly EncoderSession _wide = new(model.GraphPath, Environment.ProcessorCount);

    /// <summary>The shapes that are tried for the best.</summary>
    public static IEnumerable<Shape> Shapes =>
        from pieces in PiecesTried
        from batch in BatchesTried
        from runs in new[] { Environment.ProcessorCount, 1 }
        select new Shape(pieces, batch, runs);

    /// <summary>Time that the windows of the texts take, each a run of its own, as <c>read</c> runs them.</summary>
    public TimeSpan SameWindows(IEnumerable<EncodedText> texts)
    {
        List<WindowInput> inputs = [];
        foreach (var text in texts)
        {
            foreach (var window in WindowCutter.Cut(text, model.Windows))
            {
                var input = new WindowInput();
                input.Begin(1, text.CountPieces(window.First, window.End) + WindowInput.SpecialPieces, window.Count, Convention.Sayso);
                input.Write(0, text, window, model.Vocabulary);
                inputs.Add(input);
            }
        }

        return Time(_narrow, inputs, Environment.ProcessorCount);
    }

    /// <summary>Time that the pieces of the texts take, each read once, in windows of one length.</summary>
    public TimeSpan EachWordOnce(IEnumerable<EncodedText> texts, Shape shape)
    {
        int[] pieces = [.. texts.SelectMany(text => text.Pieces)];
        int[] starts = [.. texts.SelectMany(StartsOfWords)];
        List<WindowInput> inputs = [];
        for (var at = 0; at + (shape.Pieces * shape.Batch) <= pieces.Length; at += shape.Pieces * shape.Batch)
        {
            inputs.Add(Fill(pieces, starts, at, shape));
        }

        var time = Time(shape.Runs == 1 ? _wide : _narrow, inputs, shape.Runs);

        // The last pieces, which fill no batch, take their share.
        return time * ((double)pieces.Length / (inputs.Count * shape.Pieces * shape.Batch));
    }

    public void Dispose()
    {
        _narrow.Dispose();
        _wide.Dispose();
    }

    private static IEnumerable<int> StartsOfWords(EncodedText text)
    {
        var isStart = new int[text.Pieces.Length];
        foreach (var start in text.PieceStarts.AsSpan(0, text.Tokens.Length))
        {
            isStart[start] = 1;
        }

        return isStart;
    }

    private WindowInput Fill(int[] pieces, int[] starts, int at, Shape shape)
    {
        var rows = Enumerable.Range(0, shape.Batch).Select(row => at + (row * shape.Pieces)).ToArray();
        var words = rows.Max(row => starts.AsSpan(row, shape.Pieces).Count(1));
        var input = new WindowInput();
        input.Begin(shape.Batch, shape.Pieces + WindowInput.SpecialPieces, words, Convention.Sayso);
        input.Case.Span.Clear();
        input.Quoted.Span.Clear();
        input.LineStart.Span.Clear();
        input.First.Span.Clear();
        for (var row = 0; row < shape.Batch; row++)
        {
            var ids = input.PieceIds.Span.Slice(row * input.Pieces, input.Pieces);
            var first = input.First.Span.Slice(row * words, words);
            (ids[0], ids[^1]) = (model.Vocabulary.Start, model.Vocabulary.End);
            var word = 0;
            for (var i = 0; i < shape.Pieces; i++)
            {
                ids[i + 1] = pieces[rows[row] + i];
                if (starts[rows[row] + i] == 1)
                {
                    first[word++] = i + 1;
                }
            }
        }

        return input;
    }

    private static TimeSpan Time(EncoderSession session, List<WindowInput> inputs, int runs)
    {
        var next = -1;
        var clock = Stopwatch.StartNew();
        Thread[] threads = [.. Enumerable.Range(0, runs).Select(_ => new Thread(() =>
        {
            var output = Array.Empty<float>();
            for (var i = Interlocked.Increment(ref next); i < inputs.Count; i = Interlocked.Increment(ref next))
            {
                var size = inputs[i].Batch * inputs[i].Words * EncoderOutput.Width;
                output = output.Length < size ? new float[size] : output;
                session.Run(inputs[i], output);
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return clock.Elapsed;
    }
}
