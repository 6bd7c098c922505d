using Sayso.Core.Tests.Analysis;

namespace Sayso.Core.Tests.Figures;

public sealed class FigureBuilderTests
{
    /// <summary>Sentences of one article, and the figures that are read from them, each on a line.</summary>
    public static TheoryData<string, string[]> Sentences => new()
    {
        { "The ferry was carrying 187 people when it sank.", ["people aboard: 187 Tarn Bell"] },
        { "There were 163 passengers and 24 crew on the ship.", ["passengers aboard: 163 Tarn Bell", "crew aboard: 24 Tarn Bell"] },
        { "At least 14 people died and about 50 were missing.", ["people dead: >=14 Tarn Bell", "people missing: ~50 Tarn Bell"] },
        { "It went down there in 2009, killing 61 of the 204 people on board.", ["people dead, 2009: 61 Tarn Bell", "people aboard, 2009: 204 Tarn Bell"] },
        { "Divers have recovered 31 bodies, and 25 people have not been found.", ["people dead: 31 Tarn Bell", "people missing: 25 Tarn Bell"] },
        { "Of the 41 Tarnish citizens on board, 24 are alive and 13 are dead.", ["Tarnish citizens aboard: 41 Tarn Bell", "tarnish rescued: 24 Tarn Bell", "tarnish dead: 13 Tarn Bell"] },
        { "It is certified to carry 220 passengers.", ["passengers allowed: 220 Tarn Bell"] },
        { "It carried 76 more than its owner had reported.", [] },
        { "It had 19 passengers too many.", [] },
        { "Another 24 people were found dead.", [] },
        { "The search will take 30 days.", [] },
        { "Up to 90 people could be dead.", [] },
        { "The ministry counts 16 children dead. The true number is 23.", ["children dead: 16 Tarn Bell, 23 Tarn Bell | 16 23"] },
        { "The ministry counts 16 children dead. The number is 23.", ["children dead: 16 Tarn Bell"] },
        { "There are 8,000 troops in the province.", ["troops: 8000 Tarn Bell"] },
        { "There are 8,000 troops in combat.", ["troops: 8000 Tarn Bell"] },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Counts_AreReadFromASentence_WithWhatHappensToThoseCounted(string sentence, string[] expected)
    {
        var figures = new MadeLedger().Add("Tarn Bell", "2031-03-12T08:00:00", $"A headline without a number\n{sentence}").Views().Figures;
        Assert.Equal(expected.Order(StringComparer.Ordinal), figures.Select(ViewWords.Of).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("There are 8,000 troops in combat.", "There are 9,000 troops.", 2)]
    [InlineData("There are 8,000 troops.", "There are about 9,000 troops.", 1)]
    [InlineData("The ship had 1,480 tonnes of cargo.", "The ship had 1,180 tons of cargo.", 1)]
    [InlineData("The ship had 1,480 tonnes of cargo.", "The ship had 1,180 tons of fuel.", 2)]
    [InlineData("The reservoir had 12 miles of old pipes.", "The reservoir had 30 kilometres of old pipes.", 1)]
    [InlineData("The reservoir had 12 miles of old pipes.", "The reservoir had 30 tons of old pipes.", 2)]
    [InlineData("There were 143 people aboard the Bell Line ferry.", "There were 187 people on board.", 1)]
    [InlineData("There were 143 people aboard the Sandrel.", "There were 187 people aboard the Corriel.", 2)]
    public void Counts_OfDifferentThings_AreDifferentFigures(string first, string second, int expected)
    {
        var figures = new MadeLedger()
            .Add("Tarn Bell", "2031-03-12T08:00:00", $"Ilo Verrin in Ostrel\nIlo Verrin was there. {first}")
            .Add("Weir Post", "2031-03-12T09:00:00", $"Ilo Verrin in Ostrel\nIlo Verrin was there. {second}").Views().Figures;
        Assert.Equal(expected, figures.Count);
    }

    [Fact]
    public void Revisions_AreOneSourcesOwn_AndRivalsAreNone()
    {
        var figure = Assert.Single(Ferry().Views().Figures, f => f.Of == "people aboard");
        Assert.Equal("people aboard, Ardent: 187 Bell Line, >200 Goran Tuul, >=211 Bell Line, 263 Mirela Okon | 187 >=211", ViewWords.Of(figure));
        Assert.True(figure.IsFixed);
        Assert.True(figure.HasMoved);
    }

    [Fact]
    public void UndatedReading_RevisesNothing()
    {
        var figure = Assert.Single(Ferry().Add("Weir Post", "", "Ardent sinks\nThe ferry Ardent sank. Bell Line said 187 people were aboard the Ardent.", "Bell Line|said|187 people were aboard the Ardent").Views().Figures, f => f.Of == "people aboard");
        Assert.Contains(figure.Readings, r => r.PublishedAt is null);
        Assert.EndsWith("| 187 >=211", ViewWords.Of(figure), StringComparison.Ordinal);
    }

    [Fact]
    public void Source_IsOne_WithACapitalOrWithout()
    {
        var figure = Assert.Single(new MadeLedger()
            .Add("Tarn Bell", "2031-03-12T08:00:00", "Ardent sinks\nInvestigators said 263 people were aboard the Ardent.", "Investigators|said|263 people were aboard the Ardent")
            .Add("Weir Post", "2031-03-13T08:00:00", "Ardent sinks\nOn Monday investigators said 187 people were aboard the Ardent.", "investigators|said|187 people were aboard the Ardent")
            .Views().Figures, f => f.Of == "people aboard");
        Assert.Equal(["investigators", "investigators"], figure.Readings.Select(r => r.Source));
        Assert.Equal("people aboard, Ardent: 187 investigators, 263 investigators | 187 263", ViewWords.Of(figure));
    }

    [Fact]
    public void Reading_ThatHeldByADay_StandsThere_NotBeforeAllOthers()
    {
        var figure = Assert.Single(new MadeLedger()
            .Add("Tarn Bell", "2031-03-13T08:00:00", "Ardent sinks\n31 people died aboard the Ardent.")
            .Add("Tarn Bell", "2031-03-17T08:00:00", "Ardent sinks\nThe number of people dead aboard the Ardent had risen to 52 by Sunday.")
            .Views().Figures, f => f.Of.Contains("dead", StringComparison.Ordinal));
        Assert.Equal([31, 52], figure.Readings.Select(r => r.Quantity.Value!.Value));
    }

    [Theory]
    [InlineData("161 kilometers", false)]
    [InlineData("210 kilometers", true)]
    public void Readings_InUnitsOfOneDimension_AreComparedInOne(string second, bool hasMoved)
    {
        var figure = Assert.Single(new MadeLedger()
            .Add("Tarn Bell", "2031-03-12T08:00:00", "Pipes of Ostrel\nOstrel has 100 miles of old pipes.")
            .Add("Weir Post", "2031-03-12T09:00:00", $"Pipes of Ostrel\nOstrel has {second} of old pipes.").Views().Figures);
        Assert.Equal("kilometer", figure.Unit);
        Assert.Equal(hasMoved, figure.HasMoved);
        Assert.Equal("161", $"{figure.Readings[0].Quantity.Value:0}");
    }

    /// <summary>What ends a headline does not say that the place below it is a ship.</summary>
    [Fact]
    public void Place_BelowAHeadlineThatEndsInAShip_IsNone()
    {
        var figures = new MadeLedger().Add("Tarn Bell", "2031-03-12T08:00:00", "Board counts people on sunken ferry\nPort Sabel, Ostrel: There were 187 people aboard when Port Sabel saw it last.").Views().Figures;
        Assert.Equal(["people aboard: 187 Tarn Bell"], figures.Select(ViewWords.Of));
    }

    [Fact]
    public void Reading_LeadsBackToItsWords()
    {
        var views = Ferry().Views();
        var reading = views.Figures.Single(f => f.Of == "people aboard").Readings[1];
        Assert.Equal("more than 200", reading.Quantity.Span.Slice(views.Ledger.Documents[reading.DocumentId].Text).ToString());
        Assert.Equal("Goran Tuul", views.Statement(reading.StatementId!)!.Statement.SourceHop!.Name);
    }

    /// <summary>A ferry and the number of people that were on it.</summary>
    internal static MadeLedger Ferry() => new MadeLedger()
        .Add("Tarn Bell", "2031-03-12T08:00:00", "Ferry Ardent sinks off Ostrel\nBell Line said that 187 people were aboard the Ardent.", "Bell Line|said|that 187 people were aboard the Ardent")
        .Add("Weir Post", "2031-03-12T12:00:00", "Union doubts list of ferry Ardent\nGoran Tuul of the union said that more than 200 people were aboard the Ardent off Ostrel.", "Goran Tuul|said|that more than 200 people were aboard the Ardent off Ostrel")
        .Add("Tarn Bell", "2031-03-13T08:00:00", "Ferry Ardent: more names found\nBell Line said that at least 211 people were aboard the Ardent.", "Bell Line|said|that at least 211 people were aboard the Ardent")
        .Add("Weir Post", "2031-03-17T08:00:00", "Board counts people on ferry Ardent\nMirela Okon of the board said that 263 people were aboard the Ardent off Ostrel.", "Mirela Okon|said|that 263 people were aboard the Ardent off Ostrel");
}
