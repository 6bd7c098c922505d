using System.Numerics;

namespace Sayso.Evaluation.Metrics;

/// <summary>Counts of values that contents hold.</summary>
/// <param name="Found">Those that overlap.</param>
/// <param name="Right">Those that mean the right thing too.</param>
public sealed record ValueTally(Counts Found, Counts Right) : IAdditionOperators<ValueTally, ValueTally, ValueTally>,
IAdditiveIdentity<ValueTally, ValueTally>
{
    /// <inheritdoc/>
    public static ValueTally AdditiveIdentity { get; } = new(default, default);

    /// <inheritdoc/>
    public static ValueTally operator +(ValueTally left, ValueTally right) => new(left.Found + right.Found, left.Right + right.Right);
}
