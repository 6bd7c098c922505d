using NodaTime;
using Sayso.Core.Quantities;
using Sayso.Core.Text;

namespace Sayso.Core.Figures;

/// <summary>A counted thing with what each source says of it, over time.</summary>
/// <param name="Id">32 hexadecimal digits: a hash of its first reading's place.</param>
/// <param name="Of">What is counted, in words of its readings.</param>
/// <param name="Readings">
/// By the day that each is of, then by publication time (undated ones last), document and place; at least one.
/// </param>
public sealed record Figure(string Id, string Of, ValueList<FigureReading> Readings)
{
    /// <summary>The unit in the singular; <c>null</c> for a count.</summary>
    public string? Unit { get; init; }

    /// <summary>What or where it is counted, by name: a ship, a town; <c>null</c> where no reading says.</summary>
    public string? Scope { get; init; }

    /// <summary>Whether time does not move it: how many were aboard, unlike how many are dead.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Whether it is counted anew as time goes: how many are dead, rescued, missing.</summary>
    public bool IsToll { get; init; }

    /// <summary>What one source said and later said otherwise: the indices of its readings, in order; one list a source.</summary>
    public ValueList<ValueList<int>> Revisions { get; init; } = ValueList<ValueList<int>>.Empty;

    /// <summary>The ids of its documents, in the order of their first readings.</summary>
    public ValueList<string> Documents => Readings.Select(r => r.DocumentId).Distinct(StringComparer.Ordinal).ToValueList();

    /// <summary>Whether any two of its readings cannot be one number.</summary>
    public bool HasMoved => Readings.Any(a => Readings.Any(b => a.Interval.IsApartFrom(b.Interval)));
}

/// <summary>One number that somebody gives for a counted thing.</summary>
/// <param name="Quantity">The number with its bounds, in the figure's unit, and where it stands.</param>
/// <param name="Source">Who gives it: the nearest speaker who is no outlet that passes it on; the outlet itself in its own voice.</param>
/// <param name="DocumentId">The document.</param>
public sealed record FigureReading(Quantity Quantity, string Source, string DocumentId)
{
    /// <summary>The statement that it stands in; <c>null</c> where it is in none.</summary>
    public string? StatementId { get; init; }

    /// <summary>The source's entity (<see cref="Entities.EntityId"/>); <c>null</c> where it has none.</summary>
    public string? SourceEntity { get; init; }

    /// <summary>Whether somebody is credited with it; otherwise the outlet says it in its own voice.</summary>
    public bool IsAttributed { get; init; }

    /// <summary>The time that it holds for, in EDTF, where its words say so: "by midday"; <c>null</c> where they do not.</summary>
    public string? AsOf { get; init; }

    /// <summary>When it was said, in EDTF; <c>null</c> where its sentence does not say.</summary>
    public string? SaidAt { get; init; }

    /// <summary>When its document was published.</summary>
    public OffsetDateTime? PublishedAt { get; init; }

    /// <summary>
    /// The origin that its statement traces back to (<see cref="Origins.OriginGroup.Id"/>); <c>null</c> where it has none.
    /// </summary>
    public string? Origin { get; init; }

    /// <summary>Whether the number was given in another unit of the dimension: then it may be rounded in that.</summary>
    public bool IsConverted { get; init; }

    /// <summary>What the number may be; of one that was converted a hundredth more and less.</summary>
    public Interval Interval => IsConverted ? Interval.Of(Quantity).Widened(Rounding) : Interval.Of(Quantity);

    private const double Rounding = 0.01;
}
