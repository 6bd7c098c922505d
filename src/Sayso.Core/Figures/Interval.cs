using System.Globalization;
using Sayso.Core.Quantities;

namespace Sayso.Core.Figures;

/// <summary>What a number may be: every value from its low to its high end, both included. An end may be infinite.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The most, not below it.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>How far an approximate number may be off, as a share of it.</summary>
    private const double Approximation = 0.08;

    /// <summary>The numbers that a quantity may mean. "More than 200" leaves 200 out; "about 80" may be a little less or more.</summary>
    public static Interval Of(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        var low = quantity.Value ?? quantity.Low ?? double.NegativeInfinity;
        var high = quantity.Value ?? quantity.High ?? double.PositiveInfinity;
        var slack = quantity.IsApproximate ? Approximation : 0;
        return quantity.Comparator switch
        {
            Comparator.Less => new(double.NegativeInfinity, Below(high)),
            Comparator.AtMost => new(double.NegativeInfinity, high),
            Comparator.Greater => new(Above(low), double.PositiveInfinity),
            Comparator.AtLeast => new(low - (slack * Math.Abs(low)), double.PositiveInfinity),
            _ => new(low - (slack * Math.Abs(low)), high + (slack * Math.Abs(high))),
        };
    }

    /// <summary>With so much of each end beyond it.</summary>
    public Interval Widened(double share) => new(Low - (share * Math.Abs(Low)), High + (share * Math.Abs(High)));

    /// <summary>Whether no number is in both.</summary>
    public bool IsApartFrom(Interval other) => High < other.Low || other.High < Low;

    /// <summary>Whether both ends are the same, but for the last digits of a sum.</summary>
    public bool IsSame(Interval other) => IsNear(Low, other.Low) && IsNear(High, other.High);

    /// <summary>Both ends.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[{Low}, {High}]");

    private static bool IsNear(double a, double b) => a.Equals(b) || Math.Abs(a - b) <= 1e-9 * Math.Max(Math.Abs(a), Math.Abs(b));

    /// <summary>Just beyond a number.</summary>
    private static double Above(double value) => double.IsInteger(value) ? value + Step(value) : Math.BitIncrement(value);

    private static double Below(double value) => double.IsInteger(value) ? value - Step(value) : Math.BitDecrement(value);

    /// <summary>A little more than what is taken for the last digits of a sum, and never a whole one.</summary>
    private static double Step(double value) => Math.Min(0.5, Math.Max(1, Math.Abs(value)) * 1e-6);
}
