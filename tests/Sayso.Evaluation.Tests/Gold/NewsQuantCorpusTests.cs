using Sayso.Core.Errors;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Tests.Gold;

public sealed class NewsQuantCorpusTests
{
    [Theory]
    [InlineData("12.0", 12, null)]
    [InlineData("-5.0", -5, null)]
    [InlineData("5-10", 5, 10.0)]
    [InlineData("36.5-34.0", 36.5, 34.0)]
    [InlineData("1e3", 1000, null)]
    [InlineData("-2--1", -2, -1.0)]
    public void Values_AreNumbersOrRanges(string value, double first, double? second)
    {
        var quantity = Assert.Single(Assert.Single(NewsQuantCorpus.Parse(Json(value), "case")).Quantities);
        Assert.Equal((first, second), (quantity.First, quantity.Second));
        Assert.Equal(("goats", "goat", "~", ""), (quantity.Unit, quantity.NormalizedUnit, quantity.Change, quantity.Concepts));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[{}]")]
    [InlineData("{")]
    [InlineData("""[{"text":"x","quantities":[{"value":3}]}]""")]
    public void MalformedFiles_AreNoCorpus(string json) =>
        Assert.Equal(ProblemCodes.BadCorpus, Assert.Throws<SaysoException>(() => NewsQuantCorpus.Parse(json, "case")).Problem.Code);

    [Theory]
    [InlineData("a lot")]
    [InlineData("1-2-3")]
    public void Values_ThatAreNeither_AreNoCorpus(string value) => Assert.Throws<SaysoException>(() => NewsQuantCorpus.Parse(Json(value), "case"));

    private static string Json(string value) =>
        $$"""[{"text":"x","quantities":[{"change":"~","value":"{{value}}","unit":"goats","normalized_unit":"goat","referred_concepts":"-"}]}]""";
}
