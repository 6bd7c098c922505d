using Sayso.Core.Tests.Analysis;

namespace Sayso.Core.Tests.Positions;

public sealed class PositionBuilderTests
{
    [Fact]
    public void Position_Moves_ThroughPronounsAndNames()
    {
        var views = Reve().Views();
        var position = views.Positions[0];
        Assert.Equal("Anton Reve: deny deny not-deny confirm | deny→not-deny not-deny→confirm", ViewWords.Of(position));
        Assert.All(position.Moves, m => Assert.NotNull(views.Statement(m.First)));
        Assert.All(position.Moves, m => Assert.NotNull(views.Statement(m.Second)));
    }

    [Fact]
    public void RulingNothingOut_ForNow_LeavesItStanding()
    {
        var views = new MadeLedger()
            .Add("Tarn Bell", "2031-03-12T08:00:00", "Reve denies\nAnton Reve denied that the Ardent was overloaded.", "Anton Reve|denied|that the Ardent was overloaded")
            .Add("Weir Post", "2031-03-15T08:00:00", "Reve asked\nAsked whether the Ardent was overloaded, Anton Reve said: “I will not rule anything out until I have read every file.”",
                "|Asked|whether the Ardent was overloaded", "Anton Reve|said|“I will not rule anything out until I have read every file.”").Views();
        Assert.Equal("Anton Reve: deny not-deny | deny→not-deny", ViewWords.Of(views.Positions.Single(p => p.Entries.Count == 2)));
    }

    [Theory]
    [InlineData("said", "2031-03-12T12:00:00", 0)]
    [InlineData("admitted", "2031-03-12T12:00:00", 1)]
    [InlineData("said", "2031-03-13T12:00:00", 1)]
    public void YesAndNo_OfOneDay_AreNoMove_UnlessAdmitted(string cue, string later, int moves)
    {
        var views = new MadeLedger()
            .Add("Tarn Bell", "2031-03-12T08:00:00", "Reve denies\nAnton Reve denied that the Ardent was overloaded.", "Anton Reve|denied|that the Ardent was overloaded")
            .Add("Weir Post", later, $"Reve again\nAnton Reve {cue} that the Ardent was overloaded.", $"Anton Reve|{cue}|that the Ardent was overloaded").Views();
        Assert.Equal(moves, views.Positions.Single(p => p.Entries.Count == 2).Moves.Count);
    }

    [Fact]
    public void Retelling_IsNoMove()
    {
        var views = Reve().Add("Tarn Bell", "2031-03-20T08:00:00", "Reve resigns\nAnton Reve, who had insisted that the Ardent was not overloaded, resigned.", "Anton Reve|had insisted|that the Ardent was not overloaded").Views();
        Assert.Equal("Anton Reve: deny deny deny not-deny confirm | deny→not-deny not-deny→confirm", ViewWords.Of(views.Positions[0]));
        Assert.Equal("../2031-03-20", views.Positions[0].Entries.Single(e => e.DocumentId == "doc-5").Date);
    }

    [Fact]
    public void Question_IsNoStatementOfWhoIsAsked()
    {
        var views = Reve().Add("Tarn Bell", "2031-03-19T08:00:00", "Reve asked\nAsked if he still maintained that the Ardent was not overloaded, Anton Reve left.", "he|still maintained|that the Ardent was not overloaded").Views();
        Assert.Equal("Anton Reve: deny deny not-deny confirm | deny→not-deny not-deny→confirm", ViewWords.Of(views.Positions[0]));
    }

    [Fact]
    public void Spokeswoman_SpeaksForHerCompany()
    {
        var position = new MadeLedger()
            .Add("Tarn Bell", "2031-03-12T08:00:00", "List is complete\nPetra Imsel, a spokeswoman for Bell Line, said the list of the Ardent was complete.", "Petra Imsel, a spokeswoman for Bell Line|said|the list of the Ardent was complete")
            .Add("Weir Post", "2031-03-14T08:00:00", "List was not complete\nBell Line said the list of the Ardent was not complete.", "Bell Line|said|the list of the Ardent was not complete")
            .Views().Positions.Single(p => p.Entries.Count == 2);
        Assert.Equal("Bell Line", position.Actor);
        Assert.Equal(["Petra Imsel", null], position.Entries.Select(e => e.Speaker));
        Assert.Single(position.Moves);
    }

    [Fact]
    public void Reaction_IsToTheStatementBeforeIt()
    {
        var views = new MadeLedger().Add(
            "Tarn Bell", "2031-03-12T08:00:00", "Union and line\nGoran Tuul said the list of the Ardent was wrong. Bell Line dismissed the allegation. Dunja Harpel confirmed it. Olu Marsh declined to comment on the claim.",
            "Goran Tuul|said|the list of the Ardent was wrong", "Bell Line|dismissed|the allegation", "Dunja Harpel|confirmed|it", "Olu Marsh|declined to comment on|the claim").Views();
        var claim = views.Positions.Single(p => p.Actor == "Goran Tuul").ClaimId;
        Assert.Equal(
            ["Bell Line: dismiss", "Dunja Harpel: confirm", "Goran Tuul: assert", "Olu Marsh: decline"],
            views.Positions.Where(p => p.ClaimId == claim).Select(ViewWords.Of).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WordsThatSayNothing_HaveNoPosition()
    {
        var views = new MadeLedger().Add(
            "Tarn Bell", "2031-03-12T08:00:00", "Reve silent\nAnton Reve mentioned the line. He declined to comment on it.", "Anton Reve|mentioned|the line", "He|declined to comment on|it").Views();
        Assert.Empty(views.Positions);
    }

    /// <summary>A minister who changes his mind.</summary>
    internal static MadeLedger Reve() => new MadeLedger()
        .Add("Tarn Bell", "2031-03-12T08:00:00", "Minister on ship\nMr Anton Reve met Mrs Olu Marsh. He said the Ardent was not overloaded.", "He|said|the Ardent was not overloaded")
        .Add("Weir Post", "2031-03-13T08:00:00", "Reve rejects charge\nAnton Reve denied that the Ardent was overloaded.", "Anton Reve|denied|that the Ardent was overloaded")
        .Add("Weir Post", "2031-03-15T08:00:00", "Reve less sure\nReve did not dispute that the Ardent was overloaded.", "Reve|did not dispute|that the Ardent was overloaded")
        .Add("Hill Gazette", "2031-03-14T08:00:00", "Union speaks\nOlu Marsh said the Ardent was overloaded.", "Olu Marsh|said|the Ardent was overloaded")
        .Add("Tarn Bell", "2031-03-18T08:00:00", "Reve turns round\nMr Reve said the Ardent was overloaded.", "Mr Reve|said|the Ardent was overloaded");
}
