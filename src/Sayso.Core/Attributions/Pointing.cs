using Sayso.Core.Linguistics;

namespace Sayso.Core.Attributions;

/// <summary>
/// How much of a span's pointing goes to each cue: the share of each of its words, averaged over the words and over the
/// windows that hold them. The shares of a span sum to one; there are none where no window holds it together with a cue.
/// </summary>
internal sealed class Pointing
{
    private readonly LinkWindow[] _windows;
    private readonly int[] _furthestEnd;
    private readonly List<RoleSpan> _cues;
    private readonly Columns?[] _columns;

    /// <summary>Prepares the windows of a document.</summary>
    /// <param name="windows">What the network said of links.</param>
    /// <param name="cues">The cue spans in text order.</param>
    public Pointing(IEnumerable<LinkWindow> windows, List<RoleSpan> cues)
    {
        _windows = [.. windows.OrderBy(w => w.FirstToken)];
        _cues = cues;
        _columns = new Columns?[_windows.Length];
        _furthestEnd = new int[_windows.Length];
        for (var i = 0; i < _windows.Length; i++)
        {
            _furthestEnd[i] = Math.Max(_windows[i].EndToken, i == 0 ? 0 : _furthestEnd[i - 1]);
        }
    }

    /// <summary>The cues that a span points to, in text order, each with its share.</summary>
    public IReadOnlyList<CueShare> Of(RoleSpan span)
    {
        var (totals, firstCue, weight) = (Array.Empty<double>(), 0, 0.0);
        for (var w = FirstThatReaches(span.First); w < _windows.Length && _windows[w].FirstToken < span.End; w++)
        {
            var columns = _columns[w] ??= ColumnsOf(_windows[w]);
            if (columns.InScores.Length > 0 && _windows[w].EndToken > span.First)
            {
                (totals, firstCue) = Reach(totals, firstCue, columns);
                weight += AddWindow(_windows[w], span, columns, totals.AsSpan(columns.FirstCue - firstCue));
            }
        }

        return weight > 0 ? [.. totals.Select((total, i) => new CueShare(firstCue + i, total / weight))] : [];
    }

    /// <summary>Adds the shares of a span's words in one window to the totals; returns the words' weight.</summary>
    private static double AddWindow(LinkWindow window, RoleSpan span, Columns columns, Span<double> totals)
    {
        var weights = 0.0;
        Span<float> powers = stackalloc float[columns.InScores.Length];
        for (var word = Math.Max(span.First, window.FirstToken); word < Math.Min(span.End, window.EndToken); word++)
        {
            var scores = window.Scores(word);
            if (scores.IsEmpty || !TakePowers(scores, columns, powers, out var sum))
            {
                continue;
            }

            var weight = window.Weights[word - window.FirstToken];
            weights += weight;
            for (var k = 0; k < powers.Length; k++)
            {
                totals[k] += powers[k] / sum * weight;
            }
        }

        return weights;
    }

    /// <summary>e to the power of each score, less the highest one; false where no score is a number.</summary>
    private static bool TakePowers(ReadOnlySpan<float> scores, Columns columns, Span<float> powers, out float sum)
    {
        var highest = float.NegativeInfinity;
        foreach (var column in columns.InScores)
        {
            highest = column >= 0 && scores[column] > highest ? scores[column] : highest;
        }

        sum = 0;
        for (var k = 0; k < powers.Length; k++)
        {
            var column = columns.InScores[k];
            var power = column < 0 ? 0 : MathF.Exp(scores[column] - highest);
            powers[k] = float.IsNaN(power) ? 0 : power;
            sum += powers[k];
        }

        return float.IsFinite(highest);
    }

    /// <summary>Makes room for cues that the totals do not cover yet.</summary>
    private static (double[] Totals, int FirstCue) Reach(double[] totals, int firstCue, Columns columns)
    {
        var count = columns.InScores.Length;
        if (totals.Length == 0)
        {
            return (new double[count], columns.FirstCue);
        }

        var start = Math.Min(firstCue, columns.FirstCue);
        var end = Math.Max(firstCue + totals.Length, columns.FirstCue + count);
        if (end - start == totals.Length)
        {
            return (totals, firstCue);
        }

        var wider = new double[end - start];
        totals.CopyTo(wider, firstCue - start);
        return (wider, start);
    }

    private Columns ColumnsOf(LinkWindow window)
    {
        var (first, end) = (FirstCueAtOrAfter(window.FirstToken), FirstCueAtOrAfter(window.EndToken));
        var found = new int[end - first];
        for (var k = first; k < end; k++)
        {
            found[k - first] = window.Heads.BinarySearch(_cues[k].First);
        }

        return new Columns(first, found);
    }

    private int FirstThatReaches(int word)
    {
        var at = Array.BinarySearch(_furthestEnd, word + 1);
        at = at < 0 ? ~at : at;
        while (at > 0 && _furthestEnd[at - 1] > word)
        {
            at--;
        }

        return at;
    }

    private int FirstCueAtOrAfter(int word)
    {
        int low = 0, high = _cues.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _cues[middle].First < word ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Where the cues that begin in a window have their scores.</summary>
    /// <param name="FirstCue">The first of them.</param>
    /// <param name="InScores">For it and those after it the place in a word's scores; below 0 where nothing points to it.</param>
    private sealed record Columns(int FirstCue, int[] InScores);
}

/// <summary>A cue and the share of a span's pointing that goes to it.</summary>
/// <param name="Cue">Index of the cue.</param>
/// <param name="Share">From 0 to 1.</param>
internal readonly record struct CueShare(int Cue, double Share);
