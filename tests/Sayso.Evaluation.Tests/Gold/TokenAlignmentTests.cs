using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Tests.Gold;

public sealed class TokenAlignmentTests
{
    private const string Rest = " and nothing else was said";

    [Theory]
    [InlineData("as written", "Ana said no .", "Ana said no.", "Ana|said|no|.")]
    [InlineData("quotation marks", "`` No , '' she said", "“No,” she said", "“|No|,|”|she|said")]
    [InlineData("straight quotation marks", "`` No '' she", "\"No\" she", "\"|No|\"|she")]
    [InlineData("apostrophes", "did n't , Ana 's", "didn’t, Ana’s", "did|n’t|,|Ana|’s")]
    [InlineData("brackets", "-LRB- R -RRB- -LSB- it -RSB-", "(R) [it]", "(|R|)|[|it|]")]
    [InlineData("dashes and ellipses", "no -- yes ... no", "no — yes… no", "no|—|yes|…|no")]
    [InlineData("dash as it was", "no -- yes", "no -- yes", "no|--|yes")]
    [InlineData("doubled full stop", "in the U.S. . Nobody knows more", "in the U.S. Nobody knows more", "in|the|U.S.||Nobody|knows|more")]
    [InlineData("lost mark", "no † she said", "no she said", "no||she|said")]
    [InlineData("text that no token has", "no she said", "no ‡ she said", "no|she|said")]
    [InlineData("no-break spaces and line ends", "no she said", "no\u00A0she\n\n said", "no|she|said")]
    [InlineData("emoji", "no 👍 she", "no👍she", "no|👍|she")]
    [InlineData("escaped slash", "and\\/or", "and/or", "and/or")]
    public void Tokens_AreFound(string condition, string tokens, string text, string expected)
    {
        // Enough words follow in each case for both sides to be brought together again.
        text += Rest;
        var spans = TokenAlignment.Of(text, [.. (tokens + Rest).Split(' ')]);
        Assert.NotNull(spans);
        Assert.True(
            (expected + Rest.Replace(' ', '|')) == string.Join('|', spans.Select(s => s.Slice(text).ToString())),
            $"{condition}: {string.Join('|', spans.Select(s => s.Slice(text).ToString()))}");
    }

    [Fact]
    public void Tokens_AreFound_AtTheVeryEnd()
    {
        var spans = TokenAlignment.Of("She left the U.S.", ["She", "left", "the", "U.S.", "."]);
        Assert.Equal([3, 4, 3, 4, 0], spans!.Select(s => s.Length));
    }

    [Fact]
    public void Tokens_OfAnotherText_AreRefused() =>
        Assert.Null(TokenAlignment.Of("Rents will rise in the harbour, said Ana Poe.", ["Weather", "was", "fair", "on", "Monday", "morning"]));

    [Fact]
    public void Tokens_WithoutText_AreRefused() => Assert.Null(TokenAlignment.Of("", ["Ana", "said"]));

    [Fact]
    public void NoTokens_AreOfAnyText() => Assert.Empty(TokenAlignment.Of("Ana said so.", [])!);
}
