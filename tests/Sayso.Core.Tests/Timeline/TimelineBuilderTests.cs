using Sayso.Core.Tests.Analysis;

namespace Sayso.Core.Tests.Timeline;

public sealed class TimelineBuilderTests
{
    [Fact]
    public void Events_StandByTheirOwnTime_WithAllThreeClocks()
    {
        var events = Made().Views().Timeline;
        Assert.Equal(
            ["2009 2009-01-01 2009-12-31", "2031-02 2031-02-01 2031-02-28", "2031-03-12 2031-03-12 2031-03-12", "2031-03-20 2031-03-20 2031-03-20"],
            events.Select(e => $"{e.Edtf} {e.Days.Earliest:uuuu-MM-dd} {e.Days.Latest:uuuu-MM-dd}"));
        var told = events.Single(e => e.Edtf == "2031-03-12");
        Assert.Equal(("Dunja Harpel", "2031-03-13", 13), (told.Source, told.SaidAt, told.PublishedAt!.Value.Day));
    }

    [Fact]
    public void Event_OfTheOutletsOwnVoice_IsOnItsWord()
    {
        var own = Made().Views().Timeline.Single(e => e.Edtf == "2009");
        Assert.Null(own.ClaimId);
        Assert.Equal("Tarn Bell", own.Source);
        Assert.Equal("The Ardent was built in 2009 in a yard at Ostrel.", own.What);
    }

    [Fact]
    public void SameSentence_InTwoOutlets_IsOneEvent()
    {
        const string Line = "The Ardent was built in 2009 in a yard at Ostrel.";
        var happened = Assert.Single(new MadeLedger().Add("Tarn Bell", "2031-03-13T08:00:00", Line).Add("Weir Post", "2031-03-12T08:00:00", Line).Views().Timeline);
        Assert.Equal(["doc-1", "doc-0"], happened.Documents);
    }

    private static MadeLedger Made() => new MadeLedger().Add(
        "Tarn Bell", "2031-03-13T08:00:00",
        "The Ardent sinks\nDunja Harpel said on Thursday that the Ardent sank on March 12. The Ardent was built in 2009 in a yard at Ostrel. Ilo Verrin said an inspector saw it in February. He said a report was due on March 20.",
        "Dunja Harpel|said|that the Ardent sank on March 12", "Ilo Verrin|said|an inspector saw it in February", "He|said|a report was due on March 20");
}
