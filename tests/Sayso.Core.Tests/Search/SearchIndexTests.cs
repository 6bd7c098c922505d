using System.Globalization;
using Sayso.Core.Claims;
using Sayso.Core.Search;
using Sayso.Core.Tests.Positions;

namespace Sayso.Core.Tests.Search;

public sealed class SearchIndexTests
{
    [Fact]
    public void Nearest_AreThoseThatMeanMost_TheNearestFirst()
    {
        (string Id, SentenceVector Vector)[] told = [("b", Vector(1, 0)), ("a", Vector(1, 0)), ("c", Vector(1, 1)), ("d", Vector(-1, 0)), ("e", SentenceVector.None)];
        var index = new MeaningIndex([MeaningRecords.Encode(told.Select(t => (Id(t.Id), t.Id == "a" ? Id("b") : Id(t.Id), t.Vector)))]);
        Assert.Equal(4, index.Count);
        IReadOnlyList<string> Nearest(SentenceVector query, double least, int most) =>
            [.. index.Nearest(query, least, most, key => told.Single(t => Id(t.Id) == key).Vector).Select(id => id[..1])];
        Assert.Equal(["a", "b", "c"], Nearest(Vector(1, 0), 0.5, 9));
        Assert.Equal(["a"], Nearest(Vector(1, 0), 0.5, 1));
        Assert.Empty(Nearest(Vector(0, -1), 0.5, 9));
        Assert.Empty(Nearest(new SentenceVector(new float[65]), -1, 9));
        Assert.Empty(index.Nearest(Vector(1, 0), 0.5, 9, _ => null));
        Assert.Empty(MeaningIndex.Empty.Nearest(Vector(1, 0), -1, 9, _ => null));
    }

    [Fact]
    public void Nearest_AreFoundAmongMany_ByTheirSigns()
    {
        const int Width = 384;
        var random = new Random(7);
        float[] Made() => [.. Enumerable.Range(0, Width).Select(_ => (float)(random.NextDouble() - 0.5))];
        var query = Made();

        // Of 20,000 the first 30 are the query with ever more of another direction in it: cosines from nearly 1 down to about 0.5.
        var vectors = Enumerable.Range(0, 20_000).Select(i => Made() is var other && i >= 30 ? other : [.. query.Zip(other, (q, o) => q + (o * i / 18f))]).Select(v => new SentenceVector(v)).ToList();
        var index = new MeaningIndex([MeaningRecords.Encode(vectors.Select((v, i) => (i.ToString("x32", CultureInfo.InvariantCulture), i.ToString("x32", CultureInfo.InvariantCulture), v)))]);
        var asked = 0;
        var found = index.Nearest(new SentenceVector(query), 0.45, 20, key =>
        {
            asked++;
            return vectors[int.Parse(key, NumberStyles.HexNumber, CultureInfo.InvariantCulture)];
        });
        var exact = vectors.Select((v, i) => (i, Cosine: v.Cosine(new SentenceVector(query)))).OrderByDescending(v => v.Cosine).Take(20).Select(v => v.i.ToString("x32", CultureInfo.InvariantCulture));
        Assert.Equal(exact, found);
        Assert.InRange(asked, 20, 500);
    }

    [Fact]
    public void Actors_AreFoundInTheOrderTheyCameIn()
    {
        var index = new ActorIndex([new("Vera Holm", new(["Vera Holm"]), 9, 1), new("Holmgren", new(["Holmgren", "the Őrs mayor"]), 5, 1), new("Ada Lorn", new(["Ada Lorn"]), 3, 1)]);
        Assert.Equal(["Vera Holm", "Holmgren"], index.Find("holm", 9).Select(a => a.Name));
        Assert.Equal(["Vera Holm"], index.Find("holm", 1).Select(a => a.Name));
        Assert.Equal(["Holmgren"], index.Find("ors MAY", 9).Select(a => a.Name));
        Assert.Empty(index.Find("holm lorn", 9));
        Assert.Empty(index.Find(" ", 9));
        Assert.Empty(ActorIndex.Empty.Find("a", 9));
    }

    private static string Id(string letter) => letter + new string('0', 31);

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
