using NodaTime;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Text;
using Sayso.Web.Hosting;
using Sayso.Web.Reading;

namespace Sayso.Web.Parts;

/// <summary>A claim's statements over time: for it above the line, against it below, neither on it.</summary>
/// <param name="Height">The picture's height; its width is <see cref="Width"/>.</param>
/// <param name="Line">Where the line is.</param>
/// <param name="Dots">The statements.</param>
/// <param name="Ticks">Days, for orientation.</param>
public sealed record StanceStripLayout(int Height, int Line, IReadOnlyList<StanceDot> Dots, IReadOnlyList<(int X, string Day)> Ticks)
{
    /// <summary>The picture's width.</summary>
    public const int Width = 720;

    /// <summary>Room for the sides' names at the left.</summary>
    private const int Before = 66;
    private const int Inset = 14;

    /// <summary>Between the middles of two dots.</summary>
    private const double Step = 11;

    /// <summary>Rows of a side that have their full room; of more, all draw nearer.</summary>
    private const int MostRows = 14;
    private const int TickRoom = 24;
    private const int MostTicks = 8;

    /// <summary>A dot's radius.</summary>
    public double Radius { get; private init; } = 4.5;

    /// <summary>Whether some are for it, and whether some are against it.</summary>
    public (bool For, bool Against) Has { get; private init; }

    /// <summary>Statements whose publication is not known; they are not in the picture.</summary>
    public int Undated { get; private init; }

    /// <summary>Lays it out.</summary>
    public static StanceStripLayout Of(Claim claim, IReadOnlyDictionary<string, Document> documents)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(documents);
        var dated = claim.Statements.Where(s => documents[s.Traits.Statement.DocumentId].Published is not null).ToList();
        var undated = claim.Statements.Count - dated.Count;
        if (dated.Count == 0)
        {
            return new StanceStripLayout(0, 0, [], []) { Undated = undated };
        }

        var times = dated.Select(s => documents[s.Traits.Statement.DocumentId].Published!.Value.ToInstant()).ToList();
        var (first, last) = (times.Min(), times.Max());
        var span = Math.Max(1, (last - first).TotalSeconds);
        int At(Instant time) => Before + Inset + (int)Math.Round((time - first).TotalSeconds / span * (Width - Before - (2 * Inset)));

        // Those that would lie over each other stand on each other's shoulders; those against it below those that are neither.
        List<(ClaimStatement Statement, int X, int Row)> placed = [];
        foreach (var (statement, time) in dated.Zip(times).OrderBy(d => d.First.Side == Side.Against).ThenBy(d => d.Second))
        {
            var x = At(time);
            var row = statement.Side == Side.Neutral ? 0 : 1;
            while (placed.Exists(p => p.Row == row && (p.Statement.Side == Side.For) == (statement.Side == Side.For) && Math.Abs(p.X - x) < Step))
            {
                row++;
            }

            placed.Add((statement, x, row));
        }

        int Rows(bool isAbove) => placed.Where(p => (p.Statement.Side == Side.For) == isAbove).Select(p => p.Row).DefaultIfEmpty(0).Max();
        var (above, below) = (Rows(isAbove: true), Rows(isAbove: false));
        var step = Math.Min(Step, Step * MostRows / Math.Max(1, Math.Max(above, below)));
        var line = 8 + (int)Math.Ceiling(above * step);
        return new StanceStripLayout(line + 8 + (int)Math.Ceiling(below * step) + TickRoom, line, [.. placed.Select(p => Dot(p, line + (int)Math.Round(p.Row * (p.Statement.Side == Side.For ? -step : step)), documents))], Days(first, last, At))
        {
            Undated = undated,
            Radius = Math.Max(2, Math.Round(4.5 * step / Step, 1)),
            Has = (dated.Exists(s => s.Side == Side.For), dated.Exists(s => s.Side == Side.Against)),
        };
    }

    private static StanceDot Dot((ClaimStatement Statement, int X, int Row) placed, int y, IReadOnlyDictionary<string, Document> documents)
    {
        var statement = placed.Statement.Traits.Statement;
        var document = documents[statement.DocumentId];
        var stance = statement.Attitude is { } a ? ClosedSet.NameOf(a.Stance) : "unread";
        return new StanceDot(placed.X, y, stance, Links.Statement(statement.Id))
        {
            Label = $"{Wording.Minute(document.Published)}, {document.Outlet ?? "no outlet named"}: {new Pages.ClaimSay(statement, document).Who}, {stance}",
        };
    }

    private static List<(int X, string Day)> Days(Instant first, Instant last, Func<Instant, int> at)
    {
        var (from, to) = (first.InUtc().Date, last.InUtc().Date);
        var days = Period.DaysBetween(from, to);
        var step = Math.Max(1, (int)Math.Ceiling((days + 1) / (double)MostTicks));
        List<(int, string)> ticks = [];
        for (var day = from; day <= to; day = day.PlusDays(step))
        {
            var x = Math.Clamp(at(day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant()), Before + Inset, Width - Inset);
            ticks.Add((x, ticks.Count == 0 || day.Day <= step ? $"{day.Day} {Wording.Month(day)[..3]}" : $"{day.Day}"));
        }

        return ticks;
    }
}

/// <summary>A statement in the picture.</summary>
/// <param name="X">Its place.</param>
/// <param name="Y">Its place.</param>
/// <param name="Stance">Its stance's name.</param>
/// <param name="Link">Where it is.</param>
public sealed record StanceDot(int X, int Y, string Stance, string Link)
{
    /// <summary>What it is, for people.</summary>
    public required string Label { get; init; }
}
