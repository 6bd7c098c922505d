using CsCheck;
using Sayso.Core.Claims;
using Sayso.Core.Corrections;
using Sayso.Core.Origins;
using Sayso.Core.Text;
using static Sayso.Core.Tests.Corrections.MadeCorrections;

namespace Sayso.Core.Tests.Corrections;

public sealed class OriginCorrectionTests
{
    private static readonly string[] _statements = ["a", "b", "c", "d"];

    private static readonly Gen<OriginProof[]> _proofs = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Bool, Gen.Enum<ProofKind>())
        .Where((x, y, _, _) => x < y).Select((x, y, isProven, kind) => Proof(_statements[x], _statements[y], isProven, kind)).Array[0, 7];

    private static OriginProof Proof(string a, string b, bool isProven, ProofKind kind = ProofKind.SharedText) => new(kind, a, b, isProven)
    {
        FirstPassage = new(a, default),
        SecondPassage = new(b, default),
        Detail = "",
    };

    [Fact]
    public void Origins_AreAsCorrected()
    {
        OriginProof[] proofs = [Proof("a", "b", true), Proof("b", "c", true), Proof("c", "d", false)];
        Assert.Equal(new OriginCount(1, 2), OriginCounter.Count(_statements, proofs));
        Assert.Equal(new OriginCount(1, 1), OriginCounter.Count(_statements, proofs, Book(Same("a", "d")).Origins));

        // Though both share a text with b.
        Assert.Equal(new OriginCount(2, 3), OriginCounter.Count(_statements, proofs, Book(Different("a", "c")).Origins));
        Assert.Equal(new OriginCount(1, 2), OriginCounter.Count(_statements, proofs, Book(Different("a", "c"), Undo(1)).Origins));
        Assert.Equal(new OriginCount(1, 2), OriginCounter.Count(_statements, proofs, Book(Different("a", "c"), Same("a", "c")).Origins));
    }

    [Fact]
    public void Bounds_AreInOrder_AndPartsKeepApart_WhateverWasCorrected() => Gen.Select(_proofs, Gen.Int[0, 3].Array[2], Gen.Int[0, 3].Array[2], Gen.Bool).Sample((proofs, one, other, isSame) =>
    {
        List<Correction> made = [];
        foreach (var pair in new[] { one, other }.Where(p => p[0] != p[1]))
        {
            made.Add(isSame && made.Count == 0 ? Same(_statements[pair[0]], _statements[pair[1]]) : Different(_statements[pair[0]], _statements[pair[1]]));
        }

        var bonds = Book([.. made]).Origins;
        var count = OriginCounter.Count(_statements, proofs, bonds);
        var parts = OriginCounter.Parts(_statements, proofs, bonds);
        return count.Low >= 1 && count.Low <= count.High && count.High <= _statements.Length
            && OriginCounter.Count(_statements, [.. proofs.Reverse()], bonds) == count
            && parts.All(p => p.All(a => p.All(b => !bonds.AreApart(a, b))));
    });
}
