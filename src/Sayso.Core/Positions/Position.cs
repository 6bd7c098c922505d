using NodaTime;
using Sayso.Core.Attitudes;
using Sayso.Core.Claims;
using Sayso.Core.Text;

namespace Sayso.Core.Positions;

/// <summary>What an actor did with a claim, over time.</summary>
/// <param name="Actor">Who: a person, or the body that a person speaks for.</param>
/// <param name="ClaimId">The claim.</param>
/// <param name="Proposition">The claim's proposition.</param>
/// <param name="Entries">By date, then by publication time, document and place; at least one.</param>
public sealed record Position(string Actor, string ClaimId, string Proposition, ValueList<PositionEntry> Entries)
{
    /// <summary>Where the actor changed: from one entry to a later one.</summary>
    public ValueList<PositionMove> Moves { get; init; } = ValueList<PositionMove>.Empty;

    /// <summary>The ids of the entries' documents, in order.</summary>
    public ValueList<string> Documents => Entries.Select(e => e.DocumentId).Distinct(StringComparer.Ordinal).ToValueList();
}

/// <summary>One statement of an actor's on a claim.</summary>
/// <param name="Date">When, in EDTF: as the text says, else the day of publication; <c>null</c> where neither is known.</param>
/// <param name="Stance">Towards the claim's proposition.</param>
/// <param name="Side">For it, against it, or neither.</param>
/// <param name="StatementId">The statement.</param>
/// <param name="DocumentId">Its document.</param>
public sealed record PositionEntry(string? Date, Stance Stance, Side Side, string StatementId, string DocumentId)
{
    /// <summary>Who spoke, where somebody spoke for the actor; <c>null</c> where the actor did.</summary>
    public string? Speaker { get; init; }

    /// <summary>When the document was published.</summary>
    public OffsetDateTime? PublishedAt { get; init; }
}

/// <summary>A change of an actor's stance.</summary>
/// <param name="From">Before.</param>
/// <param name="To">After.</param>
/// <param name="First">The last statement before.</param>
/// <param name="Second">The first statement after.</param>
public sealed record PositionMove(Stance From, Stance To, string First, string Second);
