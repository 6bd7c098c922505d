using System.Diagnostics;

namespace Sayso.Bench;

/// <summary>What a run of <c>sayso read</c> took.</summary>
/// <param name="Time">From start to end.</param>
/// <param name="FirstLine">From start to the first line of output.</param>
/// <param name="Lines">Lines of output.</param>
/// <param name="PeakBytes">The most memory that it held, as seen every few milliseconds.</param>
internal sealed record ReadProcess(TimeSpan Time, TimeSpan FirstLine, int Lines, long PeakBytes)
{
    /// <summary>Reads files in a process of its own and throws its output away.</summary>
    /// <exception cref="InvalidOperationException">The process failed.</exception>
    public static ReadProcess Run(Place place, IEnumerable<string> files)
    {
        var start = new ProcessStartInfo(place.Program) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["SAYSO_HOME"] = place.Home;
        foreach (var argument in (string[])["read", "--format", "jsonl", .. files])
        {
            start.ArgumentList.Add(argument);
        }

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var peak = 0L;
        using var watch = new Timer(_ => Interlocked.Exchange(ref peak, Math.Max(peak, PeakOf(process))), null, 0, 20);
        var first = TimeSpan.Zero;
        var lines = 0;
        while (process.StandardOutput.ReadLine() is not null)
        {
            first = lines++ == 0 ? clock.Elapsed : first;
        }

        process.WaitForExit();
        return process.ExitCode == 0
            ? new ReadProcess(clock.Elapsed, first, lines, peak)
            : throw new InvalidOperationException($"sayso read ended with {process.ExitCode}");
    }

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It has ended meanwhile.
            return 0;
        }
    }
}
