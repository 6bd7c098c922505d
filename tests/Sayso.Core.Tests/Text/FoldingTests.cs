using Sayso.Core.Text;

namespace Sayso.Core.Tests.Text;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Előd", "elod")]
    [InlineData("ELO\u030BD", "elod")]
    [InlineData("Straße", "straße")]
    [InlineData("ΟΔΟΣ", "οδος")]
    [InlineData("", "")]
    public void Texts_AreFolded_WhateverTheirCaseAndAccents(string text, string expected) => Assert.Equal(expected, Folding.Of(text));

    [Fact]
    public void LongTexts_AreFoldedWhole() => Assert.Equal(new string('e', 10_000), Folding.Of(new string('É', 10_000)));
}
