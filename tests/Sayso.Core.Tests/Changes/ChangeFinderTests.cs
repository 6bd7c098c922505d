using Sayso.Core.Changes;
using Sayso.Core.Tests.Analysis;

namespace Sayso.Core.Tests.Changes;

public sealed class ChangeFinderTests
{
    private const string Day = "2031-03-12T08:00:00";

    [Fact]
    public void Page_ReadAgain_ShowsWhatItsEditorChanged()
    {
        var change = Assert.Single(ChangeFinder.Of(new MadeLedger()
            .Add("Tarn Bell", Day, "Ardent too heavy\nThe Ardent carried 1,480 tonnes of cargo, Pavel Sten said. Ilo Verrin said the dock was closed. Olu Marsh said it rained.", "Pavel Sten|said|The Ardent carried 1,480 tonnes of cargo", "Ilo Verrin|said|the dock was closed", "Olu Marsh|said|it rained")
            .Add("Tarn Bell", Day, "Ardent in question\nThe Ardent carried 1,180 tonnes of cargo, a person familiar with it said. Ilo Verrin said the dock was closed. Dunja Harpel said the gate had held.", "a person familiar with it|said|The Ardent carried 1,180 tonnes of cargo", "Ilo Verrin|said|the dock was closed", "Dunja Harpel|said|the gate had held")
            .Pages.Select(p => p with { Document = p.Document with { Url = "https://bell.example/1" }, Version = p.Document.Title!.Contains("heavy", StringComparison.Ordinal) ? 1 : 2 })));
        Assert.Equal(("Ardent too heavy", "Ardent in question", true), (change.TitleBefore, change.TitleAfter, change.IsSilent));
        Assert.Equal(
            ["Changed Source,Figures", "Removed ", "Added "],
            change.Edits.Select(e => $"{e.Kind} {string.Join(',', e.Parts)}"));
    }

    [Fact]
    public void Sentence_ThatStands_WasNotEdited_WhateverWasReadFromIt()
    {
        const string Text = "Gate open\nIlo Verrin said the dock was closed. Olu Marsh said it rained.";
        var change = Assert.Single(ChangeFinder.Of(new MadeLedger()
            .Add("Tarn Bell", Day, Text, "Ilo Verrin|said|the dock was closed")
            .Add("Tarn Bell", Day, Text + "\nA word more.", "Olu Marsh|said|it rained").Pages));
        Assert.Empty(change.Edits);
    }

    [Fact]
    public void Page_ReadOnce_HasNoChange() =>
        Assert.Empty(ChangeFinder.Of(new MadeLedger().Add("Tarn Bell", Day, "Gate open").Add("Weir Post", Day, "Gate open").Pages));
}
