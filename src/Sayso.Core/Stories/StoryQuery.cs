using Sayso.Core.Documents;

namespace Sayso.Core.Stories;

/// <summary>Which stories to show; absent conditions hold for all.</summary>
public sealed record StoryQuery
{
    /// <summary>The headline of one of its documents holds this, in any letter case.</summary>
    public string? About { get; init; }

    /// <summary>Whether a story answers it.</summary>
    /// <param name="story">The story.</param>
    /// <param name="documents">Its documents by their ids; others may be there too.</param>
    public bool Holds(Story story, IReadOnlyDictionary<string, Document> documents)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(documents);
        return About is null || story.Documents.Any(id => documents[id].Title?.Contains(About, StringComparison.OrdinalIgnoreCase) == true);
    }
}
