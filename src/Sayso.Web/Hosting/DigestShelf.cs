using System.Diagnostics;
using Sayso.Core.Errors;
using Sayso.Web.Pages;

namespace Sayso.Web.Hosting;

/// <summary>
/// Lists that take a walk through the whole ledger, made in the background when it has grown: whoever asks gets those that are
/// there. Safe for use by several threads.
/// </summary>
internal sealed class DigestShelf(LedgerPool ledgers) : IDisposable
{
    /// <summary>How long a page waits for lists that are soon made; of a ledger of usual length they are.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private LedgerDigest? _present;
    private Task? _work;
    private long _begun;

    /// <summary>The lists as they were made last, without a wait; <c>null</c> before the first time.</summary>
    public LedgerDigest? Known
    {
        get
        {
            lock (_lock)
            {
                return _present;
            }
        }
    }

    /// <summary>The lists, after a moment's patience where the ledger has grown; <c>null</c> before they were made the first time.</summary>
    public LedgerDigest? Ask()
    {
        var entries = ledgers.Ask(l => l.LastEntry());
        Task? work;
        TimeSpan left;
        lock (_lock)
        {
            if (_present?.Entries >= entries)
            {
                return _present;
            }

            if (_work is null)
            {
                (_begun, _work) = (Stopwatch.GetTimestamp(), Task.Run(() => Make(entries)));
            }

            (work, left) = (_work, _patience - Stopwatch.GetElapsedTime(_begun));
        }

        if (left > TimeSpan.Zero)
        {
            _ = work.Wait(left);
        }

        lock (_lock)
        {
            return _present;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        Task? work;
        lock (_lock)
        {
            work = _work;
        }

        work?.Wait();
        _stop.Dispose();
    }

    private void Make(long entries)
    {
        LedgerDigest? made = null;
        try
        {
            made = ledgers.Ask(l => LedgerDigest.Of(l, entries, _stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SaysoException)
        {
            // The server is stopped, or the ledger cannot be read now: who asks next sets it going again.
        }

        lock (_lock)
        {
            (_present, _work) = (made ?? _present, null);
        }
    }
}
