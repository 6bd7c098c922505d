using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Web.Hosting;
using Sayso.Web.Pages;

namespace Sayso.Web.Tests.Hosting;

public sealed class ReadingRoomTests
{
    private static IntakeInput Input(string name) => new(name, new byte[] { 1 }, StatedMetadata.None);

    [Fact]
    public void Batch_ThatFails_LeavesThoseBehindItToBeRead()
    {
        using var room = new ReadingRoom((inputs, _) => inputs[0].Name == "bad" ? throw new SaysoException(ProblemCodes.DiskFull, "no room") : Read(inputs));
        var (bad, good) = (room.Add([Input("bad")]), room.Add([Input("good")]));
        Wait(good);
        Assert.Equal(ProblemCodes.DiskFull, bad.Progress.Problem!.Code);
        Assert.Equal(LineState.LeftOut, BatchView.Of(bad).Lines.Single().State);
        Assert.Equal(LineState.Added, BatchView.Of(good).Lines.Single().State);
        Assert.Empty(good.Inputs);
    }

    [Fact]
    public void Lines_SayWhatIsRead_AndWhatWaits()
    {
        using var gate = new ManualResetEventSlim();
        using var room = new ReadingRoom((inputs, _) => Gated(inputs, gate));
        var batch = room.Add([Input("a"), Input("b"), Input("c")]);
        SpinWait.SpinUntil(() => batch.Progress.Results.Count == 1, TimeSpan.FromSeconds(30));
        Assert.Equal([LineState.Added, LineState.Reading, LineState.Waiting], BatchView.Of(batch).Lines.Select(l => l.State));
        gate.Set();
        Wait(batch);
        Assert.Equal(3, BatchView.Of(batch).Documents);
    }

    private static IEnumerable<IntakeResult> Read(IReadOnlyList<IntakeInput> inputs) =>
        inputs.Select(i => new IntakeResult(i.Name) { DocumentId = "1", Outcome = AddOutcome.Added, Statements = 2 });

    private static IEnumerable<IntakeResult> Gated(IReadOnlyList<IntakeInput> inputs, ManualResetEventSlim gate)
    {
        foreach (var result in Read(inputs))
        {
            yield return result;
            gate.Wait(TimeSpan.FromSeconds(30));
        }
    }

    private static void Wait(Batch batch) => Assert.True(SpinWait.SpinUntil(() => batch.Progress.HasEnded, TimeSpan.FromSeconds(30)));
}
