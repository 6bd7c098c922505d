using Sayso.Cli.Rendering;

namespace Sayso.Cli.Tests.Rendering;

public sealed class ProgressBarTests
{
    public static TheoryData<int, int?, double, string> Lines => new()
    {
        { 0, 100, 0, "░░░░░░░░░░░░░░░░░░░░░░░░  0 of 100, 0.0 a second" },
        { 50, 100, 10, "████████████░░░░░░░░░░░░  50 of 100, 5.0 a second, 0:10 left" },
        { 1, 36_000, 1, "░░░░░░░░░░░░░░░░░░░░░░░░  1 of 36,000, 1.0 a second, 9:59:59 left" },
        { 100, 100, 10, "████████████████████████  100 of 100, 10.0 a second" },
        { 120, 100, 10, "120, 12.0 a second" },
        { 1234, null, 100, "1,234, 12.3 a second" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Line_SaysHowFarHowFastHowLong(int done, int? total, double seconds, string line)
    {
        Assert.Equal(line, ProgressBar.Line(done, total, TimeSpan.FromSeconds(seconds)));
    }

    [Fact]
    public void Bar_IsNotDrawn_WhereNoPersonLooks()
    {
        using var captured = new Captured(isTerminal: false);
        using (var bar = new ProgressBar(captured.Terminal, TimeProvider.System, () => 10))
        {
            bar.Show(5);
        }

        Assert.Empty(captured.Error);
    }

    [Fact]
    public void Bar_LeavesNothingBehind()
    {
        using var captured = new Captured(isTerminal: true);
        using (var bar = new ProgressBar(captured.Terminal, TimeProvider.System, () => 10))
        {
            bar.Show(5);
        }

        Assert.EndsWith("\r\u001b[2K", captured.Error);
        Assert.Empty(captured.Output);
    }
}
