using NodaTime;
using Sayso.Storage.Rows;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Rows;

public sealed class StoredTimeTests
{
    [Theory]
    [InlineData("2031-03-02T23:30:00Z")]
    [InlineData("2031-03-02T23:30:00.123456789+02")]
    [InlineData("2031-03-02T23:30:00.1-03:30")]
    [InlineData("0001-01-01T00:00:00+18")]
    [InlineData("-9998-01-01T00:00:00+18")]
    [InlineData("9999-12-31T23:59:59.999999999-18")]
    public void Read_GivesBackWhatWasWritten(string time)
    {
        var value = Made.Time(time);
        Assert.Equal(time, StoredTime.Write(value));
        Assert.Equal(value, StoredTime.Read(time));
    }

    [Theory]
    [InlineData("1970-01-01T00:00:00Z", 0)]
    [InlineData("1970-01-01T01:00:00.0000001+01", 1)]
    [InlineData("1969-12-31T23:00:00-01", 0)]
    public void Ticks_CountInUtc(string time, long expected)
    {
        Assert.Equal(expected, StoredTime.Ticks(Made.Time(time)));
    }

    [Fact]
    public void Days_HoldTheirTimes_FirstAndLastToo()
    {
        foreach (var day in new[] { LocalDate.MinIsoValue, new LocalDate(2031, 3, 2), LocalDate.MaxIsoValue })
        {
            Assert.Equal(NodaConstants.TicksPerDay, StoredTime.EndOf(day) - StoredTime.StartOf(day));
            Assert.Equal(StoredTime.StartOf(day), StoredTime.Ticks(day.AtMidnight().WithOffset(Offset.Zero)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("2031-03-02")]
    [InlineData("2031-13-02T00:00:00Z")]
    public void Read_Refuses_WhatIsNoTime(string text)
    {
        Assert.Throws<InvalidDataException>(() => StoredTime.Read(text));
    }
}
