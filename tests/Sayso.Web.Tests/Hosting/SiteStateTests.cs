using Sayso.Core.Claims;
using Sayso.Core.Search;
using Sayso.Web.Hosting;

namespace Sayso.Web.Tests.Hosting;

/// <summary>What a server holds between requests, while documents come in.</summary>
public sealed class SiteStateTests : IDisposable
{
    private readonly TemporaryLedger _ledger = new([(Made.Document(), Made.Statements(Made.Document()))]);

    public void Dispose() => _ledger.Dispose();

    [Fact]
    public async Task Reach_IsToldFromAnother_HoweverManyMeaningsEachHas()
    {
        using var state = new SiteState(Made.Site(_ledger) with { Encode = (_, _) => new SentenceVector([1f, 0f]) });
        var first = await MeaningsOtherThanAsync(state, MeaningIndex.Empty);
        _ = state.Reach(out var before, TestContext.Current.CancellationToken);
        _ = state.Reach(out var again, TestContext.Current.CancellationToken);
        Assert.Equal(before, again);

        _ledger.Ask(l => l.Retract(Made.Document().Id, null, Made.Reading));
        state.Claims.Begin();
        var second = await MeaningsOtherThanAsync(state, first);
        _ = state.Reach(out var after, TestContext.Current.CancellationToken);
        Assert.Equal(first.Count, second.Count);
        Assert.NotEqual(before, after);
    }

    [Fact]
    public async Task Versions_AreLookedForOnce_WhoeverAsksMeanwhile()
    {
        using var versions = new VersionShelf();
        for (var round = 0; round < 20; round++)
        {
            _ledger.Ask(l => l.Add(Made.Document($"Text {round} of a page, he said."), [], Made.Reading));
            using var together = new Barrier(4);
            var found = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () => _ledger.Ask(l =>
                {
                    together.SignalAndWait(TestContext.Current.CancellationToken);
                    return versions.Of(l, TestContext.Current.CancellationToken);
                }),
                TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
            Assert.All(found, f => Assert.Same(found[0], f));
        }
    }

    private static async Task<MeaningIndex> MeaningsOtherThanAsync(SiteState state, MeaningIndex known)
    {
        while (ReferenceEquals(state.Claims.Meanings, known))
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        return state.Claims.Meanings;
    }
}
