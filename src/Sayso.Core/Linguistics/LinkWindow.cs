using System.Numerics;

namespace Sayso.Core.Linguistics;

/// <summary>
/// One window's opinion of which word each of its words points to (a source's or content's word points to the first
/// word of its cue). The score of word i pointing to word j is the dot product of i's query and j's key.
/// </summary>
public sealed class LinkWindow
{
    private readonly float[] _queries;
    private readonly float[] _keys;
    private readonly int _width;

    /// <summary>Makes a window.</summary>
    /// <param name="firstToken">Index of the window's first token in the document.</param>
    /// <param name="weights">How much the window's opinion on each of its tokens counts, above 0 and at most 1.</param>
    /// <param name="queries">Row-major [tokens, width].</param>
    /// <param name="keys">Row-major [tokens, width].</param>
    /// <exception cref="ArgumentException">The lengths do not agree.</exception>
    public LinkWindow(int firstToken, float[] weights, float[] queries, float[] keys)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(keys);
        if (weights.Length == 0 || queries.Length % weights.Length != 0 || queries.Length != keys.Length)
        {
            throw new ArgumentException("Queries and keys need one row a token.", nameof(queries));
        }

        FirstToken = firstToken;
        Weights = weights;
        _queries = queries;
        _keys = keys;
        _width = queries.Length / weights.Length;
    }

    /// <summary>Index of the first token.</summary>
    public int FirstToken { get; }

    /// <summary>The index after the last token.</summary>
    public int EndToken => FirstToken + Weights.Count;

    /// <summary>A weight a token.</summary>
    public IReadOnlyList<float> Weights { get; }

    /// <summary>Unnormalised log score of token <paramref name="from"/> pointing to <paramref name="to"/>, document indices.</summary>
    public float Score(int from, int to)
    {
        var query = _queries.AsSpan((from - FirstToken) * _width, _width);
        var key = _keys.AsSpan((to - FirstToken) * _width, _width);
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i <= _width - Vector<float>.Count; i += Vector<float>.Count)
        {
            sum += new Vector<float>(query[i..]) * new Vector<float>(key[i..]);
        }

        var total = Vector.Sum(sum);
        for (; i < _width; i++)
        {
            total += query[i] * key[i];
        }

        return total;
    }
}
