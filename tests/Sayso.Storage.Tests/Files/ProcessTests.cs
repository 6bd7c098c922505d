using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Files;

/// <summary>Several processes on one ledger, and processes that are killed.</summary>
[Trait("needs", "process")]
public sealed class ProcessTests : IDisposable
{
    private const int IdLength = 32;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private SqliteLedger Open(TimeSpan busy = default) =>
        SqliteLedger.Open(new LedgerOptions { Path = _folder.File(), CreateIfMissing = true, BusyTimeout = busy });

    [Fact]
    public async Task KilledProcess_LosesNothingThatItReported()
    {
        var random = new Random(7);
        List<string> reported = [];
        for (var round = 0; round < 6; round++)
        {
            using var host = new HostProcess("add", _folder.File(), $"round {round}", "100000");
            // The first round may be killed while it makes the ledger.
            if (round > 0)
            {
                Assert.True(await host.Lines(1, TestContext.Current.CancellationToken));
            }

            await Task.Delay(random.Next(20, 400), TestContext.Current.CancellationToken);
            // The last line may be cut off in the middle.
            reported.AddRange((await host.Kill()).Where(line => line.Length == IdLength));

            using var ledger = Open(TimeSpan.FromSeconds(10));
            var there = ledger.DocumentIds().ToHashSet();
            Assert.All(reported, id => Assert.Contains(id, there));
            // At most one document a round was added and not reported any more.
            Assert.InRange(there.Count, reported.Count, reported.Count + round + 1);
            Assert.Empty(ledger.Verify(TestContext.Current.CancellationToken).Faults);
            Assert.Equal(20 * there.Count, ledger.Count().Statements);
        }

        Assert.True(reported.Count > 5, $"{reported.Count} documents are too few to tell.");
    }

    [Theory]
    [InlineData("first", "second", 80)]
    [InlineData("the same", "the same", 40)]
    public async Task TwoWriters_KeepOneChain_StartingTogether(string one, string other, int expected)
    {
        const int Each = 40;
        using var first = new HostProcess("add", _folder.File(), one, $"{Each}");
        using var second = new HostProcess("add", _folder.File(), other, $"{Each}");
        var reported = (await first.End()).Concat(await second.End()).ToList();
        Assert.All(reported, line => Assert.Equal(IdLength, line.Length));
        using var ledger = Open();
        Assert.Equal(2 * Each, reported.Count);
        Assert.Equal(reported.Distinct().Order(StringComparer.Ordinal), ledger.DocumentIds().Order(StringComparer.Ordinal));
        var report = ledger.Verify(TestContext.Current.CancellationToken);
        Assert.Empty(report.Faults);
        Assert.Equal(expected, report.Entries);
    }

    [Fact]
    public async Task Changes_SayThatTheLedgerIsLocked_WhileAnotherProcessHoldsIt()
    {
        using var ledger = Open(TimeSpan.FromMilliseconds(50));
        var document = Made.Document();
        ledger.Add(document, Made.Statements(document), Made.Reading);
        using var host = new HostProcess("hold", _folder.File());
        Assert.True(await host.Lines(1, TestContext.Current.CancellationToken));

        var failure = Assert.Throws<SaysoException>(() => ledger.Retract(document.Id, null, Made.Person));
        Assert.Equal(ProblemCodes.LedgerLocked, failure.Problem.Code);
        Assert.Throws<SaysoException>(() => ledger.Add(Made.Document("Another."), [], Made.Reading));
        // Reading does not wait for a writer, and opening neither.
        Assert.Equal(3, ledger.Statements(new StatementQuery()).Count());
        using (var other = Open())
        {
            Assert.Equal(1, other.Count().Documents);
        }

        await host.End();
        Assert.True(ledger.Retract(document.Id, null, Made.Person));
        Assert.Empty(ledger.Verify(TestContext.Current.CancellationToken).Faults);
    }

    [Fact]
    public async Task Open_SaysThatTheLedgerIsLocked_WhileAnotherProcessKeepsReadersOut()
    {
        Open().Dispose();
        using var host = new HostProcess("seize", _folder.File());
        Assert.True(await host.Lines(1, TestContext.Current.CancellationToken));
        Assert.Equal(ProblemCodes.LedgerLocked, Assert.Throws<SaysoException>(() => Open()).Problem.Code);
        await host.End();
        using var ledger = Open();
        Assert.Equal(0, ledger.Count().Entries);
    }

    [Fact]
    public async Task Changes_WaitForAnotherProcess_UntilItLetsGo()
    {
        using var ledger = Open(TimeSpan.FromMinutes(1));
        using var host = new HostProcess("hold", _folder.File());
        Assert.True(await host.Lines(1, TestContext.Current.CancellationToken));
        var adding = Task.Run(() => ledger.Add(Made.Document(), [], Made.Reading), TestContext.Current.CancellationToken);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.False(adding.IsCompleted);
        await host.End();
        Assert.Equal(AddOutcome.Added, await adding);
    }
}
