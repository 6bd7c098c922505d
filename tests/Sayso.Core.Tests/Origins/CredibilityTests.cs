using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Origins;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Origins;

public sealed class CredibilityTests
{
    public static TheoryData<OriginCount, OriginCount, SourceKind, bool, int> Cases => new()
    {
        { new(2, 2), default, SourceKind.Named, false, 1 },
        { new(1, 2), default, SourceKind.Named, false, 2 },
        { new(2, 3), default, SourceKind.Anonymous, false, 2 },
        { new(1, 1), default, SourceKind.Document, false, 3 },
        { new(3, 3), new(1, 1), SourceKind.Named, false, 3 },
        { new(1, 1), default, SourceKind.Anonymous, false, 4 },
        { new(1, 1), default, SourceKind.Anonymous, true, 4 },
        { new(1, 1), new(1, 1), SourceKind.Named, false, 4 },
        { default, new(1, 1), SourceKind.Named, false, 4 },
        { default, new(2, 2), SourceKind.Named, false, 5 },
        { new(1, 1), new(3, 3), SourceKind.Named, false, 5 },
        { default, default, SourceKind.Named, false, 6 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Grade_FollowsFromOriginsOfBothSides_AndWhetherTheyAreOnRecord(OriginCount pro, OriginCount against, SourceKind kind, bool goesRound, int grade)
    {
        var groups = Enumerable.Range(0, pro.High).Select(i => new OriginGroup($"g{i}", Side.For, "x", kind, ValueList<string>.Empty) { Documents = ValueList<string>.Empty, Proof = ValueList<OriginProof>.Empty });
        var origins = new ClaimOrigins(pro, against, groups.ToValueList()) { Circular = goesRound ? new([new(["a", "b", "c"])]) : ValueList<ValueList<string>>.Empty };
        var found = Credibility.Of(origins);
        Assert.Equal(grade, found.Value);
        Assert.NotEmpty(found.Reason);
        Assert.NotEmpty(found.Word);
    }
}
