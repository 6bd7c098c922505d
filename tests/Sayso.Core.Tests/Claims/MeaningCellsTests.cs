using Sayso.Core.Claims;

namespace Sayso.Core.Tests.Claims;

public sealed class MeaningCellsTests
{
    private const int Width = 384;

    private static float[] Any(Random random) => [.. Enumerable.Range(0, Width).Select(_ => (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5))];

    /// <summary>A vector with about the cosine .9 to another.</summary>
    private static float[] Near(float[] other, Random random) => [.. other.Zip(Any(random), (x, noise) => x + (0.48f * noise))];

    private static int Shared(float[] a, float[] b) => MeaningCells.Of(new SentenceVector(a)).Intersect(MeaningCells.Of(new SentenceVector(b))).Count();

    [Fact]
    public void Cells_AreOneADivision_AndTheSameForOneVector()
    {
        var vector = Any(new Random(1));
        Assert.Equal(MeaningCells.Divisions, MeaningCells.Of(new SentenceVector(vector)).Distinct().Count());
        Assert.Equal(MeaningCells.Divisions, Shared(vector, vector));
    }

    [Fact]
    public void CloseVectors_ShareCells_AndOthersHardlyEver()
    {
        var random = new Random(7);
        int close = 0, others = 0;
        for (var i = 0; i < 300; i++)
        {
            var vector = Any(random);
            close += Shared(vector, Near(vector, random)) >= MeaningCells.LeastShared ? 1 : 0;
            others += Shared(vector, Any(random)) >= MeaningCells.LeastShared ? 1 : 0;
        }

        Assert.InRange(close, 280, 300);
        Assert.InRange(others, 0, 9);
    }

    [Fact]
    public void VectorOfNoText_HasNone() => Assert.Empty(MeaningCells.Of(SentenceVector.None));

    [Fact]
    public void StatementsWithoutACommonWord_Meet_WhereTheirVectorsAreClose_AndTheirDaysToo()
    {
        var vector = new SentenceVector(Any(new Random(3)));
        var one = MadeTraits.Read("a", "The harbour pilot fell asleep") with { Vector = vector, InContext = vector };
        var other = MadeTraits.Read("b", "Nobody stood watch aboard") with { Vector = vector, InContext = vector };
        var index = new CandidateIndex();
        index.Add(one);
        Assert.Equal(["a"], index.Of(other).Select(c => c.Statement.Id));
        Assert.Empty(index.Of(other with { Published = other.Published!.Value.Plus(NodaTime.Duration.FromDays(40)) }));
        Assert.Empty(index.Of(MadeTraits.Read("c", "Nobody stood watch aboard") with { Vector = new SentenceVector(Any(new Random(4))) }));
    }
}
