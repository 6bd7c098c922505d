using Sayso.Cli.Rendering;

namespace Sayso.Cli.Tests.Rendering;

public sealed class WordingTests
{
    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("a few words more", 12, "a few words…")]
    [InlineData("onelongwordwithoutend", 10, "onelongwo…")]
    [InlineData("12345678😀 and more", 10, "12345678…")]
    public void Clip_CutsAfterAWord(string text, int most, string clipped)
    {
        Assert.Equal(clipped, Wording.Clip(text, most));
    }

    [Theory]
    [InlineData(0, "0 documents")]
    [InlineData(1, "1 document")]
    [InlineData(1200, "1,200 documents")]
    public void Count_IsSingularForOne(long number, string words)
    {
        Assert.Equal(words, Wording.Count(number, "document"));
    }
}
