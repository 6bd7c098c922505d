using System.Numerics;

namespace Sayso.Core.Linguistics;

/// <summary>
/// One window's opinion of which word each of its words points to (a source's or content's word points to the first
/// word of its cue). Only the words that may point, and those that may be pointed to, have scores: the whole table of
/// a long document would not fit into memory. Immutable; safe for use by several threads.
/// </summary>
public sealed class LinkWindow
{
    private readonly float[] _weights;
    private readonly int[] _heads;
    private readonly short[] _rows;
    private readonly float[] _scores;

    /// <summary>Makes a window in which every word may point to every word.</summary>
    /// <param name="firstToken">Index of the window's first token in the document.</param>
    /// <param name="weights">How much the window's opinion on each of its tokens counts, above 0 and at most 1.</param>
    /// <param name="queries">Row-major [tokens, width].</param>
    /// <param name="keys">Row-major [tokens, width]. Token i points to j with the dot product of i's query and j's key.</param>
    /// <exception cref="ArgumentException">The lengths do not agree, or the window holds more than 32767 tokens.</exception>
    public LinkWindow(int firstToken, float[] weights, float[] queries, float[] keys)
        : this(new LinkVectors(firstToken, weights, queries, keys), default)
    {
    }

    /// <summary>Makes a window that keeps the scores that decoding these labels needs.</summary>
    /// <param name="vectors">What the network said.</param>
    /// <param name="labels">
    /// A label of <see cref="RoleLabels"/> for each token: words outside every span do not point, and only the first
    /// words of cues are pointed to. Empty: every word may.
    /// </param>
    /// <exception cref="ArgumentException">The lengths do not agree, or the window holds more than 32767 tokens.</exception>
    public LinkWindow(LinkVectors vectors, ReadOnlySpan<byte> labels)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        var count = vectors.Weights.Length;
        var all = labels.IsEmpty;
        if (count is 0 or > short.MaxValue || (!all && labels.Length != count)
            || vectors.Queries.Length % count != 0 || vectors.Queries.Length != vectors.Keys.Length)
        {
            throw new ArgumentException("Queries, keys and labels need one row a token.", nameof(vectors));
        }

        FirstToken = vectors.FirstToken;
        _weights = vectors.Weights.ToArray();
        _rows = new short[count];
        List<int> heads = [];
        short rows = 0;
        for (var i = 0; i < count; i++)
        {
            _rows[i] = all || labels[i] != RoleLabels.Outside ? rows++ : (short)-1;
            if (all || labels[i] == RoleLabels.Begin(Role.Cue))
            {
                heads.Add(FirstToken + i);
            }
        }

        _heads = [.. heads];
        _scores = new float[rows * _heads.Length];
        var width = vectors.Queries.Length / count;
        for (var i = 0; i < count; i++)
        {
            if (_rows[i] < 0)
            {
                continue;
            }

            var query = vectors.Queries.Span.Slice(i * width, width);
            for (var k = 0; k < _heads.Length; k++)
            {
                _scores[(_rows[i] * _heads.Length) + k] = Dot(query, vectors.Keys.Span.Slice((_heads[k] - FirstToken) * width, width));
            }
        }
    }

    /// <summary>Index of the first token.</summary>
    public int FirstToken { get; }

    /// <summary>The index after the last token.</summary>
    public int EndToken => FirstToken + _weights.Length;

    /// <summary>A weight a token.</summary>
    public ReadOnlySpan<float> Weights => _weights;

    /// <summary>The tokens that may be pointed to, document indices in ascending order.</summary>
    public ReadOnlySpan<int> Heads => _heads;

    /// <summary>
    /// Unnormalised log scores of token <paramref name="from"/> pointing to each of <see cref="Heads"/>; empty where the
    /// token does not point.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The token is not in the window.</exception>
    public ReadOnlySpan<float> Scores(int from)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, FirstToken);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(from, EndToken);
        var row = _rows[from - FirstToken];
        return row < 0 ? [] : _scores.AsSpan(row * _heads.Length, _heads.Length);
    }

    private static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i <= left.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sum += new Vector<float>(left[i..]) * new Vector<float>(right[i..]);
        }

        var total = Vector.Sum(sum);
        for (; i < left.Length; i++)
        {
            total += left[i] * right[i];
        }

        return total;
    }
}

/// <summary>What the network says of the links inside one window.</summary>
/// <param name="FirstToken">Index of the window's first token in the document.</param>
/// <param name="Weights">How much the window's opinion on each of its tokens counts, above 0 and at most 1.</param>
/// <param name="Queries">Row-major [tokens, width].</param>
/// <param name="Keys">Row-major [tokens, width].</param>
public sealed record LinkVectors(
    int FirstToken, ReadOnlyMemory<float> Weights, ReadOnlyMemory<float> Queries, ReadOnlyMemory<float> Keys);
