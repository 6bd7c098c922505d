using Sayso.Core.Entities;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Entities;

public sealed class NameKindTests
{
    [Theory]
    [InlineData("The Harbour Safety Directorate said on Monday that the pier was closed.", "Harbour Safety Directorate", EntityType.Organization)]
    [InlineData("Thousands of people live in Vellmar, near the coast.", "Vellmar", EntityType.Place)]
    [InlineData("Trade between France and its neighbours fell.", "France", EntityType.Country)]
    [InlineData("Petra Hallom, who chairs the council, said that she was tired.", "Petra Hallom", EntityType.Person)]
    [InlineData("Shares in Corvane Ltd. fell after the company cut 300 jobs.", "Corvane Ltd", EntityType.Organization)]
    [InlineData("The ships met on the Lower Ostra River near the bridge.", "Lower Ostra River", EntityType.Place)]
    [InlineData("The Norwegian crew had left.", "Norwegian", EntityType.Other)]
    public void Names_HaveTheKind_ThatTheirWordsAndPlaceGive(string text, string name, EntityType kind) =>
        Assert.Equal(kind, Assert.Single(MentionReader.Read(text), m => m.Name == name).Type);

    [Fact]
    public void WhatIsSeenOfAName_IsItsWordsAndWhatStandsBesideIt()
    {
        const string Text = "He lives in New Dellow, he said.";
        var seen = Assert.Single(NameKindReader.Read(Text), n => n.Span.Slice(Text) is "New Dellow");
        Assert.Superset(new HashSet<string> { "words 2", "first new", "last dellow", "ends low", "before in", "second before lives", "behind ,", "second behind he" },
            seen.Features.ToHashSet());
    }

    [Theory]
    [InlineData("Dellow")]
    [InlineData("Dellow.\n")]
    [InlineData("\u00A0 Dellow \u00A0")]
    [InlineData("’Dellow’s")]
    public void Names_AtTheEdgesOfATextAreSeen(string text) => Assert.All(NameKindReader.Read(text), n => Assert.NotEmpty(n.Features));
}
