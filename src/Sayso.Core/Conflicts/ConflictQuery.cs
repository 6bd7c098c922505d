namespace Sayso.Core.Conflicts;

/// <summary>Whether a person judged a conflict: a closed set.</summary>
public enum ConflictState
{
    /// <summary>Nobody did, or more has joined it since.</summary>
    Open,

    /// <summary>All of it was.</summary>
    Judged,
}

/// <summary>Which conflicts to show; absent conditions hold for all.</summary>
public sealed record ConflictQuery
{
    /// <summary>What cannot hold together.</summary>
    public ConflictKind? Kind { get; init; }

    /// <summary>Whether it was judged.</summary>
    public ConflictState? State { get; init; }

    /// <summary>The reason holds this, in any letter case.</summary>
    public string? About { get; init; }

    /// <summary>Some passage is of one of these documents.</summary>
    public IReadOnlyCollection<string>? Documents { get; init; }

    /// <summary>Whether a conflict answers it.</summary>
    public bool Holds(Conflict conflict)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        return (Kind is null || conflict.Kind == Kind)
            && (State is null || conflict.IsJudged == (State == ConflictState.Judged))
            && (About is null || conflict.Reason.Contains(About, StringComparison.OrdinalIgnoreCase))
            && (Documents is null || conflict.Documents.Any(Documents.Contains));
    }
}
