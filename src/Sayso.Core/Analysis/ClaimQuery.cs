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
}
