using CsCheck;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Text;

public sealed class SpanTests
{
    private static readonly Gen<TextSpan> AnySpan = Gen.Select(Gen.Int[0, 30], Gen.Int[0, 8], (start, length) => new TextSpan(start, start + length));

    public static TheoryData<int, int> OutOfBounds => new() { { -1, 2 }, { 3, 2 }, { -2, -1 } };

    [Theory]
    [MemberData(nameof(OutOfBounds))]
    public void Span_OutOfOrder_Throws(int start, int end)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(start, end));
    }

    [Fact]
    public void Overlap_MeansASharedUnit()
    {
        Gen.Select(AnySpan, AnySpan).Sample((a, b) =>
        {
            var shared = Enumerable.Range(a.Start, a.Length).Intersect(Enumerable.Range(b.Start, b.Length)).Any();
            Assert.Equal(shared, a.Overlaps(b) && !a.IsEmpty && !b.IsEmpty);
            Assert.Equal(a.Overlaps(b), b.Overlaps(a));
        });
    }

    [Fact]
    public void Order_IsByStartThenEnd()
    {
        Gen.Select(AnySpan, AnySpan).Sample((a, b) =>
        {
            var expected = (a.Start, a.End).CompareTo((b.Start, b.End));
            Assert.Equal(Math.Sign(expected), Math.Sign(a.CompareTo(b)));
            Assert.Equal(expected < 0, a < b);
            Assert.Equal(expected > 0, a > b);
            Assert.Equal(expected <= 0, a <= b);
            Assert.Equal(expected >= 0, a >= b);
        });
    }

    [Fact]
    public void List_KeepsTheOrderOfTheText_WhateverOrderItIsGiven()
    {
        var list = SpanList.Of(new TextSpan(8, 9), new TextSpan(0, 3), new TextSpan(3, 5));
        Assert.Equal("[0,3)[3,5)[8,9)", list.ToString());
        Assert.Equal(new TextSpan(0, 9), list.Extent);
        Assert.Equal("abc de i", list.TextOf("abcdefghij"));
        Assert.Equal(list, SpanList.Of(list.Reverse()));
        Assert.Equal(list.GetHashCode(), SpanList.Of(list.Reverse()).GetHashCode());
    }

    [Fact]
    public void List_OfEmptyOrOverlappingSpans_Throws()
    {
        Assert.Throws<ArgumentException>(() => SpanList.Of(new TextSpan(1, 1)));
        Assert.Throws<ArgumentException>(() => SpanList.Of(new TextSpan(0, 3), new TextSpan(2, 4)));
    }

    [Fact]
    public void List_OfNothing_IsEmpty()
    {
        Assert.Same(SpanList.Empty, SpanList.Of());
        Assert.Equal(default, SpanList.Empty.Extent);
        Assert.Equal("", SpanList.Empty.TextOf("abc"));
        Assert.False(SpanList.Empty.Equals(SpanList.Of(new TextSpan(0, 1))));
    }

    [Fact]
    public void ValueLists_AreEqual_WhenTheirElementsAre()
    {
        ValueList<int> one = new[] { 1, 2, 3 }.ToValueList(), same = new List<int> { 1, 2, 3 }.ToValueList();
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, new[] { 1, 3, 2 }.ToValueList());
        Assert.Equal(ValueList<int>.Empty, new ValueList<int>(default));
    }
}
