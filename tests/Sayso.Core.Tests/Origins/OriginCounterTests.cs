using CsCheck;
using Sayso.Core.Origins;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Origins;

public sealed class OriginCounterTests
{
    private static readonly string[] _statements = ["a", "b", "c", "d", "e", "f"];

    private static readonly Gen<OriginProof> _proof =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Bool).Select((first, second, isProven) => Proof(_statements[first], _statements[second], isProven));

    [Fact]
    public void Bounds_AreNeverRaised_ByMoreProof()
    {
        Gen.Select(_proof.Array[0, 8], _proof.Array[1, 4]).Sample((proofs, more) =>
        {
            var (before, after) = (OriginCounter.Count(_statements, proofs), OriginCounter.Count(_statements, [.. proofs, .. more]));
            return after.Low <= before.Low && after.High <= before.High;
        });
    }

    [Fact]
    public void Bounds_AreInOrder_AndBetweenOneAndTheNumberOfStatements()
    {
        _proof.Array[0, 10].Sample(proofs => OriginCounter.Count(_statements, proofs) is var count && count.Low >= 1 && count.Low <= count.High && count.High <= _statements.Length);
    }

    [Fact]
    public void Reason_ThatProvesNothing_LowersTheLowerBoundAlone()
    {
        Assert.Equal(new OriginCount(5, 6), OriginCounter.Count(_statements, [Proof("a", "b", isProven: false)]));
        Assert.Equal(new OriginCount(5, 5), OriginCounter.Count(_statements, [Proof("a", "b", isProven: true)]));
        Assert.Equal(new OriginCount(0, 0), OriginCounter.Count([], []));
    }

    private static OriginProof Proof(string first, string second, bool isProven) => new(ProofKind.SameSource, first, second, isProven)
    {
        FirstPassage = new("d", new TextSpan(0, 1)),
        SecondPassage = new("d", new TextSpan(0, 1)),
        Detail = "made",
    };
}
