using Sayso.Core.Figures;
using Sayso.Core.Quantities;
using Sayso.Core.Times;

namespace Sayso.Core.Tests.Figures;

public sealed class IntervalTests
{
    [Theory]
    [InlineData("187 people", "200 people", true)]
    [InlineData("187 people", "187 people", false)]
    [InlineData("187 people", "more than 187 people", true)]
    [InlineData("187 people", "at least 187 people", false)]
    [InlineData("187 people", "more than 150 people", false)]
    [InlineData("at least 6 people", "at least 14 people", false)]
    [InlineData("less than 10 people", "10 people", true)]
    [InlineData("up to 10 people", "10 people", false)]
    [InlineData("less than 10 people", "more than 10 people", true)]
    [InlineData("between 230 and 260 people", "263 people", true)]
    [InlineData("between 230 and 260 people", "about 250 people", false)]
    [InlineData("between 230 and 260 people", "between 260 and 270 people", false)]
    [InlineData("about 80 people", "82 people", false)]
    [InlineData("about 80 people", "120 people", true)]
    [InlineData("0 people", "more than 0 people", true)]
    public void Quantities_AreHeldAgainstEachOther_AsIntervals(string a, string b, bool apart)
    {
        var (x, y) = (Of(a), Of(b));
        Assert.Equal(apart, x.IsApartFrom(y));
        Assert.Equal(apart, y.IsApartFrom(x));
        Assert.False(x.IsApartFrom(x));
    }

    private static Interval Of(string text) => Interval.Of(Assert.Single(QuantityReader.Read(text, TimeReader.Read(text, null))));
}
