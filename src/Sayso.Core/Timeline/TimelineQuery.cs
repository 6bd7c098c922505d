using Sayso.Core.Times;

namespace Sayso.Core.Timeline;

/// <summary>Which events to show; absent conditions hold for all.</summary>
public sealed record TimelineQuery
{
    /// <summary>It may have been on one of these days.</summary>
    public DayRange? In { get; init; }

    /// <summary>Its words hold this, in any letter case.</summary>
    public string? About { get; init; }

    /// <summary>The name of whose word it is holds this, in any letter case.</summary>
    public string? Who { get; init; }

    /// <summary>One of these documents tells of it.</summary>
    public IReadOnlyCollection<string>? Documents { get; init; }

    /// <summary>Whether an event answers it.</summary>
    public bool Holds(TimelineEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return (In is not { } days || happened.Days.Overlaps(days))
            && (About is null || happened.What.Contains(About, StringComparison.OrdinalIgnoreCase))
            && (Who is null || happened.Source?.Contains(Who, StringComparison.OrdinalIgnoreCase) == true)
            && (Documents is null || happened.Documents.Any(Documents.Contains));
    }
}
