using System.Security.Cryptography;
using CsCheck;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Text;

public sealed class ContentHashTests
{
    [Fact]
    public void Hash_IsSha256OfLengthPrefixedFields()
    {
        // Kind "k" (one UTF-16 unit, 2 bytes), then an absent field (length -1), then two bytes.
        byte[] framed = [2, 0, 0, 0, (byte)'k', 0, 255, 255, 255, 255, 2, 0, 0, 0, 7, 8];
        using var hash = new ContentHash("k");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(framed)), hash.Add((string?)null).Add([7, 8]).ToHex());
    }

    [Fact]
    public void Id_IsTheFirstHalfOfTheHash()
    {
        using ContentHash one = new("k"), two = new("k");
        Assert.Equal(two.Add("x").ToHex()[..ContentHash.IdLength], one.Add("x").ToId());
    }

    [Fact]
    public void DifferentFields_GiveDifferentHashes()
    {
        // What differs only in where a field ends, or in absent against empty, must differ in the hash.
        var fields = Gen.String[Gen.Char["ab"], 0, 3].Null().Array[0, 4];
        Gen.Select(fields, fields).Sample((a, b) => Assert.Equal(a.SequenceEqual(b), Of(a) == Of(b)));
    }

    [Fact]
    public void LoneSurrogates_StayApart()
    {
        Assert.NotEqual(Of(["\ud800"]), Of(["\ud801"]));
        Assert.NotEqual(Of(["\ud800"]), Of(["\ufffd"]));
    }

    [Fact]
    public void Kinds_NeverAgree()
    {
        using ContentHash one = new("document"), two = new("statement");
        Assert.NotEqual(one.Add("x").ToHex(), two.Add("x").ToHex());
    }

    [Fact]
    public void Spans_AreHashedWithTheirNumber()
    {
        using ContentHash one = new("k"), two = new("k");
        one.Add(SpanList.Of(new TextSpan(0, 1))).Add(SpanList.Empty);
        two.Add(SpanList.Empty).Add(SpanList.Of(new TextSpan(0, 1)));
        Assert.NotEqual(one.ToHex(), two.ToHex());
    }

    private static string Of(string?[] fields)
    {
        using var hash = new ContentHash("k");
        foreach (var field in fields)
        {
            hash.Add(field);
        }

        return hash.ToHex();
    }
}
