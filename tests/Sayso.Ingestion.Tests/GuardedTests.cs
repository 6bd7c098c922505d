using Sayso.Core.Errors;

namespace Sayso.Ingestion.Tests;

/// <summary>What a reading is held responsible for, whatever else the process does meanwhile.</summary>
public sealed class GuardedTests
{
    private static readonly ReaderOptions _options = new() { MaxMemory = 64 << 20 };

    [Fact]
    public void Reading_IsNotRefused_ForWhatOthersHold()
    {
        List<byte[]> others = [];
        var result = Guarded.Run(
            _ =>
            {
                var other = new Thread(() => Hold(others, 40));
                other.Start();
                other.Join();

                // Long enough to be looked at many times, and to have allocated a little itself.
                List<byte[]> own = [];
                for (var i = 0; i < 40; i++)
                {
                    own.Add(new byte[1 << 16]);
                    Thread.Sleep(20);
                }

                return own.Count;
            },
            _options);
        Assert.Equal((40, 40), (result, others.Count));
    }

    [Fact]
    public void Reading_IsRefused_ForWhatItHolds_AndToldToStop()
    {
        using var isStopped = new ManualResetEventSlim();
        var refusal = Assert.Throws<RefusedException>(() => Guarded.Run(
            stop =>
            {
                List<byte[]> own = [];
                while (!stop.IsCancellationRequested && own.Count < 250)
                {
                    Hold(own, 1);
                    Thread.Sleep(10);
                }

                isStopped.Set();
                return own.Count;
            },
            _options));
        Assert.Equal(ProblemCodes.TooLarge, refusal.Problem.Code);
        Assert.True(isStopped.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Reading_IsNotRefused_ForGarbage()
    {
        var result = Guarded.Run(
            _ =>
            {
                List<byte[]> own = [];
                for (var i = 0; i < 100; i++)
                {
                    own.Clear();
                    Hold(own, 4);
                    Thread.Sleep(5);
                }

                return own.Count;
            },
            _options);
        Assert.Equal(4, result);
    }

    /// <summary>Holds so many times 4 MiB more.</summary>
    private static void Hold(List<byte[]> held, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var piece = new byte[4 << 20];
            Array.Fill(piece, (byte)1);
            held.Add(piece);
        }
    }
}
