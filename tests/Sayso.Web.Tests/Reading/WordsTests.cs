using NodaTime;
using Sayso.Core.Text;
using Sayso.Core.Times;
using Sayso.Web.Reading;

namespace Sayso.Web.Tests.Reading;

public sealed class WordsTests
{
    [Theory]
    [InlineData("2031-03-12", null, "12 March 2031")]
    [InlineData("2031-03", null, "March 2031")]
    [InlineData("2031", "APPROX", "about 2031")]
    [InlineData("203", null, "2030s")]
    [InlineData("2031-W11", null, "week 11 of 2031")]
    [InlineData("2031-03-12TNI", null, "12 March 2031, night")]
    [InlineData("2031-03-12T07:05", null, "12 March 2031, 07:05")]
    [InlineData("P3W", "LESS_THAN", "less than 3 weeks")]
    [InlineData("PT1H", null, "1 hour")]
    [InlineData("PT20M", "EQUAL_OR_MORE", "at least 20 minutes")]
    [InlineData("P2M", null, "2 months")]
    [InlineData("PRESENT_REF", null, "now")]
    [InlineData("XXXX-WXX-5", null, "XXXX-WXX-5")]
    public void Time_IsAsPeopleWriteIt_OrAsItWas(string value, string? mod, string expected) =>
        Assert.Equal(expected, TimeWords.Of(new TimeExpression(new TextSpan(0, 1), TimeType.Date, value) { Mod = mod }));

    [Theory]
    [InlineData("2031-03-12", "12 March 2031")]
    [InlineData("2031-03-12/2031-03-19", "12 March 2031 to 19 March 2031")]
    [InlineData("../2031-03", "until March 2031")]
    [InlineData("2031/..", "from 2031 on")]
    [InlineData("2031~", "about 2031")]
    public void Edtf_IsAsPeopleWriteIt_WithItsBounds(string edtf, string expected) => Assert.Equal(expected, TimeWords.OfEdtf(edtf));

    [Theory]
    [InlineData(20, "just now")]
    [InlineData(60, "1 minute ago")]
    [InlineData(7300, "2 hours ago")]
    [InlineData(3 * 86400, "3 days ago")]
    [InlineData(90 * 86400, "2 months ago")]
    [InlineData(800 * 86400, "2 years ago")]
    [InlineData(-600, "in the future")]
    public void Ago_IsTheNearestUnit_RoundedDown(int seconds, string expected)
    {
        var now = Instant.FromUtc(2031, 3, 12, 7, 5);
        Assert.Equal(expected, Wording.Ago(now - Duration.FromSeconds(seconds), now));
    }

    [Theory]
    [InlineData(6 * 86400, "6 days ago")]
    [InlineData(8 * 86400, "4 March 2031")]
    [InlineData(-600, "12 March 2031")]
    public void Lately_IsHowLongAgo_OfDaysThatOneCounts_ElseTheDay(int seconds, string expected)
    {
        var now = Instant.FromUtc(2031, 3, 12, 7, 5);
        Assert.Equal(expected, Wording.Lately((now - Duration.FromSeconds(seconds)).WithOffset(Offset.Zero), now));
        Assert.Equal("undated", Wording.Lately(null, now));
    }

    [Theory]
    [InlineData("The Ferries and the other ferry left", "ferr", "Ferries ferry")]
    [InlineData("She said “not now”", "\"not now\"", "not now")]
    [InlineData("nothing here", "", "")]
    public void Searched_WordsAreMarked_WhereTheyBeginSo(string text, string query, string expected) =>
        Assert.Equal(expected, string.Join(' ', SearchMarks.Of(text, query).Select(m => m.Span.Slice(text).ToString())));
}
