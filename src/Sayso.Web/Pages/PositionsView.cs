using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Attributions;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Positions;
using Sayso.Core.Text;
using Sayso.Web.Hosting;
using Sayso.Web.Reading;

namespace Sayso.Web.Pages;

/// <summary>What actors did with claims: actors as rows, days as columns.</summary>
/// <param name="Filter">Which of it.</param>
/// <param name="State">How far reckoning is.</param>
public sealed record PositionsView(PositionFilter Filter, ClaimState State)
{
    private const int MostRows = 80;
    private const int MostOfOne = 12;

    /// <summary>The rows, by actor.</summary>
    public IReadOnlyList<PositionRow> Rows { get; private init; } = [];

    /// <summary>How many answer.</summary>
    public int Count { get; private init; }

    /// <summary>The columns' days with their places.</summary>
    public IReadOnlyList<(int X, string Day)> Days { get; private init; } = [];

    /// <summary>Reads it.</summary>
    public static PositionsView Of(ClaimState state, PositionFilter filter)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(filter);
        if (state.Views is not { } views)
        {
            return new PositionsView(filter, state);
        }

        var query = new PositionQuery
        {
            Who = filter.Who,
            About = filter.Text,
            HasMoved = filter.OnlyMoved,
            IsRepeated = !filter.WithSingle
        };
        return Of(new PositionsView(filter, state), views, [.. views.Positions.Where(query.Holds)], MostRows);
    }

    /// <summary>Those of one actor on what was said more than once.</summary>
    public static PositionsView Of(ClaimState state, string actor)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Of(new PositionsView(new PositionFilter { Who = actor }, state), state.Views!, [.. state.Views!.Positions.Where(p => p.Actor == actor && p.Entries.Count > 1)], MostOfOne);
    }

    private static PositionsView Of(PositionsView empty, LedgerViews views, List<Position> found, int most)
    {
        var shown = found.Take(most).ToList();
        var axis = DayAxis.Of(shown.SelectMany(p => p.Entries).Select(PositionRow.DayOf).OfType<LocalDate>(), PositionRow.Width);
        return empty with
        {
            Count = found.Count,
            Days = axis.Ticks,
            Rows = [.. shown.Select(p => PositionRow.Of(p, axis, views.Ledger.Documents, id => views.Statement(id)?.Statement))],
        };
    }
}

/// <summary>Which positions to show, as the address says it.</summary>
public sealed record PositionFilter
{
    /// <summary>Words of the claim.</summary>
    public string? Text { get; init; }

    /// <summary>The actor's name, or part of it.</summary>
    public string? Who { get; init; }

    /// <summary>Those of one entry too.</summary>
    public bool WithSingle { get; init; }

    /// <summary>Only those that moved.</summary>
    public bool OnlyMoved { get; init; }
}

/// <summary>An actor's way with a claim.</summary>
/// <param name="Position">The position.</param>
/// <param name="Marks">Where the actor spoke.</param>
/// <param name="Path">The line through them, which bends where the position moved.</param>
public sealed record PositionRow(Position Position, IReadOnlyList<PositionMark> Marks, string Path)
{
    /// <summary>The picture's width.</summary>
    public const int Width = 660;

    /// <summary>Its height.</summary>
    public const int Height = 44;

    /// <summary>The moves, each with both sentences.</summary>
    public IReadOnlyList<MoveView> Moves { get; private init; } = [];

    /// <summary>The day that an entry is of.</summary>
    public static LocalDate? DayOf(PositionEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Date is { } date && Core.Times.DayRange.Of(date) is { } days && days.Earliest is var day && day.Year > 1
            ? day : entry.PublishedAt?.Date;
    }

    internal static PositionRow Of(Position position, DayAxis axis, IReadOnlyDictionary<string, Document> documents, Func<string,
        Statement?> statementOf)
    {
        List<PositionMark> marks = [];
        foreach (var entry in position.Entries)
        {
            if (DayOf(entry) is not { } day)
            {
                continue;
            }

            var y = entry.Side switch
            {
                Side.For => 10,
                Side.Against => Height - 10,
                _ => Height / 2,
            };
            var x = axis.X(day);
            while (marks.Any(m => Math.Abs(m.X - x) < 9 && m.Y == y))
            {
                x += 9;
            }

            marks.Add(new PositionMark(x, y, ClosedSet.NameOf(entry.Stance), Links.Statement(entry.StatementId))
            {
                Label = $"{Wording.Day(day)}: {entry.Speaker ?? position.Actor}, {ClosedSet.NameOf(entry.Stance)}, {documents[entry.DocumentId].Outlet ?? "no outlet named"}",
            });
        }

        var bends = position.Moves.Select(m => Links.Statement(m.Second)).ToHashSet(StringComparer.Ordinal);
        return new PositionRow(position, marks, Line(marks, bends))
        {
            Moves = [.. position.Moves.Select(m => MoveView.Of(m, documents, statementOf)).OfType<MoveView>()],
        };
    }

    /// <summary>Level through the days, and a bend right before the first mark after a move. What somebody tells of an earlier day lies beside it.</summary>
    private static string Line(List<PositionMark> marks, HashSet<string> bends)
    {
        if (marks.Count < 2)
        {
            return string.Empty;
        }

        List<PositionMark> ordered = [.. marks.OrderBy(m => m.X)];
        var (path, level) = ($"M{ordered[0].X} {ordered[0].Y}", ordered[0].Y);
        foreach (var (from, to) in ordered.Zip(ordered.Skip(1)))
        {
            if (level == to.Y || !bends.Contains(to.Link))
            {
                path += $"H{to.X}";
                continue;
            }

            var bend = Math.Max(from.X, to.X - 16);
            path += $"H{bend}C{bend + 8} {level} {to.X - 8} {to.Y} {to.X} {to.Y}";
            level = to.Y;
        }

        return path;
    }
}

/// <summary>Where an actor spoke.</summary>
/// <param name="X">Its place.</param>
/// <param name="Y">Its place: above for it, below against it.</param>
/// <param name="Stance">The stance's name.</param>
/// <param name="Link">Where the statement is.</param>
public sealed record PositionMark(int X, int Y, string Stance, string Link)
{
    /// <summary>What it is, for people.</summary>
    public required string Label { get; init; }
}

/// <summary>A move with both sentences.</summary>
/// <param name="Move">The move.</param>
/// <param name="Before">The last statement before.</param>
/// <param name="After">The first after.</param>
public sealed record MoveView(PositionMove Move, ClaimSay Before, ClaimSay After)
{
    internal static MoveView? Of(PositionMove move, IReadOnlyDictionary<string, Document> documents, Func<string,
        Statement?> statementOf) =>
        statementOf(move.First) is { } first && statementOf(move.Second) is { } second
            ? new MoveView(move, ClaimSay.Of(first, documents), ClaimSay.Of(second, documents))
            : null;
}

/// <summary>Days along a width.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
/// <param name="Width">The width.</param>
public sealed record DayAxis(LocalDate First, LocalDate Last, int Width)
{
    private const int Inset = 14;
    private const int MostTicks = 9;

    /// <summary>How much of all days the middle is: what lies far outside is drawn at the edge.</summary>
    private const double UsualCore = 0.9;

    /// <summary>Days for orientation.</summary>
    public IReadOnlyList<(int X, string Day)> Ticks
    {
        get
        {
            var step = Math.Max(1, (int)Math.Ceiling((Period.DaysBetween(First, Last) + 1) / (double)MostTicks));
            List<(int, string)> ticks = [];
            for (var day = First; day <= Last; day = day.PlusDays(step))
            {
                ticks.Add((X(day), ticks.Count == 0 || day.Day <= step ? $"{day.Day} {Wording.Month(day)[..3]}" : $"{day.Day}"));
            }

            return ticks;
        }
    }

    /// <summary>The days between which most of some lie.</summary>
    /// <param name="days">The days.</param>
    /// <param name="width">The width.</param>
    /// <param name="core">How much of them the middle is, from 0 to 1.</param>
    public static DayAxis Of(IEnumerable<LocalDate> days, int width, double core = UsualCore)
    {
        ArgumentNullException.ThrowIfNull(days);
        LocalDate[] ordered = [.. days.Order()];
        if (ordered.Length == 0)
        {
            return new DayAxis(new LocalDate(2000, 1, 1), new LocalDate(2000, 1, 2), width);
        }

        var cut = (int)(ordered.Length * (1 - core) / 2);
        return new DayAxis(ordered[cut], ordered[^(cut + 1)], width);
    }

    /// <summary>A day's place.</summary>
    public int X(LocalDate day)
    {
        var days = Math.Max(1, Period.DaysBetween(First, Last));
        return Math.Clamp(Inset + (int)Math.Round(Period.DaysBetween(First, day) / (double)days * (Width - (2 * Inset))), 4, Width - 4);
    }
}
