using CsCheck;
using Sayso.Core.Text;
using Sayso.Storage.Rows;

namespace Sayso.Storage.Tests.Rows;

public sealed class SpanCodecTests
{
    private static readonly Gen<SpanList> _spans = Gen.Int[0, int.MaxValue].HashSet[0, 10].Select(cuts =>
    {
        var ends = cuts.Order().ToArray();
        return SpanList.Of(Enumerable.Range(0, ends.Length / 2).Select(i => new TextSpan(ends[2 * i], ends[(2 * i) + 1])));
    });

    [Fact]
    public void Decode_GivesBackWhatWasEncoded()
    {
        Gen.Select(_spans, _spans, _spans).Sample((source, cue, content) =>
            Assert.Equal((source, cue, content), SpanCodec.Decode(SpanCodec.Encode(source, cue, content))));
    }

    [Fact]
    public void Encode_IsWhatIsDocumented()
    {
        SpanList Spans(params (int Start, int End)[] spans) => SpanList.Of(spans.Select(s => new TextSpan(s.Start, s.End)));
        Assert.Equal([0, 1, 5, 3, 2, 0, 4, 0xC4, 0x02, 1], SpanCodec.Encode(SpanList.Empty, Spans((5, 8)), Spans((0, 4), (328, 329))));
    }

    public static TheoryData<string> Malformed =>
    [
        "", "0000", "00000000", "0105000000", "0105", "80", "FFFFFFFFFF000000", "01FFFFFFFF07010000", "FFFFFFFF070000",
    ];

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Decode_Refuses_WhatIsNoSpans(string bytes)
    {
        Assert.Throws<InvalidDataException>(() => SpanCodec.Decode(Convert.FromHexString(bytes)));
    }

    [Fact]
    public void Decode_RefusesOrReads_WhateverBytes()
    {
        Gen.Byte.Array[0, 20].Sample(bytes =>
        {
            try
            {
                var (source, cue, content) = SpanCodec.Decode(bytes);
                Assert.Equal((source, cue, content), SpanCodec.Decode(SpanCodec.Encode(source, cue, content)));
            }
            catch (InvalidDataException)
            {
                // It says so.
            }
        });
    }
}
