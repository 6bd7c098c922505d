using Sayso.Core.Linguistics;

namespace Sayso.Core.Attributions;

/// <summary>
/// For each span the share of its words' pointing that goes to each cue, averaged over the words and over the windows
/// that hold them. The shares of a span sum to one, or to nought where no window holds it together with a cue.
/// </summary>
internal sealed class PointingShares
{
    private readonly Row[] _rows;

    private PointingShares(List<RoleSpan> spans, Row[] rows)
    {
        Spans = spans;
        _rows = rows;
    }

    /// <summary>The spans that point.</summary>
    public IReadOnlyList<RoleSpan> Spans { get; }

    /// <summary>Measures the pointing of <paramref name="spans"/> to <paramref name="cues"/>, both in text order.</summary>
    public static PointingShares Of(IReadOnlyList<LinkWindow> windows, List<RoleSpan> spans, List<RoleSpan> cues)
    {
        var rows = new Row[spans.Count];
        List<int> columns = [];
        foreach (var window in windows)
        {
            var firstCue = FirstAtOrAfter(cues, window.FirstToken);
            var endCue = FirstAtOrAfter(cues, window.EndToken);
            if (firstCue == endCue || !FindColumns(window, cues, firstCue, endCue, columns))
            {
                continue;
            }

            // The span before may begin outside the window and reach into it.
            for (var s = Math.Max(0, FirstAtOrAfter(spans, window.FirstToken) - 1); s < spans.Count && spans[s].First < window.EndToken; s++)
            {
                AddWindow(window, spans[s], firstCue, columns, ref rows[s]);
            }
        }

        return new PointingShares(spans, rows);
    }

    /// <summary>The cues that span <paramref name="span"/> may point to, in order, each with its share; every other cue has none.</summary>
    public IEnumerable<KeyValuePair<int, double>> Of(int span)
    {
        var row = _rows[span];
        return row.Totals is null ? [] : row.Totals.Select((total, i) => KeyValuePair.Create(row.FirstCue + i, total / row.Weight));
    }

    private static bool FindColumns(LinkWindow window, List<RoleSpan> cues, int firstCue, int endCue, List<int> columns)
    {
        columns.Clear();
        var any = false;
        for (var k = firstCue; k < endCue; k++)
        {
            var column = window.Heads.BinarySearch(cues[k].First);
            columns.Add(column);
            any |= column >= 0;
        }

        return any;
    }

    private static void AddWindow(LinkWindow window, RoleSpan span, int firstCue, List<int> columns, ref Row row)
    {
        for (var word = Math.Max(span.First, window.FirstToken); word < Math.Min(span.End, window.EndToken); word++)
        {
            var scores = window.Scores(word);
            if (scores.IsEmpty)
            {
                continue;
            }

            var highest = float.NegativeInfinity;
            foreach (var column in columns)
            {
                highest = column >= 0 && scores[column] > highest ? scores[column] : highest;
            }

            if (!float.IsFinite(highest))
            {
                continue;
            }

            var sum = 0f;
            foreach (var column in columns)
            {
                sum += Power(scores, column, highest);
            }

            var weight = window.Weights[word - window.FirstToken];
            row.Reach(firstCue, columns.Count);
            row.Weight += weight;
            for (var k = 0; k < columns.Count; k++)
            {
                row.Totals![firstCue + k - row.FirstCue] += Power(scores, columns[k], highest) / sum * weight;
            }
        }
    }

    private static float Power(ReadOnlySpan<float> scores, int column, float highest)
    {
        var power = column < 0 ? 0 : MathF.Exp(scores[column] - highest);
        return float.IsNaN(power) ? 0 : power;
    }

    private static int FirstAtOrAfter(List<RoleSpan> spans, int word)
    {
        int low = 0, high = spans.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spans[middle].First < word ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private struct Row
    {
        public int FirstCue;
        public double[]? Totals;
        public double Weight;

        /// <summary>Makes room for cues that are not yet covered.</summary>
        public void Reach(int first, int count)
        {
            if (Totals is null)
            {
                (FirstCue, Totals) = (first, new double[count]);
                return;
            }

            var start = Math.Min(first, FirstCue);
            var end = Math.Max(first + count, FirstCue + Totals.Length);
            if (end - start > Totals.Length)
            {
                var wider = new double[end - start];
                Totals.CopyTo(wider, FirstCue - start);
                (FirstCue, Totals) = (start, wider);
            }
        }
    }
}
