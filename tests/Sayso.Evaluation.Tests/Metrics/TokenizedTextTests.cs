using Sayso.Core.Text;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Tests.Metrics;

public sealed class TokenizedTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \n\t", "")]
    [InlineData("Ana's 3.5", "Ana ' s 3 . 5")]
    [InlineData("a_b", "a_b")]
    [InlineData("½ x² Ⅷ", "½ x² Ⅷ")] // No and Nl are alphanumeric to Python
    [InlineData("cafe\u0301s", "cafe \u0301 s")] // a combining mark is not
    [InlineData("a\u203Fb", "a \u203F b")] // nor is connecting punctuation but the underscore
    [InlineData("a\u00A0b\u001Cc\u2028d\u0085e", "a b c d e")]
    [InlineData("no\u200Bbreak", "no \u200B break")] // a zero-width space is no white space
    [InlineData("“—”", "“ — ”")]
    [InlineData("ok 😀😀", "ok 😀 😀")]
    public void Tokens_AreThoseOfPythonsExpression(string text, string expected)
    {
        var tokens = TokenizedText.Of(text);
        Assert.Equal(expected, string.Join(' ', Enumerable.Range(0, tokens.Count).Select(i => tokens[i].Slice(text).ToString())));
    }

    [Fact]
    public void LoneSurrogate_IsOneToken()
    {
        var tokens = TokenizedText.Of("a\uD83Db");
        Assert.Equal([new(0, 1), new(1, 2), new(2, 3)], Enumerable.Range(0, tokens.Count).Select(i => tokens[i]));
    }

    [Theory]
    [InlineData(0, 4, "0 1")] // "ab c" ends at a token's end
    [InlineData(1, 4, "0 1")] // a token that is touched counts whole
    [InlineData(2, 3, "")] // white space
    [InlineData(3, 6, "1 2")]
    [InlineData(0, 8, "0 1 2")]
    public void Under_TakesAllTokensTouched(int start, int end, string expected)
    {
        var tokens = TokenizedText.Of("ab c def");
        Assert.Equal(expected, string.Join(' ', tokens.Under(SpanList.Of(new TextSpan(start, end))).Tokens.ToArray()));
    }

    [Fact]
    public void Under_CountsATokenOnce_WhenFragmentsShareIt()
    {
        var set = TokenizedText.Of("ab cdef").Under(SpanList.Of(new TextSpan(0, 4), new TextSpan(4, 7)));
        Assert.Equal(TokenSet.Of(0, 1), set);
    }
}
