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

    /// <summary>Ledgers keep an index of these words: a failure here means that a migration has to make it anew.</summary>
    [Theory]
    [InlineData("the Russian government", "the russian government")]
    [InlineData("Dr. Marta Előd-Ørsted’s aides", "dr marta elod ørsted aides")]
    [InlineData("U.S. officials", "us officials")]
    [InlineData("Moscow's", "moscows")]
    [InlineData("Ǆemal, ΟΔΥΣΣΕΥΣ and 수미", "ǆemal οδυσσευς and \u1109\u116e\u1106\u1175")]
    [InlineData("İnönü; Ångström (§ 7)", "inonu angstrom 7")]
    [InlineData("🗼 — ", "")]
    public void Words_AreThoseOfTheIndex(string name, string words) => Assert.Equal(words, string.Join(' ', WhoQuery.Words([name], null)));

    [Fact]
    public void Words_AreTheSources_OnlyWhereNoChainWasRead()
    {
        Assert.Equal(["two", "fishermen"], WhoQuery.Words([], "two fishermen"));
        Assert.Equal(["ilo", "verrin"], WhoQuery.Words(["Ilo Verrin", "Verrin"], "two fishermen"));
        Assert.Empty(WhoQuery.Words([], null));
        Assert.Empty(WhoQuery.Words(["?"], "two fishermen"));
    }

    [Fact]
    public void Wordings_AreOfEveryName_ByWhichAnEntityIsFound()
    {
        string[] asked = ["Russia", "United States", "Pentagon", "Britain", "Kremlin", "France", "Timor-Leste", "São Tomé and Príncipe", "Myanmar"];
        var names = World.SpokenNames.SelectMany(n => (string[])[n, $"the {n}", $"{n}'s", $"{n}’", $"government of {n}", $"the {n} government", $"{n}'s government", $"governments of the {n}"]).ToList();
        foreach (var who in asked)
        {
            var query = new WhoQuery(who);
            var found = names.Where(n => query.Finds(new Hop(n, SourceKind.Named, SpanList.Empty, HopRelation.Says))).ToList();
            Assert.Contains(who, found);
            Assert.All(found, name =>
            {
                var words = WhoQuery.Words([name], null).ToHashSet();
                Assert.True(query.Wordings.Any(w => w.All(words.Contains)), $"{who}: {name}");
            });
        }
    }

    [Fact]
    public void Wordings_AreNone_WhereEverybodyIsMeant() => Assert.Empty(new WhoQuery("!").Wordings);
}
