using Sayso.Core.Text;

namespace Sayso.Core.Tests.Text;

public sealed class LetterCaseTests
{
    [Theory]
    [InlineData("said", "Lower")]
    [InlineData("Said", "Capitalised")]
    [InlineData("SAID", "Upper")]
    [InlineData("I", "Capitalised")]
    [InlineData("McDonald", "Capitalised")]
    [InlineData("iPhone", "Lower")]
    [InlineData("2ND", "Upper")]
    [InlineData("1990s", "Lower")]
    [InlineData("42", "None")]
    [InlineData("“", "None")]
    [InlineData("漢字", "None")]
    [InlineData("ÉTÉ", "Upper")]
    [InlineData("Ⅷ", "Capitalised")]
    [InlineData("ⅷ", "Lower")]
    [InlineData("Ⓐ", "Capitalised")]
    [InlineData("ª", "Lower")]
    [InlineData("ǅ", "None")]
    [InlineData("𐐀𐐁", "Upper")]
    public void Case_IsThatOfTheCasedCharacters(string word, string expected)
    {
        Assert.Equal(expected, LetterCases.Of(word).ToString());
    }
}
