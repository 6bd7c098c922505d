namespace Sayso.Core.Positions;

/// <summary>Which positions to show; absent conditions hold for all.</summary>
public sealed record PositionQuery
{
    /// <summary>The actor's name, or that of whoever spoke for it, holds this, in any letter case.</summary>
    public string? Who { get; init; }

    /// <summary>The claim's proposition holds this, in any letter case.</summary>
    public string? About { get; init; }

    /// <summary>The claim's id.</summary>
    public string? ClaimId { get; init; }

    /// <summary>Some entry is of one of these documents.</summary>
    public IReadOnlyCollection<string>? Documents { get; init; }

    /// <summary>Only those of two entries or more.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Only those that moved.</summary>
    public bool HasMoved { get; init; }

    /// <summary>Whether a position answers it.</summary>
    public bool Holds(Position position)
    {
        ArgumentNullException.ThrowIfNull(position);
        return (!IsRepeated || position.Entries.Count > 1)
            && (!HasMoved || position.Moves.Count > 0)
            && (ClaimId is null || position.ClaimId == ClaimId)
            && (About is null || position.Proposition.Contains(About, StringComparison.OrdinalIgnoreCase))
            && (Who is null || position.Actor.Contains(Who, StringComparison.OrdinalIgnoreCase)
                || position.Entries.Any(e => e.Speaker?.Contains(Who, StringComparison.OrdinalIgnoreCase) == true))
            && (Documents is null || position.Entries.Any(e => Documents.Contains(e.DocumentId)));
    }
}
