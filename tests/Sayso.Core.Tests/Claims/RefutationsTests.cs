using Sayso.Core.Attributions;
using Sayso.Core.Attitudes;
using Sayso.Core.Claims;

namespace Sayso.Core.Tests.Claims;

public sealed class RefutationsTests
{
    [Theory]
    [InlineData("reports that the Marrow dam had failed were false")]
    [InlineData("the claim that Lund had been warned is baseless")]
    [InlineData("claims of a crack in the wall were a hoax")]
    [InlineData("any suggestion that the gate was left open is simply untrue")]
    [InlineData("Rumours of a second leak debunked")]
    [InlineData("Internet stories about a mole in the weir were a complete fabrication.")]
    public void Content_ThatCallsAReportFalse_Refutes(string content) => Assert.True(Refutations.AreIn(content));

    [Theory]
    [InlineData("claims that the letter was false")]
    [InlineData("reports of a fake letter")]
    [InlineData("the alarm was false")]
    [InlineData("reports that the dam had failed")]
    [InlineData("the claim that the wall was sound was repeated")]
    [InlineData("a report on false alarms had been written")]
    [InlineData("")]
    public void Content_ThatOnlyNamesAReport_RefutesNothing(string content) => Assert.False(Refutations.AreIn(content));

    [Fact]
    public void Report_ThatIsCalledFalse_IsNegative_AndOneThatIsCalledNotFalse_Positive()
    {
        Assert.Equal((false, true, false), (Read("the Marrow dam had failed", Polarity.Positive), Read("reports that the Marrow dam had failed were false", Polarity.Positive), Read("reports that the Marrow dam had failed were false", Polarity.Negative)));

        static bool Read(string content, Polarity polarity) => MadeTraits.Read("a", content, Stance.Assert, polarity).IsNegative;
    }
}
