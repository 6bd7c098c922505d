using Sayso.Inference.Tokenizing;

namespace Sayso.Inference.Tests.Tokenizing;

public sealed class TextEncoderTests
{
    /// <summary>A text, and a Q for each word inside quotation marks.</summary>
    public static TheoryData<string, string> Quotes => new()
    {
        { "he said “no way” twice", "--QQQQ-" },
        { "«oui» non", "QQQ-" },
        { "\"yes\" no \"yes\"", "QQQ-QQQ" },
        { "“never closed\nnext", "QQQ-" },
        { "\"never closed\n\"next\" no", "QQQQQQ-" },
        { "closed” only", "-Q-" },
        { "it's 'single' here", "-------" },
        { "“a \"b” c", "QQQ-Q-" },
    };

    [Theory]
    [MemberData(nameof(Quotes))]
    public void Quotation_IsMarked(string text, string expected)
    {
        var found = new TextEncoder(Vocabulary()).Encode(text).Quoted;
        Assert.Equal(expected, string.Concat(found.Select(q => q ? 'Q' : '-')));
    }

    [Fact]
    public void PiecesOfWords_StandOneAfterTheOther()
    {
        var text = new TextEncoder(Vocabulary()).Encode("ab b c");
        Assert.Equal([4, 5, 3, 1], text.Pieces);
        Assert.Equal([0, 2, 3, 4], text.PieceStarts);
        Assert.Equal(3, text.CountPieces(0, 2));
    }

    private static Vocabulary Vocabulary() => new(["[CLS]", "[UNK]", "[SEP]", "b", "a", "##b"]);
}
