using Sayso.Core.Linguistics;

namespace Sayso.Core.Attributions;

/// <summary>
/// The best label sequence of a linear-chain CRF (Viterbi; Rabiner 1989), word by word. Only sequences that make
/// well-formed spans are considered: an I-label follows its own kind, and never starts a line. Scores that are no
/// numbers count as very low ones. Not safe for use by several threads at once.
/// </summary>
public sealed class RoleDecoder
{
    private const int Labels = RoleLabels.Count;
    private const int BitsOfLabel = 3;
    private const float Bound = 10_000;

    private readonly double[] _transitions = new double[Labels * Labels];
    private readonly byte[][] _predecessors = new byte[Labels][];
    private double[] _best = new double[Labels];
    private double[] _next = new double[Labels];
    private uint[] _back;
    private byte[] _labels;

    /// <summary>Starts an empty sequence.</summary>
    /// <param name="transitions">Row-major [labels, labels]: score of the second label after the first.</param>
    /// <param name="capacity">Words expected; more may come.</param>
    /// <exception cref="ArgumentException">The transitions are not a square of labels.</exception>
    public RoleDecoder(ReadOnlySpan<float> transitions, int capacity = 256)
    {
        if (transitions.Length != Labels * Labels)
        {
            throw new ArgumentException("The transitions need one row of labels a label.", nameof(transitions));
        }

        for (var i = 0; i < transitions.Length; i++)
        {
            _transitions[i] = Finite(transitions[i]);
        }

        for (var to = 0; to < Labels; to++)
        {
            _predecessors[to] = [.. Enumerable.Range(0, Labels).Where(from => RoleLabels.MayFollow(from, to)).Select(from => (byte)from)];
        }

        _back = new uint[Math.Max(capacity, 1)];
        _labels = new byte[Math.Max(capacity, 1)];
    }

    /// <summary>Words taken so far.</summary>
    public int Count { get; private set; }

    /// <summary>Words whose labels no further word can change.</summary>
    public int Settled { get; private set; }

    /// <summary>The best labels of a document's words at one level.</summary>
    /// <param name="tokens">The words.</param>
    /// <param name="scores">The level's scores of them.</param>
    public static byte[] Decode(IReadOnlyList<Token> tokens, LevelScores scores)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(scores);
        var decoder = new RoleDecoder(scores.Transitions, tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            decoder.Add(scores.Emissions.AsSpan(i * Labels, Labels), tokens[i].StartsLine);
        }

        decoder.Finish();
        return decoder.LabelsOf(0, decoder.Count).ToArray();
    }

    /// <summary>Takes the next word.</summary>
    /// <param name="emissions">Unnormalised log scores of its labels.</param>
    /// <param name="startsLine">Whether it is the first word of its line; the first word of all always is.</param>
    /// <exception cref="ArgumentException">There is not one score a label.</exception>
    public void Add(ReadOnlySpan<float> emissions, bool startsLine)
    {
        if (emissions.Length != Labels)
        {
            throw new ArgumentException("A word needs one score a label.", nameof(emissions));
        }

        if (Count == _back.Length)
        {
            Array.Resize(ref _back, Count * 2);
            Array.Resize(ref _labels, Count * 2);
        }

        uint pointers = 0;
        for (var to = 0; to < Labels; to++)
        {
            if (RoleLabels.IsInside(to) && (startsLine || Count == 0))
            {
                _next[to] = double.NegativeInfinity;
                continue;
            }

            var (from, score) = Count == 0 ? (0, 0.0) : BestPredecessor(to);
            _next[to] = score + Finite(emissions[to]);
            pointers |= (uint)from << (BitsOfLabel * to);
        }

        _back[Count++] = pointers;
        (_best, _next) = (_next, _best);
    }

    /// <summary>
    /// Finds the words on whose labels the best sequences to all last labels agree, and returns <see cref="Settled"/>.
    /// Costs a walk back over the words since the last settled one.
    /// </summary>
    public int Settle()
    {
        Span<int> ends = stackalloc int[Labels];
        var count = 0;
        for (var label = 0; label < Labels; label++)
        {
            if (!double.IsNegativeInfinity(_best[label]))
            {
                ends[count++] = label;
            }
        }

        for (var i = Count - 1; i >= Settled; i--)
        {
            var agree = true;
            for (var k = 1; k < count; k++)
            {
                agree &= ends[k] == ends[0];
            }

            if (agree)
            {
                WalkBack(i, ends[0]);
                break;
            }

            for (var k = 0; k < count; k++)
            {
                ends[k] = Pointer(i, ends[k]);
            }
        }

        return Settled;
    }

    /// <summary>Settles every word, as no more will come.</summary>
    public void Finish()
    {
        if (Count == Settled)
        {
            return;
        }

        var last = 0;
        for (var label = 1; label < Labels; label++)
        {
            last = _best[label] > _best[last] ? label : last;
        }

        WalkBack(Count - 1, last);
    }

    /// <summary>The labels of the settled words <paramref name="first"/> to <paramref name="end"/> - 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Some of the words are not settled.</exception>
    public ReadOnlySpan<byte> LabelsOf(int first, int end)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Settled);
        return _labels.AsSpan(first, end - first);
    }

    private static double Finite(float score) => float.IsNaN(score) ? -Bound : Math.Clamp(score, -Bound, Bound);

    private (int From, double Score) BestPredecessor(int to)
    {
        // The first of equals wins, as NumPy's argmax has it.
        int found = _predecessors[to][0];
        var best = _best[found] + _transitions[(found * Labels) + to];
        foreach (var from in _predecessors[to].AsSpan(1))
        {
            var score = _best[from] + _transitions[(from * Labels) + to];
            if (score > best)
            {
                (found, best) = (from, score);
            }
        }

        return (found, best);
    }

    private int Pointer(int word, int label) => (int)(_back[word] >> (BitsOfLabel * label)) & ((1 << BitsOfLabel) - 1);

    private void WalkBack(int word, int label)
    {
        var settled = word + 1;
        for (var i = word; i >= Settled; i--)
        {
            _labels[i] = (byte)label;
            label = Pointer(i, label);
        }

        Settled = settled;
    }
}
