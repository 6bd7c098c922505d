using Sayso.Inference.Tokenizing;

namespace Sayso.Inference.Tests.Tokenizing;

public sealed class WordSplitterTests
{
    /// <summary>A text, and its words parted by "·"; a bar stands before the first word of a line.</summary>
    public static TheoryData<string, string> Cases => new()
    {
        { "", "" },
        { " \t\n\r ", "" },
        { "She said no.", "|She·said·no·." },
        { "don’t stop", "|don·’·t·stop" },
        { "snake_case x2 ½", "|snake_case·x2·½" },
        { "one\ntwo\r\nthree\n\n four", "|one·|two·|three·|four" },
        { "one\rtwo\u2028three", "|one·two·three" },
        { "“Yes”—she", "|“·Yes·”·—·she" },
        { "cafe\u0301 naïve", "|cafe\u0301·naïve" },
        { "a😀b 👩‍🚒", "|a·😀·b·👩·🚒" },
        { "no\u00A0break zero\u200Bwidth soft\u00ADhyphen", "|no·break·zero·width·soft·hyphen" },
        { "漢字と仮名", "|漢字と仮名" },
        { "𝔞𝔟 𐐷", "|𝔞𝔟·𐐷" },
        { "nul\0byte \uE000 \uFFFD", "|nul·byte·\uFFFD" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Words_AreRunsOfLettersOrSingleCharacters(string text, string expected)
    {
        var words = WordSplitter.Split(text).Select(t => (t.StartsLine ? "|" : "") + t.Span.Slice(text).ToString());
        Assert.Equal(expected, string.Join('·', words));
    }

    [Fact]
    public void HalfSurrogates_SeparateWords()
    {
        // Written with a cast, as a string constant must be well formed for the test's name.
        var text = "a" + (char)0xD800 + "b" + (char)0xDC00 + "c" + (char)0xD83D;
        Assert.Equal(["a", "b", "c"], WordSplitter.Split(text).Select(t => t.Span.Slice(text).ToString()));
    }
}
