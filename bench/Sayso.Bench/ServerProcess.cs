using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Sayso.Bench;

/// <summary>A <c>sayso serve</c> of its own, on a port that is free; ends when it is let go.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private readonly Process _process;
    private readonly Timer _watch;
    private long _peak;

    private ServerProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        _watch = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(200));
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>The most memory that it held.</summary>
    public long PeakBytes => Interlocked.Read(ref _peak);

    /// <summary>Starts it and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    public static async Task<ServerProcess> StartAsync(Place place, string ledger, int? claims)
    {
        var start = new ProcessStartInfo(place.Program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["SAYSO_HOME"] = place.Home;
        foreach (var argument in (string[])["serve", "--ledger", ledger, "--port", "0", .. claims is { } most ? new[] { "--limits", $"claims={most}" } : []])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Said().Match(line) is { Success: true } said)
            {
                return new ServerProcess(process, new Uri(said.Value));
            }
        }

        throw new InvalidOperationException("sayso serve ended before it answered");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _watch.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private void Look()
    {
        try
        {
            _process.Refresh();
            Interlocked.Exchange(ref _peak, Math.Max(PeakBytes, _process.PeakWorkingSet64));
        }
        catch (InvalidOperationException)
        {
            // It has ended meanwhile.
        }
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Said();
}
