using Microsoft.ML.OnnxRuntime;
using Sayso.Core.Linguistics;
using Sayso.Inference.Models;

namespace Sayso.Inference.Encoders;

/// <summary>The network in memory, ready to run. Safe for use by several threads: each run uses one core.</summary>
internal sealed class EncoderSession : IDisposable
{
    /// <summary>Width of a word's link query and key.</summary>
    public const int LinkWidth = 128;

    private static readonly string[] InputNames = ["pieces", "case", "quoted", "line_start", "convention", "first"];
    private static readonly string[] OutputNames =
        ["emissions", "link_query", "link_key", "nested_emissions", "nested_query", "nested_key"];

    private readonly InferenceSession _session;
    private readonly RunOptions _runOptions = new();

    /// <summary>Loads the network.</summary>
    /// <param name="path">The ONNX file.</param>
    /// <param name="threads">
    /// Threads inside one run. One, where several runs go on at once: that way none waits for another, and the order of
    /// additions does not depend on the machine.
    /// </param>
    /// <exception cref="OnnxRuntimeException">The graph is damaged.</exception>
    /// <exception cref="FormatException">It is not of our form.</exception>
    public EncoderSession(string path, int threads = 1) => _session = GraphFile.Open(path, threads, InputNames, OutputNames);

    /// <summary>Runs the network on a batch.</summary>
    /// <param name="input">The batch.</param>
    /// <param name="output">Where the scores go, as <see cref="EncoderOutput"/> has them.</param>
    public void Run(WindowInput input, Memory<float> output)
    {
        long[] perPiece = [input.Batch, input.Pieces];
        using var pieces = GraphFile.Tensor(input.PieceIds, perPiece);
        using var cases = GraphFile.Tensor(input.Case, perPiece);
        using var quoted = GraphFile.Tensor(input.Quoted, perPiece);
        using var lineStart = GraphFile.Tensor(input.LineStart, perPiece);
        using var convention = GraphFile.Tensor(input.Convention, [input.Batch, 1]);
        using var first = GraphFile.Tensor(input.First, [input.Batch, input.Words]);
        var scores = new EncoderOutput(output, input.Batch * input.Words);
        long[] perLabel = [input.Batch, input.Words, RoleLabels.Count];
        long[] perLink = [input.Batch, input.Words, LinkWidth];
        using var emissions = GraphFile.Tensor(scores.Outer.Emissions, perLabel);
        using var queries = GraphFile.Tensor(scores.Outer.Queries, perLink);
        using var keys = GraphFile.Tensor(scores.Outer.Keys, perLink);
        using var nestedEmissions = GraphFile.Tensor(scores.Nested.Emissions, perLabel);
        using var nestedQueries = GraphFile.Tensor(scores.Nested.Queries, perLink);
        using var nestedKeys = GraphFile.Tensor(scores.Nested.Keys, perLink);
        _session.Run(
            _runOptions,
            InputNames,
            [pieces, cases, quoted, lineStart, convention, first],
            OutputNames,
            [emissions, queries, keys, nestedEmissions, nestedQueries, nestedKeys]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _runOptions.Dispose();
    }
}

/// <summary>The scores of a run, in one block of memory: those of un-nested attributions, then those of nested ones.</summary>
/// <param name="Block">The block; it may be longer.</param>
/// <param name="Words">Words of all windows of the batch.</param>
internal readonly record struct EncoderOutput(Memory<float> Block, int Words)
{
    /// <summary>Numbers that a word takes.</summary>
    public const int Width = 2 * LevelOutput.Width;

    /// <summary>Of un-nested attributions.</summary>
    public LevelOutput Outer => new(Block, Words);

    /// <summary>Of nested ones.</summary>
    public LevelOutput Nested => new(Block[(Words * LevelOutput.Width)..], Words);
}

/// <summary>The scores of one level: [words, labels], then twice [words, link width].</summary>
/// <param name="Block">The block; it may be longer.</param>
/// <param name="Words">Words of all windows of the batch.</param>
internal readonly record struct LevelOutput(Memory<float> Block, int Words)
{
    /// <summary>Numbers that a word takes.</summary>
    public const int Width = RoleLabels.Count + (2 * EncoderSession.LinkWidth);

    /// <summary>Row-major [words, labels].</summary>
    public Memory<float> Emissions => Block[..(Words * RoleLabels.Count)];

    /// <summary>Row-major [words, link width].</summary>
    public Memory<float> Queries => Block.Slice(Words * RoleLabels.Count, Words * EncoderSession.LinkWidth);

    /// <summary>Row-major [words, link width].</summary>
    public Memory<float> Keys => Block.Slice(Words * (RoleLabels.Count + EncoderSession.LinkWidth), Words * EncoderSession.LinkWidth);
}
