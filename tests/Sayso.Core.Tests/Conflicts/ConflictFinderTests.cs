using Sayso.Core.Conflicts;
using Sayso.Core.Tests.Analysis;
using Sayso.Core.Tests.Figures;
using Sayso.Core.Tests.Positions;

namespace Sayso.Core.Tests.Conflicts;

public sealed class ConflictFinderTests
{
    [Fact]
    public void RivalCounts_OfWhatTimeDoesNotMove_AreOneConflict()
    {
        var conflict = Assert.Single(FigureBuilderTests.Ferry().Views().Conflicts);
        Assert.Equal(ConflictKind.Value, conflict.Kind);
        Assert.Equal("people aboard, Ardent: 187 (Bell Line); more than 200 (Goran Tuul); 263 (Mirela Okon).", conflict.Reason);
        Assert.Equal(3, conflict.Statements.Count);
    }

    [Fact]
    public void Tolls_AreRivals_WhereOneDocumentHasBoth()
    {
        const string Ministry = "The Ostrel ministry said that 23 people from the Ardent were dead.";
        const string Coastguard = "The Kess Coastguard said that 29 people from the Ardent were dead.";
        string[] marked = ["The Ostrel ministry|said|that 23 people from the Ardent were dead", "The Kess Coastguard|said|that 29 people from the Ardent were dead"];
        Assert.Single(new MadeLedger().Add("Tarn Bell", "2031-03-12T08:00:00", $"Ardent sinks\n{Ministry} {Coastguard}", marked).Views().Conflicts, c => c.Kind == ConflictKind.Value);
        Assert.Empty(new MadeLedger()
            .Add("Tarn Bell", "2031-03-12T08:00:00", $"Ardent sinks\n{Ministry}", marked[0])
            .Add("Weir Post", "2031-03-12T09:00:00", $"Ardent sinks\n{Coastguard}", marked[1]).Views().Conflicts);
    }

    /// <summary>A toll far below another is a part of it, unless the text says that it is disputed.</summary>
    [Theory]
    [InlineData("A group disputed the number.", 1)]
    [InlineData("A group met in Ostrel.", 0)]
    public void Tolls_FarApart_AreRivals_WhereTheTextSaysSo(string between, int expected)
    {
        var views = new MadeLedger().Add("Tarn Bell", "2031-03-12T08:00:00", $"Fever in Ostrel\nOlu Marsh said that 11 children were dead. {between} Ilo Verrin said that 19 children were dead.",
            "Olu Marsh|said|that 11 children were dead", "Ilo Verrin|said|that 19 children were dead").Views();
        Assert.Equal(expected, views.Conflicts.Count(c => c.Kind == ConflictKind.Value));
    }

    [Theory]
    [InlineData("the letters had reached the minister in January", "the letters had not reached the minister until last week", 1)]
    [InlineData("what the letters had told the minister", "what the letters had not told the minister", 0)]
    [InlineData("having told the minister of the letters", "not having told the minister of the letters", 0)]
    public void Sides_AreOfWhatIsSo_WhateverTheDay(string first, string second, int expected)
    {
        var views = new MadeLedger()
            .Add("Tarn Bell", "2031-03-12T08:00:00", $"Letters\nOlu Marsh said {first}.", $"Olu Marsh|said|{first}")
            .Add("Weir Post", "2031-03-12T09:00:00", $"Letters\nIlo Verrin said {second}.", $"Ilo Verrin|said|{second}").Views();
        Assert.Equal(expected, views.Conflicts.Count(c => c.Kind == ConflictKind.Polarity));
    }

    [Fact]
    public void Claim_WithSpeakersOnBothSides_IsAConflict()
    {
        var conflict = Assert.Single(PositionBuilderTests.Reve().Views().Conflicts);
        Assert.Equal(ConflictKind.Polarity, conflict.Kind);
        Assert.Contains("Olu Marsh", conflict.Reason, StringComparison.Ordinal);
        Assert.Contains("Anton Reve", conflict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the first distress call was logged at 4:52 a.m.", "the first distress call was logged at 4:31 a.m.", 1)]
    [InlineData("the first distress call was logged at 4:52 a.m.", "the first distress call was logged at 5:52 a.m. Kess time, which is 4:52 a.m. here", 0)]
    [InlineData("the first distress call was logged at 4:52 a.m.", "the second helicopter left the base at 5:10 a.m.", 0)]
    public void OneEvent_AtTwoTimes_IsAConflict(string first, string second, int expected)
    {
        var views = new MadeLedger()
            .Add("Tarn Bell", "2031-03-12T08:00:00", $"A ferry sinks\nThe Ardent sank off Ostrel. Dunja Harpel said {first}.", $"Dunja Harpel|said|{first}")
            .Add("Weir Post", "2031-03-12T09:00:00", $"A ferry sinks\nThe Ardent sank off Ostrel. Ilo Verrin said {second}.", $"Ilo Verrin|said|{second}").Views();
        Assert.Equal(expected, views.Conflicts.Count(c => c.Kind == ConflictKind.Time));
    }

    /// <summary>A clock without its day is taken for the day around it, which may be the next one's paper's.</summary>
    [Theory]
    [InlineData("at 4:31 a.m.", 1)]
    [InlineData("at 4:31 a.m. on 1 March 2031", 0)]
    public void OneEvent_ToldOnTheNextDay_IsAConflict(string second, int expected)
    {
        const string Call = "the first distress call was logged";
        var views = new MadeLedger()
            .Add("Tarn Bell", "2031-03-12T08:00:00", $"A ferry sinks\nThe Ardent sank off Ostrel. Dunja Harpel said {Call} at 4:52 a.m.", $"Dunja Harpel|said|{Call} at 4:52 a.m.")
            .Add("Weir Post", "2031-03-13T09:00:00", $"A ferry sinks\nThe Ardent sank off Ostrel. Ilo Verrin said {Call} {second}.", $"Ilo Verrin|said|{Call} {second}").Views();
        Assert.Equal(expected, views.Conflicts.Count(c => c.Kind == ConflictKind.Time));
    }

    [Fact]
    public void WhatDoesNotAddUp_InOneDocument_IsAConflict()
    {
        var conflict = Assert.Single(new MadeLedger().Add("Tarn Bell", "2031-03-12T08:00:00", "Herd counted\nThere were 2,000 goats: 1,200 white and 900 brown.").Views().Conflicts);
        Assert.Equal(ConflictKind.Arithmetic, conflict.Kind);
        Assert.Equal(["doc-0"], conflict.Documents);
    }
}
