using Sayso.Core.Text;

namespace Sayso.Core.Tests.Text;

public sealed class ParagraphsTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("One.\r\n\n  Two \nThree", new[] { "One.", "Two", "Three" })]
    public void Paragraphs_AreLinesWithWords_WithoutTheWhiteSpaceAround(string text, string[] expected) =>
        Assert.Equal(expected, Paragraphs.Of(text).Select(p => p.Slice(text).ToString()));
}
