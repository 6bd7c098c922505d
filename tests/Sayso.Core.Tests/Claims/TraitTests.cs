using Sayso.Core.Attributions;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Text;

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

    [Theory]
    [InlineData("that he was told in writing that she was not overloaded", true)]
    [InlineData("They had been assured the mole would hold", true)]
    [InlineData("that the mayor was told of it", false)]
    [InlineData("he told them that she was overloaded", false)]
    public void WhatOneWasTold_IsOnNoSide(string text, bool isNeutral) => Assert.Equal(isNeutral, MadeTraits.Read("a", text).IsNeutral);

    [Theory]
    [InlineData("The ship carried 1,480 tonnes of cargo", "The ship carried 1.48 million kg of cargo", true)]
    [InlineData("The ship carried 1,480 tonnes of cargo", "The ship carried 1.18 million kg of cargo", false)]
    public void Numbers_AreCompared_InTheirDimensionsBaseUnit(string a, string b, bool agree)
    {
        var pair = StatementPair.Of(MadeTraits.Read("a", a), MadeTraits.Read("b", b));
        Assert.Equal((agree, !agree), (pair.NumbersAgree, pair.NumbersClash));
    }

    [Theory]
    [InlineData("The gate was serviced in October 2030", "The gate was serviced in October 2031", false)]
    [InlineData("The gate was serviced in October 2030", "The gate was serviced in June 2031", true)]
    public void Months_OfTwoYears_AreOne_SinceTheYearIsMostlyATakenOne(string a, string b, bool clash) =>
        Assert.Equal(clash, StatementPair.Of(MadeTraits.Read("a", a), MadeTraits.Read("b", b)).DaysClash);

    [Fact]
    public void Clause_IsLikeOneThatNamesItsSubject_WhereItsContextDoes()
    {
        const string Text = "The first distress call was logged, the minister said. It came at dawn.";
        var document = new Document { Id = "d", Raw = default, RawHash = "", MediaType = "text/plain", Text = Text };
        var at = Text.IndexOf("It came", StringComparison.Ordinal);
        var statement = new Statement("a", "d", SpanList.Empty, SpanList.Empty, SpanList.Of(new TextSpan(at, Text.Length - 1)));
        var thin = TraitReader.Read(document, [statement], texts => [.. texts.Select(MadeTraits.Vector)]).Single();
        var full = MadeTraits.Read("b", "the first distress call was logged at dawn");
        Assert.True(thin.Vector.Cosine(full.Vector) < StatementPair.CosineOf(thin, full));
        Assert.Equal(StatementPair.CosineOf(thin, full), StatementPair.CosineOf(full, thin));
    }
}
