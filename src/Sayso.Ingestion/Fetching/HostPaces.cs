using System.Collections.Concurrent;

namespace Sayso.Ingestion.Fetching;

/// <summary>Sees to it that a host is asked one thing at a time, with a pause between. Safe for use by several threads.</summary>
internal sealed class HostPaces(TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, Pace> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for a host's turn. It is over, and the pause begins, when what is given back is disposed.</summary>
    /// <param name="host">The host, with its port.</param>
    /// <param name="pause">The pause since the last turn.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IDisposable> TurnAsync(string host, TimeSpan pause, CancellationToken cancellationToken)
    {
        var pace = _hosts.GetOrAdd(host, _ => new Pace(time));
        await pace.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (pace.Last is { } last && pause - time.GetElapsedTime(last) is var left && left > TimeSpan.Zero)
            {
                await Task.Delay(left, time, cancellationToken).ConfigureAwait(false);
            }

            return pace;
        }
        catch
        {
            pace.Gate.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var pace in _hosts.Values)
        {
            pace.Gate.Dispose();
        }
    }

    private sealed class Pace(TimeProvider time) : IDisposable
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public long? Last { get; private set; }

        public void Dispose()
        {
            Last = time.GetTimestamp();
            Gate.Release();
        }
    }
}
