using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Errors;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Core.Times;
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

    [Fact]
    public void AttitudeAndChain_AreWrittenWithTheirWords_AndComeBack()
    {
        var statement = _spans with
        {
            Attitude = new Attitude(Stance.NotDeny, Certainty.Unknown, Polarity.Positive) { StanceWords = Spans(0, 4), CertaintyWords = Spans(0, 4) },
            Chain = new[]
            {
                new Hop("The “Évening” Bell", SourceKind.Outlet, SpanList.Empty, HopRelation.Quotes),
                new Hop("Ilse Vorn", SourceKind.Named, Spans(5, 9), HopRelation.Says),
            }.ToValueList(),
        };
        const string Json = """{"stance":{"value":"not-deny","spans":[[0,4]]},"certainty":{"value":"unknown","spans":[[0,4]]},"polarity":{"value":"positive"},"chain":[{"name":"The “Évening” Bell","kind":"outlet","relation":"quotes"},{"name":"Ilse Vorn","kind":"named","relation":"says","spans":[[5,9]]}]}""";
        Assert.Equal(Json, UnderstandingCodec.Encode(statement));
        Assert.Equal(statement, UnderstandingCodec.Decode(Json, _spans));
    }

    [Fact]
    public void Quantities_AreWrittenWhole_AndComeBack()
    {
        var statement = _spans with
        {
            Quantities = new[]
            {
                new Quantity(new TextSpan(0, 4)) { Value = 1.2e6, IsApproximate = true, Comparator = Comparator.AtLeast, Unit = "USD", Of = new TextSpan(5, 9), Per = new Rate(30, "soldiers"), Change = new Change(ChangeDirection.Down, 3000, null, 0.5) },
                new Quantity(new TextSpan(10, 12)) { Low = 2, High = 3 },
                new Quantity(new TextSpan(13, 15)) { Problem = ProblemCodes.AbsurdRange },
            }.ToValueList(),
        };
        const string Json = """{"quantities":[{"span":[0,4],"value":1200000,"approximate":true,"comparator":"at-least","unit":"USD","of":[5,9],"per":{"value":30,"of":"soldiers"},"change":{"direction":"down","from":3000,"by":0.5}},{"span":[10,12],"low":2,"high":3},{"span":[13,15],"problem":"SAY5002"}]}""";
        Assert.Equal(Json, UnderstandingCodec.Encode(statement));
        Assert.Equal(statement, UnderstandingCodec.Decode(Json, _spans));
    }

    [Fact]
    public void Times_AreWrittenWithTheirAnchors_AndComeBack()
    {
        var day = new TimeExpression(new TextSpan(5, 9), TimeType.Date, "2031-03-07") { IsAnchoredToPublication = true };
        var statement = _spans with
        {
            Times = new[]
            {
                day with { IsAnchoredToPublication = false, AnchorSpan = new TextSpan(0, 4) },
                new TimeExpression(new TextSpan(10, 12), TimeType.Duration, "P3W") { Mod = "LESS_THAN" },
            }.ToValueList(),
            Said = day,
        };
        const string Json = """{"times":[{"span":[5,9],"type":"date","value":"2031-03-07","anchor":[0,4]},{"span":[10,12],"type":"duration","value":"P3W","mod":"LESS_THAN"}],"said":{"span":[5,9],"type":"date","value":"2031-03-07","anchor":"published"}}""";
        Assert.Equal(Json, UnderstandingCodec.Encode(statement));
        Assert.Equal(statement, UnderstandingCodec.Decode(Json, _spans));
    }

    private static SpanList Spans(int start, int end) => SpanList.Of(new TextSpan(start, end));

    public static TheoryData<string> Malformed =>
        ["", "{", "[]", "null", "{}", """{"parent":7}""", """{"parent":null}""", """{ "parent":"b"}""", """{"parent":"b","mood":"calm"}""",
        """{"stance":{"value":"deny"}}""",
        """{"stance":{"value":"shrug"},"certainty":{"value":"certain"},"polarity":{"value":"positive"}}""",
        """{"stance":{"value":"deny","spans":[[4,0]]},"certainty":{"value":"certain"},"polarity":{"value":"positive"}}""",
        """{"stance":{"value":"deny","spans":[[0]]},"certainty":{"value":"certain"},"polarity":{"value":"positive"}}""",
        """{"times":[]}""", """{"quantities":[]}""", """{"quantities":[{"value":2}]}""", """{"quantities":[{"span":[0,4],"comparator":"equal"}]}""", """{"quantities":[{"span":[0,4],"comparator":"about"}]}""", """{"quantities":[{"span":[0,4],"value":"2"}]}""", """{"times":[{"span":[0],"type":"date","value":"2031"}]}""", """{"said":{"span":[0,4],"type":"era","value":"2031"}}""",
        """{"said":{"span":[0,4],"type":"date","value":""}}""", """{"said":{"span":[4,0],"type":"date","value":"2031"}}""", """{"said":{"span":[0,4],"type":"date","value":"2031","anchor":"later"}}""",
        """{"chain":[]}""", """{"chain":[{"name":"Vorn","kind":"ghost","relation":"says"}]}""", """{"chain":[{"kind":"named","relation":"says"}]}"""];

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Decode_Refuses_WhatIsWrittenOtherwise(string json)
    {
        Assert.Throws<FormatException>(() => UnderstandingCodec.Decode(json, _spans));
    }
}
