namespace Sayso.Core.Conflicts;

/// <summary>Which conflicts to show; absent conditions hold for all.</summary>
public sealed record ConflictQuery
{
    /// <summary>What cannot hold together.</summary>
    public ConflictKind? Kind { get; init; }

    /// <summary>The reason holds this, in any letter case.</summary>
    public string? About { get; init; }

    /// <summary>Some passage is of one of these documents.</summary>
    public IReadOnlyCollection<string>? Documents { get; init; }

    /// <summary>Whether a conflict answers it.</summary>
    public bool Holds(Conflict conflict)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        return (Kind is null || conflict.Kind == Kind)
            && (About is null || conflict.Reason.Contains(About, StringComparison.OrdinalIgnoreCase))
            && (Documents is null || conflict.Documents.Any(Documents.Contains));
    }
}
