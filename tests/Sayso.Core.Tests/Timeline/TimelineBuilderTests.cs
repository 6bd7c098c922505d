using Sayso.Core.Tests.Analysis;
using Sayso.Core.Timeline;

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

    [Fact]
    public void KnownTimeline_IsThatOfTheDocumentsThatWereThere()
    {
        const string Line = "The Ardent was built in 2009 in a yard at Ostrel.";
        var ledger = new MadeLedger().Add("Weir Post", "2031-03-12T08:00:00", Line)
            .Add("Tarn Bell", "2031-03-13T08:00:00", $"{Line} The Ardent was painted in 2030 in a yard at Kess.").Add("Kess Mail", "2031-03-14T08:00:00", $"{Line} The Ardent was sold on 12 March 2031 in a yard at Tarn.");
        var all = ledger.Views().Timeline;
        Assert.Equal(3, all.Count);
        foreach (var known in (int[][])[[0], [0, 1], [0, 1, 2]])
        {
            var documents = known.Select(i => $"doc-{i}").ToHashSet(StringComparer.Ordinal);
            Assert.Equal(ledger.Views(known).Timeline.Select(Told), KnownTimeline.Of(all, documents).Select(Told));
        }

        Assert.Empty(KnownTimeline.Of(all, new HashSet<string>(StringComparer.Ordinal)));

        static string Told(TimelineEvent e) => $"{e.Edtf} {e.What} {e.DocumentId} {string.Join(' ', e.Documents)}";
    }

    private static MadeLedger Made() => new MadeLedger().Add(
        "Tarn Bell", "2031-03-13T08:00:00",
        "The Ardent sinks\nDunja Harpel said on Thursday that the Ardent sank on March 12. The Ardent was built in 2009 in a yard at Ostrel. Ilo Verrin said an inspector saw it in February. He said a report was due on March 20.",
        "Dunja Harpel|said|that the Ardent sank on March 12", "Ilo Verrin|said|an inspector saw it in February", "He|said|a report was due on March 20");
}
