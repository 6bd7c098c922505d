using Sayso.Core.Attitudes;
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
    [InlineData("The ferry that sank in the strait on Thursday with the loss of 23 lives was carrying 263 people", "The ferry was carrying 263 people")]
    [InlineData("that the syrup which has killed children was counterfeit", "the syrup was counterfeit")]
    [InlineData("The captain who had sailed her for years was asleep", "The captain was asleep")]
    [InlineData("Every passenger on that ship is on our list", "Every passenger on that ship is on our list")]
    [InlineData("The mayor said that the gates were open", "The mayor said that the gates were open")]
    [InlineData("The fax that lay in the drawer", "The fax that lay in the drawer")]
    public void WhatOnlyTellsWhichSubjectIsMeant_IsNotCompared(string content, string clause)
    {
        const string Before = "Olu Marsh said ";
        var text = Before + content;
        var document = new Document { Id = "d", Raw = default, RawHash = "", MediaType = "text/plain", Text = text };
        var statement = new Statement("s", "d", SpanList.Of(new TextSpan(0, 9)), SpanList.Of(new TextSpan(10, 14)), SpanList.Of(new TextSpan(Before.Length, text.Length)));
        Assert.Equal(clause, Assert.Single(TraitReader.Read(document, [statement], texts => [.. texts.Select(MadeTraits.Vector)])).Clause);
    }

    [Theory]
    [InlineData("The syrup was 21 percent poison", "The syrup was 14 percent glycol", true)]
    [InlineData("The syrup was 21 percent poison", "A bottle held 21 percent", false)]
    [InlineData("There were 21 drums of glycol", "There were 14 bottles of syrup", false)]
    public void Shares_ThatDiffer_Clash_WhateverTheyAreSharesOf(string a, string b, bool clash) =>
        Assert.Equal(clash, StatementPair.Of(MadeTraits.Read("a", a), MadeTraits.Read("b", b)).NumbersClash);

    [Theory]
    [InlineData("The directors had known of the glycol", true)]
    [InlineData("managers were warned of it in June", true)]
    [InlineData("There was glycol in the syrup", false)]
    public void Knowing_IsToldFromWhatIsKnown(string text, bool tells) => Assert.Equal(tells, MadeTraits.Read("a", text).Tells);

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

    [Theory]
    [InlineData("the bow door had not closed properly for three weeks", "the door had been faulty for weeks", true)]
    [InlineData("the bow door had not closed properly for three weeks", "the bow door had closed properly", false)]
    [InlineData("the door had been broken for weeks", "the door had been faulty for weeks", false)]
    public void NegationOfOtherWords_MayBeTheSame_AndCountsAgainstALink(string a, string b, bool isOfOthers)
    {
        var isNegated = a.Contains(" not ", StringComparison.Ordinal);
        var pair = StatementPair.Of(MadeTraits.Read("a", a, polarity: isNegated ? Polarity.Negative : Polarity.Positive), MadeTraits.Read("b", b));
        Assert.Equal(isOfOthers, pair.NegatesOtherWords);
        Assert.Equal(isOfOthers, PairScorer.Score(pair) < PairScorer.Score(StatementPair.Of(MadeTraits.Read("a", a), MadeTraits.Read("b", b))));
    }
}
