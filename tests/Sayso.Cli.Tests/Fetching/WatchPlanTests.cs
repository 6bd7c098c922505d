using Sayso.Cli.Watching;

namespace Sayso.Cli.Tests.Fetching;

/// <summary>When a page is read again.</summary>
public sealed class WatchPlanTests
{
    private static readonly DateTimeOffset _start = new(2031, 3, 12, 7, 0, 0, TimeSpan.Zero);
    private static readonly WatchPlan _plan = new(TimeSpan.FromMinutes(30), TimeSpan.FromDays(2));

    [Fact]
    public void Page_IsReadAgain_LessAndLessOften_ThenNoMore()
    {
        var page = new Watched("https://post.example/1", _start, _start) { IsList = false };
        List<double> hours = [];
        for (var now = _start; !page.IsDone; now = page.Due)
        {
            page = _plan.Read(page, now);
            hours.Add((page.Due - _start).TotalHours);
        }

        Assert.Equal([1, 4, 12, 24, 48, 48], hours);
        Assert.Equal(6, page.Reads);
    }

    [Fact]
    public void NamedPage_IsReadForever_AndAListEveryTime()
    {
        var page = new Watched("https://post.example/1", _start, _start) { IsNamed = true };
        Assert.Equal(_start.AddDays(31), _plan.Read(page, _start.AddDays(30)).Due);
        Assert.Equal(_start.AddMinutes(30), _plan.Read(page with { IsList = true }, _start).Due);
    }

    [Fact]
    public void Failure_Waits_TwiceAsLongEachTime_AndEndsAPageNobodyNamed()
    {
        var page = new Watched("https://post.example/1", _start, _start);
        List<double> minutes = [];
        while (!page.IsDone)
        {
            page = _plan.Failed(page, _start);
            minutes.Add((page.Due - _start).TotalMinutes);
        }

        Assert.Equal([30, 60, 120, 240, 480, 960], minutes);
        Assert.False(_plan.Failed(page with { IsNamed = true }, _start).IsDone);
        Assert.Equal(0, _plan.Read(page with { IsDone = false }, _start).Failures);
    }
}
