using Sayso.Core.Chains;
using Sayso.Core.Entities;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Entities;

public sealed class WhoQueryTests
{
    [Theory]
    [InlineData("elod", "Marta Előd", true)]
    [InlineData("Élöd", "Marta Előd", true)]
    [InlineData("Marta Elod", "Marta Előd", true)]
    [InlineData("Marten", "Marta Előd", false)]
    public void Names_AreFound_WhateverTheirAccents(string who, string name, bool found) =>
        Assert.Equal(found, new WhoQuery(who).Finds(new Hop(name, SourceKind.Named, SpanList.Empty, HopRelation.Says)));
}
