using CsCheck;
using Sayso.Inference.Tokenizing;
using Sayso.Inference.Windowing;

namespace Sayso.Inference.Tests.Windowing;

public sealed class WindowCutterTests
{
    private static readonly WindowOptions Small = new() { MaxPieces = 10, MaxSegment = 6, MinSegment = 3, Overlap = 4, Edge = 4 };

    /// <summary>A text, and its windows. Every word is one piece.</summary>
    public static TheoryData<string, string> Cases => new()
    {
        { "", "" },
        { "a b c", "0-3" },
        { "a b c d e f\na b c d e f", "0-6 6-12" },
        { "a b c d e f\na b c d\ne f", "0-10 6-12" },
        { "a a\na a\na a\na a\na a\na a\na a", "0-10 6-14" },
        { "a b . c d . e f g h i j k", "0-6 6-13" },
        { "a b c d e f g h i j k l m n", "0-6 6-14" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Windows_HoldWholeLinesOrSentences(string text, string expected)
    {
        var found = WindowCutter.Cut(Encode(text), Small);
        Assert.Equal(expected, string.Join(' ', found.Select(w => $"{w.First}-{w.End}")));
    }

    [Fact]
    public void WindowsOfAnyText_CoverIt()
    {
        var texts = Gen.OneOf(Gen.Const("x"), Gen.Const("yyyy"), Gen.Const("."), Gen.Const("”"), Gen.Const("\n"), Gen.Const("zzzzzzzzz")).List[0, 80]
            .Select(words => string.Join(' ', words));
        texts.Sample(text =>
        {
            var encoded = Encode(text);
            var windows = WindowCutter.Cut(encoded, Small);
            var (covered, last) = (0, -1);
            foreach (var window in windows)
            {
                Assert.InRange(window.First, last + 1, covered);
                Assert.InRange(window.End, covered, encoded.Tokens.Length);
                Assert.True(window.First == 0 || encoded.CountPieces(window.First, covered) <= Small.Overlap);
                Assert.True(encoded.CountPieces(window.First, window.End) <= Small.MaxPieces + 9);
                (covered, last) = (window.End, window.First);
            }

            Assert.Equal(encoded.Tokens.Length, covered);
        });
    }

    [Theory]
    [InlineData(0, 0, 20, 1f)]
    [InlineData(0, 19, 20, 1f)]
    [InlineData(10, 10, 40, 0.25f)]
    [InlineData(10, 12, 40, 0.75f)]
    [InlineData(10, 15, 40, 1f)]
    [InlineData(10, 19, 40, 0.25f)]
    [InlineData(0, 19, 40, 0.25f)]
    public void Weight_FallsTowardsInnerEdges(int first, int word, int wordsInDocument, float expected)
    {
        Assert.Equal(expected, Small.WeightOf(word, new Window(first, 20), wordsInDocument));
    }

    private static EncodedText Encode(string text) =>
        new TextEncoder(new Vocabulary(["[UNK]", "[CLS]", "[SEP]", .. "abcdefghijklmnxyz.”".Select(c => c.ToString()), "##y", "##z"])).Encode(text);
}
