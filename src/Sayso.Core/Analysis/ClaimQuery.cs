using NodaTime;

namespace Sayso.Core.Analysis;

/// <summary>Of which documents the claims are wanted; absent conditions hold for all.</summary>
public sealed record ClaimQuery
{
    /// <summary>
    /// As known at the end of this day (UTC): documents published by then; of those whose publication is not known, the ones
    /// added to the ledger by then.
    /// </summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>
    /// Statements at most, the latest (<see cref="ClaimWindow"/>): 1 or more. Claims of more of them that a ledger keeps already are read
    /// instead. <c>null</c>: <see cref="ClaimAnalysis.UsualMost"/>.
    /// </summary>
    public int? MostStatements { get; init; }
}
