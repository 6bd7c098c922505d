using NodaTime;
using Sayso.Core.Documents;
using Sayso.Core.Timeline;
using Sayso.Web.Hosting;
using Sayso.Web.Reading;

namespace Sayso.Web.Pages;

/// <summary>Which of the three clocks a timeline goes by: a closed set.</summary>
public enum TimelineClock
{
    /// <summary>When it was, or will be.</summary>
    Happened,

    /// <summary>When it was said, as far as that is known.</summary>
    Said,

    /// <summary>When it was published.</summary>
    Published,
}

/// <summary>What happened when.</summary>
/// <param name="Filter">Which of it.</param>
/// <param name="State">How far reckoning is.</param>
public sealed record TimelineView(TimelineFilter Filter, ClaimState State)
{
    private const int MostEvents = 400;

    /// <summary>Of all days the middle part that is drawn to scale: what was long ago stands at the edge.</summary>
    private const double Core = 0.6;

    /// <summary>The events under their headings.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<TimelineRow> Rows)> Parts { get; private init; } = [];

    /// <summary>How many answer.</summary>
    public int Count { get; private init; }

    /// <summary>The days of publication, first and last: between them one may look back.</summary>
    public (LocalDate First, LocalDate Last)? Known { get; private init; }

    /// <summary>Reads it.</summary>
    public static TimelineView Of(ClaimState state, TimelineFilter filter)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(filter);
        if (state.Views is not { } views)
        {
            return new TimelineView(filter, state);
        }

        var query = new TimelineQuery { About = filter.Text, Who = filter.Who };
        var all = views.Timeline;
        var found = all.Where(query.Holds).Where(e => filter.AsOf is not { } day || (e.PublishedAt is { } at && at.Date <= day)).ToList();
        var axis = DayAxis.Of(found.SelectMany(e => new[] { e.Days.Earliest, e.Days.Latest }), TimelineRow.Width, Core);
        var rows = Ordered(found, filter.Clock).Take(MostEvents)
            .Select(e => (e.Key, Row: TimelineRow.Of(e.Event, axis, views.Ledger.Documents[e.Event.DocumentId]))).ToList();
        var published = all.Select(e => e.PublishedAt?.Date).OfType<LocalDate>().ToList();
        return new TimelineView(filter, state)
        {
            Count = found.Count,
            Known = published.Count > 0 ? (published.Min(), published.Max()) : null,
            Parts = [.. rows.GroupBy(r => r.Key).Select(g => (g.Key, (IReadOnlyList<TimelineRow>)[.. g.Select(r => r.Row)]))],
        };
    }

    private static IEnumerable<(string Key, TimelineEvent Event)> Ordered(IEnumerable<TimelineEvent> events, TimelineClock clock) =>
        clock switch
        {
            TimelineClock.Published => events.OrderBy(e => e.PublishedAt is null).ThenBy(e => e.PublishedAt?.ToInstant())
                .Select(e => (Wording.Day(e.PublishedAt), e)),
            TimelineClock.Said => events.OrderBy(e => e.SaidAt is null).ThenBy(e => e.SaidAt, StringComparer.Ordinal)
                .Select(e => (e.SaidAt is { } said ? TimeWords.OfEdtf(said) : "The text does not say when", e)),
            _ => events.Select(e => (TimeWords.OfEdtf(e.Edtf), e)),
        };
}

/// <summary>Which events to show, as the address says it.</summary>
public sealed record TimelineFilter
{
    /// <summary>Words of what happened.</summary>
    public string? Text { get; init; }

    /// <summary>Whose word it is.</summary>
    public string? Who { get; init; }

    /// <summary>Which clock it goes by.</summary>
    public TimelineClock Clock { get; init; }

    /// <summary>As known at the end of this day; <c>null</c> for now.</summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>Where the same by another clock is.</summary>
    public string By(TimelineClock clock) => Links.With(
        "/timeline",
        ("q", Text),
        ("who", Who),
        ("clock", clock == TimelineClock.Happened ? null : Core.Text.ClosedSet.NameOf(clock)),
        ("asof", DocumentFilter.Field(AsOf)));
}

/// <summary>An event in the list.</summary>
/// <param name="Event">The event.</param>
/// <param name="Document">The document that tells of it first.</param>
public sealed record TimelineRow(TimelineEvent Event, Document Document)
{
    /// <summary>The picture's width.</summary>
    public const int Width = 150;

    /// <summary>Where its bar begins.</summary>
    public int From { get; private init; }

    /// <summary>Where its bar ends.</summary>
    public int To { get; private init; }

    /// <summary>Whether it is one day.</summary>
    public bool IsDay => Event.Days.Earliest == Event.Days.Latest;

    /// <summary>Where its sentence is.</summary>
    public string Link => Event.StatementId is { } id ? Links.Statement(id) : Links.Document(Document.Id);

    internal static TimelineRow Of(TimelineEvent happened, DayAxis axis, Document document) => new(happened, document)
    {
        From = axis.X(happened.Days.Earliest),
        To = axis.X(happened.Days.Latest),
    };
}
