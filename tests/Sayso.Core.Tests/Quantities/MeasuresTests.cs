using Sayso.Core.Quantities;
using Sayso.Core.Times;

namespace Sayso.Core.Tests.Quantities;

public sealed class MeasuresTests
{
    /// <summary>A text with one quantity; its dimension, base unit and number there. Numbers by NIST Special Publication 811.</summary>
    public static TheoryData<string, Dimension, string, double> Cases => new()
    {
        { "It is 60 miles away.", Dimension.Length, "meter", 96560.64 },
        { "It is 100 kilometres away.", Dimension.Length, "meter", 100_000 },
        { "A wall of 6 feet.", Dimension.Length, "meter", 1.8288 },
        { "It weighs 5 tonnes.", Dimension.Mass, "kilogram", 5000 },
        { "It weighs 5 pounds.", Dimension.Mass, "kilogram", 2.26796185 },
        { "It covers 20 square miles.", Dimension.Area, "square meter", 51_799_762.20 },
        { "It covers 20 hectares.", Dimension.Area, "square meter", 200_000 },
        { "It spilled 3 barrels.", Dimension.Volume, "liter", 476.96188 },
        { "It was 50 degrees Fahrenheit.", Dimension.Temperature, "degree Celsius", 10 },
        { "It was minus 5 degrees Celsius.", Dimension.Temperature, "degree Celsius", -5 },
        { "It ran at 60 miles per hour.", Dimension.Speed, "kilometer per hour", 96.56064 },
        { "It ran at 30 knots.", Dimension.Speed, "kilometer per hour", 55.56 },
        { "It yields 2 megawatts.", Dimension.Power, "watt", 2_000_000 },
        { "It holds 3 gigabytes.", Dimension.Information, "byte", 3e9 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Measures_AreInTheBaseUnit(string text, Dimension dimension, string unit, double value)
    {
        var measure = Measures.Of(Only(text));
        Assert.NotNull(measure);
        Assert.Equal((dimension, unit), (measure.Dimension, measure.Unit));
        Assert.Equal(value, measure.Value!.Value, Math.Abs(value) * 1e-6);
    }

    [Theory]
    [InlineData("It has 40 boats.")]
    [InlineData("It lost 40 percent.")]
    [InlineData("It cost $40.")]
    [InlineData("Rope at 4 pounds per mile.")]
    [InlineData("It got 5 degrees.")]
    public void WhatHasNoDimension_HasNoMeasure(string text) => Assert.Null(Measures.Of(Only(text)));

    [Fact]
    public void Ranges_AreConvertedAtBothEnds()
    {
        var measure = Measures.Of(Only("It is 5 to 10 km away."));
        Assert.Equal((null, 5000d, 10_000d), (measure!.Value, measure.Low, measure.High));
    }

    [Fact]
    public void ANumberBeyondADouble_HasNoMeasure()
    {
        Assert.Null(Measures.Of(Only($"It weighed {new string('9', 400)} tons.")));
        Assert.Null(Measures.Of(Only($"It weighed {new string('9', 308)}9 kilobytes.")));
    }

    private static Quantity Only(string text) => Assert.Single(QuantityReader.Read(text, TimeReader.Read(text, published: null)));
}
