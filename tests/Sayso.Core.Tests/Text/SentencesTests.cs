using Sayso.Core.Text;

namespace Sayso.Core.Tests.Text;

public sealed class SentencesTests
{
    /// <summary>A text; its sentences parted by "|".</summary>
    public static TheoryData<string, string> Texts => new()
    {
        { "It rained. It stopped.", "It rained.|It stopped." },
        { "It rained\nIt stopped", "It rained|It stopped" },
        { "“It rained.” He left! Did he? Yes…", "“It rained.”|He left!|Did he?|Yes…" },
        { "Mr. Loy met Gen. A. B. Cort at 3.5 metres. He left.", "Mr. Loy met Gen. A. B. Cort at 3.5 metres.|He left." },
        { "It cost 3 p.m. rates. no capital follows.", "It cost 3 p.m. rates. no capital follows." },
        { "The U.S. sailed. So did I. He did not.", "The U.S. sailed.|So did I.|He did not." },
        { "  \n \n", "" },
        { "...", "..." },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_IsCut_AtSentenceEnds(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Sentences.Of(text).Select(s => s.Slice(text).ToString())));
}
