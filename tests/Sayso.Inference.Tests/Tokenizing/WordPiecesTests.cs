using Sayso.Inference.Tokenizing;

namespace Sayso.Inference.Tests.Tokenizing;

public sealed class WordPiecesTests
{
    private static readonly string[] Lines =
    [
        "[PAD]", "[UNK]", "[CLS]", "[SEP]", "un", "##want", "##wanted", "##ed", "cafe", "zoe", "i", "ς", "##ς", "##α", "σ", "##σ",
        "か", "한", "ᄒ", "##ᅡ", "##ᆫ", "ss", "ß", "=", "豈", "x", "##x",
    ];

    [Theory]
    [InlineData("unwanted", "un ##wanted")]
    [InlineData("UNWANT", "un ##want")]
    [InlineData("unwantx", "un ##want ##x")]
    [InlineData("wanted", "[UNK]")]
    [InlineData("unq", "[UNK]")]
    [InlineData("Café", "cafe")]
    [InlineData("cafe\u0301", "cafe")]
    [InlineData("ZOË", "zoe")]
    [InlineData("İ", "i")]
    [InlineData("Σας", "σ ##α ##ς")]
    [InlineData("ΣΑΣ", "σ ##α ##ς")]
    [InlineData("ΣΣΑ", "σ ##σ ##α")]
    [InlineData("Σ", "σ")]
    [InlineData("が", "か")]
    [InlineData("한", "ᄒ ##ᅡ ##ᆫ")]
    [InlineData("하", "ᄒ ##ᅡ")]
    [InlineData("ẞ", "ß")]
    [InlineData("≠", "=")]
    [InlineData("\uF900", "豈")]
    [InlineData("\u0301", "[UNK]")]
    public void Pieces_AreTheLongestFromTheLeft(string word, string expected)
    {
        Assert.Equal(expected, Pieces(word));
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    [InlineData(1_000_000, false)]
    public void LongWords_AreUnknown(int length, bool known)
    {
        Assert.Equal(known, Pieces(new string('x', length)) != "[UNK]");
    }

    [Fact]
    public void MarksWithoutEnd_AreFolded()
    {
        Assert.Equal("[UNK]", Pieces(new string('\u0301', 1_000_000)));
        Assert.Equal("x", Pieces("x" + new string('\u0301', 1_000_000)));
    }

    [Fact]
    public void WordsAreRemembered_AndTheSameAgain()
    {
        var pieces = new WordPieces(new Vocabulary(Lines));
        var first = pieces.Of("unwanted").ToArray();
        for (var i = 0; i < 60_000; i++)
        {
            pieces.Of($"x{i}");
        }

        Assert.Equal(first, pieces.Of("unwanted").ToArray());
    }

    [Fact]
    public void VocabularyWithoutSpecialPieces_IsRefused()
    {
        Assert.Throws<FormatException>(() => new Vocabulary(["a", "b"]));
    }

    private static string Pieces(string word) =>
        string.Join(' ', new WordPieces(new Vocabulary(Lines)).Of(word).ToArray().Select(id => Lines[id]));
}
