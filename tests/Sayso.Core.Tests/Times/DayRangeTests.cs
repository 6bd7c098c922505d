using Sayso.Core.Times;

namespace Sayso.Core.Tests.Times;

public sealed class DayRangeTests
{
    [Theory]
    [InlineData("2031-10-16", "2031-10-16", "2031-10-16")]
    [InlineData("2031-10-16T08:30:00", "2031-10-16", "2031-10-16")]
    [InlineData("2032-02", "2032-02-01", "2032-02-29")]
    [InlineData("2031", "2031-01-01", "2031-12-31")]
    [InlineData("203X", "2030-01-01", "2039-12-31")]
    [InlineData("20XX", "2000-01-01", "2099-12-31")]
    [InlineData("2031-21", "2031-03-01", "2031-05-31")]
    [InlineData("2031-24", "2031-12-01", "2032-02-29")]
    [InlineData("2031~", "2031-01-01", "2031-12-31")]
    [InlineData("2031-10-13/2031-10-19", "2031-10-13", "2031-10-19")]
    [InlineData("2031-01/2031-03", "2031-01-01", "2031-03-31")]
    public void Edtf_HasAFirstAndALastDay(string edtf, string earliest, string latest)
    {
        var range = DayRange.Of(edtf);
        Assert.Equal($"{earliest} {latest}", $"{range?.Earliest:uuuu-MM-dd} {range?.Latest:uuuu-MM-dd}");
    }

    [Theory]
    [InlineData("2031-10", "2031-10-31", true)]
    [InlineData("2031-10", "2031-11-01", false)]
    [InlineData("2031-10-16", "203X", true)]
    [InlineData("2031-09/2031-10", "2031-08", false)]
    public void Ranges_Overlap_WhereTheyShareADay(string left, string right, bool expected)
    {
        Assert.Equal(expected, DayRange.Of(left)!.Value.Overlaps(DayRange.Of(right)!.Value));
        Assert.Equal(expected, DayRange.Of(right)!.Value.Overlaps(DayRange.Of(left)!.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("XXXX-10-16")]
    [InlineData("2031-13")]
    [InlineData("2031-02-30")]
    [InlineData("2031-10-19/2031-10-13")]
    [InlineData("2031/2032/2033")]
    [InlineData("0000")]
    [InlineData("9999")]
    public void WhatIsNoPlaceInTheCalendar_HasNone(string edtf) => Assert.Null(DayRange.Of(edtf));
}
