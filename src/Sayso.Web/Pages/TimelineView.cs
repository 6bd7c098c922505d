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

    /// <summary>The days of publication, first and last: between them one may look back; <c>null</c> where all is of one day.</summary>
    public (LocalDate First, LocalDate Last)? Known { get; private init; }

    /// <summary>How many days after the first the one is as of which it is shown; the last day's where it is shown as it is now.</summary>
    public int Step => Known is not { } known ? 0 : Period.DaysBetween(known.First, Filter.AsOf is { } day ? LocalDate.Max(day, known.First) : known.Last);

    /// <summary>How many days after the first the last one is, which stands for now.</summary>
    public int LastStep => Known is { } known ? Period.DaysBetween(known.First, known.Last) : 0;

    /// <summary>As of when it is shown, in words.</summary>
    public string AsOfWords => Filter.AsOf is { } day ? Wording.Day(day) : "now";

    /// <summary>Reads it.</summary>
    /// <param name="state">The ledger's claims and views.</param>
    /// <param name="filter">Which events.</param>
    /// <param name="knownOn">Gives the ids of the documents that were known at the end of a day: published by then, or, where that is unknown, added.</param>
    public static TimelineView Of(ClaimState state, TimelineFilter filter, Func<LocalDate, IReadOnlySet<string>> knownOn)
    {
        ArgumentNullException.ThrowIfNull(knownOn);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(filter);
        if (state.Views is not { } views)
        {
            return new TimelineView(filter, state);
        }

        var query = new TimelineQuery { About = filter.Text, Who = filter.Who };
        var all = views.Timeline;
        var found = (filter.AsOf is { } day ? KnownTimeline.Of(all, knownOn(day)) : all).Where(query.Holds).ToList();
        var axis = DayAxis.Of(found.SelectMany(e => new[] { e.Days.Earliest, e.Days.Latest }), TimelineRow.Width, Core);
        var rows = Ordered(found, filter.Clock).Take(MostEvents)
            .Select(e => (e.Key, Row: TimelineRow.Of(e.Event, axis, views.Ledger.Documents[e.Event.DocumentId]))).ToList();
        var published = views.Ledger.Documents.Values.Select(d => d.Published?.WithOffset(Offset.Zero).Date).OfType<LocalDate>().ToList();
        return new TimelineView(filter, state)
        {
            Count = found.Count,
            Known = published.Count > 0 && published.Min() < published.Max() ? (published.Min(), published.Max()) : null,
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
    /// <summary>The field of the address that has <see cref="AsOf"/>.</summary>
    public const string AsOfField = "asOf";

    /// <summary>The field of a form that has the days from the first one to <see cref="AsOf"/>: a slider knows numbers only.</summary>
    public const string StepField = "day";

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
        (AsOfField, DocumentFilter.Field(AsOf)));
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
