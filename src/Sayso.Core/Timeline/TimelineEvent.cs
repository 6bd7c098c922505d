using NodaTime;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Timeline;

/// <summary>Something that was, or will be, at a time that a text gives.</summary>
/// <param name="Edtf">When, in EDTF: what is uncertain stays so.</param>
/// <param name="Days">The first and the last day that it may mean.</param>
/// <param name="What">The words that say what, as they stand in the text.</param>
/// <param name="DocumentId">The document; of several that tell of it, the one published first.</param>
public sealed record TimelineEvent(string Edtf, DayRange Days, string What, string DocumentId)
{
    /// <summary>The statement; <c>null</c> where it is in none.</summary>
    public string? StatementId { get; init; }

    /// <summary>Whose word it is: the statement's speaker, or the outlet.</summary>
    public string? Source { get; init; }

    /// <summary>That one's entity (<see cref="Entities.EntityId"/>); <c>null</c> where it has none.</summary>
    public string? SourceEntity { get; init; }

    /// <summary>The words' place in the document.</summary>
    public TextSpan Span { get; init; }

    /// <summary>The claim; <c>null</c> in the outlet's own voice.</summary>
    public string? ClaimId { get; init; }

    /// <summary>When it was said, in EDTF; <c>null</c> where its sentence does not say.</summary>
    public string? SaidAt { get; init; }

    /// <summary>When the document was published.</summary>
    public OffsetDateTime? PublishedAt { get; init; }

    /// <summary>The ids of all documents that tell of it at this time, that of <see cref="DocumentId"/> first.</summary>
    public ValueList<string> Documents { get; init; } = ValueList<string>.Empty;
}
