using Sayso.Core.Claims;

namespace Sayso.Core.Tests.Claims;

public sealed class TraitTests
{
    [Theory]
    [InlineData("at least 211 people had been aboard, not 187", new double[] { 211 })]
    [InlineData("209 people were aboard, 22 more than the 187 people on the list", new double[] { 209 })]
    [InlineData("the number of dead rose from 9 to 14", new double[] { 14 })]
    [InlineData("187 people were aboard, 163 passengers and 24 crew", new double[] { 187, 163, 24 })]
    [InlineData("more than 200 people were aboard", new double[] { 200 })]
    public void Counts_AreThoseThatAreClaimed_NotThoseSetAgainstThem(string text, double[] counts) =>
        Assert.Equal(counts, MadeTraits.Read("a", text).Counts.Select(c => c.Low));

    [Theory]
    [InlineData("the claim about the door", false)]
    [InlineData("the weight of the cargo", false)]
    [InlineData("any such message", false)]
    [InlineData("the door was shut", true)]
    [InlineData("the ferry sank", true)]
    [InlineData("the company to publish the list", true)]
    [InlineData("Goat made mayor", true)]
    [InlineData("the list", false)]
    public void BarePhrase_SaysNothing(string text, bool says)
    {
        var traits = MadeTraits.Read("a", text);
        Assert.Equal(says, traits.HasPredicate);
        Assert.True(says || !traits.IsComparable);
    }
}
