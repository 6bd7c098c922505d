using Sayso.Core.Attributions;
using Sayso.Core.Text;
using Sayso.Storage.Rows;

namespace Sayso.Storage.Tests.Rows;

public sealed class UnderstandingCodecTests
{
    private static readonly Statement _spans = new("a", "d", SpanList.Empty, SpanList.Of(new TextSpan(0, 4)), SpanList.Empty);

    public static TheoryData<string?, string?> Written => new() { { null, null }, { "b", """{"parent":"b"}""" } };

    [Theory]
    [MemberData(nameof(Written))]
    public void Encode_IsWhatIsDocumented_AndComesBack(string? parent, string? json)
    {
        var statement = _spans with { Parent = parent };
        Assert.Equal(json, UnderstandingCodec.Encode(statement));
        Assert.Equal(statement, UnderstandingCodec.Decode(json, _spans));
    }

    public static TheoryData<string> Malformed =>
        ["", "{", "[]", "null", "{}", """{"parent":7}""", """{"parent":null}""", """{ "parent":"b"}""", """{"parent":"b","mood":"calm"}"""];

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Decode_Refuses_WhatIsWrittenOtherwise(string json)
    {
        Assert.Throws<FormatException>(() => UnderstandingCodec.Decode(json, _spans));
    }
}
