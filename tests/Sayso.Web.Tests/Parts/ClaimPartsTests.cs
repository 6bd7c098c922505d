using Sayso.Core.Analysis;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Origins;
using Sayso.Core.Text;
using Sayso.Web.Parts;
using Sayso.Web.Reading;

namespace Sayso.Web.Tests.Parts;

public sealed class ClaimPartsTests
{
    [Theory]
    [InlineData(0, 0, 0, 0, "no origin")]
    [InlineData(1, 1, 0, 0, "1 origin")]
    [InlineData(2, 4, 0, 0, "2–4 origins")]
    [InlineData(3, 3, 1, 2, "3 origins, 1–2 against")]
    [InlineData(0, 0, 1, 1, "1 origin against")]
    public void Origins_AreARange_WhereThatIsNotSure(int low, int high, int lowAgainst, int highAgainst, string expected) =>
        Assert.Equal(expected, ClaimWords.Origins(new ClaimOrigins(new OriginCount(low, high), new OriginCount(lowAgainst, highAgainst), ValueList<OriginGroup>.Empty)));

    [Theory]
    [InlineData(3)]
    [InlineData(300)]
    public void Stacks_StandApartInsideThePicture_HoweverMany(int groups)
    {
        var origins = Origins(groups);
        foreach (var isSmall in (bool[])[false, true])
        {
            var layout = StackLayout.Of(origins, isSmall);
            Assert.Equal(groups, layout.Stacks.Count);
            Assert.All(layout.Stacks.Zip(layout.Stacks.Skip(1)), pair => Assert.True(pair.First.X + layout.Sheet < pair.Second.X));
            Assert.All(layout.Stacks, s => Assert.InRange(s.X + layout.Sheet, 0, layout.Width));
            Assert.All(layout.Stacks.SelectMany(s => s.Sheets), y => Assert.InRange(y, 0, layout.Height - layout.Thickness));
            Assert.All(layout.Stacks, s => Assert.All(s.Sheets, y => Assert.Equal(s.Group.Side == Side.For, y < layout.Line)));
        }
    }

    private static ClaimOrigins Origins(int groups)
    {
        var all = Enumerable.Range(0, groups).Select(i => new OriginGroup($"{i:00000000000}", i % 3 == 0 ? Side.Against : Side.For, $"Office {i} of the Harbour", SourceKind.Named, new[] { $"s{i}" }.ToValueList())
        {
            Documents = Enumerable.Range(0, 1 + (i % 5)).Select(d => $"d{d}").ToValueList(),
            Proof = ValueList<OriginProof>.Empty,
        }).ToValueList();
        return new ClaimOrigins(new OriginCount(1, groups), new OriginCount(0, 1), all);
    }
}
