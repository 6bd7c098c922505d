using Sayso.Cli.Terminals;

namespace Sayso.Cli.Tests.Terminals;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("red \u001b[31malert\u001b[0m", "red \ufffd[31malert\ufffd[0m")]
    [InlineData("title \u009d0;owned\u0007", "title \ufffd0;owned\ufffd")]
    [InlineData("safe\u202egnp.exe", "safe\ufffdgnp.exe")]
    [InlineData("isolate \u2066x\u2069", "isolate \ufffdx\ufffd")]
    [InlineData("two\nlines\tand a tab", "two\nlines\tand a tab")]
    [InlineData("dos\r\nends, over\rwritten", "dos\nends, overwritten")]
    [InlineData("👩\u200d🚒 soft\u00adhyphen e\u0301", "👩\u200d🚒 soft\u00adhyphen e\u0301")]
    public void Text_LosesWhatCommandsATerminal(string text, string safe)
    {
        Assert.Equal(safe, SafeText.Of(text));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("  two\r\n\tlines ", "two lines")]
    [InlineData("no\u00a0break", "no break")]
    public void Line_IsOneLine(string? text, string line)
    {
        Assert.Equal(line, SafeText.Line(text));
    }

    [Theory]
    [InlineData(" in\nthe middle ", " in the middle ")]
    [InlineData("\n", " ")]
    [InlineData("", "")]
    public void Spaced_KeepsASpaceAtTheEnds(string text, string piece)
    {
        Assert.Equal(piece, SafeText.Spaced(text));
    }
}
