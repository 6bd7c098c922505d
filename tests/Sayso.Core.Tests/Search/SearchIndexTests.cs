using Sayso.Core.Claims;
using Sayso.Core.Search;
using Sayso.Core.Tests.Positions;

namespace Sayso.Core.Tests.Search;

public sealed class SearchIndexTests
{
    [Fact]
    public void Nearest_AreThoseThatMeanMost_TheNearestFirst()
    {
        var index = new MeaningIndex([("b", Vector(1, 0)), ("a", Vector(1, 0)), ("c", Vector(1, 1)), ("d", Vector(-1, 0)), ("none", SentenceVector.None)]);
        Assert.Equal(["a", "b", "c"], index.Nearest(Vector(1, 0), 0.5, 9));
        Assert.Equal(["a"], index.Nearest(Vector(1, 0), 0.5, 1));
        Assert.Empty(index.Nearest(Vector(0, -1), 0.5, 9));
        Assert.Empty(MeaningIndex.Empty.Nearest(Vector(1, 0), -1, 9));
    }

    [Theory]
    [InlineData("reve", true)]
    [InlineData("ANTON re", true)]
    [InlineData("Elöd", true)]
    [InlineData("elod", true)]
    [InlineData("minister", true)]
    [InlineData("eve", false)]
    [InlineData("Anton Marsh", false)]
    [InlineData(" ", false)]
    public void Actor_IsFoundByAnyOfHisNames_EachWordOrItsBeginning(string typed, bool expected) =>
        Assert.Equal(expected, new LedgerActor("Anton Reve", new(["the minister", "Anton Reve-Előd"]), 3, 2).Answers(typed));

    [Fact]
    public void Actors_OfALedger_HaveAllTheirNames()
    {
        var actors = PositionBuilderTests.Reve().Views().Actors;
        var reve = Assert.Single(actors, a => a.Answers("reve"));
        Assert.Equal("Anton Reve", reve.Name);
        Assert.True(reve.Statements >= reve.Documents && reve.Documents > 0);
        Assert.Equal(actors.OrderByDescending(a => a.Statements).ThenBy(a => a.Name, StringComparer.Ordinal), actors);
    }

    private static SentenceVector Vector(params float[] values) => new(values);
}
