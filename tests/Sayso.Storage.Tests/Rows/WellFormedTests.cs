using Sayso.Storage.Rows;

namespace Sayso.Storage.Tests.Rows;

public sealed class WellFormedTests
{
    // Lone surrogates cannot stand in the metadata of a case: they are written with a letter each, H and L.
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("HL", "HL")]
    [InlineData("H", "?")]
    [InlineData("L", "?")]
    [InlineData("LH", "??")]
    [InlineData("HHL", "?HL")]
    [InlineData("HLL", "HL?")]
    [InlineData("aHbLcHLd", "a?b?cHLd")]
    public void Of_ReplacesLoneSurrogates_UnitByUnit(string text, string expected)
    {
        static string Surrogates(string s) => s.Replace('H', '\uD83D').Replace('L', '\uDE00').Replace('?', '\uFFFD');
        Assert.Equal(Surrogates(expected), WellFormed.Of(Surrogates(text)));
    }

    [Fact]
    public void Of_KeepsAbsence()
    {
        Assert.Null(WellFormed.Of((string?)null));
    }
}
