using Sayso.Core.Text;

namespace Sayso.Core.Timeline;

/// <summary>What of a timeline was known at a time.</summary>
public static class KnownTimeline
{
    /// <summary>The events that some documents tell of, each told by these documents alone.</summary>
    /// <param name="events">The events of all documents.</param>
    /// <param name="documents">
    /// The ids of the documents that were known. They are those that came first, so that the words of an event, which are those of
    /// the document published first, are among them where any of its documents is.
    /// </param>
    public static IEnumerable<TimelineEvent> Of(IEnumerable<TimelineEvent> events, IReadOnlySet<string> documents)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(documents);
        return events.Where(e => documents.Contains(e.DocumentId))
            .Select(e => e.Documents.All(documents.Contains) ? e : e with { Documents = e.Documents.Where(documents.Contains).ToValueList() });
    }
}
