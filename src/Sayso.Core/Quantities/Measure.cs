namespace Sayso.Core.Quantities;

/// <summary>What a unit measures: a closed set.</summary>
public enum Dimension
{
    /// <summary>In meters.</summary>
    Length,

    /// <summary>In kilograms.</summary>
    Mass,

    /// <summary>In square meters.</summary>
    Area,

    /// <summary>In liters.</summary>
    Volume,

    /// <summary>In degrees Celsius.</summary>
    Temperature,

    /// <summary>In kilometers per hour.</summary>
    Speed,

    /// <summary>In watts.</summary>
    Power,

    /// <summary>In kilowatt-hours.</summary>
    Energy,

    /// <summary>In pascals.</summary>
    Pressure,

    /// <summary>In bytes.</summary>
    Information,

    /// <summary>In hertz.</summary>
    Frequency,

    /// <summary>In newton meters.</summary>
    Torque,
}

/// <summary>A quantity in the base unit of its dimension; each number where the quantity has it.</summary>
/// <param name="Dimension">What is measured.</param>
/// <param name="Unit">The dimension's base unit.</param>
public sealed record Measure(Dimension Dimension, string Unit)
{
    /// <summary>The number.</summary>
    public double? Value { get; init; }

    /// <summary>The lower end of a range.</summary>
    public double? Low { get; init; }

    /// <summary>The upper end of a range.</summary>
    public double? High { get; init; }
}
