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
    private const int Inset = 22;
    private const int Step = 11;
    private const int TickRoom = 24;
    private const int MostTicks = 8;

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
        int At(Instant time) => Inset + (int)Math.Round((time - first).TotalSeconds / span * (Width - (2 * Inset)));

        // Those at one place stand on each other's shoulders.
        Dictionary<(Side, int), int> taken = [];
        List<(ClaimStatement Statement, int X, int Row)> placed = [];
        foreach (var (statement, time) in dated.Zip(times))
        {
            var slot = (statement.Side, At(time) / Step);
            taken[slot] = taken.GetValueOrDefault(slot) + 1;
            placed.Add((statement, At(time), taken[slot]));
        }

        int Rows(params Side[] sides) => placed.Where(p => sides.Contains(p.Statement.Side)).Select(p => p.Row).DefaultIfEmpty(0).Max();
        var above = 12 + (Rows(Side.For) * Step);
        var below = 12 + (Math.Max(Rows(Side.Against), Rows(Side.Neutral) - 1) * Step);
        return new StanceStripLayout(above + below
            + TickRoom, above, [.. placed.Select(p => Dot(p, above, documents))], Days(first, last, At))
        { Undated = undated };
    }

    private static StanceDot Dot((ClaimStatement Statement, int X, int Row) placed, int line, IReadOnlyDictionary<string,
        Document> documents)
    {
        var statement = placed.Statement.Traits.Statement;
        var document = documents[statement.DocumentId];
        var y = placed.Statement.Side switch
        {
            Side.For => line - 2 - (placed.Row * Step) + (Step / 2),
            Side.Against => line + 2 + (placed.Row * Step) - (Step / 2),
            _ => line + ((placed.Row - 1) * Step),
        };
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
            var x = Math.Clamp(at(day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant()), Inset, Width - Inset);
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
