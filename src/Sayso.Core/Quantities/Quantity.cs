using Sayso.Core.Text;

namespace Sayso.Core.Quantities;

/// <summary>How a quantity stands to its number: a closed set.</summary>
public enum Comparator
{
    /// <summary>It is the number, or about it.</summary>
    Equal,

    /// <summary>It is less.</summary>
    Less,

    /// <summary>It is that at most.</summary>
    AtMost,

    /// <summary>It is more.</summary>
    Greater,

    /// <summary>It is that at least.</summary>
    AtLeast,
}

/// <summary>Where a quantity that changes goes: a closed set.</summary>
public enum ChangeDirection
{
    /// <summary>It grew.</summary>
    Up,

    /// <summary>It shrank.</summary>
    Down,

    /// <summary>It stayed.</summary>
    Same,
}

/// <summary>A quantity of a text, as CQE (Almasian et al. 2023) has it: value, bounds, unit, change and what is counted.</summary>
/// <param name="Span">Its words, with those that bound or approximate it.</param>
public sealed record Quantity(TextSpan Span)
{
    /// <summary>
    /// The number, in the unit as written: <c>1.2 million</c> is 1,200,000; <c>null</c> for a range, and where it is beyond a
    /// double.
    /// </summary>
    public double? Value { get; init; }

    /// <summary>The lower end of a range.</summary>
    public double? Low { get; init; }

    /// <summary>The upper end of a range.</summary>
    public double? High { get; init; }

    /// <summary>Whether it is said to be about that.</summary>
    public bool IsApproximate { get; init; }

    /// <summary>How it stands to the number.</summary>
    public Comparator Comparator { get; init; }

    /// <summary>
    /// The unit in the singular, <c>percent</c>, <c>percentage point</c>, or a currency's ISO 4217 code; <c>null</c> for a
    /// count.
    /// </summary>
    public string? Unit { get; init; }

    /// <summary>The words of what is counted; <c>null</c> where none stand behind the number.</summary>
    public TextSpan? Of { get; init; }

    /// <summary>
    /// Why a number is kept as words only: <c>SAY5001</c> beyond a double, <c>SAY5002</c> a range that ends below where it
    /// begins; <c>null</c> where it is read.
    /// </summary>
    public string? Problem { get; init; }

    /// <summary>For each so many of what: "a day", "for every 30 soldiers"; <c>null</c> where it is no rate.</summary>
    public Rate? Per { get; init; }

    /// <summary>Where it goes, and whether the number is the change, its start or its end; <c>null</c> where nothing changes.</summary>
    public Change? Change { get; init; }
}

/// <summary>What a rate is reckoned by.</summary>
/// <param name="Value">How many.</param>
/// <param name="Of">Of what, its words; <c>null</c> where the text does not say ("one in 25", "three to one").</param>
public sealed record Rate(double Value, string? Of);

/// <summary>A change.</summary>
/// <param name="Direction">Which way.</param>
/// <param name="From">Where it began.</param>
/// <param name="To">Where it ended.</param>
/// <param name="By">By how much.</param>
public sealed record Change(ChangeDirection Direction, double? From, double? To, double? By);
