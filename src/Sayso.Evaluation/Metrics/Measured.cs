using System.Numerics;

namespace Sayso.Evaluation.Metrics;

/// <summary>A quantity as the readers of other corpora's conventions see it.</summary>
/// <param name="Low">The number, or a range's lower end.</param>
/// <param name="High">The number, or a range's upper end.</param>
public sealed record Measured(double Low, double High)
{
    /// <summary>Its words in the text; empty where they are not known.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The unit; empty for a count.</summary>
    public string Unit { get; init; } = string.Empty;

    /// <summary>One of <c>= ~ &lt; &gt; up down</c>.</summary>
    public string Change { get; init; } = "=";

    /// <summary>The noun that is counted, behind the number; empty where none is, and for a measure.</summary>
    public string Noun { get; init; } = string.Empty;

    /// <summary>What is counted or measured; empty where nothing was found.</summary>
    public string Of { get; init; } = string.Empty;
}

/// <summary>Counts of quantities whose value is right, and of those where one thing more is right too.</summary>
/// <param name="Value">The number, or both ends of the range.</param>
/// <param name="Unit">The unit too.</param>
/// <param name="Change">The change, bound or approximation too.</param>
/// <param name="Of">What is counted too.</param>
public sealed record MeasuredTally(Counts Value, Counts Unit, Counts Change, Counts Of)
    : IAdditionOperators<MeasuredTally, MeasuredTally, MeasuredTally>, IAdditiveIdentity<MeasuredTally, MeasuredTally>
{
    /// <inheritdoc/>
    public static MeasuredTally AdditiveIdentity { get; } = new(default, default, default, default);

    /// <inheritdoc/>
    public static MeasuredTally operator +(MeasuredTally left, MeasuredTally right) =>
        new(left.Value + right.Value, left.Unit + right.Unit, left.Change + right.Change, left.Of + right.Of);
}
