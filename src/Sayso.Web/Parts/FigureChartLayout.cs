using NodaTime;
using Sayso.Core.Documents;
using Sayso.Core.Figures;
using Sayso.Core.Quantities;
using Sayso.Web.Hosting;
using Sayso.Web.Reading;

namespace Sayso.Web.Parts;

/// <summary>A figure's readings over time: a series a source, bars for ranges, arrows for open ends, revisions joined.</summary>
/// <param name="Points">The readings.</param>
/// <param name="Lines">Revisions of one source: from reading to reading.</param>
/// <param name="Labels">The sources' names beside their last reading.</param>
public sealed record FigureChartLayout(IReadOnlyList<FigurePoint> Points, IReadOnlyList<ChartLine> Lines, IReadOnlyList<ChartLabel> Labels)
{
    /// <summary>The picture's width.</summary>
    public const int Width = 760;

    /// <summary>The picture's height.</summary>
    public const int Height = 340;

    /// <summary>Where the values end at the left.</summary>
    public const int Left = 58;

    /// <summary>Where the names begin at the right.</summary>
    public const int Right = 590;
    private const int PointWidth = 12;
    private const int Top = 16;
    private const int Bottom = 306;
    private const int Hues = 6;
    private const int LabelLine = 17;
    private const int MostLetters = 27;
    private const int MostTicks = 8;

    /// <summary>Numbers for orientation.</summary>
    public IReadOnlyList<(int Y, string Number)> Levels { get; private init; } = [];

    /// <summary>Days for orientation.</summary>
    public IReadOnlyList<(int X, string Day)> Days { get; private init; } = [];

    /// <summary>Readings without a date; they are not in the picture.</summary>
    public int Undated { get; private init; }

    /// <summary>Lays it out.</summary>
    public static FigureChartLayout Of(Figure figure, IReadOnlyDictionary<string, Document> documents)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(documents);
        var dated = figure.Readings.Where(r => r.PublishedAt is not null && Ends(r).Count > 0).ToList();
        if (dated.Count == 0)
        {
            return new FigureChartLayout([], [], []) { Undated = figure.Readings.Count };
        }

        var (first, last) = (dated.Min(r => r.PublishedAt!.Value.ToInstant()), dated.Max(r => r.PublishedAt!.Value.ToInstant()));
        var scale = Scale.Of(dated.SelectMany(Ends));
        var time = Math.Max(3600, (last - first).TotalSeconds);
        int X(Instant at) => Left + 16 + (int)Math.Round((at - first).TotalSeconds / time * (Right - Left - 40));
        int Y(double value) => (int)Math.Round(Bottom - ((value - scale.Low) / (scale.High - scale.Low) * (Bottom - Top)));
        var hues = dated.GroupBy(r => r.Source, StringComparer.Ordinal).OrderByDescending(g => g.Count())
            .ThenBy(g => g.Min(r => r.PublishedAt!.Value.ToInstant()))
            .Select((g, i) => (g.Key, Hue: Math.Min(i, Hues))).ToDictionary(h => h.Key, h => h.Hue, StringComparer.Ordinal);
        Dictionary<FigureReading, FigurePoint> points = [];
        foreach (var reading in dated.OrderBy(r => r.PublishedAt!.Value.ToInstant()))
        {
            points.Add(reading, Beside(points.Values, Point(reading, X(reading.PublishedAt!.Value.ToInstant()), Y, (hues[reading.Source], documents[reading.DocumentId]))));
        }

        return new FigureChartLayout([.. points.Values], Joined(figure, points), Named(points))
        {
            Levels = [.. scale.Levels.Select(l => (Y(l), FigureWords.Number(l)))],
            Days = Ticks(first, last, X),
            Undated = figure.Readings.Count - dated.Count,
        };
    }

    private static List<double> Ends(FigureReading reading) =>
        [.. new[] { reading.Interval.Low, reading.Interval.High, reading.Quantity.Value ?? double.NaN }.Where(double.IsFinite)];

    private static FigurePoint Point(FigureReading reading, int x, Func<double, int> y, (int Hue, Document Document) about)
    {
        var quantity = reading.Quantity;
        var middle = quantity.Value ?? Ends(reading).Average();
        return new FigurePoint(x, y(middle), about.Hue, reading.StatementId is { } id
            ? Links.Statement(id) : Links.Document(reading.DocumentId))
        {
            Bar = quantity is { Low: { } low, High: { } high } ? (y(high), y(low)) : null,
            Arrow = quantity.Comparator switch
            {
                Comparator.Greater or Comparator.AtLeast => -1,
                Comparator.Less or Comparator.AtMost => 1,
                _ => 0,
            },
            IsApproximate = quantity.IsApproximate,
            Source = FigureWords.Source(reading),
            Label = $"{Wording.Minute(about.Document.Published)}, {FigureWords.Source(reading)}: {FigureWords.Value(quantity)} ({about.Document.Outlet ?? "no outlet named"})",
        };
    }

    /// <summary>A point that would lie under another moves aside: each can be pointed at.</summary>
    private static FigurePoint Beside(IReadOnlyCollection<FigurePoint> placed, FigurePoint point)
    {
        while (point.X < Right && placed.Any(p => Math.Abs(p.X - point.X) < PointWidth && p.Extent.Top < point.Extent.Bottom && point.Extent.Top < p.Extent.Bottom))
        {
            point = point with { X = point.X + 1 };
        }

        return point;
    }

    private static List<ChartLine> Joined(Figure figure, Dictionary<FigureReading, FigurePoint> points) =>
    [
        .. figure.Revisions.SelectMany(revision =>
        {
            var found = revision.Select(i => points.GetValueOrDefault(figure.Readings[i])).OfType<FigurePoint>().OrderBy(p => p.X).ToList();
            return found.Zip(found.Skip(1), (a, b) => new ChartLine(a.X, a.Y, b.X, b.Y, a.Hue));
        }),
    ];

    /// <summary>
    /// Each source's name at the height of its last reading; those that would lie over each other move apart, all together as little as
    /// can be (isotonic regression, by pooling neighbours).
    /// </summary>
    private static List<ChartLabel> Named(Dictionary<FigureReading, FigurePoint> points)
    {
        var last = points.Values.GroupBy(p => p.Source, StringComparer.Ordinal).Select(g => g.OrderBy(p => p.X).Last())
            .OrderBy(p => p.Y).ThenByDescending(p => p.X).Take((Bottom - Top) / LabelLine).ToList();
        List<(double Mean, int Count)> pools = [];
        foreach (var (point, i) in last.Select((p, i) => (p, i)))
        {
            pools.Add((point.Y - (i * LabelLine), 1));
            while (pools.Count > 1 && pools[^2].Mean > pools[^1].Mean)
            {
                var (one, other) = (pools[^2], pools[^1]);
                pools.RemoveRange(pools.Count - 2, 2);
                pools.Add((((one.Mean * one.Count) + (other.Mean * other.Count)) / (one.Count + other.Count), one.Count + other.Count));
            }
        }

        var lowest = Bottom - ((last.Count - 1) * LabelLine);
        var heights = pools.SelectMany(p => Enumerable.Repeat(Math.Clamp(p.Mean, Top, Math.Max(Top, lowest)), p.Count));
        return [.. last.Zip(heights, (point, y) => (point, y)).Select((l, i) =>
            new ChartLabel((int)Math.Round(l.y + (i * LabelLine)) + 4, Wording.Clip(l.point.Source, MostLetters), l.point.Hue, l.point.X + 8, l.point.Y))];
    }

    private static List<(int X, string Day)> Ticks(Instant first, Instant last, Func<Instant, int> x)
    {
        var (from, to) = (first.InUtc().Date, last.InUtc().Date);
        var step = Math.Max(1, (int)Math.Ceiling((Period.DaysBetween(from, to) + 1) / (double)MostTicks));
        List<(int, string)> ticks = [];
        for (var day = from; day <= to; day = day.PlusDays(step))
        {
            var at = Math.Clamp(x(day.At(LocalTime.Noon).InUtc().ToInstant()), Left + 16, Right - 24);
            ticks.Add((at, ticks.Count == 0 || day.Day <= step ? $"{day.Day} {Wording.Month(day)[..3]}" : $"{day.Day}"));
        }

        return ticks;
    }

    /// <summary>Round numbers from below the least to above the greatest.</summary>
    private readonly record struct Scale(double Low, double High, IReadOnlyList<double> Levels)
    {
        private const int FewestLevels = 4;

        public static Scale Of(IEnumerable<double> values)
        {
            List<double> all = [.. values];
            var (low, high) = (all.Min(), all.Max());
            var span = high > low ? high - low : Math.Max(1, Math.Abs(high) * 0.2);
            var rough = span / FewestLevels;
            var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
            var step = new[] { 1.0, 2, 2.5, 5, 10 }.Select(f => f * power).First(s => s >= rough);
            step = all.TrueForAll(v => v == Math.Floor(v)) ? Math.Max(1, Math.Ceiling(step)) : step;
            var bottom = low >= 0 ? Math.Max(0,
                Math.Floor((low - (span * 0.08)) / step) * step) : Math.Floor((low - (span * 0.08)) / step) * step;
            var top = Math.Ceiling((high + (span * 0.08)) / step) * step;
            return new Scale(bottom, top, [.. Enumerable.Range(0, (int)Math.Round((top - bottom) / step) + 1)
                .Select(i => bottom + (i * step))]);
        }
    }
}

/// <summary>A reading in the picture.</summary>
/// <param name="X">Its place.</param>
/// <param name="Y">Its place.</param>
/// <param name="Hue">Which of the sources' colours, from 0.</param>
/// <param name="Link">Where its sentence is.</param>
public sealed record FigurePoint(int X, int Y, int Hue, string Link)
{
    /// <summary>The upper and lower end of a range.</summary>
    public (int Top, int Bottom)? Bar { get; init; }

    /// <summary>How far it reaches up and down, as it is drawn.</summary>
    internal (int Top, int Bottom) Extent => Bar is { } bar ? (bar.Top - 5, bar.Bottom + 5) : (Y - 6, Y + 6);

    /// <summary>-1 for more than that, 1 for less, 0 for the number itself.</summary>
    public int Arrow { get; init; }

    /// <summary>Whether it is said to be about that.</summary>
    public bool IsApproximate { get; init; }

    /// <summary>Who gives it.</summary>
    public required string Source { get; init; }

    /// <summary>What it is, for people.</summary>
    public required string Label { get; init; }
}

/// <summary>From one reading to a later one of the same source.</summary>
/// <param name="X1">Where it begins.</param>
/// <param name="Y1">Where it begins.</param>
/// <param name="X2">Where it ends.</param>
/// <param name="Y2">Where it ends.</param>
/// <param name="Hue">Which colour.</param>
public sealed record ChartLine(int X1, int Y1, int X2, int Y2, int Hue);

/// <summary>A source's name.</summary>
/// <param name="Y">Its place.</param>
/// <param name="Name">The name.</param>
/// <param name="Hue">Which colour.</param>
/// <param name="FromX">The reading that it belongs to.</param>
/// <param name="FromY">The reading that it belongs to.</param>
public sealed record ChartLabel(int Y, string Name, int Hue, int FromX, int FromY);
