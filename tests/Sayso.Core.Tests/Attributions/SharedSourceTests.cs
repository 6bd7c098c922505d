using Sayso.Core.Attributions;

namespace Sayso.Core.Tests.Attributions;

public sealed class SharedSourceTests
{
    /// <summary>A text; two attributions in it as source|cue|content; the second one's source then.</summary>
    public static TheoryData<string, string, string, string> Pairs => new()
    {
        { "Villagers fear a flood and question the dam.", "Villagers|fear|a flood", "|question|the dam", "Villagers" },
        { "Clerks expressed disdain for him, openly calling it a farce.", "Clerks|expressed disdain for|him", "|openly calling|it a farce", "Clerks" },
        { "“It leaks,” said Ann Loy, suggesting a patch.", "Ann Loy|said|“It leaks,”", "|suggesting|a patch", "Ann Loy" },
        { "Ann Loy called it a wreck and labelled him a fool.", "Ann Loy|called|it a wreck and", "|labelled|him a fool", "Ann Loy" },

        // Another subject, a passive, a noun or a new line stands between.
        { "Villagers fear a flood and others question the dam.", "Villagers|fear|a flood", "|question|the dam", "" },
        { "Villagers fear a flood and are said to question it.", "Villagers|fear|a flood", "|are said|to question it", "" },
        { "Villagers fear a flood and the claim that it leaks.", "Villagers|fear|a flood", "|the claim|that it leaks", "" },
        { "Villagers fear a flood\nand question the dam.", "Villagers|fear|a flood", "|question|the dam", "" },
        { "It rained, villagers said. Fearing a flood, they left.", "villagers|said|It rained", "|Fearing|a flood", "" },

        // Nobody is there to share with.
        { "It is feared it leaks and hoped it holds.", "|is feared|it leaks", "|hoped|it holds", "" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void SourceLeftOut_IsTheOneBefore_WhereTheVerbsAreJoined(string text, string first, string second, string expected)
    {
        var filled = SharedSource.Fill(text, [Marked.Attribution(text, first), Marked.Attribution(text, second)]);
        Assert.Equal(expected, filled[1].Source.TextOf(text));
    }

    [Fact]
    public void Participle_GoesOnWithWhoDoesItInTheContent_AndIsInsideIt()
    {
        const string Text = "Calls reveal miners expressing fear of it, referring to the pit as a grave and calling it doomed.";
        var filled = SharedSource.Fill(
            Text, [Marked.Attribution(Text, "Calls|reveal|miners expressing fear of it"), Marked.Attribution(Text, "|referring to|the pit as a grave"), Marked.Attribution(Text, "|calling|it doomed")]);
        Assert.All(filled.Skip(1), a => Assert.Equal(("miners", filled[0]), (a.Source.TextOf(Text), a.Parent)));
    }

    [Fact]
    public void ThirdVerb_SharesTooThroughTheSecond()
    {
        const string Text = "Clerks mocked him, calling it a farce and deriding the rest.";
        var filled = SharedSource.Fill(Text, [Marked.Attribution(Text, "Clerks|mocked|him"), Marked.Attribution(Text, "|calling|it a farce"), Marked.Attribution(Text, "|deriding|the rest")]);
        Assert.Equal("Clerks", filled[2].Source.TextOf(Text));
    }
}
